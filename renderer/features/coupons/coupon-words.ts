import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { failureOf, useFailureText } from '#renderer/api/failure.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { dateWords, momentWords } from '#renderer/ui/time-words.ts'
import type { couponBatch, couponLife, couponPreview, couponSheet, handChannels } from '#shared/contract/coupon.ts'
import { businessDateOf } from '#shared/domain/time/business-day.ts'

export type BatchView = z.output<typeof couponBatch>
export type SheetView = z.output<typeof couponSheet>
export type LifeView = z.output<typeof couponLife>
export type LifeEvent = LifeView['events'][number]
export type RefusedView = z.output<typeof couponPreview>['refused'][number]
export type HandChannel = (typeof handChannels)[number]

/** An instant of the core in the words of the desk: 今天 18:42. */
export function useMoment(): (at: string | undefined) => string {
  const reading = useTimeReading()
  const now = useNow(60_000)
  return (at) => (at === undefined ? '' : momentWords(Date.parse(at), now, reading))
}

/** `3月6日 周五`, and the year where it is not this one. */
export function useDateWords(): (date: string) => string {
  const reading = useTimeReading()
  const year = businessDateOf(useNow(60_000), reading).slice(0, 4)
  return (date) => {
    const words = dateWords(date, reading.language)
    return date.startsWith(year) ? words : `${date.slice(0, 4)} ${words}`
  }
}

/** What happened to one coupon, for a sentence about it. */
function useEventValues() {
  const { t } = useTranslation('coupons')
  const moment = useMoment()
  return (event: LifeEvent | undefined) => ({
    at: moment(event?.at),
    by: event?.by?.name ?? '',
    person: event?.person ?? '',
    reason: event?.reason ?? '',
    approver: event?.approvedBy?.name ?? '',
    place: event?.roomNo === undefined ? '' : t('inRoom', { room: event.roomNo }),
  })
}

/** How a coupon stands before the guest: may be redeemed, or why not. */
export type Verdict = 'redeem' | 'wait' | 'printed' | 'stamped' | 'redeemed' | 'voided' | 'expired' | 'done'

export function verdictOf(life: LifeView, justDone: boolean): Verdict {
  if (life.state === 'handed') return life.next === 'wait' ? 'wait' : 'redeem'
  return justDone && life.state === 'redeemed' ? 'done' : life.state
}

/** Why, as a sentence: when, where and by whom a coupon was used before. */
export function useVerdictWords(): (life: LifeView, verdict: Verdict) => string {
  const { t } = useTranslation('coupons')
  const values = useEventValues()
  const date = useDateWords()
  return (life, verdict) => {
    const of = (kind: LifeEvent['kind']) => life.events.find((event) => event.kind === kind)
    const { validFrom, validUntil } = life.batch
    if (verdict === 'redeem') return t('why.redeem', { until: date(validUntil), ...values(of('handed')) })
    if (verdict === 'wait') return t('why.wait', { from: date(validFrom) })
    if (verdict === 'expired') return t('why.expired', { until: date(validUntil) })
    if (verdict === 'redeemed') return t('why.redeemed', values(of('redeemed')))
    if (verdict === 'voided') return t('why.voided', values(of('voided')))
    if (verdict === 'done') {
      const event = of('redeemed')
      const place = event?.roomNo === undefined ? '' : t('atRoom', { room: event.roomNo })
      return t('why.done', { at: values(event).at, place })
    }
    return t(`why.${verdict}`)
  }
}

/** Why serials are left out of an act, in words. */
export function useRefusedWords(): (refused: RefusedView) => string {
  const { t } = useTranslation('coupons')
  const moment = useMoment()
  return ({ why, at, by, person }) => t(`refused.${why}`, { at: moment(at), by: by?.name ?? '', person: person ?? '' })
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** What went wrong with coupons, in words; what is not of theirs reads as everywhere. */
export function useCouponFailure(): (error: unknown, asked?: string) => string {
  const { t } = useTranslation('coupons')
  const failureText = useFailureText()
  return (error, asked = '') => {
    const { code, details } = failureOf(error)
    const { why } = details
    if (code === 'NOT_FOUND') return t('error.notFound', { serial: text(details.serial) || asked })
    if (code === 'INVALID' && asked !== '') return t('error.serial')
    if (code === 'STATE' && why === 'overlap') {
      const batch = (details.batch ?? {}) as { kind?: unknown; serials?: unknown }
      return t('error.overlap', { kind: text(batch.kind), serials: text(batch.serials) })
    }
    if (code === 'STATE' && why === 'ambiguous') {
      const candidates = (details.candidates ?? []) as { serial: string; kind: string }[]
      return t('error.ambiguous', { list: candidates.map((one) => `${one.serial} ${one.kind}`).join(t('comma')) })
    }
    if (code === 'STATE' && why === 'coupons') return t('error.refused', { count: Number(details.refusedCount) })
    return failureText(error).line
  }
}

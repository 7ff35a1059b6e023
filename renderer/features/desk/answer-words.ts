import type { TFunction } from 'i18next'
import type { VenueView } from '#renderer/api/venue.ts'
import {
  clockWords,
  lengthBrief,
  lengthWords,
  minutesBetween,
  spanClock,
  spanWords,
  type TimeReading,
} from '#renderer/ui/time-words.ts'
import type { DecisionView, OfferView } from '#shared/contract/decision.ts'

type Blocker = DecisionView['blockers'][number]
export type DeskText = TFunction<['desk', 'common']>

export interface WordsContext {
  readonly t: DeskText
  readonly venue: VenueView
  readonly reading: TimeReading
  readonly now: number
}

export const typeName = (venue: VenueView, code: string): string =>
  venue.types.find((type) => type.code === code)?.name ?? code

const rankOf = (venue: VenueView, code: string): number => venue.types.find((type) => type.code === code)?.rank ?? 0

const milder: readonly string[] = ['WALK_IN_RESERVE', 'CLEANING_BUFFER', 'NOT_CONTIGUOUS', 'ROOM_TAKEN', 'ROOM_BLOCKED']

/** The rooms that come nearest to the wish, mildest obstacle and earliest end first. */
export function nearestMisses(blockers: readonly Blocker[]): readonly Blocker[] {
  const weight = (blocker: Blocker) => {
    const place = milder.indexOf(blocker.code)
    return place < 0 ? milder.length : place
  }
  return blockers
    .filter((blocker) => blocker.code !== 'SAME_CALLER')
    .sort(
      (a, b) =>
        weight(a) - weight(b) || (a.until ?? '9').localeCompare(b.until ?? '9') || a.roomNo.localeCompare(b.roomNo),
    )
}

/** `305 到 21:00 有陈小姐的预约`: what stands in the way of one room. */
export function blockerWords(blocker: Blocker, { t, reading }: WordsContext): string {
  const until = blocker.until === undefined ? '' : clockWords(Date.parse(blocker.until), reading)
  const name = blocker.name ?? t('somebody')
  if (blocker.code === 'SAME_CALLER')
    return t('blocker.SAME_CALLER', { room: blocker.roomNo, code: blocker.bookingCode ?? '' })
  if (blocker.code === 'WALK_IN_RESERVE') return t('blocker.WALK_IN_RESERVE', { room: blocker.roomNo })
  if (blocker.code === 'ROOM_BLOCKED')
    return until
      ? t('blocker.ROOM_BLOCKED', { room: blocker.roomNo, until })
      : t('blocker.blocked', { room: blocker.roomNo })
  if (until === '') return t('blocker.taken', { room: blocker.roomNo, name })
  if (blocker.code === 'CLEANING_BUFFER') return t('blocker.CLEANING_BUFFER', { room: blocker.roomNo, until })
  return t('blocker.until', { room: blocker.roomNo, until, name })
}

/** Why it can't be had as asked, in one or two sentences, with what stands in the way. */
export function whyWords(decision: DecisionView, context: WordsContext): string {
  const { t, venue, reading } = context
  const { reason } = decision
  if (!reason) return ''
  const minutes = minutesBetween(Date.parse(decision.start), Date.parse(decision.end))
  const { session, shortSessionMin, bookingWindowDays } = venue.policy
  const type = typeName(venue, decision.typeCode)
  const hours = venue.policy.opening
  const clock = (wall: number) => `${Math.floor(wall / 60) % 24}:${String(wall % 60).padStart(2, '0')}`
  const why = t(`why.${reason}`, {
    type,
    length: lengthWords(minutes, reading.language),
    span: spanClock(Date.parse(decision.start), Date.parse(decision.end), reading),
    open: clock(hours.open),
    close: clock(hours.close),
    slot: venue.policy.slotMinutes,
    days: bookingWindowDays,
    min: lengthWords(minutes < shortSessionMin ? shortSessionMin : session.min, reading.language),
    max: lengthWords(session.max, reading.language),
    seats: venue.types.find((known) => known.code === decision.typeCode)?.maxSeats ?? 0,
    room: decision.blockers[0]?.roomNo ?? '',
  })
  const [nearest] = nearestMisses(decision.blockers)
  const told = ['ROOM_TAKEN', 'ROOM_BLOCKED', 'CLEANING_BUFFER', 'NOT_CONTIGUOUS', 'TYPE_FULL'].includes(reason)
  const later = decision.offers.find((offer) => offer.kind === 'otherTime' && offer.start > decision.start)
  return [
    why,
    told && nearest ? t('nearest', { blocker: blockerWords(nearest, context) }) : '',
    told && nearest && !later ? t('stop') : '',
    told && later
      ? t('fromThen', { room: later.roomNos[0] ?? '', time: clockWords(Date.parse(later.start), reading) })
      : '',
  ]
    .filter(Boolean)
    .join('')
}

/** Types that have a room for the same span, by the offers made. */
export function otherTypesFree(decision: DecisionView, venue: VenueView): readonly string[] {
  const codes = decision.offers
    .filter((offer) => offer.kind === 'largerType' || offer.kind === 'smallerType')
    .map((offer) => offer.typeCode)
  return [...new Set(codes)].map((code) => typeName(venue, code))
}

function movedWords(minutes: number, { t, reading }: WordsContext): string {
  const length = lengthBrief(Math.abs(minutes), reading.language)
  return t(minutes < 0 ? 'differs.earlier' : 'differs.later', { length })
}

/** How an offer differs from the wish: 早 15 分, 大一级，时间不变, 前面 2 组. */
export function differenceWords(offer: OfferView, asked: DecisionView, context: WordsContext): string {
  const { t, venue, reading } = context
  const moved = minutesBetween(Date.parse(asked.start), Date.parse(offer.start))
  const stretched =
    minutesBetween(Date.parse(offer.start), Date.parse(offer.end)) -
    minutesBetween(Date.parse(asked.start), Date.parse(asked.end))
  const ranks = rankOf(venue, offer.typeCode) - rankOf(venue, asked.typeCode)
  const seats = venue.types.find((type) => type.code === offer.typeCode)?.maxSeats ?? 0
  const parts: string[] = []
  if (offer.kind === 'waitlist' && !offer.quotedMinutes) return t('differs.waitlistNow')
  if (offer.kind === 'waitlist')
    return t('differs.waitlist', { wait: offer.quotedMinutes ?? 0, most: offer.p90Minutes ?? offer.quotedMinutes ?? 0 })
  if (offer.kind === 'standby') return t('differs.standby')
  if (offer.kind === 'advance') return t('differs.advance')
  if (offer.kind === 'twoRooms') parts.push(t('differs.twoRooms', { seats: seats * 2 }))
  if (offer.kind === 'sameTypeOtherRoom') parts.push(t('differs.otherRoom'))
  if (offer.kind === 'otherDay')
    return t(moved > 0 ? 'differs.daysLater' : 'differs.daysEarlier', { count: Math.round(Math.abs(moved) / 1440) })
  if (offer.kind !== 'twoRooms' && ranks > 0) parts.push(t('differs.larger', { count: ranks }))
  if (offer.kind !== 'twoRooms' && ranks < 0) parts.push(t('differs.smaller', { seats }))
  if (moved !== 0) parts.push(movedWords(moved, context))
  if (stretched !== 0)
    parts.push(
      t(stretched < 0 ? 'differs.shorter' : 'differs.longer', {
        length: lengthBrief(Math.abs(stretched), reading.language),
      }),
    )
  if (moved === 0 && stretched === 0 && ranks !== 0) parts.push(t('differs.sameTime'))
  return parts.join(t('comma'))
}

/** What an offer is, at a glance: 中包 311, 候位 小包. */
export function offerName(offer: OfferView, { t, venue }: WordsContext): string {
  const type = typeName(venue, offer.typeCode)
  if (offer.kind === 'waitlist' || offer.kind === 'standby' || offer.kind === 'advance')
    return t(`place.${offer.kind}`, { type })
  if (offer.kind === 'otherDay' || offer.roomNos.length === 0) return type
  return `${type} ${offer.roomNos.join('+')}`
}

/** When an offer is: the clock alone on the asked day, the day before it on another one. */
export function offerTime(offer: OfferView, { reading, now }: WordsContext): string {
  const [start, end] = [Date.parse(offer.start), Date.parse(offer.end)]
  return offer.kind === 'otherDay' ? spanWords(start, end, now, reading) : spanClock(start, end, reading)
}

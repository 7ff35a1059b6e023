import { type Stretch, stretchOf } from '#shared/domain/reports/report-period.ts'
import { addDays, type BusinessDate, daysBetween } from '#shared/domain/time/business-day.ts'

export const periodKinds = ['day', 'week', 'month', 'range'] as const
export type PeriodKind = (typeof periodKinds)[number]
export type CalendarKind = Exclude<PeriodKind, 'range'>

/** What a screen shows: the day, week or month a date lies in, or any dates from one to another. */
export type ShownPeriod =
  | { readonly kind: CalendarKind; readonly date: BusinessDate }
  | ({ readonly kind: 'range' } & Stretch)

/** The dates of a period, both ends included. */
export const datesOfPeriod = (period: ShownPeriod): Stretch =>
  period.kind === 'range' ? { from: period.from, to: period.to } : stretchOf(period.kind, period.date)

/** True for the day, week or month in which today lies. */
export function isNow(period: ShownPeriod, today: BusinessDate): boolean {
  const { from, to } = datesOfPeriod(period)
  return period.kind !== 'range' && from <= today && today <= to
}

const isMonth = ({ from, to }: Stretch): boolean => from.endsWith('-01') && stretchOf('month', from).to === to

const monthBeside = (month: Stretch, by: -1 | 1): BusinessDate =>
  by > 0 ? addDays(month.to, 1) : stretchOf('month', addDays(month.from, -1)).from

/** The period right before or after. Any dates go by their own length; exactly a month of the calendar by months. */
export function stepped(period: ShownPeriod, by: -1 | 1): ShownPeriod {
  const dates = datesOfPeriod(period)
  if (period.kind === 'month') return { kind: 'month', date: monthBeside(dates, by) }
  if (period.kind !== 'range') return { ...period, date: addDays(period.date, period.kind === 'week' ? 7 * by : by) }
  if (isMonth(dates)) return { kind: 'range', ...stretchOf('month', monthBeside(dates, by)) }
  const days = (daysBetween(dates.from, dates.to) + 1) * by
  return { kind: 'range', from: addDays(dates.from, days), to: addDays(dates.to, days) }
}

/** The same dates looked at in another way. What has not come yet is left out of any dates, and not gone to. */
export function inKind(period: ShownPeriod, kind: PeriodKind, today: BusinessDate): ShownPeriod {
  if (kind === period.kind) return period
  const { from, to } = datesOfPeriod(period)
  const last = from <= today && today < to ? today : to
  if (kind === 'range') return { kind, from, to: last }
  return { kind, date: period.kind === 'range' ? last : period.date }
}

import { minute } from './span.ts'
import { instantOfWall, offsetAt } from './zone.ts'

/** `YYYY-MM-DD`. A business date runs from `dayStart` of that date to `dayStart` of the next (spec README, 营业日). */
export type BusinessDate = string

/** What turns instants into business dates: the venue's zone, and the wall-clock minute at which its day begins. */
export interface BusinessCalendar {
  readonly timeZone: string
  readonly dayStart: number
}

const day = 24 * 60 * minute

const dateOf = (wallMs: number): BusinessDate => new Date(wallMs).toISOString().slice(0, 10)
const wallMidnight = (date: BusinessDate): number => Date.parse(`${date}T00:00:00Z`)

/** The business date an instant belongs to: 01:30 belongs to the evening before. */
export const businessDateOf = (instant: number, calendar: BusinessCalendar): BusinessDate =>
  dateOf(instant + offsetAt(instant, calendar.timeZone) - calendar.dayStart * minute)

/** The instant at which the wall clock reads `minutes` after midnight of the date; 1500 is 01:00 the next morning. */
export const instantAt = (date: BusinessDate, minutes: number, calendar: BusinessCalendar): number =>
  instantOfWall(wallMidnight(date) + minutes * minute, calendar.timeZone)

/** Wall-clock minutes after midnight of the business date; from 1440 on it is the next calendar day. */
export const wallMinutesOf = (instant: number, date: BusinessDate, calendar: BusinessCalendar): number =>
  (instant + offsetAt(instant, calendar.timeZone) - wallMidnight(date)) / minute

/** The date `days` later (or earlier, when negative). */
export const addDays = (date: BusinessDate, days: number): BusinessDate => dateOf(wallMidnight(date) + days * day)

/** Whole days from `from` to `to`. */
export const daysBetween = (from: BusinessDate, to: BusinessDate): number =>
  Math.round((wallMidnight(to) - wallMidnight(from)) / day)

/** 1 Monday … 7 Sunday. */
export const isoWeekday = (date: BusinessDate): number => new Date(wallMidnight(date)).getUTCDay() || 7

/** The whole business day as a span of instants; 23 or 25 hours where clocks change. */
export const businessDaySpan = (date: BusinessDate, calendar: BusinessCalendar) => ({
  start: instantAt(date, calendar.dayStart, calendar),
  end: instantAt(addDays(date, 1), calendar.dayStart, calendar),
})

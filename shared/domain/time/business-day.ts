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

// Writing and reading a date costs more than all else in a decision, which asks for the same few days a thousand times.
// Memory only: same question, same answer.
const rememberedDays = 20_000
const dateByDay = new Map<number, BusinessDate>()
const midnightByDate = new Map<BusinessDate, number>()

function dateOf(wallMs: number): BusinessDate {
  const dayNumber = Math.floor(wallMs / day)
  const known = dateByDay.get(dayNumber)
  if (known !== undefined) return known
  const date = new Date(dayNumber * day).toISOString().slice(0, 10)
  if (dateByDay.size > rememberedDays) dateByDay.clear()
  dateByDay.set(dayNumber, date)
  return date
}

function wallMidnight(date: BusinessDate): number {
  const known = midnightByDate.get(date)
  if (known !== undefined) return known
  const at = Date.parse(`${date}T00:00:00Z`)
  if (midnightByDate.size > rememberedDays) midnightByDate.clear()
  midnightByDate.set(date, at)
  return at
}

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
export const isoWeekday = (date: BusinessDate): number => ((Math.floor(wallMidnight(date) / day) + 3) % 7) + 1

/** The whole business day as a span of instants; 23 or 25 hours where clocks change. */
export const businessDaySpan = (date: BusinessDate, calendar: BusinessCalendar) => ({
  start: instantAt(date, calendar.dayStart, calendar),
  end: instantAt(addDays(date, 1), calendar.dayStart, calendar),
})

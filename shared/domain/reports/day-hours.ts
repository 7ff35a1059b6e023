import { type BusinessCalendar, type BusinessDate, businessDaySpan, instantAt } from '../time/business-day.ts'
import { minute } from '../time/span.ts'

/**
 * The clock hours of one business day. Hour `first + i` runs from `edges[i]` to `edges[i + 1]`, in minutes since the
 * day began: twenty-four hours of sixty minutes, but for days on which clocks change and days that begin off the hour.
 */
export interface DayHours {
  /** 8 where the day begins at 08:00; 25 is 01:00 of the next calendar day. */
  readonly first: number
  readonly edges: readonly number[]
}

/** The hours of a business date in the venue's zone (reports.md §2: rows `8` … `31`). */
export function hoursOfDay(date: BusinessDate, calendar: BusinessCalendar): DayHours {
  const { start, end } = businessDaySpan(date, calendar)
  const first = Math.floor(calendar.dayStart / 60)
  const last = Math.ceil((calendar.dayStart + 24 * 60) / 60)
  const edges = [0]
  for (let hour = first + 1; hour < last; hour += 1) edges.push((instantAt(date, hour * 60, calendar) - start) / minute)
  edges.push((end - start) / minute)
  return { first, edges }
}

/** Length of the day in minutes: 1440, or an hour more or less where clocks change. */
export const lengthOfDay = (hours: DayHours): number => hours.edges.at(-1) ?? 0

/** Row keys in order: `8` … `31`. */
export const hourKeys = (hours: DayHours): string[] =>
  hours.edges.slice(1).map((_, index) => String(hours.first + index))

/** Which hour a minute of the day falls in, counted from the first; a minute outside the day counts to the nearest. */
export function hourIndexOf(minuteOfDay: number, hours: DayHours): number {
  const { edges } = hours
  const last = edges.length - 2
  // Regular days are found at once; the others are walked.
  let index = Math.max(0, Math.min(last, Math.floor((minuteOfDay - (edges[1] ?? 60)) / 60) + 1))
  while (index < last && (edges[index + 1] ?? 0) <= minuteOfDay) index += 1
  while (index > 0 && (edges[index] ?? 0) > minuteOfDay) index -= 1
  return index
}

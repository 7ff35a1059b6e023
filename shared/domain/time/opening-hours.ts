import type { Policy } from '../venue/policy.ts'
import type { Venue } from '../venue/venue.ts'
import { type BusinessCalendar, type BusinessDate, instantAt, isoWeekday } from './business-day.ts'
import { intersect, type Span } from './span.ts'

/** The venue's calendar, as the time rules take it. */
export const calendarOf = (venue: Venue): BusinessCalendar => ({
  timeZone: venue.timeZone,
  dayStart: venue.policy.dayStart,
})

function hoursOn(date: BusinessDate, policy: Policy) {
  const byDate = policy.openingByDate[date]
  if (byDate !== undefined) return byDate
  const byWeekday = policy.openingByWeekday[String(isoWeekday(date))]
  return byWeekday === undefined ? policy.opening : byWeekday
}

/** Opening hours of a business date as instants, or undefined when the venue is closed (booking.md §1). */
export function openingSpan(date: BusinessDate, venue: Venue): Span | undefined {
  const hours = hoursOn(date, venue.policy)
  if (!hours) return undefined
  const calendar = calendarOf(venue)
  return { start: instantAt(date, hours.open, calendar), end: instantAt(date, hours.close, calendar) }
}

/** The part of a span that lies in the prime band of a business date (booking.md §2, prime). */
export function primePart(span: Span, date: BusinessDate, venue: Venue): Span | undefined {
  const calendar = calendarOf(venue)
  const { from, to } = venue.policy.prime
  return intersect(span, { start: instantAt(date, from, calendar), end: instantAt(date, to, calendar) })
}

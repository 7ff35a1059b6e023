import type { DayFacts } from '#shared/domain/reports/day-facts.ts'
import { hoursOfDay, lengthOfDay } from '#shared/domain/reports/day-hours.ts'
import type { House } from '#shared/domain/reports/facts-of-day.ts'
import { type BusinessDate, businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf, openingSpan } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { VenueModel } from '../store/venue-model.ts'

/** The venue as it stands on a date, the day counted up to `now`. */
export function houseOn(model: VenueModel, date: BusinessDate, now: number): House {
  const venue = model.on(date)
  const calendar = calendarOf(venue)
  const day = businessDaySpan(date, calendar)
  return {
    hours: hoursOfDay(date, calendar),
    dayStart: day.start,
    until: Math.max(day.start, Math.min(day.end, now)),
    open: openingSpan(date, venue),
    rooms: venue.rooms.map(({ roomNo, typeCode, floor }) => ({ roomNo, typeCode, floor })),
    types: venue.types,
  }
}

/** The venue as it stood when the day was closed: rooms, types and hours that have changed since do not count. */
export function houseAsClosed(model: VenueModel, date: BusinessDate, { uses }: Pick<DayFacts, 'uses'>): House {
  const { start } = businessDaySpan(date, calendarOf(model.on(date)))
  const at = (minuteOfDay: number) => start + minuteOfDay * minute
  return {
    hours: uses.hours,
    dayStart: start,
    until: at(lengthOfDay(uses.hours)),
    open: uses.open && { start: at(uses.open.from), end: at(uses.open.to) },
    rooms: uses.rooms,
    types: uses.types,
  }
}

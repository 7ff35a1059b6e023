import { quote } from '#shared/domain/pricing/quote.ts'
import { maxSeatsOf, roomsOfType } from '#shared/domain/room/room-type.ts'
import { type BusinessDate, businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf, openingSpan } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'

/** A type of the house on one day. Times here and below are minutes since the business day began. */
export interface HouseType {
  readonly code: string
  /** Place from small to large, from 0. */
  readonly rank: number
  readonly seats: number
  readonly minParty: number
  readonly maxSeats: number
  readonly cleaning: number
  readonly rooms: readonly string[]
  /** Rooms kept back for walk-ins in prime time, in per cent. */
  readonly reservePercent: number
}

/** The venue on one business day, in minutes. */
export interface House {
  readonly date: BusinessDate
  readonly venue: Venue
  /** Instant at which the day began. */
  readonly dayStart: number
  readonly length: number
  readonly open: number
  readonly close: number
  readonly prime: { readonly from: number; readonly to: number }
  readonly types: readonly HouseType[]
  readonly peak: boolean
  /** Price in cents of a stretch in a room of a type, as `quote` has it. */
  price(typeCode: string, from: number, to: number): number
}

/** Undefined on a day on which the venue is closed. */
export function houseOn(date: BusinessDate, venue: Venue): House | undefined {
  const opening = openingSpan(date, venue)
  if (!opening) return undefined
  const calendar = calendarOf(venue)
  const day = businessDaySpan(date, calendar)
  const { policy } = venue
  const into = (instant: number) => Math.round((instant - day.start) / minute)
  const wall = (minutes: number) => into(day.start) + minutes - policy.dayStart
  return {
    date,
    venue,
    dayStart: day.start,
    length: into(day.end),
    open: into(opening.start),
    close: into(opening.end),
    prime: { from: wall(policy.prime.from), to: wall(policy.prime.to) },
    types: venue.types.map((type, rank) => {
      const rooms = roomsOfType(venue, type.code)
      return {
        code: type.code,
        rank,
        seats: type.seats,
        minParty: type.minParty,
        maxSeats: Math.min(type.maxSeats, ...rooms.map((room) => maxSeatsOf(venue, room))),
        cleaning: type.cleaningMinutes,
        rooms: rooms.map((room) => room.roomNo),
        reservePercent: policy.walkInReserve.percentByType[type.code] ?? 0,
      }
    }),
    peak: policy.peakDates.includes(date),
    price: priceList(venue, day),
  }
}

// A price is a difference of two readings (booking.md §8, property 6), so one list a day and type answers for any stretch.
function priceList(venue: Venue, day: { readonly start: number; readonly end: number }): House['price'] {
  const lists = new Map<string, (at: number) => number>()
  const readingOf = (typeCode: string) => {
    const known = lists.get(typeCode)
    if (known) return known
    const { lines } = quote(day, typeCode, venue)
    const reading = (at: number): number => {
      let sum = 0
      for (const line of lines) {
        const from = (line.start - day.start) / minute
        if (at <= from) break
        const to = (line.end - day.start) / minute
        sum += at >= to ? line.amount : Math.round((line.rate * (at - from)) / 60)
      }
      return sum
    }
    lists.set(typeCode, reading)
    return reading
  }
  return (typeCode, from, to) => {
    const reading = readingOf(typeCode)
    return reading(to) - reading(from)
  }
}

/** The right type for a party (booking.md §1); undefined when no room takes it. */
export const rightTypeIn = (house: House, party: number): HouseType | undefined =>
  house.types.find((type) => type.seats >= party) ?? house.types.find((type) => type.maxSeats >= party)

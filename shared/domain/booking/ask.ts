import { type BusinessDate, businessDateOf, daysBetween } from '../time/business-day.ts'
import { calendarOf, openingSpan } from '../time/opening-hours.ts'
import { minute, type Span } from '../time/span.ts'
import type { Venue } from '../venue/venue.ts'
import type { BookingRequest, Channel, CustomerFacts } from './request.ts'
import type { Snapshot } from './snapshot.ts'

/** A request made whole: every default filled in, the business day known. What `judge` judges. */
export interface Ask extends Span {
  readonly party: number
  readonly minutes: number
  /** Type the caller asked for by name; undefined when the party chooses it. */
  readonly typeCode?: string
  readonly roomNo?: string
  /** Two rooms of one type for one party. */
  readonly rooms: 1 | 2
  readonly channel: Channel
  readonly customer?: CustomerFacts
  readonly queueJump: boolean
  readonly approved: boolean
  readonly ref?: string
  /** A room the answer may not be, for "another room". */
  readonly notRoomNo?: string
  /** Preferred rooms while they are free: an offer's own, or the room of the booking being changed. */
  readonly preferRooms?: readonly string[]
  /** Seats do not count: asks only whether a room of the type is free. */
  readonly seatsApart?: boolean
}

/** What every judgement of one decision shares. */
export interface Context {
  readonly snapshot: Snapshot
  readonly venue: Venue
  readonly now: number
  readonly today: BusinessDate
}

/** Binds a snapshot to the clock. */
export const contextOf = (snapshot: Snapshot, now: number): Context => ({
  snapshot,
  venue: snapshot.venue,
  now,
  today: businessDateOf(now, calendarOf(snapshot.venue)),
})

/** Business date of an instant at this venue. */
export const dateOf = (instant: number, context: Context): BusinessDate =>
  businessDateOf(instant, calendarOf(context.venue))

/** Business days from today to the instant's day; the past counts as today. */
export const daysAhead = (instant: number, context: Context): number =>
  Math.max(0, daysBetween(context.today, dateOf(instant, context)))

/** Shortest ordinary session on a business date; peak dates have their own (booking.md §2). */
export function sessionMinOn(date: BusinessDate, venue: Venue): number {
  const { session, peakDates, peakSessionMin } = venue.policy
  return peakDates.includes(date) ? Math.max(session.min, peakSessionMin) : session.min
}

// A walk-in that names no length stays the default time, cut at closing.
function defaultMinutes(start: number, channel: Channel, context: Context): number {
  const { session } = context.venue.policy
  if (channel !== 'walkIn') return Math.max(session.default, sessionMinOn(dateOf(start, context), context.venue))
  const closing = openingSpan(dateOf(start, context), context.venue)?.end ?? start
  const left = Math.floor((closing - start) / minute)
  return left > 0 ? Math.min(session.default, left) : session.default
}

/** Fills in what a request leaves open. A walk-in starts now, to the minute. */
export function askOf(request: BookingRequest, context: Context): Ask {
  const start = request.channel === 'walkIn' ? Math.floor(context.now / minute) * minute : request.start
  const minutes = request.minutes ?? defaultMinutes(start, request.channel, context)
  return {
    party: request.party,
    start,
    minutes,
    end: start + minutes * minute,
    typeCode: request.typeCode,
    roomNo: request.roomNo,
    rooms: 1,
    channel: request.channel,
    customer: request.customer,
    queueJump: request.asks?.queueJump ?? false,
    approved: request.asks?.supervisorApproval ?? false,
    ref: request.ref,
    preferRooms: request.preferRooms,
  }
}

/** The same ask at another time. */
export const moved = (ask: Ask, start: number, minutes: number = ask.minutes): Ask => ({
  ...ask,
  start,
  minutes,
  end: start + minutes * minute,
})

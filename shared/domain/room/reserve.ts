import type { Snapshot } from '../booking/snapshot.ts'
import { primePart } from '../time/opening-hours.ts'
import { minute, overlaps, type Span } from '../time/span.ts'
import { roomsOfType } from './room-type.ts'

/** How the rooms of a type stand against the walk-in reserve in the prime part of a span. */
export interface ReserveCount {
  readonly sellable: number
  readonly reserved: number
  readonly booked: number
}

/**
 * Counts the rooms of a type for the walk-in reserve (booking.md §2, §3): sellable rooms, rooms kept for walk-ins, and
 * rooms that bookings have a claim on. Undefined when the span is not in prime.
 */
export function countReserve(
  span: Span,
  date: string,
  typeCode: string,
  snapshot: Snapshot,
  ref?: string,
): ReserveCount | undefined {
  const prime = primePart(span, date, snapshot.venue)
  if (!prime) return undefined
  let sellable = 0
  let booked = 0
  for (const room of roomsOfType(snapshot.venue, typeCode)) {
    const claims = (snapshot.claimsByRoom.get(room.roomNo) ?? []).filter((claim) => overlaps(claim, prime))
    if (!claims.some((claim) => claim.kind === 'block')) sellable += 1
    if (claims.some((claim) => claim.booked && (ref === undefined || claim.bookingCode !== ref))) booked += 1
  }
  const percent = snapshot.venue.policy.walkInReserve.percentByType[typeCode] ?? 0
  return { sellable, reserved: Math.floor((sellable * percent) / 100), booked }
}

/** True when the reserve keeps `rooms` more rooms of the type from a booking that starts at `span.start`. */
export function reserveBinds(
  span: Span,
  date: string,
  typeCode: string,
  rooms: number,
  snapshot: Snapshot,
  now: number,
  ref?: string,
): boolean {
  if (span.start <= now + snapshot.venue.policy.walkInReserve.lapsesMinutes * minute) return false
  const count = countReserve(span, date, typeCode, snapshot, ref)
  return count !== undefined && count.reserved > 0 && count.booked + rooms > count.sellable - count.reserved
}

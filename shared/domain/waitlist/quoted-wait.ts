import type { Snapshot } from '../booking/snapshot.ts'
import type { Claim } from '../room/claim.ts'
import { earliestFreeStart } from '../room/obstruction.ts'
import { maxSeatsOf, roomsOfType, typeOf } from '../room/room-type.ts'
import { businessDateOf, wallMinutesOf } from '../time/business-day.ts'
import { calendarOf, openingSpan } from '../time/opening-hours.ts'
import { minute } from '../time/span.ts'

export interface QuotedWait {
  /** Half of the parties wait no longer than this, in steps of five minutes. */
  readonly medianMinutes: number
  /** Nine of ten wait no longer than this. */
  readonly p90Minutes: number
}

/** The smallest margin by which a party may outstay in the cautious quote. */
const cautiousOverrunMinutes = 15
const stepMinutes = 5

const overrunOf = (claim: Claim, typeCode: string, snapshot: Snapshot): number => {
  const calendar = calendarOf(snapshot.venue)
  const hour = Math.floor(wallMinutesOf(claim.end, businessDateOf(claim.end, calendar), calendar) / 60)
  return snapshot.overrunMinutes.get(`${typeCode}:${hour}`) ?? 0
}

// Expected end of each use: as planned; past its plan, now and the usual overrun; settled, now (booking.md §3, Quoted wait).
function expectedClaims(
  claims: readonly Claim[],
  typeCode: string,
  snapshot: Snapshot,
  now: number,
  cautious: boolean,
): Claim[] {
  return claims.map((claim) => {
    if (claim.kind !== 'use' || claim.start > now || claim.occupiedUntil <= now) return claim
    const cleaning = claim.occupiedUntil - claim.end
    const settled = snapshot.settledRooms.has(claim.roomNo)
    const overrun = overrunOf(claim, typeCode, snapshot)
    const margin = settled
      ? 0
      : cautious
        ? Math.max(cautiousOverrunMinutes, 2 * overrun)
        : claim.end <= now
          ? overrun
          : 0
    const end = (settled ? now : Math.max(claim.end, now)) + margin * minute
    return { ...claim, end, occupiedUntil: end + cleaning }
  })
}

/** What a party waits for: a room of the type, or one very room of it. */
export interface Wanted {
  readonly typeCode: string
  readonly party: number
  readonly roomNo?: string
}

function freeTimes(wanted: Wanted, from: number, snapshot: Snapshot, now: number, cautious: boolean): number[] {
  const { venue } = snapshot
  const closing = openingSpan(businessDateOf(from, calendarOf(venue)), venue)?.end ?? from
  const cleaningMinutes = typeOf(venue, wanted.typeCode)?.cleaningMinutes ?? 0
  return roomsOfType(venue, wanted.typeCode)
    .filter((room) => maxSeatsOf(venue, room) >= wanted.party && (wanted.roomNo ?? room.roomNo) === room.roomNo)
    .map((room) => {
      const claims = snapshot.claimsByRoom.get(room.roomNo) ?? []
      const expected = expectedClaims(claims, wanted.typeCode, snapshot, now, cautious)
      const search = { from, mustEndBy: closing, minutes: venue.policy.walkInMinMinutes, cleaningMinutes }
      return earliestFreeStart(expected, search) ?? closing
    })
    .sort((a, b) => a - b)
}

/**
 * How long a party that comes at `from` would wait for a room of the type (booking.md §3, Quoted wait): the parties ahead
 * of it take the rooms that become free first.
 *
 * @param ahead parties before it; those waiting for the type when left out
 */
export function quotedWait(
  wanted: Wanted,
  from: number,
  snapshot: Snapshot,
  now: number,
  ahead: number = snapshot.waiting.filter((other) => other.typeCode === wanted.typeCode).length,
): QuotedWait {
  const comes = Math.max(from, now)
  const minutesAt = (times: readonly number[]): number => {
    if (times.length === 0) return 0
    const round = Math.floor(ahead / times.length)
    const cleaning = typeOf(snapshot.venue, wanted.typeCode)?.cleaningMinutes ?? 0
    const at =
      (times[ahead % times.length] as number) + round * (snapshot.venue.policy.session.default + cleaning) * minute
    return Math.ceil(Math.max(0, at - comes) / minute / stepMinutes) * stepMinutes
  }
  const medianMinutes = minutesAt(freeTimes(wanted, comes, snapshot, now, false))
  const p90Minutes = Math.max(medianMinutes, minutesAt(freeTimes(wanted, comes, snapshot, now, true)))
  return { medianMinutes, p90Minutes }
}

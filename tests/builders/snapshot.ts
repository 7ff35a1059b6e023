import { demoVenue } from '#shared/demo/demo-venue.ts'
import type { Snapshot } from '#shared/domain/booking/snapshot.ts'
import type { Claim } from '#shared/domain/room/claim.ts'
import { minute } from '#shared/domain/time/span.ts'
import { instantOfWall } from '#shared/domain/time/zone.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'

/** `2026-05-12 15:00` on the venue's wall clock. */
export const at = (text: string, timeZone = demoVenue.timeZone): number =>
  instantOfWall(Date.parse(`${text.replace(' ', 'T')}:00Z`), timeZone)

const cleaningOf = (roomNo: string, venue: Venue): number => {
  const room = venue.rooms.find((r) => r.roomNo === roomNo)
  return venue.types.find((t) => t.code === room?.typeCode)?.cleaningMinutes ?? 0
}

function claim(kind: Claim['kind'], roomNo: string, from: string, to: string, booked: boolean, venue: Venue): Claim {
  const start = at(from, venue.timeZone)
  const end = at(to, venue.timeZone)
  const occupiedUntil = kind === 'block' ? end : end + cleaningOf(roomNo, venue) * minute
  const id = `${kind}-${roomNo}-${from}`
  return {
    id,
    roomNo,
    kind,
    start,
    end,
    occupiedUntil,
    booked,
    ...(kind === 'booking' ? { bookingCode: `K1-${roomNo}` } : {}),
  }
}

export const bookingClaim = (roomNo: string, from: string, to: string, venue = demoVenue): Claim =>
  claim('booking', roomNo, from, to, true, venue)

/** A walk-in's use of a room. */
export const useClaim = (roomNo: string, from: string, to: string, venue = demoVenue): Claim =>
  claim('use', roomNo, from, to, false, venue)

export const blockClaim = (roomNo: string, from: string, to: string, venue = demoVenue): Claim =>
  claim('block', roomNo, from, to, false, venue)

/** A snapshot with these claims and nothing else going on. */
export function snapshotOf(claims: readonly Claim[], rest: Partial<Snapshot> = {}): Snapshot {
  const sorted = [...claims].sort((a, b) => a.start - b.start)
  return {
    venue: demoVenue,
    claimsByRoom: Map.groupBy(sorted, (c) => c.roomNo),
    habitualRooms: new Map(),
    walkInsByRoom: new Map(),
    heldRooms: new Set(),
    waiting: [],
    overrunMinutes: new Map(),
    settledRooms: new Set(),
    ...rest,
  }
}

import type { Snapshot } from '../booking/snapshot.ts'
import type { Span } from '../time/span.ts'
import type { Room } from '../venue/venue.ts'
import { freeStretch } from './obstruction.ts'
import { compareRoomNo } from './room-type.ts'

interface Fit {
  readonly room: Room
  readonly held: boolean
  readonly habitual: boolean
  readonly stretch: number
  readonly walkIns: number
}

/**
 * Free rooms in the order they should be given away, so that the board stays sellable (booking.md §3, Which room):
 * no room another desk is talking about, none somebody habitually specifies, the shortest free stretch, the fewest
 * walk-ins, the lowest number.
 */
export function rankByFit(
  free: readonly Room[],
  span: Span,
  limits: Span,
  snapshot: Snapshot,
  caller: { readonly id?: string; readonly ref?: string },
): Room[] {
  const fits = free.map((room): Fit => {
    const stretch = freeStretch(snapshot.claimsByRoom.get(room.roomNo) ?? [], span, limits, caller.ref)
    const habit = snapshot.habitualRooms.get(room.roomNo) ?? []
    return {
      room,
      held: snapshot.heldRooms.has(room.roomNo),
      habitual: habit.some((customerId) => customerId !== caller.id),
      stretch: stretch.end - stretch.start,
      walkIns: snapshot.walkInsByRoom.get(room.roomNo) ?? 0,
    }
  })
  fits.sort(
    (a, b) =>
      Number(a.held) - Number(b.held) ||
      Number(a.habitual) - Number(b.habitual) ||
      a.stretch - b.stretch ||
      a.walkIns - b.walkIns ||
      compareRoomNo(a.room.roomNo, b.room.roomNo),
  )
  return fits.map((fit) => fit.room)
}

/** Two free rooms for one party: the best-fitting one that has a free neighbour, with it; else the two best. */
export function pairByFit(ranked: readonly Room[], seats: (room: Room) => number, party: number): Room[] | undefined {
  const takesBoth = (a: Room, b: Room) => seats(a) + seats(b) >= party
  for (const room of ranked) {
    const beside = ranked.find((other) => room.neighbours.includes(other.roomNo) && takesBoth(room, other))
    if (beside) return [room, beside]
  }
  for (const [i, room] of ranked.entries()) {
    const other = ranked.slice(i + 1).find((candidate) => takesBoth(room, candidate))
    if (other) return [room, other]
  }
  return undefined
}

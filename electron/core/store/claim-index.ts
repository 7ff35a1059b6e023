import type { Claim } from '#shared/domain/room/claim.ts'
import { useSpan as spanOfUse } from '#shared/domain/stay/outstay.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { ClaimTable } from './schema.ts'

/** How long a claim is remembered after it ended. */
export const rememberedMs = 36 * 60 * minute

export function claimOfRow(row: ClaimTable): Claim {
  return {
    id: row.id,
    roomNo: row.room_no,
    kind: row.kind,
    start: row.start_at,
    end: row.end_at,
    occupiedUntil: row.occupied_until,
    booked: row.booked === 1,
    ...(row.booking_code !== null && { bookingCode: row.booking_code }),
    ...(row.stay_id !== null && { stayId: row.stay_id }),
    ...(row.block_id !== null && { blockId: row.block_id }),
    ...(row.block_kind !== null && { blockKind: row.block_kind }),
    ...(row.party !== null && { party: row.party }),
    ...(row.name !== null && { name: row.name }),
  }
}

/**
 * Active claims by room, sorted by start, in step with what is committed. It makes a decision independent of how many
 * bookings lie in the past.
 */
export class ClaimIndex {
  readonly #byRoom = new Map<string, readonly Claim[]>()
  readonly #roomOf = new Map<string, string>()

  put(claim: Claim): void {
    this.drop(claim.id)
    // A new list each time: snapshots already given out must not change.
    const list = [...(this.#byRoom.get(claim.roomNo) ?? [])]
    let at = list.length
    while (at > 0 && (list[at - 1]?.start ?? 0) > claim.start) at -= 1
    list.splice(at, 0, claim)
    this.#byRoom.set(claim.roomNo, list)
    this.#roomOf.set(claim.id, claim.roomNo)
  }

  drop(id: string): void {
    const roomNo = this.#roomOf.get(id)
    if (roomNo === undefined) return
    this.#roomOf.delete(id)
    this.#byRoom.set(
      roomNo,
      this.claimsOf(roomNo).filter((claim) => claim.id !== id),
    )
  }

  claimsOf(roomNo: string): readonly Claim[] {
    return this.#byRoom.get(roomNo) ?? none
  }

  /**
   * The rooms' claims as they are at `now`: an open use that outstays its plan grows with the clock, never into the
   * next claim (booking.md §6).
   */
  at(now: number, occupancy: Occupancy): ReadonlyMap<string, readonly Claim[]> {
    const claims = new Map<string, readonly Claim[]>()
    for (const [roomNo, list] of this.#byRoom) claims.set(roomNo, grown(list, now, occupancy))
    return claims
  }

  /** Forgets what ended long ago. */
  forgetBefore(now: number, occupancy: Occupancy): void {
    for (const list of this.#byRoom.values())
      for (const claim of list)
        if (claim.occupiedUntil < now - rememberedMs && !occupancy.isInside(claim)) this.drop(claim.id)
  }

  get size(): number {
    return this.#roomOf.size
  }
}

/** What the segments say of a use's claim. */
export interface Occupancy {
  /** The party is still in this room. */
  isInside(claim: Claim): boolean
  /** The party has left and nobody has reported the room clean, where that is needed. */
  isDirty(claim: Claim): boolean
}

const none: readonly Claim[] = []

function grown(list: readonly Claim[], now: number, occupancy: Occupancy): readonly Claim[] {
  let answer = list
  for (const [at, claim] of list.entries()) {
    if (claim.start > now) break
    if (claim.kind !== 'use' || claim.occupiedUntil + minute < now - rememberedMs) continue
    const inside = claim.end < now && occupancy.isInside(claim)
    const dirty = !inside && claim.occupiedUntil <= now && occupancy.isDirty(claim)
    if (!inside && !dirty) continue
    const use = {
      start: claim.start,
      plannedEnd: claim.end,
      ...(dirty && { leftAt: claim.end }),
      cleaningMinutes: (claim.occupiedUntil - claim.end) / minute,
    }
    const span = spanOfUse(use, now, !dirty, list[at + 1]?.start)
    answer = answer.with(at, { ...claim, ...span, ...(inside && { plannedEnd: claim.end }) })
  }
  return answer
}

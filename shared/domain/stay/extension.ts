/** How long a party may stay on (续时, booking.md §6). */

import type { Reason } from '../booking/decision.ts'
import type { Claim } from '../room/claim.ts'
import { minute } from '../time/span.ts'

export interface RoomInUse {
  readonly roomNo: string
  readonly cleaningMinutes: number
  readonly claims: readonly Claim[]
}

export interface ExtensionLimits {
  /** Closing of the business day the plan ends in; a supervisor may go on to the day's end. */
  readonly closing: number
  readonly dayEnd: number
}

export interface LongestExtension {
  /** The latest end that is possible without an approval. */
  readonly until: number
  readonly maxMinutes: number
  /** The claim that stands in the way first, if one does before closing. */
  readonly next?: Claim
}

const isOwn = (claim: Claim, stayId: string): boolean => claim.kind === 'use' && claim.stayId === stayId

// Claims of a room are sorted by start: the first after the party's own is the next.
function nextClaim(room: RoomInUse, stayId: string, plannedEnd: number): Claim | undefined {
  const from = room.claims.find((claim) => isOwn(claim, stayId))?.start ?? plannedEnd
  return room.claims.find((claim) => !isOwn(claim, stayId) && claim.start >= from)
}

/**
 * The longest a stay could go on in the rooms it uses.
 * @param plannedEnd the end as planned now, from which the minutes count
 * @param approved true when a supervisor lets the party stay past closing
 */
export function longestExtension(
  rooms: readonly RoomInUse[],
  stayId: string,
  plannedEnd: number,
  limits: ExtensionLimits,
  approved: boolean,
): LongestExtension {
  let until = approved ? limits.dayEnd : limits.closing
  let next: Claim | undefined
  for (const room of rooms) {
    const following = nextClaim(room, stayId, plannedEnd)
    if (!following) continue
    const latest = following.start - room.cleaningMinutes * minute
    if (latest < until) {
      until = latest
      next = following
    }
  }
  const free = Math.max(0, Math.floor((until - plannedEnd) / minute))
  return { until: Math.max(until, plannedEnd), maxMinutes: free, ...(next && { next }) }
}

/** Why a stay may not end at `end`; undefined when it may. */
export function extensionRefusal(
  rooms: readonly RoomInUse[],
  stayId: string,
  plannedEnd: number,
  end: number,
  limits: ExtensionLimits,
  approved: boolean,
): { readonly reason: Reason; readonly claim?: Claim; readonly roomNo?: string } | undefined {
  for (const room of rooms) {
    const following = nextClaim(room, stayId, plannedEnd)
    if (!following || end + room.cleaningMinutes * minute <= following.start) continue
    const reason = following.start < end ? 'ROOM_TAKEN' : 'CLEANING_BUFFER'
    return { reason: following.kind === 'block' ? 'ROOM_BLOCKED' : reason, claim: following, roomNo: room.roomNo }
  }
  return end > (approved ? limits.dayEnd : limits.closing) ? { reason: 'CLOSED' } : undefined
}

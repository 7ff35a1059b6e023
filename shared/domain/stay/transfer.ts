/** Moving a party to another room (转包, booking.md §6). */

import type { Reason } from '../booking/decision.ts'
import type { Claim } from '../room/claim.ts'
import { obstructionOf } from '../room/obstruction.ts'
import type { Room, RoomType } from '../venue/venue.ts'

export type ChargeChoice = 'keep' | 'recalculate' | 'waive'

export interface TransferRefusal {
  readonly reason: Reason
  readonly claim?: Claim
}

/**
 * Why a party may not move into `room` for `[now, end)`; undefined when it may.
 * @param room undefined when the number is unknown
 */
export function transferRefusal(
  room: { readonly room: Room; readonly type: RoomType; readonly claims: readonly Claim[] } | undefined,
  party: number,
  span: { readonly start: number; readonly end: number },
): TransferRefusal | undefined {
  if (!room) return { reason: 'ROOM_UNKNOWN' }
  const found = obstructionOf(room.claims, span, room.type.cleaningMinutes)
  if (found?.by === 'block') return { reason: 'ROOM_BLOCKED', claim: found.claim }
  if (party > (room.room.maxSeats ?? room.type.maxSeats)) return { reason: 'ROOM_TOO_SMALL' }
  if (found) return { reason: 'ROOM_TAKEN', claim: found.claim }
  return undefined
}

/**
 * The type whose price the new segment is charged at: the old one's when the charge is kept or waived, else the new
 * room's.
 */
export const chargedType = (choice: ChargeChoice, from: string, to: string): string =>
  choice === 'recalculate' ? to : from

/**
 * True when the move makes the party pay as if it had been in the right type from the start: to the type that was
 * right for it, within so many minutes (booking.md §2, upgradeCharge).
 */
export const chargesAsRightFromStart = (
  startedAt: number,
  movedAt: number,
  toType: string,
  rightType: string,
  withinMinutes: number,
): boolean => toType === rightType && movedAt - startedAt <= withinMinutes * 60_000

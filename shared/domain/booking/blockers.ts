import { obstructionOf } from '../room/obstruction.ts'
import { roomOf, roomsOfType, typeOf } from '../room/room-type.ts'
import { minute } from '../time/span.ts'
import type { Room } from '../venue/venue.ts'
import type { Ask, Context } from './ask.ts'
import type { Blocker } from './decision.ts'
import { roomCode, type Verdict } from './judge.ts'

/** What stands in the way on a room, until when, and whose booking it is. */
function blockerOf(room: Room, code: Blocker['code'], ask: Ask, context: Context): Blocker {
  const claims = context.snapshot.claimsByRoom.get(room.roomNo) ?? []
  const cleaning = typeOf(context.venue, room.typeCode)?.cleaningMinutes ?? 0
  const obstruction = obstructionOf(claims, ask, cleaning, ask.ref)
  if (!obstruction) return { roomNo: room.roomNo, code }
  const { claim } = obstruction
  const until = claim.end > ask.start ? claim.end : claim.occupiedUntil
  return { roomNo: room.roomNo, code, until, ...(claim.bookingCode ? { bookingCode: claim.bookingCode } : {}) }
}

/** After checks 8 and 9: the asked room, or each room of the type, with its own code (booking.md §3, Decision). */
export function blockersOf(ask: Ask, verdict: Verdict & { ok: false }, context: Context): Blocker[] {
  if (ask.roomNo !== undefined) {
    const room = roomOf(context.venue, ask.roomNo)
    return room && verdict.check >= 8 ? [blockerOf(room, verdict.reason, ask, context)] : []
  }
  if (verdict.check !== 9) return []
  return roomsOfType(context.venue, verdict.typeCode).map((room) =>
    blockerOf(room, roomCode(room, ask, context), ask, context),
  )
}

/** The caller's other bookings that overlap or lie near: asked about, never refused (booking.md §2, sameCallerGap). */
export function sameCallerBlockers(ask: Ask, context: Context): Blocker[] {
  const gap = context.venue.policy.sameCallerGapMinutes * minute
  return (ask.customer?.bookings ?? [])
    .filter((other) => other.code !== ask.ref && other.start <= ask.end + gap && ask.start <= other.end + gap)
    .map((other) => ({ roomNo: other.roomNo, code: 'SAME_CALLER', until: other.end, bookingCode: other.code }))
}

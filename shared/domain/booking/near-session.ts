import { earliestFreeStart } from '../room/obstruction.ts'
import { typeOf } from '../room/room-type.ts'
import { openingSpan } from '../time/opening-hours.ts'
import { minute } from '../time/span.ts'
import type { Room } from '../venue/venue.ts'
import { type Ask, type Context, dateOf, sessionMinOn } from './ask.ts'

const nearMinutes = 120

/**
 * True when a session of the minimum lies free on the room within two hours before to two hours after the asked span,
 * while the venue is open and not before now (booking.md §3, check 9: `NOT_CONTIGUOUS`).
 */
export function minimumFitsNear(room: Room, ask: Ask, context: Context): boolean {
  const date = dateOf(ask.start, context)
  const open = openingSpan(date, context.venue)
  if (!open) return false
  const minutes = ask.channel === 'walkIn' ? context.venue.policy.walkInMinMinutes : sessionMinOn(date, context.venue)
  const search = {
    from: Math.max(ask.start - nearMinutes * minute, open.start, context.now),
    mustEndBy: Math.min(ask.end + nearMinutes * minute, open.end),
    minutes,
    cleaningMinutes: typeOf(context.venue, room.typeCode)?.cleaningMinutes ?? 0,
  }
  return earliestFreeStart(context.snapshot.claimsByRoom.get(room.roomNo) ?? [], search, ask.ref) !== undefined
}

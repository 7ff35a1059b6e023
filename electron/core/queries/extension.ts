import type { z } from 'zod'
import type { stayContract } from '#shared/contract/stay.ts'
import type { Snapshot } from '#shared/domain/booking/snapshot.ts'
import { isFree } from '#shared/domain/room/obstruction.ts'
import { roomOf, roomsOfType, typeOf } from '#shared/domain/room/room-type.ts'
import { type LongestExtension, longestExtension, type RoomInUse } from '#shared/domain/stay/extension.ts'
import { businessDateOf, businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf, openingSpan } from '#shared/domain/time/opening-hours.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import type { StayTable } from '../store/schema.ts'

export type ExtensionView = z.output<(typeof stayContract)['extension']['~orpc']['outputSchema'] & z.ZodType>

/** The rooms a stay uses, with all that is claimed on them. */
export const roomsInUse = (roomNos: readonly string[], snapshot: Snapshot): RoomInUse[] =>
  roomNos.map((roomNo) => ({
    roomNo,
    cleaningMinutes: typeOf(snapshot.venue, roomOf(snapshot.venue, roomNo)?.typeCode ?? '')?.cleaningMinutes ?? 0,
    claims: snapshot.claimsByRoom.get(roomNo) ?? [],
  }))

/** Closing and end of the business day in which a stay's plan ends. */
export function extensionLimits(plannedEnd: number, snapshot: Snapshot) {
  const calendar = calendarOf(snapshot.venue)
  const date = businessDateOf(plannedEnd - 1, calendar)
  const dayEnd = businessDaySpan(date, calendar).end
  return { closing: openingSpan(date, snapshot.venue)?.end ?? dayEnd, dayEnd }
}

// Rooms of the same type the next party could be moved to, when it is a booking that did not ask for this very room.
function roomsForNext(longest: LongestExtension, snapshot: Snapshot): string[] {
  const { next } = longest
  if (next?.kind !== 'booking') return []
  const typeCode = roomOf(snapshot.venue, next.roomNo)?.typeCode ?? ''
  const cleaning = typeOf(snapshot.venue, typeCode)?.cleaningMinutes ?? 0
  return roomsOfType(snapshot.venue, typeCode)
    .filter((room) => isFree(snapshot.claimsByRoom.get(room.roomNo) ?? [], next, cleaning))
    .map((room) => room.roomNo)
    .slice(0, 20)
}

/** How long a stay could go on without an approval, and where the party that comes next could go (booking.md §6). */
export function extensionView(stay: StayTable, roomNos: readonly string[], snapshot: Snapshot): ExtensionView {
  const zone = snapshot.venue.timeZone
  const limits = extensionLimits(stay.planned_end, snapshot)
  const longest = longestExtension(roomsInUse(roomNos, snapshot), stay.id, stay.planned_end, limits, false)
  return {
    until: isoIn(longest.until, zone),
    maxMinutes: longest.maxMinutes,
    ...(longest.next && {
      next: {
        ...(longest.next.bookingCode !== undefined && { bookingCode: longest.next.bookingCode }),
        start: isoIn(longest.next.start, zone),
        rooms: roomsForNext(longest, snapshot),
      },
    }),
  }
}

import { createDraw } from '#shared/demo/history/draw.ts'
import type { Snapshot } from '#shared/domain/booking/snapshot.ts'
import type { Claim } from '#shared/domain/room/claim.ts'
import { typeOf } from '#shared/domain/room/room-type.ts'
import { addDays, instantAt } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'

/** Saturday of the measured decisions, and the Thursday before it, 15:00, when the desk asks. */
export const saturday = '2026-05-16'
export const asked = '2026-05-14'

/**
 * Every room of the venue booked from opening to closing, one party after the other with only its cleaning between:
 * about four bookings a room, 600 in 150 rooms. The days around it are two thirds full, as before a weekend; from Tuesday on there is nothing yet.
 */
export function fullSaturday(venue: Venue, seed = 7): { snapshot: Snapshot; now: number; bookings: number } {
  const calendar = calendarOf(venue)
  const draw = createDraw(seed)
  const claims: Claim[] = []
  for (let day = -3; day <= 2; day += 1) {
    const date = addDays(saturday, day)
    const closing = instantAt(date, venue.policy.opening.close, calendar)
    for (const room of venue.rooms) {
      const cleaning = (typeOf(venue, room.typeCode)?.cleaningMinutes ?? 0) * minute
      let at = instantAt(date, venue.policy.opening.open, calendar) + draw.below(4) * 15 * minute
      for (;;) {
        const end = at + draw.pick([180, 180, 240, 270]) * minute
        if (end > closing) break
        if (date === saturday || draw.chance(0.66)) {
          const id = `c${claims.length}`
          claims.push({
            id,
            roomNo: room.roomNo,
            kind: 'booking',
            start: at,
            end,
            occupiedUntil: end + cleaning,
            booked: true,
            bookingCode: `K1-${claims.length}`,
            party: 4,
          })
        }
        at = Math.ceil((end + cleaning) / (15 * minute)) * 15 * minute
      }
    }
  }
  const snapshot: Snapshot = {
    venue,
    claimsByRoom: Map.groupBy(
      claims.sort((a, b) => a.start - b.start),
      (claim) => claim.roomNo,
    ),
    habitualRooms: new Map(venue.rooms.filter((_, i) => i % 10 === 0).map((room) => [room.roomNo, ['c1']])),
    walkInsByRoom: new Map(venue.rooms.map((room, i) => [room.roomNo, (i * 7) % 40])),
    heldRooms: new Set(),
    waiting: [],
    overrunMinutes: new Map(),
    settledRooms: new Set(),
  }
  const open = instantAt(saturday, venue.policy.dayStart, calendar)
  const over = instantAt(addDays(saturday, 1), venue.policy.dayStart, calendar)
  const bookings = claims.filter((claim) => claim.start >= open && claim.start < over).length
  return { snapshot, now: instantAt(asked, 15 * 60, calendar), bookings }
}

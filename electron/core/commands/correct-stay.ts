import { toMinute } from '#shared/domain/booking/life.ts'
import { stayRow } from '../queries/stay-view.ts'
import { venueId } from '../store/schema.ts'
import { type Command, done, refuse, type Tx } from '../store/tx.ts'
import { activeClaims } from './claim-rows.ts'
import type { Desk } from './desk.ts'
import { invalid } from './read-request.ts'
import { touchedKeys } from './touched-keys.ts'

export interface CorrectInput {
  readonly id: string
  readonly party?: number | undefined
  readonly leftAt?: string | undefined
  readonly reason: string
}

/**
 * Puts right what was recorded of a party that has gone: its head count, or that it really left earlier than it was
 * booked out. The reason stays in the journal; a day that is closed shows it as an adjustment (reports.md §1).
 * Refuses with STATE while the party is inside.
 */
export const correctStay = (desk: Desk): Command<CorrectInput, { readonly id: string }> => ({
  name: 'stay.correct',
  async run(tx, input) {
    const stay = await stayRow(tx.read, input.id)
    if (!stay) return refuse('NOT_FOUND')
    if (stay.state !== 'left' || stay.left_at === null) return refuse('STATE', { state: stay.state })
    if (input.party === undefined && input.leftAt === undefined) return invalid('party', 'nothing to correct')
    const leftAt = input.leftAt === undefined ? stay.left_at : toMinute(Date.parse(input.leftAt))
    const rooms = await lastSegments(tx, stay.id)
    const began = Math.max(...rooms.map((room) => room.start_at))
    if (leftAt < began || leftAt > stay.left_at) return invalid('leftAt', 'between coming in and being booked out')
    if (leftAt !== stay.left_at) {
      for (const room of rooms) await tx.update('segment', { id: room.id }, { end_at: leftAt })
      const claims = await activeClaims(tx.read, { stayId: stay.id })
      for (const claim of claims)
        if (claim.end_at > leftAt)
          await tx.update('claim', { id: claim.id }, { end_at: Math.max(claim.start_at, leftAt) })
    }
    await tx.update(
      'stay',
      { id: stay.id },
      { party: input.party ?? stay.party, left_at: leftAt, version: stay.version + 1 },
    )
    return done(
      { id: stay.id },
      touchedKeys({
        stays: [stay.id],
        bookings: [stay.booking_code],
        rooms: rooms.map((room) => room.room_no),
        dates: [stay.business_date, desk.model.venue.businessDateOf(leftAt)],
      }),
    )
  },
})

// The rooms the party was in when it left.
async function lastSegments(tx: Tx, stayId: string) {
  const segments = await tx.read
    .selectFrom('segment')
    .select(['id', 'room_no', 'start_at', 'end_at'])
    .where('venue_id', '=', venueId)
    .where('stay_id', '=', stayId)
    .orderBy('start_at')
    .execute()
  const last = Math.max(...segments.map((segment) => segment.end_at ?? 0))
  return segments.filter((segment) => segment.end_at === last)
}

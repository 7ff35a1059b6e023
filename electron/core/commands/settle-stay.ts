import { type StayView, stayRow, stayView } from '../queries/stay-view.ts'
import { venueId } from '../store/schema.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import type { Desk } from './desk.ts'
import { openSegments } from './stay-rows.ts'
import { touchedKeys } from './touched-keys.ts'

/** The party has paid (买单): its room will be free soon, and parties promised such a room are told, oldest first. */
export const settleStay = (desk: Desk): Command<{ readonly id: string; readonly amount?: number }, StayView> => ({
  name: 'stay.settle',
  async run(tx, input) {
    const stay = await stayRow(tx.read, input.id)
    if (!stay) return refuse('NOT_FOUND')
    if (stay.state !== 'open') return refuse('STATE', { state: stay.state })
    const changed = await tx.update(
      'stay',
      { id: stay.id },
      { state: 'settled', settled_at: tx.now, amount: input.amount ?? null, version: stay.version + 1 },
    )
    const segments = await openSegments(tx.read, stay.id)
    const alerted = await tx.read
      .selectFrom('promise')
      .select('id')
      .where('venue_id', '=', venueId)
      .where('state', '=', 'open')
      .where(
        'to_type_code',
        'in',
        segments.map((segment) => segment.type_code),
      )
      .orderBy('created_at')
      .execute()
    return done(
      await stayView(tx.read, changed, desk.model.venue.timeZone),
      touchedKeys({
        stays: [stay.id],
        bookings: [stay.booking_code],
        rooms: segments.map((segment) => segment.room_no),
        dates: [stay.business_date],
        others: ['waitlist', ...alerted.map((promise) => `promise:${promise.id}`)],
      }),
    )
  },
})

import { nextStatus } from '#shared/domain/booking/life.ts'
import { bookingRow } from '../queries/booking-view.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import { dropBookingClaims } from './claim-rows.ts'
import { closePromises } from './promise-rows.ts'
import { touchedKeys } from './touched-keys.ts'

/**
 * Gives a room back whose party has not come by the end of the grace (no-show, booking.md §5). Released as of
 * `holdUntil`, also when the program was closed at that minute.
 */
export const releaseBooking: Command<{ readonly code: string }, { readonly code: string }> = {
  name: 'booking.release',
  async run(tx, { code }) {
    const row = await bookingRow(tx.read, code)
    const status = row && nextStatus(row.status, 'release')
    if (!row || !status || row.hold_until === null || row.hold_until > tx.now) return refuse('STATE')
    const rooms = await dropBookingClaims(tx, code)
    const promises = await closePromises(tx, { bookingCode: code }, 'declined')
    await tx.update('booking', { code }, { status, released_at: row.hold_until, version: row.version + 1 })
    return done(
      { code },
      touchedKeys({
        bookings: [code],
        rooms,
        dates: [row.business_date],
        customers: [row.customer_id],
        others: ['waitlist', ...promises],
      }),
    )
  },
}

import { readBookingCode } from '#shared/domain/booking/code.ts'
import { isLateCancellation, nextStatus } from '#shared/domain/booking/life.ts'
import { type BookingView, bookingRow, bookingView } from '../queries/booking-view.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import { dropBookingClaims } from './claim-rows.ts'
import type { Desk } from './desk.ts'
import { closePromises } from './promise-rows.ts'
import { touchedKeys } from './touched-keys.ts'
import { closeEntry } from './waitlist-rows.ts'

export interface CancelInput {
  readonly code: string
  readonly reason: string
  readonly note?: string
}

/**
 * Cancels a booking (流程12): frees its room at once, so that waiting parties are matched with it, or its place in the
 * list. Less than the free time before the start it counts as late. Refuses with STATE when it is over already.
 */
export const cancelBooking = (desk: Desk): Command<CancelInput, BookingView> => ({
  name: 'booking.cancel',
  async run(tx, input) {
    const code = readBookingCode(input.code)
    const row = code === undefined ? undefined : await bookingRow(tx.read, code)
    if (!row) return refuse('NOT_FOUND')
    const status = nextStatus(row.status, 'cancel')
    if (!status) return refuse('STATE', { status: row.status })
    const { model } = desk
    const { policy } = model.venue.at(row.start_at)
    const late = row.status === 'confirmed' && isLateCancellation(row.start_at, tx.now, policy.cancelFreeMinutes)
    const rooms = await dropBookingClaims(tx, row.code)
    if (row.waitlist_id !== null) await closeEntry(tx, row.waitlist_id, 'left')
    // A guest who does not come has declined to move; the promise is not broken.
    const promises = await closePromises(tx, { bookingCode: row.code }, 'declined')
    const changed = await tx.update(
      'booking',
      { code: row.code },
      {
        status,
        cancel_reason: input.reason,
        cancel_note: input.note ?? null,
        cancelled_at: tx.now,
        late_cancel: late ? 1 : 0,
        hold_until: null,
        version: row.version + 1,
      },
    )
    return done(
      await bookingView(tx.read, changed, model.venue.timeZone),
      touchedKeys({
        bookings: [row.code],
        rooms,
        dates: [row.business_date],
        customers: [row.customer_id],
        others: ['waitlist', ...promises],
      }),
    )
  },
})

import { nextStatus } from '#shared/domain/booking/life.ts'
import { nextWaitState } from '#shared/domain/waitlist/order.ts'
import { bookingRow } from '../queries/booking-view.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import { touchedKeys } from './touched-keys.ts'
import { waitlistRow } from './waitlist-rows.ts'

/**
 * Ends a place in the list that nobody came for: ten minutes after the call, or at the end of the day. A booking that
 * waited with it is cancelled.
 * @param at when it ran out
 */
export const expireWaitlist: Command<{ readonly id: string; readonly at: number }, { readonly id: string }> = {
  name: 'waitlist.expire',
  async run(tx, { id, at }) {
    const entry = await waitlistRow(tx.read, id)
    const state = entry && nextWaitState(entry.state, 'expire')
    if (!entry || !state) return refuse('STATE')
    await tx.update('waitlist_entry', { id }, { state, closed_at: at })
    const booking = entry.booking_code === null ? undefined : await bookingRow(tx.read, entry.booking_code)
    const status = booking?.status === 'waiting' ? nextStatus(booking.status, 'expire') : undefined
    if (booking && status)
      await tx.update(
        'booking',
        { code: booking.code },
        {
          status,
          cancel_reason: entry.called_at === null ? 'noRoom' : 'guest',
          cancelled_at: at,
          version: booking.version + 1,
        },
      )
    return done(
      { id },
      touchedKeys({
        bookings: [entry.booking_code],
        dates: [entry.business_date],
        others: ['waitlist', `waitlist:${id}`],
      }),
    )
  },
}

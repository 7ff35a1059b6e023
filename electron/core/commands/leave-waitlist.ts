import { nextStatus } from '#shared/domain/booking/life.ts'
import { nextWaitState } from '#shared/domain/waitlist/order.ts'
import { bookingRow } from '../queries/booking-view.ts'
import { type WaitlistView, waitlistView } from '../queries/waitlist-view.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import type { Desk } from './desk.ts'
import { touchedKeys } from './touched-keys.ts'
import { waitlistRow } from './waitlist-rows.ts'

/** The party would not wait any longer; a booking that waited with it is cancelled. */
export const leaveWaitlist = (desk: Desk): Command<{ readonly id: string }, WaitlistView> => ({
  name: 'waitlist.leave',
  async run(tx, { id }) {
    const entry = await waitlistRow(tx.read, id)
    if (!entry) return refuse('NOT_FOUND')
    const state = nextWaitState(entry.state, 'leave')
    if (!state) return refuse('STATE', { state: entry.state })
    const changed = await tx.update('waitlist_entry', { id }, { state, closed_at: tx.now })
    const booking = entry.booking_code === null ? undefined : await bookingRow(tx.read, entry.booking_code)
    const status = booking?.status === 'waiting' ? nextStatus(booking.status, 'cancel') : undefined
    if (booking && status)
      await tx.update(
        'booking',
        { code: booking.code },
        { status, cancel_reason: 'guest', cancelled_at: tx.now, version: booking.version + 1 },
      )
    return done(
      waitlistView(changed, desk.model.venue.timeZone, tx.now),
      touchedKeys({
        bookings: [entry.booking_code],
        dates: [entry.business_date],
        others: ['waitlist', `waitlist:${id}`],
      }),
    )
  },
})

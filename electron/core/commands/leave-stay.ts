import { nextStatus, toMinute } from '#shared/domain/booking/life.ts'
import { bookingRow } from '../queries/booking-view.ts'
import { type StayView, stayRow, stayView } from '../queries/stay-view.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import type { Desk } from './desk.ts'
import { closePromises } from './promise-rows.ts'
import { leaveRooms } from './stay-rows.ts'
import { touchedKeys } from './touched-keys.ts'

/** The party has gone (离店), also without settling: cleaning begins, the booking is done, open promises lapse. */
export const leaveStay = (desk: Desk): Command<{ readonly id: string }, StayView> => ({
  name: 'stay.leave',
  async run(tx, input) {
    const stay = await stayRow(tx.read, input.id)
    if (!stay) return refuse('NOT_FOUND')
    if (stay.state === 'left') return refuse('STATE', { state: stay.state })
    const rooms = await leaveRooms(tx, desk, stay.id)
    const promises = await closePromises(tx, { stayId: stay.id }, 'lapsed')
    const left = Math.max(toMinute(tx.now), stay.opened_at)
    const changed = await tx.update(
      'stay',
      { id: stay.id },
      { state: 'left', left_at: left, version: stay.version + 1 },
    )
    const booking = stay.booking_code === null ? undefined : await bookingRow(tx.read, stay.booking_code)
    const status = booking && nextStatus(booking.status, 'finish')
    if (booking && status) await tx.update('booking', { code: booking.code }, { status, version: booking.version + 1 })
    return done(
      await stayView(tx.read, changed, desk.model.venue.timeZone),
      touchedKeys({
        stays: [stay.id],
        bookings: [stay.booking_code],
        rooms,
        dates: [stay.business_date],
        customers: [stay.customer_id],
        others: ['waitlist', ...promises],
      }),
    )
  },
})

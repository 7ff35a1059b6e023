import { nextStatus } from '#shared/domain/booking/life.ts'
import { bookingRow } from '../queries/booking-view.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import { touchedKeys } from './touched-keys.ts'

/** Ends a standby or an advance request with the day it was for: nobody could meet it, and it is no no-show. */
export const expireWish: Command<{ readonly code: string; readonly at: number }, { readonly code: string }> = {
  name: 'booking.expire',
  async run(tx, { code, at }) {
    const row = await bookingRow(tx.read, code)
    const status = row && nextStatus(row.status, 'expire')
    if (!row || !status) return refuse('STATE')
    await tx.update(
      'booking',
      { code },
      { status, cancel_reason: 'noRoom', cancelled_at: at, version: row.version + 1 },
    )
    return done({ code }, touchedKeys({ bookings: [code], dates: [row.business_date] }))
  },
}

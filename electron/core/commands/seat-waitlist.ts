import { decide } from '#shared/domain/booking/decide.ts'
import { nextStatus, toMinute } from '#shared/domain/booking/life.ts'
import { minutesOf } from '#shared/domain/time/span.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import { nextWaitState } from '#shared/domain/waitlist/order.ts'
import { bookingRow } from '../queries/booking-view.ts'
import { type StayView, stayView } from '../queries/stay-view.ts'
import type { WaitlistEntryTable } from '../store/schema.ts'
import { type Command, done, refuse, type Tx } from '../store/tx.ts'
import type { Desk } from './desk.ts'
import { readRequest } from './read-request.ts'
import { refuseDecision } from './refuse-decision.ts'
import { openStayRows } from './stay-rows.ts'
import { touchedKeys } from './touched-keys.ts'
import { waitlistRow } from './waitlist-rows.ts'

/** Seats a waiting party (入座): judged like a walk-in of now, in the room named or the best one of its type. */
export const seatWaitlist = (desk: Desk): Command<{ readonly id: string; readonly roomNo?: string }, StayView> => ({
  name: 'waitlist.seat',
  async run(tx, input) {
    const entry = await waitlistRow(tx.read, input.id)
    if (!entry) return refuse('NOT_FOUND')
    const state = nextWaitState(entry.state, 'seat')
    if (!state) return refuse('STATE', { state: entry.state })
    const zone = desk.model.venue.timeZone
    const wish = {
      party: entry.party,
      minutes: entry.minutes ?? undefined,
      start: isoIn(tx.now, zone),
      channel: 'walkIn' as const,
      ...(input.roomNo === undefined ? { typeCode: entry.type_code } : { roomNo: input.roomNo }),
    }
    const read = await readRequest(desk, tx.read, wish, tx)
    if (!read.ok) return read
    const { request, snapshot } = read.result
    // A session that would pass closing, or run into the next party, is cut there: the party has waited long enough, and
    // was called for a room that is free for the least session.
    const whole = decide(request, snapshot, tx.now)
    const open = whole.reason === 'CLOSED' ? decide({ ...request, minutes: undefined }, snapshot, tx.now) : whole
    const shorter = open.offers.find((offer) => offer.kind === 'shorter')
    const decision = shorter ? decide({ ...request, minutes: minutesOf(shorter) }, snapshot, tx.now) : open
    if (decision.outcome !== 'available' || decision.roomNo === undefined) return refuseDecision(decision, snapshot)
    const stay = await openStayRows(tx, desk, {
      bookingCode: entry.booking_code,
      customerId: entry.customer_id,
      name: entry.name,
      phone: entry.phone,
      party: entry.party,
      source: 'waitlist',
      flow: decision.flow,
      typeCode: decision.typeCode,
      requestedTypeCode: entry.type_code,
      roomNos: [decision.roomNo],
      plannedEnd: decision.end,
      quoteTotal: decision.quote.total,
    })
    await tx.update(
      'waitlist_entry',
      { id: entry.id },
      { state, seated_at: tx.now, closed_at: tx.now, stay_id: stay.id },
    )
    await seatBooking(tx, entry, stay.id, decision.roomNo, decision.typeCode)
    return done(
      await stayView(tx.read, stay, zone),
      touchedKeys({
        stays: [stay.id],
        bookings: [entry.booking_code],
        rooms: [decision.roomNo],
        dates: [stay.business_date],
        customers: [entry.customer_id],
        others: ['waitlist', `waitlist:${entry.id}`],
      }),
    )
  },
})

// A booking that waited with the party has come true.
async function seatBooking(tx: Tx, entry: WaitlistEntryTable, stayId: string, roomNo: string, typeCode: string) {
  const booking = entry.booking_code === null ? undefined : await bookingRow(tx.read, entry.booking_code)
  const status = booking && nextStatus(booking.status, 'seat')
  if (!booking || !status) return
  await tx.update(
    'booking',
    { code: booking.code },
    {
      status,
      room_no: roomNo,
      type_code: typeCode,
      arrived_at: toMinute(tx.now),
      stay_id: stayId,
      version: booking.version + 1,
    },
  )
}

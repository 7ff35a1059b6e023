import { bookingCodeOf } from '#shared/domain/booking/code.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'
import type { BookingStatus, BookingTable, Source } from '../store/schema.ts'
import type { NewRow, Tx } from '../store/tx.ts'
import { addClaim, cleaningMinutesOf } from './claim-rows.ts'
import type { Desk } from './desk.ts'

/** What a new booking is made of; the rest follows from the clock and who saves it. */
export interface NewBooking {
  readonly status: BookingStatus
  readonly flow: string
  readonly source: Source
  readonly channel: string
  readonly typeCode: string
  readonly requestedTypeCode: string
  /** None for a booking that waits. */
  readonly roomNos: readonly string[]
  readonly specified: boolean
  readonly party: number
  readonly start: number
  readonly end: number
  readonly holdUntil: number | null
  readonly customerId: string
  readonly guestName: string
  readonly phone: string
  readonly deposit?: number
  readonly depositDue?: number
  readonly quoteTotal: number
  readonly offerKind?: string
  readonly headCount?: number
  readonly notes?: string
  readonly internal: boolean
  readonly approvedBy?: string
  readonly approvalReason?: string
}

/** Stores a booking under a new code, and its claims. */
export async function addBooking(tx: Tx, desk: Desk, booking: NewBooking): Promise<BookingTable> {
  const code = bookingCodeOf(await tx.nextNumber('booking'))
  const date = desk.model.venue.businessDateOf(booking.start)
  const row: NewRow<'booking'> = {
    code,
    code_digits: code.replace(/\D/g, ''),
    status: booking.status,
    flow: booking.flow,
    source: booking.source,
    channel: booking.channel,
    type_code: booking.typeCode,
    requested_type_code: booking.requestedTypeCode,
    room_no: booking.roomNos[0] ?? null,
    second_room_no: booking.roomNos[1] ?? null,
    specified: booking.specified ? 1 : 0,
    party: booking.party,
    start_at: booking.start,
    end_at: booking.end,
    business_date: date,
    hold_until: booking.holdUntil,
    customer_id: booking.customerId,
    guest_name: booking.guestName,
    phone: booking.phone,
    deposit: booking.deposit ?? null,
    deposit_due: booking.depositDue ?? null,
    quote_total: booking.quoteTotal,
    policy_version: desk.model.venue.policyVersionOn(date),
    offer_kind: booking.offerKind ?? null,
    head_count: booking.headCount ?? null,
    notes: booking.notes ?? null,
    internal: booking.internal ? 1 : 0,
    approved_by: booking.approvedBy ?? null,
    approval_reason: booking.approvalReason ?? null,
    cancel_reason: null,
    cancel_note: null,
    cancelled_at: null,
    late_cancel: 0,
    released_at: null,
    arrived_at: null,
    arrived_late: 0,
    stay_id: null,
    waitlist_id: null,
    created_at: tx.now,
    created_by: tx.actor.staffNo,
    created_station: tx.station,
    version: 1,
  }
  await tx.insert('booking', row)
  await addBookingClaims(tx, { ...row, venue_id: 1 }, desk.model.venue.at(booking.start))
  return { ...row, venue_id: 1 }
}

/** Puts a booking's rooms on the board. */
export async function addBookingClaims(tx: Tx, booking: BookingTable, venue: Venue): Promise<void> {
  for (const roomNo of [booking.room_no, booking.second_room_no]) {
    if (roomNo === null) continue
    const span = {
      start: booking.start_at,
      end: booking.end_at,
      cleaningMinutes: cleaningMinutesOf(venue, booking.type_code),
    }
    await addClaim(tx, 'booking', roomNo, span, {
      bookingCode: booking.code,
      booked: true,
      party: booking.party,
      name: booking.guest_name,
    })
  }
}

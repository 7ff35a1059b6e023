import type { DemoGuest } from '#shared/demo/history/guests.ts'
import type { HistoryParty } from '#shared/demo/history/history.ts'
import { bookingCodeOf } from '#shared/domain/booking/code.ts'
import { typeOf } from '#shared/domain/room/room-type.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'
import { venueId } from '../store/schema.ts'
import type { NewRow } from '../store/tx.ts'

type Row<Table extends 'booking' | 'claim' | 'stay' | 'segment'> = NewRow<Table> & { readonly venue_id: number }

/** The rows one past party left behind, as the commands would have left them. */
export interface PartyRows {
  readonly booking?: Row<'booking'>
  readonly claims: readonly Row<'claim'>[]
  readonly stay?: Row<'stay'>
  readonly segment?: Row<'segment'>
}

/** @param count running number of the party, from 1: codes and ids come of it */
export function rowsOfParty(
  party: HistoryParty,
  count: number,
  date: string,
  guest: DemoGuest,
  venue: Venue,
): PartyRows {
  const booked = party.came === 'booked'
  const code = booked ? bookingCodeOf(count) : null
  const stayId = party.visit ? `h${count.toString(36)}` : null
  const cleaning = (typeOf(venue, party.typeCode)?.cleaningMinutes ?? 0) * minute
  const person = { party: party.party, name: guest.name }
  const shared = {
    venue_id: venueId,
    room_no: party.roomNo,
    block_id: null,
    block_kind: null,
    booking_code: code,
    booked: booked ? (1 as const) : (0 as const),
    ...person,
  }
  const claims: Row<'claim'>[] = []
  if (booked)
    claims.push({
      ...shared,
      id: `hb${count.toString(36)}`,
      kind: 'booking',
      start_at: party.start,
      end_at: party.end,
      occupied_until: party.end + cleaning,
      active: 0,
      stay_id: null,
    })
  if (party.visit)
    claims.push({
      ...shared,
      id: `hu${count.toString(36)}`,
      kind: 'use',
      start_at: party.visit.arrivedAt,
      end_at: party.visit.leftAt,
      occupied_until: party.visit.cleanedAt,
      active: 1,
      stay_id: stayId,
    })
  return {
    claims,
    ...(code !== null && { booking: bookingRow(party, code, date, guest, stayId, venue) }),
    ...(stayId !== null && {
      stay: stayRow(party, code, date, guest, stayId),
      segment: segmentRow(party, stayId, count),
    }),
  }
}

function bookingRow(
  party: HistoryParty,
  code: string,
  date: string,
  guest: DemoGuest,
  stayId: string | null,
  venue: Venue,
): Row<'booking'> {
  const closedAt = party.closedAt ?? null
  return {
    venue_id: venueId,
    code,
    code_digits: code.replace(/\D/g, ''),
    status: party.outcome,
    flow: party.flow,
    source: 'phone',
    channel: 'phone',
    type_code: party.typeCode,
    requested_type_code: party.requestedTypeCode,
    room_no: party.roomNo,
    second_room_no: null,
    specified: party.specified ? 1 : 0,
    party: party.party,
    start_at: party.start,
    end_at: party.end,
    business_date: date,
    hold_until: party.outcome === 'released' ? party.start + venue.policy.grace.standard * minute : null,
    customer_id: `hc${party.guest.toString(36)}`,
    guest_name: guest.name,
    phone: guest.phone,
    deposit: null,
    deposit_due: null,
    quote_total: party.quoteTotal,
    policy_version: 1,
    offer_kind: null,
    head_count: null,
    notes: null,
    internal: 0,
    approved_by: null,
    approval_reason: null,
    cancel_reason: party.outcome === 'cancelled' ? 'guest' : null,
    cancel_note: null,
    cancelled_at: party.outcome === 'cancelled' ? closedAt : null,
    late_cancel: 0,
    released_at: party.outcome === 'released' ? closedAt : null,
    arrived_at: party.visit?.arrivedAt ?? null,
    arrived_late: 0,
    stay_id: stayId,
    waitlist_id: null,
    created_at: party.bookedAt,
    created_by: '1001',
    created_station: 'history',
    version: 3,
  }
}

const stayRow = (
  party: HistoryParty,
  code: string | null,
  date: string,
  guest: DemoGuest,
  id: string,
): Row<'stay'> => ({
  venue_id: venueId,
  id,
  booking_code: code,
  customer_id: code === null ? null : `hc${party.guest.toString(36)}`,
  name: guest.name,
  phone: code === null ? null : guest.phone,
  party: party.party,
  source: code === null ? 'walkIn' : 'phone',
  flow: party.flow,
  state: 'left',
  type_code: party.typeCode,
  requested_type_code: party.requestedTypeCode,
  business_date: date,
  opened_at: party.visit?.arrivedAt ?? party.start,
  planned_end: party.end,
  settled_at: (party.visit?.leftAt ?? party.end) - 5 * minute,
  left_at: party.visit?.leftAt ?? party.end,
  amount: party.quoteTotal,
  quote_total: party.quoteTotal,
  extended: 0,
  opened_by: '1101',
  version: 3,
})

const segmentRow = (party: HistoryParty, stayId: string, count: number): Row<'segment'> => ({
  venue_id: venueId,
  id: `hg${count.toString(36)}`,
  stay_id: stayId,
  room_no: party.roomNo,
  type_code: party.typeCode,
  start_at: party.visit?.arrivedAt ?? party.start,
  end_at: party.visit?.leftAt ?? party.end,
  cleaned_at: party.visit?.cleanedAt ?? party.end,
  clean_due_at: party.visit?.cleanedAt ?? party.end,
  reason: null,
  charge: null,
  charge_type_code: party.typeCode,
  approved_by: null,
})

import type { HistoryBlock } from '#shared/demo/history/blocks.ts'
import type { DemoGuest } from '#shared/demo/history/guests.ts'
import type { HistoryDay, HistoryParty, HistorySegment } from '#shared/demo/history/history-day.ts'
import { bookingCodeOf } from '#shared/domain/booking/code.ts'
import { typeOf } from '#shared/domain/room/room-type.ts'
import { type BusinessDate, daysBetween } from '#shared/domain/time/business-day.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'
import { waitNumber } from '#shared/domain/waitlist/order.ts'
import { type Flag, type Tables, venueId } from '../store/schema.ts'

/** Takes a row of any table. */
export type Put = <Table extends keyof Tables>(table: Table, row: Tables[Table]) => void

/** What the rows of a day are written with. */
export interface RowContext {
  readonly venue: Venue
  readonly guest: (number: number) => DemoGuest
  /** The venue's booking counter before the day. */
  readonly bookings: number
}

export const desks = ['1001', '1002'] as const
const floorStaff = '1101'
export const supervisor = '2001'
const reasonOfApproval = '老客人'
const station = 'history'
const epoch = '2000-01-01'

/** Ids of a day stand in the order of their days, so that a table grows at its end only. */
const dayMark = (date: BusinessDate): string => daysBetween(epoch, date).toString(36).padStart(3, '0')
export const idOf = (kind: string, date: BusinessDate, number: number, part = ''): string =>
  `${kind}${dayMark(date)}${number.toString(36).padStart(3, '0')}${part}`
export const stayIdOf = (date: BusinessDate, party: HistoryParty): string => idOf('h', date, party.number)
export const customerIdOf = (guest: number): string => `hc${guest.toString(36)}`
export const sourceOfStay = (party: HistoryParty) => (party.wait ? ('waitlist' as const) : party.source)

/** The codes of a day's bookings, by party. */
export function codesOf({ parties }: HistoryDay, bookings: number): ReadonlyMap<HistoryParty, string> {
  const codes = new Map<HistoryParty, string>()
  for (const party of parties) if (party.booking) codes.set(party, bookingCodeOf(bookings + codes.size + 1))
  return codes
}

/** Writes the rows a past day left behind, as the commands of its evening would have left them. Answers how many bookings. */
export function putDay(day: HistoryDay, context: RowContext, put: Put): number {
  const codes = codesOf(day, context.bookings)
  const counts = new Map<string, number>()
  for (const party of day.parties) {
    const who = { ...context, day, party, code: codes.get(party) ?? null }
    if (party.booking) putBooking(who, put)
    if (party.stay) putStay(who, put)
    if (party.wait) {
      putWait(who, put)
      counts.set(party.wait.typeCode, Math.max(counts.get(party.wait.typeCode) ?? 0, party.wait.count))
    }
    if (party.promise) putPromise(who, put)
    if (party.jump) putJump(who, put)
  }
  for (const refusal of day.refusals) putRefusal(day, refusal, put)
  for (const block of day.blocks) if (block.firstDate === day.date) putBlock(block, put)
  for (const [typeCode, value] of counts)
    put('counter', { venue_id: venueId, name: `waitlist:${day.date}:${typeCode}`, value })
  return codes.size
}

interface Who extends RowContext {
  readonly day: HistoryDay
  readonly party: HistoryParty
  readonly code: string | null
}

const at = ({ day }: Pick<Who, 'day'>, minutes: number): number => day.dayStart + minutes * minute
const maybe = (who: Who, minutes: number | undefined): number | null =>
  minutes === undefined ? null : at(who, minutes)
const flag = (value: boolean | undefined): Flag => (value ? 1 : 0)
const deskOf = ({ number }: { readonly number: number }): string => desks[number % desks.length] ?? desks[0]
const stayId = ({ day, party }: Who): string | null => (party.stay ? stayIdOf(day.date, party) : null)
const waitId = ({ day, party }: Who): string | null => (party.wait ? idOf('hw', day.date, party.number) : null)

function personOf({ party, guest }: Who) {
  if (party.guest === undefined) return { customer_id: null, name: null, phone: null }
  const { name, phone } = guest(party.guest)
  return { customer_id: customerIdOf(party.guest), name, phone }
}

function putBooking(who: Who, put: Put): void {
  const { day, party, code, venue } = who
  const { booking } = party
  if (!booking || code === null || party.guest === undefined) return
  const { name, phone } = who.guest(party.guest)
  put('booking', {
    venue_id: venueId,
    code,
    code_digits: code.replace(/\D/g, ''),
    status: booking.status,
    flow: party.flow,
    source: party.source,
    channel: booking.channel,
    type_code: booking.typeCode,
    requested_type_code: party.requestedTypeCode,
    room_no: booking.roomNos[0] ?? null,
    second_room_no: booking.roomNos[1] ?? null,
    specified: flag(booking.specified),
    party: party.party,
    start_at: at(who, booking.start),
    end_at: at(who, booking.end),
    business_date: day.date,
    hold_until: maybe(who, booking.holdUntil),
    customer_id: customerIdOf(party.guest),
    guest_name: name,
    phone,
    deposit: booking.deposit ?? null,
    deposit_due: booking.deposit ?? null,
    quote_total: booking.quoteTotal,
    policy_version: 1,
    offer_kind: booking.offerKind ?? null,
    head_count: booking.offerKind === 'smallerType' ? party.party : null,
    notes: null,
    internal: flag(booking.internal),
    approved_by: booking.approved ? supervisor : null,
    approval_reason: booking.approved ? reasonOfApproval : null,
    cancel_reason: booking.cancelReason ?? null,
    cancel_note: null,
    cancelled_at: maybe(who, booking.cancelledAt),
    late_cancel: flag(booking.lateCancel),
    released_at: maybe(who, booking.releasedAt),
    arrived_at: maybe(who, booking.arrivedAt),
    arrived_late: flag(booking.arrivedLate),
    stay_id: stayId(who),
    waitlist_id: waitId(who),
    created_at: at(who, booking.askedAt),
    created_by: deskOf(party),
    created_station: station,
    version: booking.status === 'done' ? (booking.arrivedLate ? 4 : 3) : 2,
  })
  if (booking.wish !== undefined) return
  const cleaning = typeOf(venue, booking.typeCode)?.cleaningMinutes ?? 0
  for (const [index, roomNo] of booking.roomNos.entries())
    put('claim', {
      venue_id: venueId,
      id: idOf('hb', day.date, party.number, String(index)),
      room_no: roomNo,
      kind: 'booking',
      start_at: at(who, booking.start),
      end_at: at(who, booking.end),
      occupied_until: at(who, booking.end + cleaning),
      active: 0,
      booked: 1,
      booking_code: code,
      stay_id: null,
      block_id: null,
      block_kind: null,
      party: party.party,
      name,
    })
}

function putStay(who: Who, put: Put): void {
  const { day, party, code } = who
  const { stay } = party
  if (!stay) return
  const id = stayIdOf(day.date, party)
  const person = personOf(who)
  const source = sourceOfStay(party)
  put('stay', {
    venue_id: venueId,
    id,
    booking_code: code,
    ...person,
    party: party.party,
    source,
    flow: party.flow,
    state: 'left',
    type_code: stay.typeCode,
    requested_type_code: party.requestedTypeCode,
    business_date: day.date,
    opened_at: at(who, stay.openedAt),
    planned_end: at(who, stay.plannedEnd),
    settled_at: at(who, stay.settledAt),
    left_at: at(who, stay.leftAt),
    amount: stay.amount,
    quote_total: stay.quoteTotal,
    extended: stay.extended,
    opened_by: floorStaff,
    version: 3 + stay.extended + stay.segments.length - stay.rooms,
  })
  for (const [index, segment] of stay.segments.entries()) {
    putSegment(who, id, index, segment, put)
    put('claim', {
      venue_id: venueId,
      id: idOf('hu', day.date, party.number, String(index)),
      room_no: segment.roomNo,
      kind: 'use',
      start_at: at(who, segment.from),
      end_at: at(who, segment.to),
      occupied_until: at(who, segment.cleanedAt),
      active: 1,
      booked: flag(code !== null && source !== 'waitlist'),
      booking_code: code,
      stay_id: id,
      block_id: null,
      block_kind: null,
      party: party.party,
      name: person.name,
    })
  }
}

export const segmentIdOf = (date: BusinessDate, party: HistoryParty, index: number): string =>
  idOf('hg', date, party.number, String(index))

function putSegment(who: Who, id: string, index: number, segment: HistorySegment, put: Put): void {
  const cleaning = typeOf(who.venue, segment.typeCode)?.cleaningMinutes ?? 0
  put('segment', {
    venue_id: venueId,
    id: segmentIdOf(who.day.date, who.party, index),
    stay_id: id,
    room_no: segment.roomNo,
    type_code: segment.typeCode,
    start_at: at(who, segment.from),
    end_at: at(who, segment.to),
    cleaned_at: segment.swept ? at(who, segment.cleanedAt) : null,
    clean_due_at: at(who, segment.to + cleaning),
    reason: segment.reason,
    charge: segment.charge,
    charge_type_code: segment.chargeTypeCode,
    approved_by: null,
  })
}

function putWait(who: Who, put: Put): void {
  const { day, party, code } = who
  const { wait } = party
  if (!wait) return
  put('waitlist_entry', {
    venue_id: venueId,
    id: idOf('hw', day.date, party.number),
    number: waitNumber(wait.typeCode, wait.count),
    type_code: wait.typeCode,
    business_date: day.date,
    party: party.party,
    minutes: wait.minutes,
    ...personOf(who),
    booking_code: code,
    state: wait.state,
    priority: wait.priority,
    quoted_minutes: wait.quoted,
    p90_minutes: wait.p90,
    since: at(who, wait.since),
    called_at: maybe(who, wait.calledAt),
    seated_at: maybe(who, wait.seatedAt),
    closed_at: at(who, wait.closedAt),
    stay_id: stayId(who),
    created_by: code === null ? floorStaff : deskOf(party),
  })
}

function putPromise(who: Who, put: Put): void {
  const { day, party, code } = who
  const { promise } = party
  if (!promise) return
  put('promise', {
    venue_id: venueId,
    id: idOf('hp', day.date, party.number),
    booking_code: code,
    stay_id: stayId(who),
    from_type_code: promise.fromTypeCode,
    to_type_code: promise.toTypeCode,
    party: party.party,
    name: personOf(who).name,
    state: promise.state,
    created_at: at(who, promise.madeAt),
    closed_at: at(who, promise.closedAt),
  })
}

function putJump(who: Who, put: Put): void {
  const { day, party, code } = who
  const { jump, wait } = party
  if (!jump) return
  put('queue_jump', {
    venue_id: venueId,
    id: idOf('hj', day.date, party.number),
    at: at(who, jump.at),
    booking_code: code,
    waitlist_id: waitId(who),
    waitlist_number: wait ? waitNumber(wait.typeCode, wait.count) : null,
    stay_id: null,
    approver: supervisor,
    requested_by: deskOf(party),
    reason: reasonOfApproval,
    displaced: JSON.stringify(jump.displaced),
  })
}

function putRefusal(day: HistoryDay, refusal: HistoryDay['refusals'][number], put: Put): void {
  put('refusal', {
    venue_id: venueId,
    id: idOf('hr', day.date, refusal.number),
    at: at({ day }, refusal.at),
    kind: refusal.kind,
    reason: refusal.reason,
    flow: refusal.flow,
    type_code: refusal.typeCode,
    party: refusal.party,
    start_at: at({ day }, refusal.start),
    minutes: refusal.minutes,
    channel: refusal.channel,
    name: null,
    phone: null,
    note: null,
    created_by: deskOf(refusal),
  })
}

function putBlock(block: HistoryBlock, put: Put): void {
  const { id, roomNo, kind, start, end, removedAt } = block
  const active = flag(removedAt === undefined)
  put('block', {
    venue_id: venueId,
    id,
    room_no: roomNo,
    kind,
    start_at: start,
    end_at: end,
    reason: block.reason,
    active,
    created_at: start - 30 * minute,
    created_by: supervisor,
    removed_at: removedAt ?? null,
    removed_by: removedAt === undefined ? null : supervisor,
  })
  put('claim', {
    venue_id: venueId,
    id: `hk${id.slice(2)}`,
    room_no: roomNo,
    kind: 'block',
    start_at: start,
    end_at: end,
    occupied_until: end,
    active,
    booked: 0,
    booking_code: null,
    stay_id: null,
    block_id: id,
    block_kind: kind,
    party: null,
    name: null,
  })
}

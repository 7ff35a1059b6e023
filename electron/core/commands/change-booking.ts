import type { z } from 'zod'
import type { bookingContract } from '#shared/contract/booking.ts'
import { askOf, contextOf } from '#shared/domain/booking/ask.ts'
import { readBookingCode } from '#shared/domain/booking/code.ts'
import { decide, graceMinutesOf } from '#shared/domain/booking/decide.ts'
import type { Decision } from '#shared/domain/booking/decision.ts'
import { judge } from '#shared/domain/booking/judge.ts'
import { holdUntilOf, nextStatus } from '#shared/domain/booking/life.ts'
import { depositDue } from '#shared/domain/booking/needs.ts'
import type { BookingRequest } from '#shared/domain/booking/request.ts'
import type { Snapshot } from '#shared/domain/booking/snapshot.ts'
import { quote } from '#shared/domain/pricing/quote.ts'
import { roomOf } from '#shared/domain/room/room-type.ts'
import { minute, minutesOf } from '#shared/domain/time/span.ts'
import { type BookingView, bookingRow, bookingView } from '../queries/booking-view.ts'
import type { BookingTable } from '../store/schema.ts'
import { type Approver, type Command, done, type Outcome, refuse, type Tx } from '../store/tx.ts'
import { addBookingClaims } from './booking-rows.ts'
import { dropBookingClaims } from './claim-rows.ts'
import { callerFacts } from './customer-file.ts'
import { type Desk, snapshotFor } from './desk.ts'
import { missingNeeds } from './meet-needs.ts'
import { closePromises } from './promise-rows.ts'
import { typeMistake } from './read-request.ts'
import { refuseDecision, refuseNeeds } from './refuse-decision.ts'
import { touchedKeys } from './touched-keys.ts'

export type ChangeInput = z.output<(typeof bookingContract)['change']['~orpc']['inputSchema'] & z.ZodType>

/** A wish for a day ahead that has come true is confirmed by changing it; a party that waits today is seated instead. */
const changeable = (row: BookingTable): boolean =>
  nextStatus(row.status, 'change') !== undefined || row.status === 'standby' || row.status === 'advance'

/**
 * Changes time, length, party, type or room: `decide` with `ref`, all or nothing (booking.md §5). Keeps the type, and
 * the room while that is free. Refuses with VERSION, STATE, NEEDS_MISSING or the decision's reason.
 */
export const changeBooking = (desk: Desk): Command<ChangeInput, BookingView> => ({
  name: 'booking.change',
  async run(tx, input) {
    const code = readBookingCode(input.code)
    const row = code === undefined ? undefined : await bookingRow(tx.read, code)
    if (!row) return refuse('NOT_FOUND')
    const zone = desk.model.venue.timeZone
    if (row.version !== input.version) return refuse('VERSION', { current: await bookingView(tx.read, row, zone) })
    if (!changeable(row)) return refuse('STATE', { status: row.status })
    const start = input.start === undefined ? row.start_at : Date.parse(input.start)
    const mistake = typeMistake(input, desk.model.venue.at(start), 'typeCode')
    if (mistake) return mistake
    const moved = await moveBooking(tx, desk, row, input, start)
    if (!moved.ok) return moved
    const changed = await tx.update(
      'booking',
      { code: row.code },
      {
        ...moved.result,
        ...(input.notes !== undefined && { notes: input.notes }),
        ...(input.deposit !== undefined && { deposit: input.deposit }),
        version: row.version + 1,
      },
    )
    const rooms = [row.room_no, row.second_room_no, changed.room_no, changed.second_room_no]
    if (changesClaims(row, changed)) {
      await dropBookingClaims(tx, row.code)
      await addBookingClaims(tx, changed, desk.model.venue.at(changed.start_at))
    }
    const promised = changed.type_code !== row.type_code && changed.type_code === changed.requested_type_code
    if (promised) await closePromises(tx, { bookingCode: row.code }, 'kept')
    const dates = [row.business_date, changed.business_date]
    const others = rooms.some((room) => room !== null) ? ['waitlist'] : []
    return done(
      await bookingView(tx.read, changed, zone),
      touchedKeys({ bookings: [row.code], rooms, dates, customers: [row.customer_id], others }),
    )
  },
})

const changesClaims = (before: BookingTable, after: BookingTable): boolean =>
  before.room_no !== after.room_no ||
  before.second_room_no !== after.second_room_no ||
  before.start_at !== after.start_at ||
  before.end_at !== after.end_at ||
  before.party !== after.party ||
  before.status !== after.status

const good = (result: Partial<BookingTable>): Outcome<Partial<BookingTable>> => ({ ok: true, result, keys: [] })

async function moveBooking(
  tx: Tx,
  desk: Desk,
  row: BookingTable,
  input: ChangeInput,
  start: number,
): Promise<Outcome<Partial<BookingTable>>> {
  const minutes = input.minutes ?? minutesOf({ start: row.start_at, end: row.end_at })
  const party = input.party ?? row.party
  const sameWish = input.typeCode === undefined && input.roomNo === undefined
  const sameSpan = start === row.start_at && start + minutes * minute === row.end_at
  if (row.status === 'confirmed' && sameWish && sameSpan && party === row.party) return good({})
  const { model } = desk
  const snapshot = snapshotFor(desk, tx.now, start, minutes, tx.station)
  const roomType = input.roomNo === undefined ? undefined : roomOf(snapshot.venue, input.roomNo)?.typeCode
  const typeCode = input.typeCode ?? roomType ?? row.type_code
  const customer = await callerFacts(tx.read, row.phone, tx.now, snapshot.venue.policy, snapshot.habitualRooms)
  const request: BookingRequest = {
    party,
    start,
    minutes,
    channel: row.channel === 'online' ? 'online' : 'phone',
    ref: row.code,
    ...(input.roomNo === undefined && { typeCode }),
    ...(input.roomNo !== undefined && { roomNo: input.roomNo }),
    ...(customer && { customer }),
    preferRooms: [row.room_no, row.second_room_no].filter((roomNo) => roomNo !== null),
  }
  const twoRooms = row.second_room_no !== null && sameWish
  const answer = decideWith(tx, request, snapshot, twoRooms)
  const { decision, approver, roomNos } = answer
  if (decision.outcome !== 'available') return refuseDecision(decision, snapshot)
  const given = { deposit: input.deposit ?? row.deposit ?? undefined, headCount: row.head_count ?? undefined }
  const missing = missingNeeds(decision.needs, decision.deposit, roomNos, given, snapshot.venue)
  if (missing.length > 0) return refuseNeeds(missing, decision, snapshot)
  const date = model.venue.businessDateOf(start)
  const ask = askOf(request, contextOf(snapshot, tx.now))
  const keepsHold = start === row.start_at && row.hold_until !== null
  const keepsRoom = row.specified === 1 && roomNos[0] === row.room_no
  return good({
    status: 'confirmed',
    type_code: decision.typeCode,
    ...(!sameWish && { requested_type_code: decision.typeCode }),
    room_no: roomNos[0] ?? null,
    second_room_no: roomNos[1] ?? null,
    specified: input.roomNo !== undefined || keepsRoom ? 1 : 0,
    party,
    start_at: start,
    end_at: decision.end,
    business_date: date,
    hold_until: keepsHold ? row.hold_until : holdUntilOf(start, graceMinutesOf(ask, contextOf(snapshot, tx.now))),
    deposit_due: decision.deposit ?? null,
    quote_total: decision.quote.total,
    policy_version: model.venue.policyVersionOn(date),
    ...(approver && { approved_by: approver.staffNo, approval_reason: approver.reason }),
  })
}

interface Answer {
  readonly decision: Decision
  readonly roomNos: readonly string[]
  readonly approver?: Approver
}

function decideWith(tx: Tx, request: BookingRequest, snapshot: Snapshot, twoRooms: boolean): Answer {
  const decideOnce = (asked: BookingRequest): Answer =>
    twoRooms ? decideTwoRooms(asked, snapshot, tx.now) : single(decide(asked, snapshot, tx.now))
  const plain = decideOnce(request)
  const { reason } = plain.decision
  const approver = reason === 'BEYOND_WINDOW' || reason === 'CUSTOMER_BLOCKED' ? tx.approver() : undefined
  return approver ? { ...decideOnce({ ...request, asks: { supervisorApproval: true } }), approver } : plain
}

const single = (decision: Decision): Answer => ({
  decision,
  roomNos: decision.roomNo === undefined ? [] : [decision.roomNo],
})

// A booking of two rooms keeps two: judged as one ask for both, priced for both.
function decideTwoRooms(request: BookingRequest, snapshot: Snapshot, now: number): Answer {
  const context = contextOf(snapshot, now)
  const ask = { ...askOf(request, context), rooms: 2 as const }
  const verdict = judge(ask, context)
  const alone = decide(request, snapshot, now)
  if (!verdict.ok) {
    const outcome = alone.offers.length > 0 ? 'offers' : 'refused'
    return { decision: { ...alone, outcome, reason: verdict.reason, roomNo: undefined }, roomNos: [] }
  }
  const deposit = depositDue(ask, verdict.typeCode, context)
  const decision: Decision = {
    ...alone,
    outcome: 'available',
    reason: undefined,
    typeCode: verdict.typeCode,
    offers: [],
    blockers: [],
    roomNo: verdict.rooms[0]?.roomNo,
    quote: quote(ask, verdict.typeCode, snapshot.venue, 2),
    needs: deposit > 0 ? ['deposit'] : [],
    ...(deposit > 0 && { deposit }),
  }
  return { decision, roomNos: verdict.rooms.map((room) => room.roomNo) }
}

import { contextOf } from '#shared/domain/booking/ask.ts'
import { readBookingCode } from '#shared/domain/booking/code.ts'
import { decide } from '#shared/domain/booking/decide.ts'
import type { Decision, Reason } from '#shared/domain/booking/decision.ts'
import { limitsOf } from '#shared/domain/booking/judge.ts'
import { nextStatus, toMinute } from '#shared/domain/booking/life.ts'
import type { Snapshot } from '#shared/domain/booking/snapshot.ts'
import { rankByFit } from '#shared/domain/room/best-fit.ts'
import type { Claim } from '#shared/domain/room/claim.ts'
import { obstructionOf } from '#shared/domain/room/obstruction.ts'
import { maxSeatsOf, roomOf, roomsOfType } from '#shared/domain/room/room-type.ts'
import { minute, minutesOf, type Span } from '#shared/domain/time/span.ts'
import type { Room } from '#shared/domain/venue/venue.ts'
import { bookingRow } from '../queries/booking-view.ts'
import { type StayView, stayView } from '../queries/stay-view.ts'
import type { BookingTable } from '../store/schema.ts'
import { type Command, done, type Outcome, refuse, type Tx } from '../store/tx.ts'
import { cleaningMinutesOf, dropBookingClaims } from './claim-rows.ts'
import { type Desk, snapshotFor } from './desk.ts'
import { openPromises } from './promise-rows.ts'
import { refuseDecision } from './refuse-decision.ts'
import { openStayRows, roomsNotReady } from './stay-rows.ts'
import { touchedKeys } from './touched-keys.ts'

export interface ArriveInput {
  readonly code: string
  readonly party?: number
  readonly roomNo?: string
}

interface Arrival {
  readonly row: BookingTable
  readonly party: number
  readonly span: Span
  readonly snapshot: Snapshot
  readonly notReady: ReadonlySet<string>
}

/**
 * Lets a booked party in (booking.md §5): its room if that is empty and clean, else another of the type that is free for
 * the rest; early too. A released booking is seated while a room is free, and counts as arrived late.
 * Refuses with STATE, or ROOM_TAKEN and offers.
 */
export const arrive = (desk: Desk): Command<ArriveInput, StayView> => ({
  name: 'stay.arrive',
  async run(tx, input) {
    const code = readBookingCode(input.code)
    const row = code === undefined ? undefined : await bookingRow(tx.read, code)
    if (!row) return refuse('NOT_FOUND')
    const { model } = desk
    const now = toMinute(tx.now)
    const today = model.venue.businessDateOf(now) === row.business_date
    if (!nextStatus(row.status, 'arrive') || row.end_at <= now || !(today || row.start_at <= now))
      return refuse('STATE', { status: row.status })
    const span = { start: now, end: row.end_at }
    const snapshot = snapshotFor(desk, tx.now, now, minutesOf(span), tx.station)
    const roomNos = snapshot.venue.rooms.map((room) => room.roomNo)
    const notReady = await roomsNotReady(tx.read, roomNos, now)
    const arrival: Arrival = { row, party: input.party ?? row.party, span, snapshot, notReady }
    const rooms = chooseRooms(arrival, input.roomNo, tx.now)
    if (!rooms.ok) return rooms
    return seat(tx, desk, arrival, rooms.result)
  },
})

const usable = (room: Room, { row, span, snapshot, notReady }: Arrival): boolean =>
  !notReady.has(room.roomNo) &&
  obstructionOf(
    snapshot.claimsByRoom.get(room.roomNo) ?? [],
    span,
    cleaningMinutesOf(snapshot.venue, room.typeCode),
    row.code,
  ) === undefined

function chooseRooms(arrival: Arrival, asked: string | undefined, now: number): Outcome<string[]> {
  const { row, snapshot } = arrival
  const { venue } = snapshot
  const answer = (rooms: string[]): Outcome<string[]> => ({ ok: true, result: rooms, keys: [] })
  if (asked !== undefined) {
    const room = roomOf(venue, asked)
    if (!room) return taken(arrival, asked, 'ROOM_UNKNOWN', now)
    if (maxSeatsOf(venue, room) < arrival.party) return taken(arrival, asked, 'ROOM_TOO_SMALL', now)
    if (!usable(room, arrival)) return taken(arrival, asked, 'ROOM_TAKEN', now)
    return answer([asked])
  }
  const booked = [row.room_no, row.second_room_no].filter((roomNo) => roomNo !== null)
  const context = contextOf(snapshot, now)
  const spare = rankByFit(
    roomsOfType(venue, row.type_code).filter((room) => !booked.includes(room.roomNo) && usable(room, arrival)),
    arrival.span,
    limitsOf(arrival.span, context),
    snapshot,
    { id: row.customer_id, ref: row.code },
  )
  const chosen: string[] = []
  for (const roomNo of booked) {
    const own = roomOf(venue, roomNo)
    const room = own && usable(own, arrival) ? own : spare.shift()
    if (!room) return taken(arrival, roomNo, 'ROOM_TAKEN', now)
    chosen.push(room.roomNo)
  }
  const seats = chosen.reduce((sum, roomNo) => {
    const room = roomOf(venue, roomNo)
    return sum + (room ? maxSeatsOf(venue, room) : 0)
  }, 0)
  if (arrival.party > row.party && arrival.party > seats) return taken(arrival, chosen[0] ?? '', 'ROOM_TOO_SMALL', now)
  return answer(chosen)
}

// What else the party could have from now to its booking's end, as a walk-in would be offered it.
function taken(arrival: Arrival, roomNo: string, reason: Reason, now: number): Outcome<never> {
  const { row, span, party } = arrival
  const snapshot = asItStands(arrival)
  const wish = { party, start: span.start, minutes: minutesOf(span), channel: 'walkIn' } as const
  const byRoom = decide({ ...wish, roomNo }, snapshot, now)
  const byType = decide({ ...wish, typeCode: row.type_code }, snapshot, now)
  const found = byRoom.outcome === 'available' ? byType : byRoom
  const decision: Decision = {
    ...found,
    outcome: found.offers.length > 0 ? 'offers' : 'refused',
    reason,
    roomNo: undefined,
  }
  return refuseDecision(decision, snapshot)
}

// A party that stays on never grows into the booking's own claim; seen from the door its room is full all the same.
function asItStands({ row, span, snapshot, notReady }: Arrival): Snapshot {
  const claimsByRoom = new Map(snapshot.claimsByRoom)
  const rooms = [row.room_no, row.second_room_no, ...notReady].filter((roomNo) => roomNo !== null)
  for (const roomNo of rooms) {
    const others = (claimsByRoom.get(roomNo) ?? []).filter((claim) => claim.bookingCode !== row.code)
    const until = span.start + minute
    const inside: Claim = {
      id: `inside-${roomNo}`,
      roomNo,
      kind: 'use',
      start: span.start,
      end: until,
      occupiedUntil: until,
      booked: false,
    }
    const claims = notReady.has(roomNo) ? [...others, inside] : others
    claimsByRoom.set(
      roomNo,
      claims.sort((a, b) => a.start - b.start),
    )
  }
  return { ...snapshot, claimsByRoom }
}

async function seat(tx: Tx, desk: Desk, arrival: Arrival, roomNos: readonly string[]): Promise<Outcome<StayView>> {
  const { row, party, snapshot } = arrival
  const freed = await dropBookingClaims(tx, row.code)
  const stay = await openStayRows(tx, desk, {
    bookingCode: row.code,
    customerId: row.customer_id,
    name: row.guest_name,
    phone: row.phone,
    party,
    source: row.source,
    flow: row.flow,
    typeCode: roomOf(snapshot.venue, roomNos[0] ?? '')?.typeCode ?? row.type_code,
    requestedTypeCode: row.requested_type_code,
    roomNos,
    plannedEnd: row.end_at,
    quoteTotal: row.quote_total,
  })
  const promises = await openPromises(tx.read, { bookingCode: row.code })
  for (const promise of promises) await tx.update('promise', { id: promise.id }, { stay_id: stay.id })
  await tx.update(
    'booking',
    { code: row.code },
    {
      status: 'arrived',
      arrived_at: toMinute(tx.now),
      arrived_late: row.status === 'released' ? 1 : 0,
      stay_id: stay.id,
      hold_until: null,
      version: row.version + 1,
    },
  )
  return done(
    await stayView(tx.read, stay, snapshot.venue.timeZone),
    touchedKeys({
      bookings: [row.code],
      stays: [stay.id],
      rooms: [...freed, ...roomNos],
      dates: [row.business_date],
      customers: [row.customer_id],
      others: promises.map((promise) => `promise:${promise.id}`),
    }),
  )
}

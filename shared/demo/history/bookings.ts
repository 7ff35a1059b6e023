import type { FlowNo, OfferKind } from '#shared/domain/booking/decision.ts'
import type { Evening } from './evening.ts'
import { newUse, type Use } from './floor.ts'
import type { HistoryBooking, HistoryParty, HistorySource } from './history-day.ts'
import type { HouseType } from './house.ts'
import { letIn } from './visit.ts'
import type { Call } from './wishes.ts'

/** Bookings, and what becomes of them: called off, released, come (booking.md §5). */

const never = Number.POSITIVE_INFINITY
/** What a late party must have left of its time to be seated all the same. */
const worthComing = 60

/** What was agreed on the telephone. */
export interface Terms {
  readonly type: HouseType
  readonly roomNos: readonly string[]
  readonly start: number
  readonly end: number
  readonly flow: FlowNo
  readonly source: HistorySource
  readonly kind?: OfferKind
  readonly specified?: boolean
  readonly approved?: boolean
}

interface Booked {
  readonly evening: Evening
  readonly call: Call
  readonly party: HistoryParty
  readonly booking: HistoryBooking
  readonly type: HouseType
  readonly uses: readonly Use[]
}

/** Books a room (or two), and puts on the clock what the caller will do about it. */
export function book(evening: Evening, call: Call, terms: Terms): HistoryParty {
  const { type, roomNos, start, end } = terms
  const party = evening.addParty({
    guest: call.guest,
    tier: call.tier,
    party: call.party,
    source: terms.source,
    flow: terms.flow,
    requestedTypeCode: call.type.code,
  })
  const booking = bookingOf(evening, call, terms)
  party.booking = booking
  const uses = roomNos.map((roomNo) => {
    const use = newUse(start, end, type.cleaning, true)
    evening.floor.put(roomNo, use, call.askedAt)
    return use
  })
  // Who calls off days before has no promise to be told of on another day.
  const earlyCancel = call.fate === 'cancels' && call.cancelsAt < 0
  const otherSize = terms.kind === 'largerType' || terms.kind === 'smallerType'
  if (otherSize && call.character.wouldMove && !earlyCancel)
    party.promise = {
      fromTypeCode: type.code,
      toTypeCode: call.type.code,
      madeAt: call.askedAt,
      state: 'lapsed',
      closedAt: never,
    }
  const booked = { evening, call, party, booking, type, uses }
  const grace = graceOf(evening, call, terms.flow)
  if (call.fate === 'cancels' && call.cancelsAt < start) cancel(booked)
  else if (call.fate === 'noShow') release(booked, start + grace)
  else {
    const delay = Math.min(Math.max(call.delay, call.askedAt - start), grace - 1)
    evening.at(start + delay, (now) => arrive(booked, now))
  }
  return party
}

function graceOf({ house }: Evening, call: Call, flow: FlowNo): number {
  const { grace } = house.venue.policy
  const more = call.tier === undefined ? 0 : grace.vipExtra[call.tier]
  return (flow === '13' ? grace.shortNotice : grace.standard) + more
}

function bookingOf({ house }: Evening, call: Call, terms: Terms): HistoryBooking {
  const { type, roomNos, start, end } = terms
  const { deposit } = house.venue.policy
  const needsDeposit = deposit.types.includes(type.code) || house.peak || call.beyond === 'approved'
  return {
    status: 'done',
    channel: call.online ? 'online' : 'phone',
    typeCode: type.code,
    roomNos,
    specified: terms.specified ?? false,
    start,
    end,
    askedAt: call.askedAt,
    holdUntil: undefined,
    ...(needsDeposit && { deposit: Math.round(((end - start) * deposit.centsPerHour) / 60) * roomNos.length }),
    ...(terms.kind !== undefined && { offerKind: terms.kind }),
    ...((terms.approved || call.beyond === 'approved') && { approved: true }),
    internal: terms.source === 'internal',
    quoteTotal: house.price(type.code, start, end) * roomNos.length,
  }
}

function cancel({ evening, call, party, booking, uses }: Booked): void {
  const at = call.cancelsAt
  for (const use of uses) use.voidAt = at
  booking.status = 'cancelled'
  booking.cancelledAt = at
  booking.cancelReason = call.cancelReason
  booking.lateCancel = booking.start - at < evening.house.venue.policy.cancelFreeMinutes
  closePromise(party, at)
}

// A guest who does not come has declined to move; the promise is not broken.
function closePromise(party: HistoryParty, at: number): void {
  if (!party.promise) return
  party.promise.state = 'declined'
  party.promise.closedAt = at
}

function release(booked: Booked, until: number): void {
  const { evening, call, party, booking, uses } = booked
  for (const use of uses) use.voidAt = until
  booking.status = 'released'
  booking.holdUntil = until
  booking.releasedAt = until
  closePromise(party, until)
  if (call.lateBy !== undefined) evening.at(until + call.lateBy, (now) => arriveLate(booked, now))
}

// Early when the room is free and clean already, else at the booked minute: then it is.
function arrive(booked: Booked, now: number): void {
  const { evening, booking, uses } = booked
  const ready = booking.roomNos.every((roomNo, at) => evening.floor.isFree(roomNo, now, booking.end, now, uses[at]))
  if (now < booking.start && !(ready && now >= evening.house.open))
    evening.at(booking.start, (at) => arrive(booked, at))
  else come(booked, now, booking.roomNos, uses)
}

// Seated if a room is free, and counted as arrived late (booking.md §5).
function arriveLate(booked: Booked, now: number): void {
  const { evening, booking } = booked
  if (booking.roomNos.length > 1 || booking.end - now < worthComing) return
  const roomNo = evening.floor.bestFit(booking.typeCode, now, booking.end, now)
  if (roomNo === undefined) return
  booking.status = 'done'
  booking.arrivedLate = true
  booking.holdUntil = undefined
  come(booked, now, [roomNo])
}

function come(
  { evening, call, party, booking, type }: Booked,
  now: number,
  roomNos: readonly string[],
  uses?: readonly Use[],
): void {
  booking.arrivedAt = now
  const { end: plannedEnd, quoteTotal } = booking
  const entry = { roomNos, type, plannedEnd, booked: true, quoteTotal, ...(uses && { uses }) }
  letIn(evening, party, call.character, entry, now)
}

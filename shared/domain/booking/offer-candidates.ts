import { earliestFreeStart } from '../room/obstruction.ts'
import { roomOf, roomsOfType, typeOf } from '../room/room-type.ts'
import { venueIndex } from '../room/venue-index.ts'
import { addDays, instantAt, wallMinutesOf } from '../time/business-day.ts'
import { calendarOf } from '../time/opening-hours.ts'
import { minute, type Span } from '../time/span.ts'
import { type Ask, type Context, dateOf, daysAhead, moved, sessionMinOn } from './ask.ts'
import type { Offer, OfferKind, Reason } from './decision.ts'

/** An ask that might be offered instead. */
export interface Candidate {
  readonly kind: OfferKind
  readonly ask: Ask
  readonly typeCode: string
  /** Business days moved, for `otherDay`. */
  readonly days?: number
}

type Judge = (candidate: Candidate) => Offer | undefined

interface Refused {
  readonly ask: Ask
  readonly typeCode: string
  readonly reason: Reason
  readonly check: number
}

const reachMinutes = 180
const reachDays = 3

// Which kinds follow which check (booking.md §3, table of offers). Walk-ins get only what begins now.
const kindsAfter: Readonly<Record<OfferKind, readonly number[]>> = {
  sameTypeOtherRoom: [8],
  otherTime: [2, 3, 5, 8, 9],
  shorter: [2, 5, 8, 9],
  longer: [5],
  largerType: [6, 8, 9],
  smallerType: [8, 9],
  twoRooms: [6, 8, 9],
  otherDay: [4, 8, 9],
  waitlist: [],
  standby: [],
  advance: [],
}
const notForWalkIns: readonly OfferKind[] = ['otherTime', 'otherDay']

/** Runs through every kind that may follow the failed check, and keeps what the engine would answer `available`. */
export function candidatesFor(refused: Refused, context: Context, judge: Judge): Offer[] {
  const allowed = (kind: OfferKind) => {
    const check = kindsAfter[kind].includes(refused.check)
    const walkIn = refused.ask.channel === 'walkIn'
    return check && !(walkIn && notForWalkIns.includes(kind))
  }
  return [
    ...(allowed('sameTypeOtherRoom') ? otherRoom(refused, judge) : []),
    ...(allowed('otherTime') ? otherTimes(sized(refused, context), refused.typeCode, context, judge) : []),
    ...(allowed('shorter') ? shorter(refused, context, judge) : []),
    ...(allowed('longer') ? longer(refused, context, judge) : []),
    ...(allowed('largerType') ? larger(refused, context, judge, 2) : []),
    ...(allowed('smallerType') ? smaller(refused, context, judge) : []),
    ...(allowed('twoRooms') ? twoRooms(refused, context, judge) : []),
    ...(allowed('otherDay') ? otherDays(refused, context, judge) : []),
  ]
}

// Another type or another room is asked for by type: the caller's very room is let go.
const ofType = (ask: Ask, typeCode: string): Ask => ({ ...ask, roomNo: undefined, typeCode, preferRooms: undefined })

/** Another room of the same type for the same span. */
export function otherRoom(
  refused: Pick<Refused, 'ask' | 'typeCode'>,
  judge: Judge,
  notRoomNo = refused.ask.roomNo,
): Offer[] {
  const ask = { ...ofType(refused.ask, refused.typeCode), notRoomNo }
  return present(judge({ kind: 'sameTypeOtherRoom', ask, typeCode: refused.typeCode }))
}

const present = (offer: Offer | undefined): Offer[] => (offer ? [offer] : [])

const minimumOf = (ask: Ask, context: Context): number =>
  ask.channel === 'walkIn'
    ? context.venue.policy.walkInMinMinutes
    : sessionMinOn(dateOf(ask.start, context), context.venue)

// After DURATION the offers are as long as the session's minimum or maximum.
function sized(refused: Refused, context: Context): Ask {
  if (refused.reason !== 'DURATION') return refused.ask
  const { max } = context.venue.policy.session
  return moved(refused.ask, refused.ask.start, refused.ask.minutes > max ? max : minimumOf(refused.ask, context))
}

/**
 * Instants on the slot grid from `from` on, in steps, up to `to`; backwards when `to` lies before. Steps are real minutes,
 * so that the hour the clocks repeat is walked through twice, and each instant is on the grid by its own wall clock.
 */
function gridStarts(from: number, to: number, context: Context): number[] {
  const calendar = calendarOf(context.venue)
  const slot = context.venue.policy.slotMinutes
  const past = (at: number) => wallMinutesOf(at, dateOf(at, context), calendar) % slot
  const forward = to >= from
  const starts: number[] = []
  for (let at = from; forward ? at <= to : at >= to; ) {
    const off = past(at)
    if (off === 0) starts.push(at)
    const step = off === 0 ? slot : forward ? slot - off : off
    at += (forward ? step : -step) * minute
  }
  return starts
}

// One look along each room tells whether trying start after start is worth while; on a full evening it is not.
function mayFit(ask: Ask, typeCode: string, within: Span, minutes: number, context: Context): boolean {
  const asked = ask.roomNo === undefined ? undefined : roomOf(context.venue, ask.roomNo)
  const rooms = asked ? [asked] : roomsOfType(context.venue, typeCode)
  const cleaningMinutes = typeOf(context.venue, typeCode)?.cleaningMinutes ?? 0
  const search = { from: within.start, mustEndBy: within.end, minutes, cleaningMinutes }
  return rooms.some((room) => {
    const claims = context.snapshot.claimsByRoom.get(room.roomNo) ?? []
    return earliestFreeStart(claims, search, ask.ref) !== undefined
  })
}

/** Nearest earlier and nearest later start on the grid, within three hours and the same business day. */
export function otherTimes(ask: Ask, typeCode: string, context: Context, judge: Judge): Offer[] {
  const date = dateOf(ask.start, context)
  const near = (to: number): Offer[] => {
    const within = { start: Math.min(ask.start, to), end: Math.max(ask.start, to) + ask.minutes * minute }
    if (!mayFit(ask, typeCode, within, ask.minutes, context)) return []
    for (const start of gridStarts(ask.start, to, context)) {
      if (start === ask.start || dateOf(start, context) !== date) continue
      const offer = judge({ kind: 'otherTime', ask: moved(ask, start), typeCode })
      if (offer) return [offer]
    }
    return []
  }
  return [...near(ask.start - reachMinutes * minute), ...near(ask.start + reachMinutes * minute)]
}

// The longest free part of the asked span, on the grid and in its steps; the earliest of these.
function shorter(refused: Refused, context: Context, judge: Judge): Offer[] {
  const { ask, typeCode } = refused
  const slot = context.venue.policy.slotMinutes
  const least = minimumOf(ask, context)
  const most = ask.channel === 'walkIn' ? ask.minutes : context.venue.policy.session.max
  if (!mayFit(ask, typeCode, ask, least, context)) return []
  const starts = ask.channel === 'walkIn' ? [ask.start] : gridStarts(ask.start, ask.end, context)
  const longest = Math.min(Math.ceil(ask.minutes / slot) * slot - slot, Math.floor(most / slot) * slot)
  for (let minutes = longest; minutes >= least; minutes -= slot) {
    for (const start of starts) {
      if (start + minutes * minute > ask.end) break
      const offer = judge({ kind: 'shorter', ask: moved(ask, start, minutes), typeCode })
      if (offer) return [offer]
    }
  }
  return []
}

function longer(refused: Refused, context: Context, judge: Judge): Offer[] {
  const minutes = minimumOf(refused.ask, context)
  if (refused.ask.minutes >= minutes) return []
  const ask = moved(refused.ask, refused.ask.start, minutes)
  return present(judge({ kind: 'longer', ask, typeCode: refused.typeCode }))
}

/** The next higher types that are free, at most `most` of them (flow 10). */
export function larger(
  refused: Pick<Refused, 'ask' | 'typeCode'>,
  context: Context,
  judge: Judge,
  most: number,
): Offer[] {
  const rank = typeOf(context.venue, refused.typeCode)?.rank ?? 0
  const offers: Offer[] = []
  for (const type of venueIndex(context.venue).typesByRank) {
    if (type.rank <= rank || offers.length === most) continue
    offers.push(...present(judge({ kind: 'largerType', ask: ofType(refused.ask, type.code), typeCode: type.code })))
  }
  return offers
}

// The next lower type that is free and really seats the party (flow 11).
function smaller(refused: Refused, context: Context, judge: Judge): Offer[] {
  const rank = typeOf(context.venue, refused.typeCode)?.rank ?? 0
  for (const type of venueIndex(context.venue).typesByRank.toReversed()) {
    if (type.rank >= rank || type.maxSeats < refused.ask.party) continue
    const offer = judge({ kind: 'smallerType', ask: ofType(refused.ask, type.code), typeCode: type.code })
    if (offer) return [offer]
  }
  return []
}

// Two rooms of one type, nearest rank first, where one does not seat the party and two do (flow 08).
function twoRooms(refused: Refused, context: Context, judge: Judge): Offer[] {
  const rank = typeOf(context.venue, refused.typeCode)?.rank ?? 0
  const types = venueIndex(context.venue)
    .typesByRank.filter((type) => type.maxSeats < refused.ask.party && type.maxSeats * 2 >= refused.ask.party)
    .sort((a, b) => Math.abs(a.rank - rank) - Math.abs(b.rank - rank) || a.rank - b.rank)
  for (const type of types) {
    const ask: Ask = { ...ofType(refused.ask, type.code), rooms: 2 }
    const offer = judge({ kind: 'twoRooms', ask, typeCode: type.code })
    if (offer) return [offer]
  }
  return []
}

// The same hour some days before or after, within the window.
function otherDays(refused: Refused, context: Context, judge: Judge): Offer[] {
  const calendar = calendarOf(context.venue)
  const date = dateOf(refused.ask.start, context)
  const wall = wallMinutesOf(refused.ask.start, date, calendar)
  const near = (direction: 1 | -1): Offer[] => {
    for (let days = 1; days <= reachDays; days += 1) {
      const start = instantAt(addDays(date, days * direction), wall, calendar)
      if (daysAhead(start, context) > context.venue.policy.bookingWindowDays) continue
      const ask = moved(refused.ask, start)
      const offer = judge({ kind: 'otherDay', ask, typeCode: refused.typeCode, days })
      if (offer) return [offer]
    }
    return []
  }
  return [...near(-1), ...near(1)]
}

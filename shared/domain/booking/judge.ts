import { pairByFit, rankByFit } from '../room/best-fit.ts'
import { isFree, obstructionOf } from '../room/obstruction.ts'
import { reserveBinds } from '../room/reserve.ts'
import { largestType, maxSeatsOf, rightType, roomOf, roomsOfType, typeOf } from '../room/room-type.ts'
import { businessDaySpan, wallMinutesOf } from '../time/business-day.ts'
import { calendarOf, openingSpan, primePart } from '../time/opening-hours.ts'
import { contains, minute, type Span } from '../time/span.ts'
import type { Room } from '../venue/venue.ts'
import { type Ask, type Context, dateOf, daysAhead, sessionMinOn } from './ask.ts'
import type { Reason } from './decision.ts'
import { minimumFitsNear } from './near-session.ts'

/** The answer to one ask, without offers: rooms, or the first check that fails (booking.md §3, Order of checks). */
export type Verdict =
  | { readonly ok: true; readonly typeCode: string; readonly rooms: readonly Room[] }
  | { readonly ok: false; readonly typeCode: string; readonly reason: Reason; readonly check: number }

const pastToleranceMinutes = 5

/** Type a decision speaks of: the room's, else the asked one, else the right one; none right: the largest. */
export function typeCodeOf(ask: Ask, context: Context): string {
  const room = ask.roomNo === undefined ? undefined : roomOf(context.venue, ask.roomNo)
  return room?.typeCode ?? ask.typeCode ?? (rightType(context.venue, ask.party) ?? largestType(context.venue)).code
}

const cleaningOf = (typeCode: string, context: Context): number => typeOf(context.venue, typeCode)?.cleaningMinutes ?? 0

const claimsOf = (roomNo: string, context: Context) => context.snapshot.claimsByRoom.get(roomNo) ?? []

/** Opening hours of the ask's business day, or the whole day where the venue is closed. */
export function limitsOf(ask: Span, context: Context): Span {
  const date = dateOf(ask.start, context)
  const open = openingSpan(date, context.venue) ?? businessDaySpan(date, calendarOf(context.venue))
  return { start: Math.max(open.start, context.now), end: open.end }
}

/** True when the session is a short one: less than the usual minimum, which is only sold into a gap (flow 13). */
export const isShort = (ask: Ask, context: Context): boolean =>
  ask.channel !== 'walkIn' && ask.minutes < sessionMinOn(dateOf(ask.start, context), context.venue)

/** A gap: a session of the minimum from the same start would not be free there, or would pass closing. */
export function isGap(room: Room, ask: Ask, context: Context): boolean {
  const date = dateOf(ask.start, context)
  const whole = { start: ask.start, end: ask.start + sessionMinOn(date, context.venue) * minute }
  const closing = openingSpan(date, context.venue)?.end ?? whole.end
  if (whole.end > closing) return true
  return !isFree(claimsOf(room.roomNo, context), whole, cleaningOf(room.typeCode, context), ask.ref)
}

const seatsParty = (room: Room, ask: Ask, context: Context): boolean =>
  ask.seatsApart === true || ask.rooms === 2 || maxSeatsOf(context.venue, room) >= ask.party

/** Rooms of a type that are free for the ask; for a short session, all free rooms, gaps or not. */
export const freeRooms = (typeCode: string, ask: Ask, context: Context): Room[] =>
  roomsOfType(context.venue, typeCode).filter(
    (room) =>
      room.roomNo !== ask.notRoomNo &&
      seatsParty(room, ask, context) &&
      isFree(claimsOf(room.roomNo, context), ask, cleaningOf(typeCode, context), ask.ref),
  )

const onGrid = (instant: number, context: Context): boolean => {
  const wall = wallMinutesOf(instant, dateOf(instant, context), calendarOf(context.venue))
  return wall % context.venue.policy.slotMinutes === 0
}

// Checks 1–5, as far as they need no room.
function timeReason(ask: Ask, context: Context): { reason: Reason; check: number } | undefined {
  const { policy } = context.venue
  const date = dateOf(ask.start, context)
  const walkIn = ask.channel === 'walkIn'
  if (!walkIn && ask.start < context.now - pastToleranceMinutes * minute) return { reason: 'PAST', check: 1 }
  const open = openingSpan(date, context.venue)
  if (!open || !contains(open, ask)) return { reason: 'CLOSED', check: 2 }
  if (!walkIn && !onGrid(ask.start, context)) return { reason: 'OFF_GRID', check: 3 }
  const ahead = daysAhead(ask.start, context)
  if (ahead > policy.bookingWindowDays && !ask.approved) return { reason: 'BEYOND_WINDOW', check: 4 }
  const tooShort = walkIn
    ? ask.minutes < policy.walkInMinMinutes
    : ask.minutes < policy.shortSessionMin || (ahead > 0 && isShort(ask, context))
  const tooLong = !walkIn && ask.minutes > policy.session.max
  return tooShort || tooLong ? { reason: 'DURATION', check: 5 } : undefined
}

function specifiedAllowed(ask: Ask, context: Context): boolean {
  if (ask.channel === 'walkIn') return true
  const { specifiedRoom, peakDates } = context.venue.policy
  const date = dateOf(ask.start, context)
  if (peakDates.includes(date) && !specifiedRoom.onPeakDates) return false
  if (daysAhead(ask.start, context) === 0) return true
  const vip = ask.customer?.vipTier !== undefined
  if (specifiedRoom.laterDays === 'everyone') return true
  if (specifiedRoom.laterDays === 'nobody') return false
  if (vip) return true
  return specifiedRoom.laterDays === 'vipOrOffPrime' && primePart(ask, date, context.venue) === undefined
}

function reserveKeeps(ask: Ask, typeCode: string, context: Context): boolean {
  if (ask.channel === 'walkIn' || (ask.queueJump && ask.approved)) return false
  const date = dateOf(ask.start, context)
  return reserveBinds(ask, date, typeCode, ask.rooms, context.snapshot, context.now, ask.ref)
}

// Check 8: the very room, in the order of the table.
function judgeRoom(ask: Ask, roomNo: string, typeCode: string, context: Context): Verdict {
  const refuse = (reason: Reason, check = 8): Verdict => ({ ok: false, typeCode, reason, check })
  const room = roomOf(context.venue, roomNo)
  if (!room) return refuse('ROOM_UNKNOWN')
  const obstruction = obstructionOf(claimsOf(roomNo, context), ask, cleaningOf(typeCode, context), ask.ref)
  if (obstruction?.by === 'block') return refuse('ROOM_BLOCKED')
  if (!ask.seatsApart && maxSeatsOf(context.venue, room) < ask.party) return refuse('ROOM_TOO_SMALL')
  if (!specifiedAllowed(ask, context)) return refuse('SPECIFIED_NOT_ALLOWED')
  if (obstruction) return refuse('ROOM_TAKEN')
  if (isShort(ask, context) && !isGap(room, ask, context)) return refuse('DURATION', 5)
  if (reserveKeeps(ask, typeCode, context)) return refuse('WALK_IN_RESERVE')
  return { ok: true, typeCode, rooms: [room] }
}

function chooseRooms(free: readonly Room[], ask: Ask, context: Context): readonly Room[] | undefined {
  const ranked = rankByFit(free, ask, limitsOf(ask, context), context.snapshot, { id: ask.customer?.id, ref: ask.ref })
  const preferred = (ask.preferRooms ?? []).flatMap((roomNo) => ranked.find((room) => room.roomNo === roomNo) ?? [])
  if (ask.rooms === 2) {
    if (preferred.length === 2) return preferred
    return pairByFit(ranked, (room) => maxSeatsOf(context.venue, room), ask.party)
  }
  const best = preferred[0] ?? ranked[0]
  return best && [best]
}

// Checks 5 (gaps), 6, 7 and 9: a room of the type.
function judgeType(ask: Ask, typeCode: string, context: Context, reasonOf: typeof mildestReason): Verdict {
  const tooShort: Verdict = { ok: false, typeCode, reason: 'DURATION', check: 5 }
  const short = isShort(ask, context)
  const inGap = (room: Room) => !short || isGap(room, ask, context)
  if (short) {
    const anyFree = freeRooms(typeCode, { ...ask, seatsApart: true }, context)
    if (anyFree.length > 0 && !anyFree.some(inGap)) return tooShort
  }
  const seatsOrCaller = partyReason(ask, context) ?? callerReason(ask, context)
  if (seatsOrCaller) return { ok: false, typeCode, ...seatsOrCaller }
  const free = freeRooms(typeCode, ask, context)
  const usable = free.filter(inGap)
  if (free.length > 0 && usable.length === 0) return tooShort
  const rooms = chooseRooms(usable, ask, context)
  if (!rooms) return { ok: false, typeCode, reason: reasonOf(typeCode, ask, context), check: 9 }
  if (reserveKeeps(ask, typeCode, context)) return { ok: false, typeCode, reason: 'WALK_IN_RESERVE', check: 9 }
  return { ok: true, typeCode, rooms }
}

function partyReason(ask: Ask, context: Context): { reason: Reason; check: number } | undefined {
  if (ask.seatsApart || ask.rooms === 2) return undefined
  const types = ask.typeCode === undefined ? context.venue.types : [typeOf(context.venue, ask.typeCode)]
  const largest = Math.max(0, ...types.map((type) => type?.maxSeats ?? 0))
  return largest < ask.party ? { reason: 'PARTY_TOO_BIG', check: 6 } : undefined
}

function callerReason(ask: Ask, context: Context): { reason: Reason; check: number } | undefined {
  if (ask.approved || !ask.customer) return undefined
  const stayedAway = ask.channel !== 'walkIn' && ask.customer.noShows >= context.venue.policy.noShow.limit
  return ask.customer.blocked || stayedAway ? { reason: 'CUSTOMER_BLOCKED', check: 7 } : undefined
}

/** Judges one ask: the rooms it would get, or the reason of the first check that fails. Pure. */
export const judge = (ask: Ask, context: Context): Verdict => judgeWith(ask, context, mildestReason)

/**
 * The rooms an ask would get, or undefined. For offers, which try hundreds of asks and never say why one fails: finding
 * the mildest reason over all rooms is most of the work of a refusal.
 */
export function roomsFor(ask: Ask, context: Context): (Verdict & { ok: true }) | undefined {
  const verdict = judgeWith(ask, context, () => 'TYPE_FULL')
  return verdict.ok ? verdict : undefined
}

function judgeWith(ask: Ask, context: Context, reasonOf: typeof mildestReason): Verdict {
  const typeCode = typeCodeOf(ask, context)
  const time = timeReason(ask, context)
  if (time) return { ok: false, typeCode, ...time }
  if (ask.roomNo === undefined) return judgeType(ask, typeCode, context, reasonOf)
  const seatsOrCaller = partyReason(ask, context) ?? callerReason(ask, context)
  if (seatsOrCaller) return { ok: false, typeCode, ...seatsOrCaller }
  return judgeRoom(ask, ask.roomNo, typeCode, context)
}

const mildness: readonly Reason[] = ['WALK_IN_RESERVE', 'CLEANING_BUFFER', 'NOT_CONTIGUOUS', 'TYPE_FULL']

/** Why one room of the type does not do, by its own code; `ROOM_TAKEN` where even a shorter stay would not fit. */
export type RoomCode =
  | 'ROOM_BLOCKED'
  | 'ROOM_TOO_SMALL'
  | 'ROOM_TAKEN'
  | 'NOT_CONTIGUOUS'
  | 'CLEANING_BUFFER'
  | 'WALK_IN_RESERVE'

/** The code of one room for an ask that was refused (booking.md §3, check 9 and blockers). */
export function roomCode(room: Room, ask: Ask, context: Context): RoomCode {
  const claims = claimsOf(room.roomNo, context)
  const cleaningMinutes = cleaningOf(room.typeCode, context)
  const obstruction = obstructionOf(claims, ask, cleaningMinutes, ask.ref)
  if (obstruction?.by === 'block') return 'ROOM_BLOCKED'
  if (!seatsParty(room, ask, context)) return 'ROOM_TOO_SMALL'
  if (!obstruction) return 'WALK_IN_RESERVE'
  if (obstruction.by === 'cleaning') return 'CLEANING_BUFFER'
  return minimumFitsNear(room, ask, context) ? 'NOT_CONTIGUOUS' : 'ROOM_TAKEN'
}

function mildestReason(typeCode: string, ask: Ask, context: Context): Reason {
  const codes = new Set<Reason>()
  for (const room of roomsOfType(context.venue, typeCode)) {
    if (room.roomNo === ask.notRoomNo) continue
    const code = roomCode(room, ask, context)
    if (code === 'ROOM_TAKEN') codes.add('TYPE_FULL')
    else if (code !== 'ROOM_BLOCKED' && code !== 'ROOM_TOO_SMALL') codes.add(code)
  }
  return mildness.find((reason) => codes.has(reason)) ?? 'NO_SUCH_ROOMS'
}

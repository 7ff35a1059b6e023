import type { Evening } from './evening.ts'
import { newUse, type Use } from './floor.ts'
import type { HistoryParty, HistorySegment, HistoryStay } from './history-day.ts'
import type { HouseType } from './house.ts'
import type { Character } from './wishes.ts'

/** Lets parties in, and what follows: more time, another room, going (booking.md §6). */

const everyMinutes = 10
/** A move is worth it while so much of the session is left. */
const worthMoving = 45
const overnightChance = 0.06
/** Who is there so shortly before closing is asked whether he would stay on. */
const nearClosing = 45
const settles = { before: 3, within: 9 }

/** A party inside: its stay, and the uses it has of rooms. */
interface Visit {
  readonly evening: Evening
  readonly party: HistoryParty
  readonly stay: HistoryStay
  readonly character: Character
  rooms: { readonly roomNo: string; readonly type: HouseType; readonly use: Use; readonly segment: HistorySegment }[]
  goesAt: number
}

export interface Entry {
  readonly roomNos: readonly string[]
  readonly type: HouseType
  readonly plannedEnd: number
  readonly booked: boolean
  readonly quoteTotal: number
  /** Uses that hold the rooms already; they begin now. */
  readonly uses?: readonly Use[]
}

/** Lets a party in at `now`. */
export function letIn(evening: Evening, party: HistoryParty, character: Character, entry: Entry, now: number): void {
  const { type, plannedEnd } = entry
  const stay: HistoryStay = {
    openedAt: now,
    typeCode: type.code,
    rooms: entry.roomNos.length,
    plannedEnd,
    settledAt: now,
    leftAt: now,
    extended: 0,
    quoteTotal: entry.quoteTotal,
    amount: entry.quoteTotal,
    segments: [],
  }
  party.stay = stay
  const visit: Visit = { evening, party, stay, character, rooms: [], goesAt: 0 }
  for (const [index, roomNo] of entry.roomNos.entries()) {
    const use = entry.uses?.[index] ?? newUse(now, plannedEnd, type.cleaning, entry.booked)
    if (entry.uses) use.from = now
    else evening.floor.put(roomNo, use, now)
    enter(visit, roomNo, type, use, now, null, null, type.code)
  }
  const { wantsMore, moves, stays } = character
  goesAt(visit, Math.max(now + 20, plannedEnd + (wantsMore > 0 ? Math.max(stays, -4) : stays)))
  if (wantsMore > 0) evening.at(Math.max(now + 10, plannedEnd - 20), (at) => extend(visit, wantsMore, at))
  if (moves !== undefined) evening.at(now + 25 + evening.draw.below(30), (at) => move(visit, moves, at))
  if (party.promise && party.promise.closedAt === Number.POSITIVE_INFINITY)
    evening.at(now + 15, (at) => remindOfPromise(visit, at))
}

function enter(
  visit: Visit,
  roomNo: string,
  type: HouseType,
  use: Use,
  now: number,
  reason: HistorySegment['reason'],
  charge: HistorySegment['charge'],
  chargeTypeCode: string,
): void {
  const segment: HistorySegment = {
    roomNo,
    typeCode: type.code,
    from: now,
    to: now,
    cleanedAt: now,
    swept: false,
    reason,
    charge,
    chargeTypeCode,
  }
  visit.stay.segments.push(segment)
  visit.rooms.push({ roomNo, type, use, segment })
}

const isInside = (visit: Visit): boolean => visit.rooms.length > 0

function goesAt(visit: Visit, minute: number): void {
  const { evening, stay } = visit
  const latest = Math.max(evening.house.close, stay.plannedEnd > evening.house.close ? minute : 0)
  visit.goesAt = Math.min(minute, latest)
  evening.at(visit.goesAt, (now) => {
    if (now === visit.goesAt && isInside(visit)) goOrStay(visit, now)
  })
}

// Some stay past closing, with the supervisor's leave until the day ends, and do not hurry then either (booking.md §6).
function goOrStay(visit: Visit, now: number): void {
  const { evening, stay } = visit
  const { close, length } = evening.house
  const late = stay.plannedEnd >= close - nearClosing && stay.plannedEnd <= close
  if (late && evening.draw.chance(overnightChance) && evening.mayStayOver) {
    stay.plannedEnd = length
    stay.extended += 1
    for (const { use } of visit.rooms) use.planned = length
    goesAt(visit, length - 90 + evening.draw.below(150))
  } else leave(visit, now)
}

function extend(visit: Visit, minutes: number, now: number): void {
  const { evening, stay } = visit
  if (!isInside(visit)) return
  const until = Math.min(stay.plannedEnd + minutes, evening.house.close)
  const possible = visit.rooms.every(({ roomNo, use }) => evening.floor.isFree(roomNo, use.from, until, now, use))
  if (until - stay.plannedEnd < 15 || !possible) return
  stay.plannedEnd = until
  stay.extended += 1
  for (const { use } of visit.rooms) use.planned = until
  goesAt(visit, Math.max(now + 5, until - evening.draw.below(8)))
}

function move(visit: Visit, why: 'wish' | 'fault', now: number): void {
  const { evening, stay, party } = visit
  const [room] = visit.rooms
  if (!room || visit.rooms.length > 1 || stay.plannedEnd - now < worthMoving) return
  const wanted = why === 'fault' ? room.type : (evening.typesAbove(room.type)[0] ?? room.type)
  if (wanted.maxSeats < party.party) return
  const roomNo = evening.floor.bestFit(wanted.code, now, stay.plannedEnd, now)
  if (roomNo === undefined) return
  const charge = why === 'wish' ? 'recalculate' : 'keep'
  transfer(visit, roomNo, wanted, now, why === 'wish' ? 'guest' : 'fault', charge)
}

function transfer(
  visit: Visit,
  roomNo: string,
  type: HouseType,
  now: number,
  reason: 'guest' | 'promise' | 'fault',
  charge: 'keep' | 'recalculate',
): void {
  const { evening, stay } = visit
  const from = visit.rooms[0]?.segment.chargeTypeCode ?? type.code
  const booked = visit.rooms[0]?.use.booked ?? false
  leaveRooms(visit, now)
  const use = newUse(now, stay.plannedEnd, type.cleaning, booked)
  evening.floor.put(roomNo, use, now)
  enter(visit, roomNo, type, use, now, reason, charge, charge === 'recalculate' ? type.code : from)
}

// Looked at again and again while the party is inside: is there a room of the right size (flows 10, 11)?
function remindOfPromise(visit: Visit, now: number): void {
  const { evening, party, stay } = visit
  const { promise } = party
  const type = evening.house.types.find((one) => one.code === promise?.toTypeCode)
  if (!promise || !type || !isInside(visit) || promise.closedAt !== Number.POSITIVE_INFINITY) return
  if (stay.plannedEnd - now < worthMoving) return
  const roomNo = evening.floor.bestFit(type.code, now, stay.plannedEnd, now)
  if (roomNo === undefined) evening.at(now + everyMinutes, (at) => remindOfPromise(visit, at))
  else if (evening.draw.chance(0.24)) {
    promise.state = 'declined'
    promise.closedAt = now
  } else if (evening.draw.chance(0.12)) {
    // The desk is busy, and looks again later.
    evening.at(now + 3 * everyMinutes, (at) => remindOfPromise(visit, at))
  } else {
    transfer(visit, roomNo, type, now, 'promise', 'recalculate')
    promise.state = 'kept'
    promise.closedAt = now
  }
}

function leaveRooms(visit: Visit, at: number): void {
  const { character } = visit
  for (const { use, segment } of visit.rooms) {
    const cleaning = character.swept ? Math.ceil(use.cleaning * 0.6) : use.cleaning
    use.leftAt = at
    use.cleanedAt = at + cleaning
    segment.to = at
    segment.cleanedAt = at + cleaning
    segment.swept = character.swept && cleaning < use.cleaning
  }
  visit.rooms = []
}

// A use and its cleaning never grow into the next party's time: who stays on goes when that party's room is needed.
function leave(visit: Visit, now: number): void {
  const { evening, stay, party } = visit
  const latest = Math.min(
    ...visit.rooms.map(({ roomNo, use }) => evening.floor.nextStart(roomNo, use.from, now, use) - use.cleaning),
  )
  const left = Math.max(stay.segments.at(-1)?.from ?? now, Math.min(now, latest))
  leaveRooms(visit, left)
  stay.leftAt = left
  stay.settledAt = Math.max(stay.openedAt, left - settles.before - evening.draw.below(settles.within))
  stay.amount = amountOf(visit)
  if (party.promise?.closedAt === Number.POSITIVE_INFINITY) {
    party.promise.state = 'lapsed'
    party.promise.closedAt = left
  }
}

// What was agreed, the time asked for later, and dearer rooms by the minute.
function amountOf({ evening, stay }: Visit): number {
  const { house } = evening
  if (stay.segments.length === stay.rooms && stay.extended === 0) return stay.quoteTotal
  const until = Math.min(stay.plannedEnd, house.length)
  return stay.segments.reduce(
    (sum, segment, at) =>
      sum +
      house.price(
        segment.chargeTypeCode,
        segment.from,
        at < stay.segments.length - stay.rooms ? segment.to : Math.max(segment.from, until),
      ),
    0,
  )
}

import type { FlowNo, OfferKind } from '#shared/domain/booking/decision.ts'
import { book, type Terms } from './bookings.ts'
import type { Evening } from './evening.ts'
import type { HistorySource } from './history-day.ts'
import type { HouseType } from './house.ts'
import { keepWish, refuse, refuseOddWish, waitForRoom } from './unmet-calls.ts'
import type { WaitingList } from './waiting.ts'
import type { Call } from './wishes.ts'

const rankCost = 20
const twoRoomsCost = 30
const mostShift = 180
/** Of those who find no room, who takes a number, or leaves a standby request. */
const wouldWait = { today: 0.6, later: 0.06 }
/** A caller gets a number when he means to come within so many minutes. */
const soonMinutes = 45

interface Offer extends Terms {
  readonly cost: number
}

/** What becomes of a call: a booking, an offer taken, a place to wait, or a refusal (flows 01 to 11, 13). */
export function takeCall(evening: Evening, list: WaitingList, call: Call): void {
  const { type, start, askedAt: now } = call
  const end = start + call.minutes
  if (evening.draw.chance(0.008)) {
    refuseOddWish(evening, call)
    return
  }
  if (call.beyond === 'wished' && evening.draw.chance(0.12)) {
    keepWish(evening, call, 'advance')
    return
  }
  const terms = { type, start, end, source: sourceOf(evening, call) }
  const named = namedRoom(evening, call)
  if (named !== undefined) {
    book(evening, call, { ...terms, roomNos: [named], flow: now >= 0 ? '03' : '06', specified: true })
    return
  }
  const found = evening.floor.bestFit(type.code, start, end, now)
  if (found !== undefined && !evening.reserveBinds(type, start, end, now)) {
    book(evening, call, { ...terms, roomNos: [found], flow: flowOf(evening, call, start) })
    return
  }
  if (call.insists && found !== undefined) {
    jump(evening, list, call, { ...terms, roomNos: [found], flow: '09', source: 'jump', approved: true })
    return
  }
  const offers = offersFor(evening, call)
  const [best] = offers
  if (best && best.cost <= call.character.patience) {
    book(evening, call, best)
    return
  }
  const soon = now >= 0 && start - now <= soonMinutes
  if (soon && call.character.waits && evening.draw.chance(wouldWait.today)) waitForRoom(evening, list, call)
  else if (now < 0 && evening.draw.chance(wouldWait.later)) keepWish(evening, call, 'standby')
  else refuse(evening, call, best)
}

function sourceOf(evening: Evening, call: Call): HistorySource {
  const { outage } = evening
  if (outage && call.askedAt >= outage.from && call.askedAt < outage.to) return 'slip'
  if (call.internal) return 'internal'
  return call.online ? 'online' : 'phone'
}

function flowOf(evening: Evening, call: Call, start: number): FlowNo {
  const { policy } = evening.house.venue
  if (call.beyond === 'approved') return '07'
  if (start - call.askedAt <= policy.shortNoticeMinutes || call.minutes < policy.session.min) return '13'
  return call.askedAt >= 0 ? '01' : '04'
}

function namedRoom(evening: Evening, call: Call): string | undefined {
  const { house, floor } = evening
  const end = call.start + call.minutes
  if (call.roomNo === undefined || house.peak) return undefined
  const inPrime = call.start < house.prime.to && end > house.prime.from
  if (call.askedAt < 0 && inPrime && call.tier === undefined) return undefined
  if (!floor.isFree(call.roomNo, call.start, end, call.askedAt)) return undefined
  return evening.reserveBinds(call.type, call.start, end, call.askedAt) ? undefined : call.roomNo
}

// The kinds the desk would be shown, cheapest for the caller first.
function offersFor(evening: Evening, call: Call): Offer[] {
  const { type, start, minutes, party, askedAt: now } = call
  const end = start + minutes
  const source = sourceOf(evening, call)
  const offers: Offer[] = []
  const add = (kind: OfferKind, other: HouseType, from: number, flow: FlowNo, cost: number) => {
    const roomNo = evening.floor.bestFit(other.code, from, from + minutes, now)
    if (roomNo === undefined || evening.reserveBinds(other, from, from + minutes, now)) return
    offers.push({ type: other, roomNos: [roomNo], start: from, end: from + minutes, flow, source, kind, cost })
  }
  for (const larger of evening.typesAbove(type))
    add('largerType', larger, start, '10', rankCost * (larger.rank - type.rank))
  const smaller = evening.typeBelow(type, party)
  if (smaller) add('smallerType', smaller, start, '11', rankCost)
  for (let shift = 15; shift <= mostShift && !offers.some((offer) => offer.kind === 'otherTime'); shift += 15)
    for (const from of [start - shift, start + shift])
      if (from >= Math.max(evening.house.open, now) && from + minutes <= evening.house.close)
        add('otherTime', type, from, flowOf(evening, call, from), shift)
  const two = twoRooms(evening, call)
  if (two) offers.push({ ...two, start, end, flow: '08', source, kind: 'twoRooms' })
  return offers.sort((a, b) => a.cost - b.cost)
}

function twoRooms(evening: Evening, { type, party, start, minutes, askedAt: now }: Call) {
  const below = evening.house.types[type.rank - 1]
  if (!below || below.maxSeats >= party || 2 * below.maxSeats < party) return undefined
  const free = below.rooms.filter((roomNo) => evening.floor.isFree(roomNo, start, start + minutes, now))
  const beside = free.find((roomNo, at) => Number(free[at + 1]) === Number(roomNo) + 1)
  const first = beside ?? free[0]
  const second = beside === undefined ? free[1] : free[free.indexOf(beside) + 1]
  if (first === undefined || second === undefined) return undefined
  return { type: below, roomNos: [first, second], cost: twoRoomsCost + rankCost }
}

function jump(evening: Evening, list: WaitingList, call: Call, terms: Terms): void {
  const party = book(evening, call, terms)
  const displaced = call.askedAt < 0 ? [] : list.numbers(call.type).map((number) => ({ number, minutes: call.minutes }))
  party.jump = { at: call.askedAt, displaced }
}

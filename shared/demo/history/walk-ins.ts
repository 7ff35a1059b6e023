import type { FlowNo } from '#shared/domain/booking/decision.ts'
import type { Evening } from './evening.ts'
import type { HouseType } from './house.ts'
import { letIn } from './visit.ts'
import type { WaitingList } from './waiting.ts'
import type { Walker } from './wishes.ts'

const leastMinutes = 60
const rankCost = 20
const never = Number.POSITIVE_INFINITY
/** Of those who would wait, how many supervisors put first. */
const jumps = 0.01

/** A party from the street: a room of now, a larger or smaller one, a number, or it goes elsewhere (booking.md §6). */
export function takeWalker(evening: Evening, list: WaitingList, walker: Walker, now: number): void {
  const { type, character, party } = walker
  const minutes = Math.min(walker.minutes, evening.house.close - now)
  // Nobody is let in before those who wait for the same type.
  if (list.ahead(type) === 0 && seat(evening, walker, type, minutes, now)) return
  const wouldPay = character.patience >= rankCost
  const larger = evening.typesAbove(type)[0]
  if (wouldPay && larger && list.ahead(larger) === 0 && seat(evening, walker, larger, minutes, now)) return
  const smaller = evening.typeBelow(type, party)
  if (
    character.patience >= rankCost &&
    smaller &&
    list.ahead(smaller) === 0 &&
    seat(evening, walker, smaller, minutes, now)
  )
    return
  const quoted = list.quote(type, now, now)
  if (character.waits && quoted <= 20 + evening.draw.below(70) && now + quoted + leastMinutes < evening.house.close) {
    wait(evening, list, walker, minutes, now)
    return
  }
  const hadChoice = larger !== undefined && evening.floor.hasFree(larger.code, now, now + leastMinutes, now)
  evening.refuse({
    at: now,
    kind: hadChoice ? 'regret' : 'denial',
    reason: hadChoice
      ? evening.draw.pick(['price', 'price', 'size', 'undecided'] as const)
      : evening.floor.longest(type.code, now, leastMinutes, now)
        ? 'NOT_CONTIGUOUS'
        : 'TYPE_FULL',
    flow: '02',
    typeCode: type.code,
    party,
    start: now,
    minutes,
    channel: 'walkIn',
  })
}

function seat(evening: Evening, walker: Walker, type: HouseType, minutes: number, now: number): boolean {
  const { floor, house } = evening
  const whole = floor.bestFit(type.code, now, now + minutes, now)
  const found = whole === undefined ? floor.longest(type.code, now, minutes, now) : { roomNo: whole, minutes }
  if (!found || found.minutes < leastMinutes) return false
  const flow: FlowNo = type.rank > walker.type.rank ? '10' : type.rank < walker.type.rank ? '11' : '01'
  const { guest, tier, party, character } = walker
  const added = evening.addParty({ guest, tier, party, source: 'walkIn', flow, requestedTypeCode: walker.type.code })
  if (flow !== '01' && character.wouldMove)
    added.promise = {
      fromTypeCode: type.code,
      toTypeCode: walker.type.code,
      madeAt: now,
      state: 'lapsed',
      closedAt: never,
    }
  const plannedEnd = now + found.minutes
  const quoteTotal = house.price(type.code, now, plannedEnd)
  letIn(evening, added, character, { roomNos: [found.roomNo], type, plannedEnd, booked: false, quoteTotal }, now)
  return true
}

function wait(evening: Evening, list: WaitingList, walker: Walker, minutes: number, now: number): void {
  const { guest, tier, party, type, character } = walker
  const isJump = tier !== undefined && evening.draw.chance(10 * jumps)
  const displaced = list.numbers(type).map((number) => ({ number, minutes: 15 }))
  const added = evening.addParty({
    guest,
    tier,
    party,
    source: 'waitlist',
    flow: '01',
    requestedTypeCode: type.code,
  })
  if (isJump) added.jump = { at: now, displaced }
  const priority = isJump ? 'jump' : tier === undefined ? 'normal' : 'vip'
  list.join({ party: added, type, from: now, minutes, character, priority }, now)
}

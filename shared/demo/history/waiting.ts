import type { Draw } from './draw.ts'
import type { Evening } from './evening.ts'
import type { HistoryParty, HistoryWait } from './history-day.ts'
import type { HouseType } from './house.ts'
import { letIn } from './visit.ts'
import type { Character } from './wishes.ts'

/** The waiting list of one evening (booking.md §7). */

interface Waiter {
  readonly party: HistoryParty
  readonly wait: HistoryWait
  readonly type: HouseType
  readonly character: Character
  /** When it would like to sit down, and until when it waits. */
  readonly from: number
  readonly gives: number
  readonly onGone: (now: number, why: 'left' | 'expired') => void
  readonly onSeated: (now: number, roomNo: string) => void
}

const order = { jump: 0, vip: 1, normal: 2 }
const callRunsOut = 10
const goneWhenCalled = 0.07
const leastMinutes = 60

export interface Joining {
  readonly party: HistoryParty
  readonly type: HouseType
  readonly from: number
  readonly minutes: number
  readonly character: Character
  readonly priority: HistoryWait['priority']
  readonly onGone?: Waiter['onGone']
  readonly onSeated?: Waiter['onSeated']
}

/** Most wait somewhat longer than they were told; one in five loses patience sooner. */
const givesUpAfter = (quoted: number, draw: Draw): number =>
  draw.chance(0.2) ? 8 + draw.below(15) : Math.max(12, Math.round(quoted * 1.15)) + draw.below(20)

export class WaitingList {
  readonly #evening: Evening
  readonly #lists = new Map<string, Waiter[]>()
  readonly #counts = new Map<string, number>()
  #waiting = 0

  constructor(evening: Evening) {
    this.#evening = evening
    evening.eachMinute = (now) => this.#look(now)
  }

  /** How long somebody who joins now would be told to wait, in steps of five minutes (booking.md §3, Quoted wait). */
  quote(type: HouseType, from: number, now: number, ahead = this.ahead(type)): number {
    const { floor, house } = this.#evening
    const times = floor.freeTimes(type.code, from, now, house.close)
    if (times.length === 0) return 0
    const round = Math.floor(ahead / times.length)
    const at = (times[ahead % times.length] ?? from) + round * (house.venue.policy.session.default + type.cleaning)
    return Math.ceil(Math.max(0, at - from) / 5) * 5
  }

  ahead(type: HouseType): number {
    return this.#lists.get(type.code)?.length ?? 0
  }

  /** Those who wait for a type now, first come first. */
  numbers(type: HouseType): readonly string[] {
    return (this.#lists.get(type.code) ?? []).map(({ wait }) => `${type.code}${wait.count}`)
  }

  join({ party, type, from, minutes, character, priority, ...after }: Joining, now: number): void {
    const list = this.#lists.get(type.code) ?? []
    this.#lists.set(type.code, list)
    const count = (this.#counts.get(type.code) ?? 0) + 1
    this.#counts.set(type.code, count)
    const behind = list.filter((other) => order[other.wait.priority] > order[priority]).length
    const quoted = this.quote(type, from, now, list.length - behind)
    const wait: HistoryWait = {
      typeCode: type.code,
      count,
      since: now,
      quoted,
      p90: quoted + 15 + 5 * this.#evening.draw.below(3),
      priority,
      minutes,
      state: 'left',
      closedAt: now,
    }
    party.wait = wait
    list.push({
      party,
      wait,
      type,
      character,
      from,
      gives: from + givesUpAfter(quoted, this.#evening.draw),
      onGone: after.onGone ?? (() => undefined),
      onSeated: after.onSeated ?? (() => undefined),
    })
    list.sort((a, b) => order[a.wait.priority] - order[b.wait.priority] || a.wait.since - b.wait.since)
    this.#waiting += 1
  }

  #look(now: number): void {
    if (this.#waiting === 0) return
    const { house } = this.#evening
    for (const list of this.#lists.values())
      for (const waiter of [...list]) {
        if (now >= waiter.gives || now + leastMinutes > house.close) this.#close(list, waiter, now, 'left')
        else if (now >= waiter.from && this.#callIn(list, waiter, now)) break
      }
  }

  #drop(list: Waiter[], waiter: Waiter): void {
    list.splice(list.indexOf(waiter), 1)
    this.#waiting -= 1
  }

  #close(list: Waiter[], waiter: Waiter, now: number, state: 'left' | 'expired'): void {
    this.#drop(list, waiter)
    waiter.wait.state = state
    waiter.wait.closedAt = now
    waiter.onGone(now, state)
  }

  // Answers whether somebody took a room: the next one looks again in the next minute.
  #callIn(list: Waiter[], waiter: Waiter, now: number): boolean {
    const evening = this.#evening
    const { type, wait, party } = waiter
    const most = Math.min(wait.minutes, evening.house.close - now)
    const found = evening.floor.longest(type.code, now, most, now)
    if (!found || found.minutes < leastMinutes) return false
    const { roomNo, minutes } = found
    // Called while the party before is on its way out.
    wait.calledAt = Math.max(wait.since, now - evening.draw.below(4))
    if (evening.draw.chance(goneWhenCalled)) {
      this.#close(list, waiter, now + callRunsOut, 'expired')
      return false
    }
    this.#drop(list, waiter)
    wait.state = 'seated'
    wait.seatedAt = now
    wait.closedAt = now
    const plannedEnd = now + minutes
    waiter.onSeated(now, roomNo)
    letIn(
      evening,
      party,
      waiter.character,
      {
        roomNos: [roomNo],
        type,
        plannedEnd,
        booked: false,
        quoteTotal: evening.house.price(type.code, now, plannedEnd),
      },
      now,
    )
    return true
  }
}

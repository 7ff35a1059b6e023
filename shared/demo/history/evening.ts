import type { FlowNo, Reason } from '#shared/domain/booking/decision.ts'
import type { VipTier } from '#shared/domain/venue/policy.ts'
import type { Draw } from './draw.ts'
import { Floor } from './floor.ts'
import type { HistoryParty, HistoryRefusal, HistorySource } from './history-day.ts'
import type { House, HouseType } from './house.ts'

/** Who a party is, before anything has happened to it. */
export interface NewParty {
  readonly guest: number | undefined
  readonly tier: VipTier | undefined
  readonly party: number
  readonly source: HistorySource
  readonly flow: FlowNo
  readonly requestedTypeCode: string
}

/** Everybody is out by then: two hours after the day has ended. */
const tailMinutes = 120

/**
 * One business day from its first call to the last guest's leaving: a clock of minutes on which things are put that
 * will happen, the rooms, and what has been written down so far.
 */
export class Evening {
  readonly house: House
  readonly floor: Floor
  readonly draw: Draw
  readonly parties: HistoryParty[] = []
  readonly refusals: HistoryRefusal[] = []
  /** Calls asked between these minutes were written on slips: the system was down. */
  readonly outage: { readonly from: number; readonly to: number } | undefined
  /** Looked at every minute, once all else of that minute has happened. */
  eachMinute: (now: number) => void = () => undefined
  readonly #tasks: (((now: number) => void)[] | undefined)[]

  /** Nobody stays over into a day that the history does not have. */
  readonly mayStayOver: boolean

  constructor(house: House, draw: Draw, turn: number, mayStayOver: boolean) {
    this.house = house
    this.mayStayOver = mayStayOver
    this.draw = draw
    this.floor = new Floor(house, turn)
    this.#tasks = new Array(house.length + tailMinutes)
    const from = house.open + 300 + draw.below(300)
    this.outage = draw.chance(0.02) ? { from, to: from + 90 + draw.below(150) } : undefined
  }

  /** Puts something on the clock; what should have happened before the day, happens as it begins. */
  at(minute: number, task: (now: number) => void): void {
    const at = Math.min(Math.max(0, minute), this.#tasks.length - 1)
    const tasks = this.#tasks[at]
    if (tasks) tasks.push(task)
    else this.#tasks[at] = [task]
  }

  run(): void {
    for (let now = 0; now < this.#tasks.length; now += 1) {
      const tasks = this.#tasks[now]
      // What happens may put more on the same minute.
      if (tasks) for (let i = 0; i < tasks.length; i += 1) tasks[i]?.(now)
      this.eachMinute(now)
    }
  }

  addParty(party: NewParty): HistoryParty {
    const added: HistoryParty = { number: this.parties.length, ...party }
    this.parties.push(added)
    return added
  }

  refuse(refusal: Omit<HistoryRefusal, 'number'>): void {
    this.refusals.push({ number: this.refusals.length, ...refusal })
  }

  /** The next types above, the nearest first. */
  typesAbove(type: HouseType): readonly HouseType[] {
    return this.house.types.slice(type.rank + 1, type.rank + 3)
  }

  /** The next type below, if it takes the party at all. */
  typeBelow(type: HouseType, party: number): HouseType | undefined {
    const below = this.house.types[type.rank - 1]
    return below && below.maxSeats >= party ? below : undefined
  }

  /** Whether the rooms kept back for walk-ins stand in a booking's way (booking.md §3, the reserve binds). */
  reserveBinds(type: HouseType, start: number, end: number, now: number): boolean {
    const { policy } = this.house.venue
    if (start - now <= policy.walkInReserve.lapsesMinutes || type.reservePercent === 0) return false
    const from = Math.max(start, this.house.prime.from)
    const to = Math.min(end, this.house.prime.to)
    if (to <= from) return false
    const { taken, sellable } = this.floor.booked(type.code, from, to, now)
    return taken + 1 > sellable - Math.floor((sellable * type.reservePercent) / 100)
  }

  /** Why a booking finds no room of a type, in the words of the decision engine. */
  reasonFor(type: HouseType, start: number, end: number, now: number): Reason {
    if (this.floor.hasFree(type.code, start, end, now)) return 'WALK_IN_RESERVE'
    const { min } = this.house.venue.policy.session
    for (let shift = -120; shift <= end - start; shift += 30)
      if (this.floor.hasFree(type.code, start + shift, start + shift + min, now)) return 'NOT_CONTIGUOUS'
    return 'TYPE_FULL'
  }
}

import { seedOf } from '#shared/demo/history/draw.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { StayPlan } from './guest-plan.ts'
import { enter, transfer } from './party-inside.ts'
import type { PromiseView, StayView, WaitView } from './views.ts'
import { desk, floor, type World } from './world.ts'

const neverAnswers = 0.12
const declines = 0.15

/** Parties on the list and promises to keep: looked at as long as there are any. */
export class WaitingRoom {
  readonly #world: World
  readonly #parties = new Map<string, { readonly stay: StayPlan }>()
  readonly #called = new Set<string>()
  readonly #asked = new Set<string>()
  #promises = 0
  #looking = false

  constructor(world: World) {
    this.#world = world
  }

  /**
   * A party waits, as long as it cares to: half as long again as it was told, at least 45 minutes; by telephone from the
   * hour it wanted to come.
   */
  join(entry: { readonly id: string; readonly quotedMinutes: number }, stay: StayPlan, wished = this.#world.now): void {
    const world = this.#world
    this.#parties.set(entry.id, { stay })
    const patience = Math.max(45, entry.quotedMinutes * 1.5) * minute
    world.agenda.add(world.later(Math.max(world.now, wished) + patience), 'cancel', () => this.#giveUp(entry.id))
    this.#keepLooking()
  }

  /** A party inside has been promised the right size. */
  promised(): void {
    this.#promises += 1
    this.#keepLooking()
  }

  #keepLooking(): void {
    if (this.#looking) return
    this.#looking = true
    const world = this.#world
    world.agenda.add(world.later(world.now + 5 * minute), 'look', async () => {
      this.#looking = false
      if (this.#parties.size > 0) await this.#callWaiting()
      if (this.#promises > 0) await this.#keepPromises()
      if (this.#parties.size > 0 || this.#promises > 0) this.#keepLooking()
    })
  }

  async #callWaiting(): Promise<void> {
    const world = this.#world
    const { body } = await world.api.call<{ items?: WaitView[] }>('GET', '/waitlist?state=waiting&limit=100')
    const given = new Set<string>()
    for (const entry of body.items ?? []) {
      const party = this.#parties.get(entry.id)
      const roomNo = entry.matchedRoomNo
      if (!party || roomNo === undefined || given.has(roomNo) || this.#called.has(entry.id)) continue
      given.add(roomNo)
      const called = await world.api.call('POST', `/waitlist/${entry.id}/call`, {}, desk)
      world.tally.waiting.add('called', called.status === 200 ? 'done' : 'refused')
      if (called.status !== 200) continue
      this.#called.add(entry.id)
      // One in eight is gone when called; ten minutes later the call runs out by itself.
      if ((seedOf('called', entry.id) % 1000) / 1000 < neverAnswers) this.#parties.delete(entry.id)
      else world.agenda.add(world.later(world.now + 5 * minute), 'arrive', () => this.#seat(entry.id, roomNo))
    }
  }

  async #seat(id: string, roomNo: string): Promise<void> {
    const party = this.#parties.get(id)
    if (!party) return
    const world = this.#world
    const { status, body } = await world.api.call<StayView>('POST', `/waitlist/${id}/seat`, { roomNo }, floor)
    world.tally.waiting.add('seated', status < 300 ? 'done' : 'refused')
    if (status < 300) {
      this.#parties.delete(id)
      enter(world, body, party.stay)
    } else {
      this.#called.delete(id)
      world.tally.remark(`seat ${id} ${roomNo} ${world.iso(world.now)} ${status} ${JSON.stringify(body)}`)
    }
  }

  async #giveUp(id: string): Promise<void> {
    if (!this.#parties.delete(id)) return
    const { status } = await this.#world.api.call('POST', `/waitlist/${id}/leave`, {}, desk)
    this.#world.tally.waiting.add('gave up', status === 200 ? 'done' : 'had run out')
  }

  async #keepPromises(): Promise<void> {
    const world = this.#world
    const { body } = await world.api.call<{ items?: PromiseView[] }>('GET', '/promises?state=open&limit=200')
    const open = (body.items ?? []).filter((promise) => promise.stayId !== undefined)
    this.#promises = open.length
    const given = new Set<string>()
    for (const promise of open) {
      const { stayId, roomReady } = promise
      if (stayId === undefined || roomReady === undefined || given.has(roomReady)) continue
      given.add(roomReady)
      const answer = (seedOf('promise', promise.id) % 1000) / 1000
      if (answer < declines && !this.#asked.has(promise.id)) {
        const { status } = await world.api.call('POST', `/promises/${promise.id}/decline`, {}, desk)
        world.tally.stays.add('promise declined', status === 200 ? 'done' : 'refused')
      } else await transfer(world, stayId, roomReady, 'promise', 'keep', 'move by promise')
      this.#asked.add(promise.id)
    }
  }
}

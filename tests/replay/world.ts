import { minute } from '#shared/domain/time/span.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'
import { Agenda, inLines, phases } from './agenda.ts'
import type { ApiClient } from './api-client.ts'
import type { Tally } from './tally.ts'
import { UseLedger } from './use-ledger.ts'

/** Who does what: the desk takes calls, the floor opens and closes rooms. */
export const desk = '1001'
export const floor = '1101'
export const supervisor = '2001'
export const admin = '9001'

export const approval = { staffNo: supervisor, pin: '135790', reason: '重放：主管同意' }

const tick = 5 * minute

/** The evening as it goes on: what is to come, who is in, and the venue's clock. */
export class World {
  readonly agenda = new Agenda()
  readonly uses = new UseLedger()
  readonly api: ApiClient
  readonly tally: Tally
  readonly venue: Venue
  readonly #lines: number
  #now: number

  constructor(parts: { api: ApiClient; tally: Tally; venue: Venue; now: number; lines: number }) {
    this.api = parts.api
    this.tally = parts.tally
    this.venue = parts.venue
    this.#now = parts.now
    this.#lines = parts.lines
  }

  get now(): number {
    return this.#now
  }

  iso(instant: number): string {
    return isoIn(instant, this.venue.timeZone)
  }

  /** The same moment on the grid of the replay's clock, and never before the next step of it. */
  later(instant: number): number {
    return Math.max(Math.round(instant / tick) * tick, this.#now + tick)
  }

  /** Moves on to the next thing to do, and does all of that minute. False when there is nothing left. */
  async step(): Promise<boolean> {
    const due = this.agenda.take()
    if (!due) return false
    if (due.at > this.#now) await this.#moveClock(due.at)
    for (const phase of phases) await inLines(due.jobs.get(phase) ?? [], this.#lines)
    return true
  }

  async #moveClock(to: number): Promise<void> {
    const { status, body } = await this.api.call('PUT', '/training/clock', { now: this.iso(to) }, admin)
    if (status !== 200) throw new Error(`the clock could not be moved: ${status} ${JSON.stringify(body)}`)
    this.#now = to
  }
}

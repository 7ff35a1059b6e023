import { businessDateOf, wallMinutesOf } from '#shared/domain/time/business-day.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'
import { type BookingTable, type ClaimTable, venueId } from './schema.ts'
import type { Change, Reader } from './tx.ts'

const day = 24 * 60 * minute
const overrunDays = 60

/** What the past half year says: who specifies which room, where walk-ins sit, how long parties outstay. */
export class Habits {
  #specified = new Map<string, Map<string, number>>()
  #walkIns = new Map<string, number>()
  #overruns: ReadonlyMap<string, number> = new Map()
  #habitual: ReadonlyMap<string, readonly string[]> = new Map()
  #times = 3

  async load(reader: Reader, now: number, venue: Venue): Promise<void> {
    const { times, days } = venue.policy.habit
    this.#times = times
    const since = now - days * day
    const specified = await reader
      .selectFrom('booking')
      .select(({ fn }) => ['room_no', 'customer_id', fn.countAll<number>().as('times')])
      .where('venue_id', '=', venueId)
      .where('specified', '=', 1)
      .where('start_at', '>', since)
      .groupBy(['room_no', 'customer_id'])
      .execute()
    this.#specified = new Map()
    for (const row of specified)
      if (row.room_no !== null) this.#specify(row.room_no, row.customer_id, Number(row.times))
    const walkIns = await reader
      .selectFrom('claim')
      .select(({ fn }) => ['room_no', fn.countAll<number>().as('times')])
      .where('venue_id', '=', venueId)
      .where('kind', '=', 'use')
      .where('booked', '=', 0)
      .where('start_at', '>', since)
      .groupBy('room_no')
      .execute()
    this.#walkIns = new Map(walkIns.map((row) => [row.room_no, Number(row.times)]))
    this.#overruns = await overruns(reader, now, venue)
    this.#recount()
  }

  apply({ table, before, after }: Change): void {
    if (before || !after) return
    if (table === 'booking') {
      const row = after as unknown as BookingTable
      if (row.specified === 1 && row.room_no !== null) {
        this.#specify(row.room_no, row.customer_id, 1)
        this.#recount()
      }
    } else if (table === 'claim') {
      const row = after as unknown as ClaimTable
      if (row.kind === 'use' && row.booked === 0)
        this.#walkIns = new Map(this.#walkIns).set(row.room_no, (this.#walkIns.get(row.room_no) ?? 0) + 1)
    }
  }

  /** Rooms somebody specifies as a habit, with the customers who do. */
  get habitualRooms(): ReadonlyMap<string, readonly string[]> {
    return this.#habitual
  }

  get walkInsByRoom(): ReadonlyMap<string, number> {
    return this.#walkIns
  }

  get overrunMinutes(): ReadonlyMap<string, number> {
    return this.#overruns
  }

  #specify(roomNo: string, customerId: string, times: number): void {
    const customers = this.#specified.get(roomNo) ?? new Map<string, number>()
    customers.set(customerId, (customers.get(customerId) ?? 0) + times)
    this.#specified.set(roomNo, customers)
  }

  #recount(): void {
    const habitual = new Map<string, readonly string[]>()
    for (const [roomNo, customers] of this.#specified) {
      const regulars = [...customers].filter(([, times]) => times >= this.#times).map(([id]) => id)
      if (regulars.length > 0) habitual.set(roomNo, regulars.sort())
    }
    this.#habitual = habitual
  }
}

/** Median minutes past the plan by type and hour of the planned end; parties that left early count as none. */
async function overruns(reader: Reader, now: number, venue: Venue): Promise<ReadonlyMap<string, number>> {
  const rows = await reader
    .selectFrom('stay')
    .select(['type_code', 'planned_end', 'left_at'])
    .where('venue_id', '=', venueId)
    .where('state', '=', 'left')
    .where('opened_at', '>', now - overrunDays * day)
    .execute()
  const byHour = new Map<string, number[]>()
  const calendar = { timeZone: venue.timeZone, dayStart: venue.policy.dayStart }
  for (const row of rows) {
    const date = businessDateOf(row.planned_end, calendar)
    const hour = Math.floor(wallMinutesOf(row.planned_end, date, calendar) / 60)
    const key = `${row.type_code}:${hour}`
    const list = byHour.get(key) ?? []
    list.push(Math.max(0, Math.round(((row.left_at ?? row.planned_end) - row.planned_end) / minute)))
    byHour.set(key, list)
  }
  const medians = new Map<string, number>()
  for (const [key, list] of byHour) {
    const sorted = list.sort((a, b) => a - b)
    medians.set(key, sorted[Math.floor((sorted.length - 1) / 2)] ?? 0)
  }
  return medians
}

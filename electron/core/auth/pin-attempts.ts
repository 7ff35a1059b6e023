import type { Kysely } from 'kysely'
import { minute } from '#shared/domain/time/span.ts'
import { type Tables, venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'

type Keep = (write: (writer: Kysely<Tables>) => Promise<void>) => Promise<void>

export const maxWrongTries = 5
export const tryWindowMs = 15 * minute

/**
 * Wrong tries of a PIN by person and device, by the real clock; kept over a restart.
 */
export class PinAttempts {
  readonly #keep: Keep
  readonly #realNow: () => number
  readonly #tries = new Map<string, number[]>()

  constructor(keep: Keep, realNow: () => number) {
    this.#keep = keep
    this.#realNow = realNow
  }

  async load(reader: Reader): Promise<void> {
    const rows = await reader
      .selectFrom('pin_attempt')
      .selectAll()
      .where('venue_id', '=', venueId)
      .where('at', '>', this.#realNow() - tryWindowMs)
      .execute()
    for (const row of rows) this.#listOf(row.staff_no, row.station).push(row.at)
  }

  exhausted(staffNo: string, device: string): boolean {
    const since = this.#realNow() - tryWindowMs
    return this.#listOf(staffNo, device).filter((at) => at > since).length >= maxWrongTries
  }

  /** A right try forgives the wrong ones before it. */
  async clear(staffNo: string, device: string): Promise<void> {
    if (this.#listOf(staffNo, device).length === 0) return
    this.#tries.delete(keyOf(staffNo, device))
    await this.#keep(async (writer) => {
      await writer
        .deleteFrom('pin_attempt')
        .where('venue_id', '=', venueId)
        .where('staff_no', '=', staffNo)
        .where('station', '=', device)
        .execute()
    })
  }

  async note(staffNo: string, device: string): Promise<void> {
    const now = this.#realNow()
    const since = now - tryWindowMs
    this.#tries.set(keyOf(staffNo, device), [...this.#listOf(staffNo, device).filter((at) => at > since), now])
    await this.#keep(async (writer) => {
      await writer.deleteFrom('pin_attempt').where('venue_id', '=', venueId).where('at', '<', since).execute()
      await writer
        .insertInto('pin_attempt')
        .values({ venue_id: venueId, staff_no: staffNo, station: device, at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    })
  }

  #listOf(staffNo: string, device: string): number[] {
    const key = keyOf(staffNo, device)
    const known = this.#tries.get(key)
    if (known) return known
    const made: number[] = []
    this.#tries.set(key, made)
    return made
  }
}

const keyOf = (staffNo: string, device: string): string => `${staffNo} ${device}`

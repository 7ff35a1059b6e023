import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import { venueId } from './schema.ts'
import type { Change, Reader } from './tx.ts'

/**
 * How far the business days are closed, in memory: every write is held against it. Days are closed in order and without
 * gaps, from the first day the venue knows of.
 */
export class ClosedDays {
  #first: BusinessDate | undefined
  #last: BusinessDate | undefined
  #began: BusinessDate | undefined

  /** @param dateOf business date of an instant, for the day the venue was made */
  async load(read: Reader, dateOf: (instant: number) => BusinessDate): Promise<void> {
    const edge = (direction: 'asc' | 'desc') =>
      read
        .selectFrom('day_close')
        .select('business_date')
        .where('venue_id', '=', venueId)
        .orderBy('business_date', direction)
        .limit(1)
        .executeTakeFirst()
    this.#first = (await edge('asc'))?.business_date
    this.#last = (await edge('desc'))?.business_date
    const stay = await read
      .selectFrom('stay')
      .select('business_date')
      .where('venue_id', '=', venueId)
      .orderBy('business_date')
      .limit(1)
      .executeTakeFirst()
    const venue = await read.selectFrom('venue').select('created_at').where('venue_id', '=', venueId).executeTakeFirst()
    const known = [stay?.business_date, venue && dateOf(venue.created_at)].filter((date) => date !== undefined)
    this.#began = known.sort()[0]
  }

  apply({ table, after }: Change): void {
    if (!after || (table !== 'day_close' && table !== 'stay')) return
    const date = after.business_date as BusinessDate
    if (this.#began === undefined || date < this.#began) this.#began = date
    if (table === 'stay') return
    if (this.#first === undefined || date < this.#first) this.#first = date
    if (this.#last === undefined || date > this.#last) this.#last = date
  }

  /** The first business date that is closed; undefined while none is. */
  get first(): BusinessDate | undefined {
    return this.#first
  }

  /** The last business date that is closed; undefined while none is. */
  get last(): BusinessDate | undefined {
    return this.#last
  }

  /** The first business date the venue knows of: what lies before it is not known to be empty. */
  get began(): BusinessDate | undefined {
    const [earlier] = [this.#first, this.#began].filter((date) => date !== undefined).sort()
    return earlier
  }

  isClosed(date: BusinessDate): boolean {
    return this.#last !== undefined && date <= this.#last && date >= (this.#first ?? date)
  }
}

import { venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'

/** How often a customer was let in over a while, and when last. */
export interface Visits {
  readonly times: number
  readonly last: number
}

const customersAtOnce = 400

/** One time a customer was let in. */
export interface OneVisit {
  readonly customerId: string
  readonly stayId: string
  readonly at: number
  readonly party: number
}

/**
 * Each visit of some customers, the first one first.
 * @param from,to instants, the second one excluded
 */
export async function eachVisitOf(
  read: Reader,
  customerIds: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
): Promise<OneVisit[]> {
  const found: OneVisit[] = []
  for (let at = 0; at < customerIds.length; at += customersAtOnce) {
    const rows = await read
      .selectFrom('stay')
      .select(['id', 'customer_id', 'opened_at', 'party'])
      .where('venue_id', '=', venueId)
      .where('customer_id', 'in', customerIds.slice(at, at + customersAtOnce))
      .where('opened_at', '>=', from)
      .where('opened_at', '<', to)
      .execute()
    for (const { id, customer_id, opened_at, party } of rows)
      if (customer_id !== null) found.push({ stayId: id, customerId: customer_id, at: opened_at, party })
  }
  return found.toSorted((a, b) => a.at - b.at || (a.stayId < b.stayId ? -1 : 1))
}

/**
 * Visits of some customers by the index of their stays, whatever else the house has seen.
 * @param from,to instants, the second one excluded
 */
export async function visitsOf(
  read: Reader,
  customerIds: readonly string[],
  { from = 0, to }: { readonly from?: number; readonly to: number },
): Promise<ReadonlyMap<string, Visits>> {
  const found = new Map<string, Visits>()
  for (let at = 0; at < customerIds.length; at += customersAtOnce) {
    const rows = await read
      .selectFrom('stay')
      .select(({ fn }) => ['customer_id', fn.countAll<number>().as('times'), fn.max('opened_at').as('last')])
      .where('venue_id', '=', venueId)
      .where('customer_id', 'in', customerIds.slice(at, at + customersAtOnce))
      .where('opened_at', '>=', from)
      .where('opened_at', '<', to)
      .groupBy('customer_id')
      .execute()
    for (const row of rows)
      if (row.customer_id !== null) found.set(row.customer_id, { times: Number(row.times), last: Number(row.last) })
  }
  return found
}

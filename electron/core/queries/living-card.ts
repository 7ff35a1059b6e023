import { isLiving, livingStates, stateOn } from '#shared/domain/members/card-life.ts'
import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import type { CardTable } from '../store/guest-tables.ts'
import { venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'

/**
 * Cards that have not come to an end in the books, by customer: the database keeps them to one each. Some may be past
 * their last day, in the minutes before the clock ends them.
 */
export async function heldCards(read: Reader, customerIds: readonly string[]): Promise<ReadonlyMap<string, CardTable>> {
  if (customerIds.length === 0) return new Map()
  const rows = await read
    .selectFrom('card')
    .selectAll()
    .where('venue_id', '=', venueId)
    .where('customer_id', 'in', customerIds)
    .where('state', 'in', livingStates)
    .execute()
  return new Map(rows.map((row) => [row.customer_id, row]))
}

/** Cards that still stand for these customers today. */
export async function livingCards(
  read: Reader,
  customerIds: readonly string[],
  today: BusinessDate,
): Promise<ReadonlyMap<string, CardTable>> {
  const held = await heldCards(read, customerIds)
  return new Map(
    [...held].filter(([, row]) => isLiving(stateOn({ state: row.state, validUntil: row.valid_until }, today))),
  )
}

import type { Stretch } from '#shared/domain/reports/report-period.ts'
import type { Span } from '#shared/domain/time/span.ts'
import { venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'

/** Rows of a table on some business dates. */
export async function countOfDates(
  reader: Reader,
  table: 'booking' | 'stay' | 'waitlist_entry',
  { from, to }: Stretch,
): Promise<number> {
  const row = await reader
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where('venue_id', '=', venueId)
    .where('business_date', '>=', from)
    .where('business_date', '<=', to)
    .executeTakeFirstOrThrow()
  return Number(row.rows)
}

const instants = { call: 'started_at', refusal: 'start_at', segment: 'start_at' } as const

/** Rows of a table from one instant on, up to another. */
export async function countOfSpan(reader: Reader, table: keyof typeof instants, { start, end }: Span): Promise<number> {
  const at = instants[table]
  const row = await reader
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where('venue_id', '=', venueId)
    .where(at, '>=', start)
    .where(at, '<', end)
    .executeTakeFirstOrThrow()
  return Number(row.rows)
}

import type { z } from 'zod'
import type { refusal } from '#shared/contract/waitlist.ts'
import { maskPhone } from '#shared/domain/customer/phone.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import { type RefusalTable, venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'

export type RefusalView = z.output<typeof refusal>

const usualPage = 100

/** A refusal as outside programs see it. */
export const refusalView = (row: RefusalTable, zone: string): RefusalView => ({
  id: row.id,
  at: isoIn(row.at, zone),
  kind: row.kind,
  reason: row.reason,
  flow: row.flow,
  typeCode: row.type_code,
  party: row.party,
  start: isoIn(row.start_at, zone),
  ...(row.name !== null && { name: row.name }),
  ...(row.phone !== null && { phone: maskPhone(row.phone) }),
  ...(row.note !== null && { note: row.note }),
  by: row.created_by,
})

/** Callers who went without a booking, the latest first. */
export async function listRefusals(
  read: Reader,
  zone: string,
  input: { readonly limit?: number; readonly cursor?: string },
): Promise<{ items: RefusalView[]; next?: string }> {
  const limit = input.limit ?? usualPage
  const from = Number(/^\d{1,9}$/.exec(input.cursor ?? '')?.[0] ?? 0)
  const rows = await read
    .selectFrom('refusal')
    .selectAll()
    .where('venue_id', '=', venueId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .offset(from)
    .limit(limit + 1)
    .execute()
  return {
    items: rows.slice(0, limit).map((row) => refusalView(row, zone)),
    ...(rows.length > limit && { next: String(from + limit) }),
  }
}

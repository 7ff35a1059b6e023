import type { z } from 'zod'
import type { call, callContract } from '#shared/contract/call.ts'
import type { CallKind } from '#shared/domain/calls/call.ts'
import { maskPhone } from '#shared/domain/customer/phone.ts'
import { businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import type { CallTable } from '../store/call-tables.ts'
import { venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'
import type { VenueModel } from '../store/venue-model.ts'

export type CallView = z.output<typeof call>
type ListInput = z.output<(typeof callContract)['list']['~orpc']['inputSchema'] & z.ZodType>

const usualPage = 100

/** A call as outside programs see it; the number masked. */
export const callView = (row: CallTable, zone: string): CallView => ({
  id: row.id,
  ...(row.line !== null && { line: row.line }),
  direction: row.direction,
  ...(row.number !== null && { number: maskPhone(row.number) }),
  withheld: row.withheld === 1,
  state: row.state,
  source: row.source,
  at: isoIn(row.started_at, zone),
  ...(row.answered_at !== null && { answeredAt: isoIn(row.answered_at, zone) }),
  ...(row.ended_at !== null && { endedAt: isoIn(row.ended_at, zone) }),
  ...(row.answered_by !== null && { answeredBy: row.answered_by }),
  ...(row.kind !== null && { kind: row.kind as CallKind }),
  ...(row.flow !== null && { flow: row.flow }),
  ...(row.outcome !== null && { outcome: row.outcome }),
  ...(row.customer_id !== null && { customerId: row.customer_id }),
  ...(row.name !== null && { name: row.name }),
  ...(row.booking_code !== null && { bookingCode: row.booking_code }),
  ...(row.notes !== null && { notes: row.notes }),
  version: row.version,
})

export const callRow = (read: Reader, id: string): Promise<CallTable | undefined> =>
  read.selectFrom('call').selectAll().where('venue_id', '=', venueId).where('id', '=', id).executeTakeFirst()

/** Calls, the latest first; of a business date, or all of them. */
export async function listCalls(
  read: Reader,
  venue: VenueModel,
  input: ListInput,
): Promise<{ items: CallView[]; next?: string }> {
  const limit = input.limit ?? usualPage
  const from = Number(/^\d{1,9}$/.exec(input.cursor ?? '')?.[0] ?? 0)
  let query = read.selectFrom('call').selectAll().where('venue_id', '=', venueId)
  if (input.date !== undefined) {
    const day = businessDaySpan(input.date, calendarOf(venue.on(input.date)))
    query = query.where('started_at', '>=', day.start).where('started_at', '<', day.end)
  }
  if (input.open === 'true') query = query.where('outcome', 'is', null)
  const rows = await query
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .offset(from)
    .limit(limit + 1)
    .execute()
  return {
    items: rows.slice(0, limit).map((row) => callView(row, venue.timeZone)),
    ...(rows.length > limit && { next: String(from + limit) }),
  }
}

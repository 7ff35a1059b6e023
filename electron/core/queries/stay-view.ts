import type { z } from 'zod'
import type { stay } from '#shared/contract/stay.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import { type StayTable, venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'
import { promiseBriefOf } from './booking-view.ts'

export type StayView = z.output<typeof stay>

/** Stays as outside programs see them, with their segments in order. */
export async function stayViews(read: Reader, rows: readonly StayTable[], zone: string): Promise<StayView[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const segments = await read
    .selectFrom('segment')
    .selectAll()
    .where('venue_id', '=', venueId)
    .where('stay_id', 'in', ids)
    .orderBy('start_at')
    // Ids grow longer: as text the tenth stands before the ninth.
    .orderBy((eb) => eb.fn('length', ['id']))
    .orderBy('id')
    .execute()
  const promises = await read
    .selectFrom('promise')
    .select(['id', 'stay_id', 'from_type_code', 'to_type_code', 'state'])
    .where('venue_id', '=', venueId)
    .where('stay_id', 'in', ids)
    .execute()
  const segmentsByStay = Map.groupBy(segments, (row) => row.stay_id)
  const promiseByStay = new Map(promises.map((row) => [row.stay_id, row]))
  return rows.map((row): StayView => {
    const promise = promiseByStay.get(row.id)
    return {
      id: row.id,
      ...(row.booking_code !== null && { bookingCode: row.booking_code }),
      party: row.party,
      ...(row.name !== null && { name: row.name }),
      state: row.state,
      segments: (segmentsByStay.get(row.id) ?? []).map((segment) => ({
        roomNo: segment.room_no,
        typeCode: segment.type_code,
        start: isoIn(segment.start_at, zone),
        ...(segment.end_at !== null && { end: isoIn(segment.end_at, zone) }),
      })),
      plannedEnd: isoIn(row.planned_end, zone),
      source: row.source,
      ...(promise && { promise: promiseBriefOf(promise) }),
    }
  })
}

/** One stay as outside programs see it. */
export async function stayView(read: Reader, row: StayTable, zone: string): Promise<StayView> {
  const [view] = await stayViews(read, [row], zone)
  if (!view) throw new Error('a stay has a view')
  return view
}

/** The row of a stay by its id. */
export const stayRow = (read: Reader, id: string): Promise<StayTable | undefined> =>
  read.selectFrom('stay').selectAll().where('venue_id', '=', venueId).where('id', '=', id).executeTakeFirst()

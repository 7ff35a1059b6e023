import { sql } from 'kysely'
import type {
  BlockRow,
  DayRows,
  DueRow,
  PromiseRow,
  RefusalRow,
  SegmentRow,
  StayRow,
  WaitRow,
} from '#shared/domain/reports/facts-of-day.ts'
import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import type { Span } from '#shared/domain/time/span.ts'
import { venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'

/** The rows one business day is counted from, each found by an index that does not grow with the history. */
export async function dayRows(read: Reader, date: BusinessDate, day: Span): Promise<DayRows> {
  const segments = await segmentsOf(read, day)
  const entered = await stays(read).where('stay.business_date', '=', date).execute()
  const left = await stays(read).where('stay.left_at', '>=', day.start).where('stay.left_at', '<=', day.end).execute()
  const firstRooms = await firstRoomsOf(read, [...new Set([...entered, ...left].map((row) => row.id))], segments)
  const stayOf = (row: (typeof entered)[number]): StayRow => ({
    ...row,
    vipTier: row.vipTier ?? '',
    extended: row.extended > 0,
    firstRoomNo: firstRooms.get(row.id) ?? '',
  })
  return {
    entered: entered.map(stayOf),
    left: left.map(stayOf),
    segments,
    blocks: await blocksOf(read, day),
    waits: await waitsOf(read, date),
    due: await dueOf(read, date),
    refusals: await refusalsOf(read, day),
    promises: await promisesOf(read, day),
  }
}

const stays = (read: Reader) =>
  read
    .selectFrom('stay')
    .leftJoin('customer', (join) =>
      join.onRef('customer.venue_id', '=', 'stay.venue_id').onRef('customer.id', '=', 'stay.customer_id'),
    )
    .select([
      'stay.id as id',
      'stay.opened_at as openedAt',
      'stay.left_at as leftAt',
      'stay.party as party',
      'stay.source as source',
      'stay.type_code as typeCode',
      'stay.requested_type_code as requestedTypeCode',
      'stay.extended as extended',
      'customer.vip_tier as vipTier',
    ])
    .where('stay.venue_id', '=', venueId)
    .orderBy('stay.opened_at')
    .orderBy('stay.id')

const longMs = 3 * 24 * 60 * 60 * 1_000

// A use that lasts for days is found by an index of its own, and one that is still going on by another.
async function segmentsOf(read: Reader, day: Span): Promise<SegmentRow[]> {
  const recent = await segments(read)
    .where('segment.start_at', '>', day.start - longMs)
    .where('segment.start_at', '<', day.end)
    .where((eb) => eb.or([eb('segment.end_at', 'is', null), eb('segment.end_at', '>=', day.start)]))
    .execute()
  const long = await segments(read)
    .where('segment.start_at', '<=', day.start - longMs)
    .where(sql<boolean>`segment.end_at - segment.start_at > ${sql.lit(longMs)}`)
    .where('segment.end_at', '>=', day.start)
    .execute()
  const open = await segments(read)
    .where('segment.end_at', 'is', null)
    .where('segment.start_at', '<=', day.start - longMs)
    .execute()
  return [...long, ...open, ...recent].map((row) => ({
    stayId: row.stayId,
    roomNo: row.roomNo,
    typeCode: row.typeCode,
    start: row.start,
    end: row.end,
    transferred: row.reason !== null,
    party: row.party,
    source: row.source,
    vipTier: row.vipTier ?? '',
  }))
}

const segments = (read: Reader) =>
  read
    .selectFrom('segment')
    .innerJoin('stay', (join) =>
      join.onRef('stay.venue_id', '=', 'segment.venue_id').onRef('stay.id', '=', 'segment.stay_id'),
    )
    .leftJoin('customer', (join) =>
      join.onRef('customer.venue_id', '=', 'stay.venue_id').onRef('customer.id', '=', 'stay.customer_id'),
    )
    .select([
      'segment.stay_id as stayId',
      'segment.room_no as roomNo',
      'segment.type_code as typeCode',
      'segment.start_at as start',
      'segment.end_at as end',
      'segment.reason as reason',
      'stay.party as party',
      'stay.source as source',
      'customer.vip_tier as vipTier',
    ])
    .where('segment.venue_id', '=', venueId)
    .orderBy('segment.start_at')
    .orderBy('segment.id')

// Rooms the day's own segments tell; for who came on an earlier day and has moved since, the first segment is asked for.
async function firstRoomsOf(
  read: Reader,
  ids: readonly string[],
  segments: readonly SegmentRow[],
): Promise<ReadonlyMap<string, string>> {
  const rooms = new Map<string, string>()
  for (const segment of segments)
    if (!segment.transferred && !rooms.has(segment.stayId)) rooms.set(segment.stayId, segment.roomNo)
  const missing = ids.filter((id) => !rooms.has(id))
  if (missing.length === 0) return rooms
  const rows = await read
    .selectFrom('segment')
    .select(['stay_id', 'room_no'])
    .where('venue_id', '=', venueId)
    .where('stay_id', 'in', missing)
    .where('reason', 'is', null)
    .orderBy('start_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  for (const row of rows) rooms.set(row.stay_id, row.room_no)
  return rooms
}

// A block holds until it ends or is taken away, whichever comes first. There are never many.
async function blocksOf(read: Reader, day: Span): Promise<BlockRow[]> {
  const rows = await read
    .selectFrom('block')
    .select(['room_no', 'start_at', 'end_at', 'removed_at'])
    .where('venue_id', '=', venueId)
    .where('start_at', '<', day.end)
    .where('end_at', '>', day.start)
    .orderBy('start_at')
    .orderBy('id')
    .execute()
  return rows
    .map((row) => ({
      roomNo: row.room_no,
      start: row.start_at,
      end: Math.min(row.end_at, row.removed_at ?? row.end_at),
    }))
    .filter((row) => row.end > Math.max(row.start, day.start))
}

const waitsOf = (read: Reader, date: BusinessDate): Promise<WaitRow[]> =>
  read
    .selectFrom('waitlist_entry')
    .select([
      'id',
      'since',
      'type_code as typeCode',
      'state',
      'seated_at as seatedAt',
      'closed_at as closedAt',
      'quoted_minutes as quotedMinutes',
    ])
    .where('venue_id', '=', venueId)
    .where('business_date', '=', date)
    .orderBy('since')
    .orderBy('id')
    .execute()

// Due is who was still expected when the grace ran out: who came, and whose room was released.
async function dueOf(read: Reader, date: BusinessDate): Promise<DueRow[]> {
  const rows = await read
    .selectFrom('booking')
    .leftJoin('customer', (join) =>
      join.onRef('customer.venue_id', '=', 'booking.venue_id').onRef('customer.id', '=', 'booking.customer_id'),
    )
    .select([
      'booking.code as code',
      'booking.start_at as start',
      'booking.type_code as typeCode',
      'booking.room_no as roomNo',
      'booking.source as source',
      'booking.arrived_at as arrivedAt',
      'booking.arrived_late as arrivedLate',
      'customer.vip_tier as vipTier',
    ])
    .where('booking.venue_id', '=', venueId)
    .where('booking.business_date', '=', date)
    .where('booking.status', 'in', ['arrived', 'done', 'released'])
    // Who was seated from the waiting list was never promised a time.
    .where('booking.waitlist_id', 'is', null)
    .orderBy('booking.start_at')
    .orderBy('booking.code')
    .execute()
  return rows.map((row) => ({ ...row, vipTier: row.vipTier ?? '', arrivedLate: row.arrivedLate === 1 }))
}

const refusalsOf = (read: Reader, day: Span): Promise<RefusalRow[]> =>
  read
    .selectFrom('refusal')
    .select(['id', 'start_at as start', 'type_code as typeCode', 'kind', 'reason', 'party'])
    .where('venue_id', '=', venueId)
    .where('start_at', '>=', day.start)
    .where('start_at', '<', day.end)
    .orderBy('start_at')
    .orderBy('id')
    .execute()

async function promisesOf(read: Reader, day: Span): Promise<PromiseRow[]> {
  const rows = await read
    .selectFrom('promise')
    .select(['id', 'to_type_code as toTypeCode', 'state'])
    .where('venue_id', '=', venueId)
    .where('closed_at', '>=', day.start)
    .where('closed_at', '<', day.end)
    .orderBy('closed_at')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, toTypeCode, state }) => (state === 'open' ? [] : [{ id, toTypeCode, state }]))
}

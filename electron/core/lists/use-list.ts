import type { ReportSource } from '../queries/day-archive.ts'
import { venueId } from '../store/schema.ts'
import { countOfSpan } from './count-rows.ts'
import { listOf, type PageAsked } from './list.ts'

type Row = Awaited<ReturnType<typeof page>>[number]

const page = ({ reader }: ReportSource, { day, after, limit }: PageAsked<{ start_at: number; id: string }>) => {
  const all = reader
    .selectFrom('segment')
    .innerJoin('stay', (join) =>
      join.onRef('stay.venue_id', '=', 'segment.venue_id').onRef('stay.id', '=', 'segment.stay_id'),
    )
    .leftJoin('customer', (join) =>
      join.onRef('customer.venue_id', '=', 'stay.venue_id').onRef('customer.id', '=', 'stay.customer_id'),
    )
    .leftJoin('room', (join) =>
      join.onRef('room.venue_id', '=', 'segment.venue_id').onRef('room.room_no', '=', 'segment.room_no'),
    )
    .select([
      'segment.id',
      'segment.stay_id',
      'segment.room_no',
      'room.floor',
      'segment.type_code',
      'segment.start_at',
      'segment.end_at',
      'segment.cleaned_at',
      'segment.reason',
      'segment.charge',
      'segment.charge_type_code',
      'stay.party',
      'stay.source',
      'stay.name',
      'stay.booking_code',
      'customer.vip_tier',
    ])
    .where('segment.venue_id', '=', venueId)
    .where('segment.start_at', '>=', after?.start_at ?? day.start)
    .where('segment.start_at', '<', day.end)
  const rest = after
    ? all.where((eb) => eb(eb.refTuple('segment.start_at', 'segment.id'), '>', eb.tuple(after.start_at, after.id)))
    : all
  return rest.orderBy('segment.start_at').orderBy('segment.id').limit(limit).execute()
}

/** 使用明细: one row for each use of a room, on the business date it began. The raw facts of 使用. */
export const useList = listOf<Row>({
  name: 'list-uses',
  fields: [
    { key: 'businessDate', unit: 'date', width: 11, value: (row, write) => write.businessDate(row.start_at) },
    { key: 'room', unit: 'text', width: 10, value: (row) => row.room_no },
    { key: 'type', unit: 'text', width: 10, value: (row, write) => write.typeName(row.type_code) },
    { key: 'floor', unit: 'text', width: 6, value: (row) => row.floor },
    { key: 'start', unit: 'moment', width: 16, value: (row, write) => write.moment(row.start_at) },
    { key: 'end', unit: 'moment', width: 16, value: (row, write) => write.moment(row.end_at) },
    {
      key: 'usedMinutes',
      unit: 'minutes',
      width: 9,
      value: (row, write) => write.minutes(row.start_at, row.end_at),
    },
    { key: 'began', unit: 'text', width: 12, value: (row, write) => write.word('list.began', row.reason ?? 'opened') },
    { key: 'charge', unit: 'text', width: 10, value: (row, write) => write.word('list.charge', row.charge) },
    { key: 'chargeType', unit: 'text', width: 10, value: (row, write) => write.typeName(row.charge_type_code) },
    { key: 'cleanedAt', unit: 'moment', width: 16, value: (row, write) => write.moment(row.cleaned_at) },
    { key: 'party', unit: 'count', width: 6, value: (row) => row.party },
    { key: 'source', unit: 'text', width: 8, value: (row, write) => write.word('source', row.source) },
    { key: 'tier', unit: 'text', width: 8, value: (row, write) => write.word('list.tier', row.vip_tier) },
    { key: 'guest', unit: 'text', width: 14, value: (row) => row.name },
    { key: 'bookingCode', unit: 'text', width: 10, value: (row) => row.booking_code },
    { key: 'stayId', unit: 'text', width: 10, value: (row) => row.stay_id },
  ],
  count: ({ reader }, _stretch, span) => countOfSpan(reader, 'segment', span),
  page,
})

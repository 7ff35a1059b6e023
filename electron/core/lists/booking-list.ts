import type { ReportSource } from '../queries/day-archive.ts'
import { venueId } from '../store/schema.ts'
import { countOfDates } from './count-rows.ts'
import { listOf, type PageAsked } from './list.ts'

type Row = Awaited<ReturnType<typeof page>>[number]

const page = ({ reader }: ReportSource, { date, after, limit }: PageAsked<{ start_at: number; code: string }>) => {
  const day = reader
    .selectFrom('booking')
    .leftJoin('customer', (join) =>
      join.onRef('customer.venue_id', '=', 'booking.venue_id').onRef('customer.id', '=', 'booking.customer_id'),
    )
    .select([
      'booking.code',
      'booking.business_date',
      'booking.start_at',
      'booking.end_at',
      'booking.status',
      'booking.source',
      'booking.requested_type_code',
      'booking.type_code',
      'booking.room_no',
      'booking.second_room_no',
      'booking.party',
      'booking.guest_name',
      'booking.phone',
      'customer.vip_tier',
      'booking.deposit',
      'booking.quote_total',
      'booking.hold_until',
      'booking.arrived_at',
      'booking.notes',
      'booking.created_at',
      'booking.created_by',
    ])
    .where('booking.venue_id', '=', venueId)
    .where('booking.business_date', '=', date)
  const rest = after
    ? day.where((eb) => eb(eb.refTuple('booking.start_at', 'booking.code'), '>', eb.tuple(after.start_at, after.code)))
    : day
  return rest.orderBy('booking.start_at').orderBy('booking.code').limit(limit).execute()
}

/** 预约单: every booking of the business dates it is for, whatever has become of it. */
export const bookingList = listOf<Row>({
  name: 'list-bookings',
  fields: [
    { key: 'code', unit: 'text', width: 10, value: (row) => row.code },
    { key: 'businessDate', unit: 'date', width: 11, value: (row) => row.business_date },
    { key: 'start', unit: 'moment', width: 16, value: (row, write) => write.moment(row.start_at) },
    { key: 'end', unit: 'moment', width: 16, value: (row, write) => write.moment(row.end_at) },
    { key: 'status', unit: 'text', width: 8, value: (row, write) => write.word('list.status', row.status) },
    { key: 'source', unit: 'text', width: 8, value: (row, write) => write.word('source', row.source) },
    { key: 'requestedType', unit: 'text', width: 10, value: (row, write) => write.typeName(row.requested_type_code) },
    { key: 'type', unit: 'text', width: 10, value: (row, write) => write.typeName(row.type_code) },
    {
      key: 'room',
      unit: 'text',
      width: 10,
      value: (row) => [row.room_no, row.second_room_no].filter((room) => room !== null).join(' + ') || null,
    },
    { key: 'party', unit: 'count', width: 6, value: (row) => row.party },
    { key: 'guest', unit: 'text', width: 14, value: (row) => row.guest_name },
    { key: 'phone', unit: 'text', width: 14, value: (row, write) => write.phone(row.phone) },
    { key: 'tier', unit: 'text', width: 8, value: (row, write) => write.word('list.tier', row.vip_tier) },
    { key: 'deposit', unit: 'cents', width: 10, value: (row) => row.deposit },
    { key: 'quote', unit: 'cents', width: 11, value: (row) => row.quote_total },
    { key: 'holdUntil', unit: 'moment', width: 16, value: (row, write) => write.moment(row.hold_until) },
    { key: 'arrivedAt', unit: 'moment', width: 16, value: (row, write) => write.moment(row.arrived_at) },
    { key: 'notes', unit: 'text', width: 28, value: (row) => row.notes },
    { key: 'createdAt', unit: 'moment', width: 16, value: (row, write) => write.moment(row.created_at) },
    { key: 'by', unit: 'text', width: 8, value: (row) => row.created_by },
  ],
  count: ({ reader }, stretch) => countOfDates(reader, 'booking', stretch),
  page,
})

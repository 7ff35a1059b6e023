import type { ReportSource } from '../queries/day-archive.ts'
import { venueId } from '../store/schema.ts'
import { countOfDates } from './count-rows.ts'
import { listOf, type PageAsked } from './list.ts'

type Row = Awaited<ReturnType<typeof page>>[number]

const page = ({ reader }: ReportSource, { date, after, limit }: PageAsked<{ since: number; id: string }>) => {
  const day = reader
    .selectFrom('waitlist_entry')
    .selectAll()
    .where('venue_id', '=', venueId)
    .where('business_date', '=', date)
  const rest = after
    ? day
        .where('since', '>=', after.since)
        .where((eb) => eb(eb.refTuple('since', 'id'), '>', eb.tuple(after.since, after.id)))
    : day
  return rest.orderBy('since').orderBy('id').limit(limit).execute()
}

/** 候位: who waited for a room, and what came of it. */
export const waitlistList = listOf<Row>({
  name: 'list-waitlist',
  fields: [
    { key: 'number', unit: 'text', width: 7, value: (row) => row.number },
    { key: 'businessDate', unit: 'date', width: 11, value: (row) => row.business_date },
    { key: 'since', unit: 'moment', width: 16, value: (row, write) => write.moment(row.since) },
    { key: 'waitState', unit: 'text', width: 8, value: (row, write) => write.word('list.wait', row.state) },
    { key: 'priority', unit: 'text', width: 8, value: (row, write) => write.word('list.priority', row.priority) },
    { key: 'type', unit: 'text', width: 10, value: (row, write) => write.typeName(row.type_code) },
    { key: 'party', unit: 'count', width: 6, value: (row) => row.party },
    { key: 'guest', unit: 'text', width: 14, value: (row) => row.name },
    { key: 'phone', unit: 'text', width: 14, value: (row, write) => write.phone(row.phone) },
    { key: 'quotedMinutes', unit: 'minutes', width: 9, value: (row) => row.quoted_minutes },
    {
      key: 'waitedMinutes',
      unit: 'minutes',
      width: 9,
      value: (row, write) => write.minutes(row.since, row.seated_at ?? row.closed_at),
    },
    { key: 'calledAt', unit: 'moment', width: 16, value: (row, write) => write.moment(row.called_at) },
    { key: 'seatedAt', unit: 'moment', width: 16, value: (row, write) => write.moment(row.seated_at) },
    { key: 'bookingCode', unit: 'text', width: 10, value: (row) => row.booking_code },
    { key: 'by', unit: 'text', width: 8, value: (row) => row.created_by },
  ],
  count: ({ reader }, stretch) => countOfDates(reader, 'waitlist_entry', stretch),
  page,
})

import type { ReportSource } from '../queries/day-archive.ts'
import { venueId } from '../store/schema.ts'
import { countOfSpan } from './count-rows.ts'
import { listOf, type PageAsked } from './list.ts'

type Row = Awaited<ReturnType<typeof page>>[number]

const page = ({ reader }: ReportSource, { day, after, limit }: PageAsked<{ start_at: number; id: string }>) => {
  const all = reader
    .selectFrom('refusal')
    .selectAll()
    .where('venue_id', '=', venueId)
    .where('start_at', '>=', after?.start_at ?? day.start)
    .where('start_at', '<', day.end)
  const rest = after
    ? all.where((eb) => eb(eb.refTuple('start_at', 'id'), '>', eb.tuple(after.start_at, after.id)))
    : all
  return rest.orderBy('start_at').orderBy('id').limit(limit).execute()
}

/** 婉拒: callers who went without a booking, on the date they asked for, as the figures count them. */
export const refusalList = listOf<Row>({
  name: 'list-refusals',
  fields: [
    { key: 'wanted', unit: 'moment', width: 16, value: (row, write) => write.moment(row.start_at) },
    { key: 'at', unit: 'moment', width: 16, value: (row, write) => write.moment(row.at) },
    { key: 'refusalKind', unit: 'text', width: 10, value: (row, write) => write.word('operations', row.kind) },
    { key: 'reason', unit: 'text', width: 16, value: (row, write) => write.word('refusalReason', row.reason) },
    { key: 'flow', unit: 'text', width: 6, value: (row) => row.flow },
    { key: 'type', unit: 'text', width: 10, value: (row, write) => write.typeName(row.type_code) },
    { key: 'party', unit: 'count', width: 6, value: (row) => row.party },
    { key: 'askedMinutes', unit: 'minutes', width: 8, value: (row) => row.minutes },
    { key: 'channel', unit: 'text', width: 8, value: (row, write) => write.word('source', row.channel) },
    { key: 'guest', unit: 'text', width: 14, value: (row) => row.name },
    { key: 'phone', unit: 'text', width: 14, value: (row, write) => write.phone(row.phone) },
    { key: 'notes', unit: 'text', width: 28, value: (row) => row.note },
    { key: 'by', unit: 'text', width: 8, value: (row) => row.created_by },
  ],
  count: ({ reader }, _stretch, span) => countOfSpan(reader, 'refusal', span),
  page,
})

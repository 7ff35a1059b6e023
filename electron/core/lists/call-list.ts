import type { ReportSource } from '../queries/day-archive.ts'
import { venueId } from '../store/schema.ts'
import { countOfSpan } from './count-rows.ts'
import { listOf, type PageAsked } from './list.ts'

type Row = Awaited<ReturnType<typeof page>>[number]

const page = ({ reader }: ReportSource, { day, after, limit }: PageAsked<{ started_at: number; id: string }>) => {
  const all = reader
    .selectFrom('call')
    .selectAll()
    .where('venue_id', '=', venueId)
    .where('started_at', '>=', after?.started_at ?? day.start)
    .where('started_at', '<', day.end)
  const rest = after
    ? all.where((eb) => eb(eb.refTuple('started_at', 'id'), '>', eb.tuple(after.started_at, after.id)))
    : all
  return rest.orderBy('started_at').orderBy('id').limit(limit).execute()
}

const second = 1_000

/** 通话记录 (calls.md §1), as the log has it. */
export const callList = listOf<Row>({
  name: 'list-calls',
  fields: [
    { key: 'callAt', unit: 'moment', width: 16, value: (row, write) => write.moment(row.started_at) },
    { key: 'direction', unit: 'text', width: 7, value: (row, write) => write.word('list.direction', row.direction) },
    { key: 'callState', unit: 'text', width: 8, value: (row, write) => write.word('list.call', row.state) },
    {
      key: 'number',
      unit: 'text',
      width: 14,
      value: (row, write) => (row.withheld === 1 ? write.word('list.call', 'withheld') : write.phone(row.number)),
    },
    { key: 'guest', unit: 'text', width: 14, value: (row) => row.name },
    { key: 'line', unit: 'text', width: 8, value: (row) => row.line },
    { key: 'answeredAt', unit: 'moment', width: 16, value: (row, write) => write.moment(row.answered_at) },
    {
      key: 'talkSeconds',
      unit: 'count',
      width: 9,
      value: (row) =>
        row.answered_at === null || row.ended_at === null
          ? null
          : Math.max(0, Math.round((row.ended_at - row.answered_at) / second)),
    },
    { key: 'answeredBy', unit: 'text', width: 8, value: (row) => row.answered_by },
    { key: 'callKind', unit: 'text', width: 12, value: (row, write) => write.word('list.callKind', row.kind) },
    { key: 'flow', unit: 'text', width: 6, value: (row) => row.flow },
    { key: 'outcome', unit: 'text', width: 12, value: (row, write) => write.word('list.outcome', row.outcome) },
    { key: 'bookingCode', unit: 'text', width: 10, value: (row) => row.booking_code },
    { key: 'notes', unit: 'text', width: 28, value: (row) => row.notes },
  ],
  count: ({ reader }, _stretch, span) => countOfSpan(reader, 'call', span),
  page,
})

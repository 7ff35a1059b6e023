import { type Corrected, correctedKey, correctedSinceClose } from '../queries/corrections.ts'
import type { ReportSource } from '../queries/day-archive.ts'
import { venueId } from '../store/schema.ts'
import { countOfDates } from './count-rows.ts'
import { listOf, type PageAsked } from './list.ts'
import type { ListWriter } from './list-writer.ts'

const stays = ({ reader }: ReportSource, { date, after, limit }: PageAsked<{ opened_at: number; id: string }>) => {
  const day = reader
    .selectFrom('stay')
    .leftJoin('customer', (join) =>
      join.onRef('customer.venue_id', '=', 'stay.venue_id').onRef('customer.id', '=', 'stay.customer_id'),
    )
    .select([
      'stay.id',
      'stay.business_date',
      'stay.opened_at',
      'stay.left_at',
      'stay.party',
      'stay.source',
      'stay.type_code',
      'stay.requested_type_code',
      'stay.name',
      'stay.phone',
      'customer.vip_tier',
      'stay.booking_code',
      'stay.flow',
      'stay.extended',
      'stay.quote_total',
      'stay.amount',
      'stay.state',
      'stay.opened_by',
    ])
    .where('stay.venue_id', '=', venueId)
    .where('stay.business_date', '=', date)
  const rest = after
    ? day
        .where('stay.opened_at', '>=', after.opened_at)
        .where((eb) => eb(eb.refTuple('stay.opened_at', 'stay.id'), '>', eb.tuple(after.opened_at, after.id)))
    : day
  return rest.orderBy('stay.opened_at').orderBy('stay.id').limit(limit).execute()
}

type Stay = Awaited<ReturnType<typeof stays>>[number]
type Row = Stay & { readonly rooms: string; readonly corrected: Corrected | undefined }

/** Rooms of a page's parties, in the order they were in them: `201 + 202`, `305 → 501`. */
async function roomsOf(
  { reader }: ReportSource,
  date: string,
  page: readonly Stay[],
): Promise<ReadonlyMap<string, string>> {
  const [first, last] = [page[0], page.at(-1)]
  if (!first || !last) return new Map()
  const segments = await reader
    .selectFrom('stay')
    .innerJoin('segment', (join) =>
      join.onRef('segment.venue_id', '=', 'stay.venue_id').onRef('segment.stay_id', '=', 'stay.id'),
    )
    .select(['segment.stay_id', 'segment.room_no', 'segment.reason', 'segment.start_at', 'segment.id'])
    .where('stay.venue_id', '=', venueId)
    .where('stay.business_date', '=', date)
    .where('stay.opened_at', '>=', first.opened_at)
    .where('stay.opened_at', '<=', last.opened_at)
    .orderBy('segment.start_at')
    .orderBy('segment.id')
    .execute()
  const rooms = new Map<string, string>()
  for (const { stay_id, room_no, reason } of segments) {
    const before = rooms.get(stay_id)
    rooms.set(stay_id, before === undefined ? room_no : `${before}${reason === null ? ' + ' : ' → '}${room_no}`)
  }
  return rooms
}

// `5 → 7 人，离店 22:30 → 22:00`: the columns beside it show what is right, the closed figures what was.
function correctionText({ corrected }: Row, write: ListWriter): string | null {
  if (!corrected) return null
  const { party, leftAt } = corrected
  const clock = (instant: number) => write.moment(instant)?.slice(11) ?? ''
  return [
    ...(party ? [write.text('list.correctedParty', party)] : []),
    ...(leftAt ? [write.text('list.correctedLeft', { from: clock(leftAt.from), to: clock(leftAt.to) })] : []),
  ].join(write.text('list.correctedJoin', {}))
}

/** 进场明细: one row for each party, on the business date it came. The raw facts of 进场. */
export const stayList = listOf<Row>({
  name: 'list-stays',
  fields: [
    { key: 'businessDate', unit: 'date', width: 11, value: (row) => row.business_date },
    { key: 'openedAt', unit: 'moment', width: 16, value: (row, write) => write.moment(row.opened_at) },
    { key: 'leftAt', unit: 'moment', width: 16, value: (row, write) => write.moment(row.left_at) },
    {
      key: 'stayedMinutes',
      unit: 'minutes',
      width: 9,
      value: (row, write) => write.minutes(row.opened_at, row.left_at),
    },
    { key: 'rooms', unit: 'text', width: 14, value: (row) => row.rooms },
    { key: 'usedType', unit: 'text', width: 10, value: (row, write) => write.typeName(row.type_code) },
    { key: 'requestedType', unit: 'text', width: 10, value: (row, write) => write.typeName(row.requested_type_code) },
    { key: 'party', unit: 'count', width: 6, value: (row) => row.party },
    { key: 'corrected', unit: 'text', width: 16, value: correctionText },
    { key: 'source', unit: 'text', width: 8, value: (row, write) => write.word('source', row.source) },
    { key: 'tier', unit: 'text', width: 8, value: (row, write) => write.word('list.tier', row.vip_tier) },
    { key: 'guest', unit: 'text', width: 14, value: (row) => row.name },
    { key: 'phone', unit: 'text', width: 14, value: (row, write) => write.phone(row.phone) },
    { key: 'bookingCode', unit: 'text', width: 10, value: (row) => row.booking_code },
    { key: 'flow', unit: 'text', width: 6, value: (row) => row.flow },
    { key: 'extended', unit: 'count', width: 6, value: (row) => row.extended },
    { key: 'quote', unit: 'cents', width: 11, value: (row) => row.quote_total },
    { key: 'amount', unit: 'cents', width: 11, value: (row) => row.amount },
    { key: 'stayState', unit: 'text', width: 8, value: (row, write) => write.word('list.stay', row.state) },
    { key: 'by', unit: 'text', width: 8, value: (row) => row.opened_by },
    { key: 'stayId', unit: 'text', width: 10, value: (row) => row.id },
  ],
  count: ({ reader }, stretch) => countOfDates(reader, 'stay', stretch),
  async page(source, asked) {
    const page = await stays(source, asked)
    const rooms = await roomsOf(source, asked.date, page)
    const corrected = await correctedSinceClose(
      source.reader,
      page.map((stay) => ({ date: asked.date, stayId: stay.id })),
    )
    return page.map((stay) => ({
      ...stay,
      rooms: rooms.get(stay.id) ?? '',
      corrected: corrected.get(correctedKey(asked.date, stay.id)),
    }))
  },
})

import { cardNoInGroups } from '#shared/domain/members/card-number.ts'
import type { Paper, PaperRow, PaperTable } from '#shared/domain/reports/paper.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import { type CardView, cardViews } from '../queries/card-view.ts'
import { type CustomerView, customerRow, customerView } from '../queries/customer-view.ts'
import type { ReportSource } from '../queries/day-archive.ts'
import type { ReportReader } from '../queries/report-head.ts'
import { venueId } from '../store/schema.ts'
import type { Words } from '../words.ts'
import { wallTime } from './paper-facts.ts'

/** A box of the form: what it asks for, what is known, and how many lines there is room for. */
type Box = readonly [label: string, value: string, lines?: number]

/** What stands in the form of one customer. */
interface Member {
  readonly customer: CustomerView
  /** The card he holds, or the last one he held. */
  readonly card?: CardView
  readonly issuedBy?: string
}

/**
 * 会员信息表 (流程27, appendix 08): a customer's file as the form it is filled in on, or the blank form without one. What
 * the file does not hold is left blank to be written in by hand. Phones are masked unless the reader may see them.
 * Undefined when there is no such customer.
 */
export async function memberFormPaper(
  source: ReportSource,
  reader: ReportReader,
  customerId: string | undefined,
): Promise<Paper | undefined> {
  const member = customerId === undefined ? undefined : await memberOf(source, customerId, reader.unmasked === true)
  if (customerId !== undefined && !member) return undefined
  const { model, now } = source
  const venue = model.venue.at(now)
  const text: Words = (key, values) => reader.words(`memberForm.${key}`, values)
  const madeAt = wallTime(isoIn(now, venue.timeZone))
  return {
    name: 'member-form',
    title: reader.words('name.memberForm'),
    venue: venue.name,
    facts: [
      member
        ? { label: text('file'), value: member.customer.createdAt.slice(0, 10) }
        : { label: text('filled'), value: text('dateBlank') },
    ],
    tables: [
      boxes('identity', text, identityBoxes(text, member?.customer)),
      boxes('card', text, cardBoxes(text, reader.words, member)),
      boxes('likes', text, [
        [text('rooms'), ''],
        [text('drinks'), ''],
        [text('songs'), ''],
        [text('tags'), member?.customer.tags.join('、') ?? ''],
        [text('notes'), member?.customer.notes ?? '', 2],
      ]),
      boxes(
        'consent',
        text,
        ['keep', 'call', 'message'].flatMap((what): Box[] => [
          [text(what), text('yesNo')],
          [text('givenHow'), ''],
        ]),
      ),
      ...(member ? [boxes('visits', text, visitBoxes(text, member.customer))] : []),
      boxes('sign', text, [
        [text('guest'), '', 2],
        [text('date'), ''],
        [text('staff'), '', 2],
        [text('supervisor'), ''],
      ]),
    ],
    checks: [],
    definitions: [{ name: text('privacy.name'), text: text('privacy.text') }],
    made: reader.words('paper.made', { at: madeAt, name: reader.name, staffNo: reader.staffNo }),
    landscape: false,
  }
}

async function memberOf(
  { reader, model, now }: ReportSource,
  customerId: string,
  unmasked: boolean,
): Promise<Member | undefined> {
  const row = await customerRow(reader, customerId)
  if (!row) return undefined
  const customer = await customerView(reader, model, row, now, unmasked)
  const [last] = await reader
    .selectFrom('card')
    .selectAll()
    .where('venue_id', '=', venueId)
    .where('customer_id', '=', customerId)
    .orderBy('created_at', 'desc')
    .orderBy('card_no', 'desc')
    .limit(1)
    .execute()
  const [card] = last ? await cardViews(reader, model, [last], now) : []
  return { customer, ...(card && { card }), ...(last && { issuedBy: last.created_by }) }
}

function identityBoxes(text: Words, customer: CustomerView | undefined): Box[] {
  const phones = customer?.phones ?? []
  // As many lines as there are numbers, and always two on a form to be filled in.
  const lines = Math.max(2, phones.length)
  return [
    [text('name'), customer?.name ?? ''],
    [text('title'), customer?.title ?? ''],
    ...Array.from({ length: lines }, (_, index): Box => [text('phone', { number: index + 1 }), phones[index] ?? '']),
    ...(lines % 2 === 1 ? ([[text('company'), '']] satisfies Box[]) : []),
    [text('phoneState'), text('phoneStates')],
    [text('birthday'), text('birthdayBlank')],
    ...(lines % 2 === 0 ? ([[text('company'), '']] satisfies Box[]) : []),
  ]
}

function cardBoxes(text: Words, words: Words, member: Member | undefined): Box[] {
  const { customer, card, issuedBy } = member ?? {}
  const marked = customer?.vipTier && !card ? words(`vip.tier.${customer.vipTier}`) : undefined
  const tier = card ? words(`vip.tier.${card.tier}`) : marked ? text('markedByHand', { tier: marked }) : undefined
  return [
    [text('cardNo'), card ? cardNoInGroups(card.cardNo) : ''],
    [text('tier'), tier ?? text('tierBlank')],
    [text('issuedOn'), card?.issuedOn ?? ''],
    [text('validUntil'), card?.validUntil ?? ''],
    ...(card
      ? ([
          [text('cardState'), text(`state.${card.state}`)],
          [text('issuedBy'), issuedBy ?? ''],
        ] satisfies Box[])
      : []),
  ]
}

const visitBoxes = (text: Words, customer: CustomerView): Box[] => [
  [text('visits'), text('times', { count: customer.visits })],
  [text('lastVisit'), customer.lastVisit ? `${customer.lastVisit.date} ${customer.lastVisit.roomNo}` : ''],
  [text('noShows'), text('times', { count: customer.noShows })],
  [text('complaints'), ''],
  [text('spend'), ''],
]

/** A part of the form: two boxes side by side, a lone last one across. */
function boxes(key: string, text: Words, list: readonly Box[]): PaperTable {
  const rows = Array.from({ length: Math.ceil(list.length / 2) }, (_, index): PaperRow => {
    const [left, right] = [list[index * 2], list[index * 2 + 1]]
    const lines = Math.max(left?.[2] ?? 1, right?.[2] ?? 1)
    return {
      key: String(index + 1),
      kind: 'row',
      cells: {
        item: left?.[0] ?? '',
        content: left?.[1] || null,
        ...(right && { otherItem: right[0], otherContent: right[1] || null }),
      },
      ...(lines > 1 && { lines }),
    }
  })
  return {
    key,
    title: text(`table.${key}`),
    columns: [
      { key: 'item', title: text('item'), unit: 'text', width: 12 },
      { key: 'content', title: text('content'), unit: 'text', width: 30 },
      { key: 'otherItem', title: text('otherItem'), unit: 'text', width: 12 },
      { key: 'otherContent', title: text('otherContent'), unit: 'text', width: 30 },
    ],
    rows,
    isForm: true,
  }
}

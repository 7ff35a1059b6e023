import type { z } from 'zod'
import type { cardContract, vipReport } from '#shared/contract/card.ts'
import {
  type CardBook,
  type CardStanding,
  checkCards,
  countCards,
  visitsByTier,
} from '#shared/domain/members/card-figures.ts'
import { type CardTier, cardTiers } from '#shared/domain/members/card-life.ts'
import { share } from '#shared/domain/reports/operations.ts'
import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import { venueId } from '../store/schema.ts'
import { peopleById } from './card-view.ts'
import type { ReportSource } from './day-archive.ts'
import { type ReportReader, reportHead } from './report-head.ts'
import {
  activeCards,
  cardVisitsIn,
  partiesIn,
  unusedIn,
  type VipFrame,
  vipFrame,
  visitsOfHolders,
} from './vip-frame.ts'

export type VipView = z.output<typeof vipReport>
type VipInput = z.output<(typeof cardContract)['statistics']['~orpc']['inputSchema'] & z.ZodType>
type Holder = VipView['unused']['items'][number]

/** How many of those who come most often are named. */
const topHolders = 20
const usualPage = 100

const figures = [
  'vipActive',
  'vipIssued',
  'vipRenewed',
  'vipFrozen',
  'vipLost',
  'vipReplaced',
  'vipExpired',
  'vipTierMoves',
  'vipVisits',
  'vipVisitShare',
  'vipCardVisits',
  'vipVisitsPerCard',
  'vipUnused',
  'vipTop',
] as const

/** 贵宾卡统计 (流程22, reports.md §3): cards by tier over any dates, who comes most, and which cards lie unused. */
export async function vipView(source: ReportSource, reader: ReportReader, input: VipInput): Promise<VipView> {
  const { words } = reader
  const frame = await vipFrame(source, input)
  const { book, until, progress, stretch } = frame
  const parties = await partiesIn(source, frame)
  const visits = visitsByTier(parties)
  const unused = await unusedIn(source, frame)
  const withCard = await cardVisitsIn(source, frame)
  const of = <Row extends { readonly tier: CardTier }>(rows: readonly Row[], tier?: CardTier) =>
    rows.filter((one) => tier === undefined || one.tier === tier).length
  const figuresOf = (times: number, tier?: CardTier) =>
    row(countCards(book, tier), { visits: times, cardVisits: of(withCard, tier) }, parties.length, of(unused, tier))
  const tiers = cardTiers.map((tier) => ({ tier, name: words(`vip.tier.${tier}`), ...figuresOf(visits[tier], tier) }))
  const total = figuresOf(visits.gold + visits.silver)
  const head = await reportHead(source, reader, { title: words('name.vip'), stretch, progress, filter: {}, figures })
  return {
    name: 'vip',
    ...head,
    checks: [
      ...tiers.map((one) => movesCheck(`moves.${one.tier}`, book, one.tier, words)),
      movesCheck('moves', book, undefined, words),
      ...(until === progress.today ? [await booksCheck(source, total.active, words)] : []),
    ],
    tiers,
    total,
    cards: book.closing.length,
    entries: parties.length,
    top: await topOf(source, frame),
    unused: await unusedPage(source, frame, unused, input),
  }
}

type Counts = ReturnType<typeof countCards>

const row = (
  counts: Counts,
  { visits, cardVisits }: { readonly visits: number; readonly cardVisits: number },
  entries: number,
  unused: number,
): VipView['total'] => ({
  opening: counts.opening,
  active: counts.active,
  frozenAtEnd: counts.frozenAtEnd,
  lostAtEnd: counts.lostAtEnd,
  issued: counts.issued,
  renewed: counts.renewed,
  frozen: counts.frozen,
  unfrozen: counts.unfrozen,
  lost: counts.lost,
  replaced: counts.replaced,
  expired: counts.expired,
  gains: {
    issued: counts.issued,
    tookOver: counts.tookOver,
    unfrozen: counts.unfrozen,
    tierIn: counts.tierIn,
  },
  losses: {
    frozen: counts.frozenFrom,
    lost: counts.lostFrom,
    replaced: counts.replacedFrom,
    expired: counts.expiredFrom,
    tierOut: counts.tierOut,
  },
  visits,
  share: share(visits, entries),
  cardVisits,
  visitsPerCard: share(cardVisits, counts.active),
  unused,
})

type Words = ReportReader['words']

function movesCheck(name: string, book: CardBook, tier: CardTier | undefined, words: Words): VipView['checks'][number] {
  const { ok, values } = checkCards(countCards(book, tier))
  const of = tier === undefined ? words('total') : words(`vip.tier.${tier}`)
  return { name, ok, text: words('vip.check.moves', { ...values, tier: of }), values: { ...values } }
}

// Today the books themselves can be asked; for days that have passed only the events can.
async function booksCheck({ reader }: ReportSource, active: number, words: Words): Promise<VipView['checks'][number]> {
  const row = await reader
    .selectFrom('card')
    .select(({ fn }) => fn.countAll<number>().as('cards'))
    .where('venue_id', '=', venueId)
    .where('state', '=', 'active')
    .executeTakeFirst()
  const values = { active, cards: Number(row?.cards ?? 0) }
  return { name: 'books', ok: values.active === values.cards, text: words('vip.check.books', values), values }
}

async function topOf(source: ReportSource, frame: VipFrame): Promise<VipView['top']> {
  const active = activeCards(frame)
  const visited = await visitsOfHolders(source, active, frame.stretch.from, frame.until)
  const times = (card: CardStanding) => visited.get(card.customerId)?.times ?? 0
  const most = active
    .filter((card) => times(card) > 0)
    .toSorted((a, b) => times(b) - times(a) || (a.cardNo < b.cardNo ? -1 : 1))
    .slice(0, topHolders)
  const holders = await holdersOf(source, most, frame.until)
  return most.flatMap((card, index) => {
    const holder = holders[index]
    return holder ? [{ ...holder, visits: times(card) }] : []
  })
}

async function unusedPage(
  source: ReportSource,
  frame: VipFrame,
  unused: readonly CardStanding[],
  { limit = usualPage, cursor }: VipInput,
): Promise<VipView['unused']> {
  const from = Number(/^\d{1,9}$/.exec(cursor ?? '')?.[0] ?? 0)
  return {
    since: frame.since,
    total: unused.length,
    items: await holdersOf(source, unused.slice(from, from + limit), frame.until),
    ...(unused.length > from + limit && { next: String(from + limit) }),
  }
}

async function holdersOf(source: ReportSource, cards: readonly CardStanding[], until: BusinessDate): Promise<Holder[]> {
  const { reader, model } = source
  if (cards.length === 0) return []
  const people = await peopleById(
    reader,
    cards.map((card) => card.customerId),
  )
  const last = await visitsOfHolders(source, cards, undefined, until)
  const rows = await reader
    .selectFrom('card')
    .select(['card_no', 'valid_until'])
    .where('venue_id', '=', venueId)
    .where(
      'card_no',
      'in',
      cards.map((card) => card.cardNo),
    )
    .execute()
  const ends = new Map(rows.map((row) => [row.card_no, row.valid_until]))
  return cards.map((card) => {
    const person = people.get(card.customerId)
    const visit = last.get(card.customerId)
    return {
      cardNo: card.cardNo,
      customerId: card.customerId,
      name: person?.name ?? '',
      ...(person?.title !== undefined && { title: person.title }),
      phone: person?.phone ?? '',
      tier: card.tier,
      validUntil: ends.get(card.cardNo) ?? '',
      ...(visit && { lastVisit: model.venue.businessDateOf(visit.last) }),
    }
  })
}

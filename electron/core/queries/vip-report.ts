import type { z } from 'zod'
import type { cardContract, vipReport } from '#shared/contract/card.ts'
import {
  type CardFigures,
  type CardStanding,
  cardFigures,
  cardsAtEndOf,
  checkCards,
  unusedAfterDays,
  unusedCards,
  visitsByTier,
} from '#shared/domain/members/card-figures.ts'
import { type CardTier, cardTiers } from '#shared/domain/members/card-life.ts'
import { share } from '#shared/domain/reports/operations.ts'
import { datesSoFar, type Stretch, stretchOf } from '#shared/domain/reports/report-period.ts'
import { addDays, type BusinessDate, businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { venueId } from '../store/schema.ts'
import { cardEventsUpTo } from './card-ledger.ts'
import { peopleById } from './card-view.ts'
import { factsOfDates, type ReportSource } from './day-archive.ts'
import { type Visits, visitsOf } from './holder-visits.ts'
import { progressOf } from './report-frame.ts'
import { type ReportReader, reportHead } from './report-head.ts'

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
  'vipVisitsPerCard',
  'vipUnused',
  'vipTop',
] as const

/** 贵宾卡统计 (流程22, reports.md §3): cards by tier over any dates, who comes most, and which cards lie unused. */
export async function vipView(source: ReportSource, reader: ReportReader, input: VipInput): Promise<VipView> {
  const { words } = reader
  const progress = progressOf(source)
  const stretch: Stretch =
    input.from !== undefined && input.to !== undefined
      ? { from: input.from, to: input.to }
      : stretchOf('month', progress.today)
  // What has not come yet is not known: the end of a running period is today.
  const [until = progress.today] = [stretch.to, progress.today].sort()
  const events = await cardEventsUpTo(source.reader, until)
  const opening = cardsAtEndOf(events, addDays(stretch.from, -1))
  const closing = cardsAtEndOf(events, until)
  const days = await factsOfDates(source, 'parties', datesSoFar(stretch, progress))
  const parties = days.flatMap(({ facts }) => facts.parties)
  const visits = visitsByTier(parties)

  const active = closing.filter((card) => card.state === 'active')
  const visited = await visitsIn(source, active, stretch.from, until)
  const since = addDays(until, 1 - unusedAfterDays)
  const unused = unusedCards(closing, new Set((await visitsIn(source, active, since, until)).keys()), since)

  const row = (cards: CardFigures, times: number, lying: number) => ({
    ...cards,
    visits: times,
    share: share(times, parties.length),
    visitsPerCard: share(times, cards.active),
    unused: lying,
  })
  const tiers = cardTiers.map((tier) => ({
    tier,
    name: words(`vip.tier.${tier}`),
    ...row(
      cardFigures(events, opening, closing, stretch, tier),
      visits[tier],
      unused.filter((card) => card.tier === tier).length,
    ),
  }))
  const total = row(cardFigures(events, opening, closing, stretch), visits.gold + visits.silver, unused.length)
  const head = await reportHead(source, reader, {
    title: words('name.vip'),
    stretch,
    progress,
    filter: {},
    figures,
  })
  return {
    name: 'vip',
    ...head,
    checks: [
      ...tiers.map((one) => movesCheck(`moves.${one.tier}`, one, one.name, words)),
      movesCheck('moves', total, words('total'), words),
      ...(until === progress.today ? [await booksCheck(source, total.active, words)] : []),
    ],
    tiers,
    total,
    entries: parties.length,
    top: await topOf(source, active, visited, until),
    unused: await unusedPage(source, unused, since, until, input),
  }
}

type Words = ReportReader['words']

function movesCheck(name: string, figures: CardFigures, tier: string, words: Words): VipView['checks'][number] {
  const { ok, values } = checkCards(figures)
  return { name, ok, text: words('vip.check.moves', { ...values, tier }), values: { ...values } }
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

const startOf = ({ model }: ReportSource, date: BusinessDate): number =>
  businessDaySpan(date, calendarOf(model.venue.on(date))).start

const visitsIn = (
  source: ReportSource,
  cards: readonly CardStanding[],
  from: BusinessDate,
  until: BusinessDate,
): Promise<ReadonlyMap<string, Visits>> =>
  visitsOf(source.reader, [...new Set(cards.map((card) => card.customerId))], {
    from: startOf(source, from),
    to: startOf(source, addDays(until, 1)),
  })

async function topOf(
  source: ReportSource,
  active: readonly CardStanding[],
  visited: ReadonlyMap<string, Visits>,
  until: BusinessDate,
): Promise<VipView['top']> {
  const times = (card: CardStanding) => visited.get(card.customerId)?.times ?? 0
  const most = active
    .filter((card) => times(card) > 0)
    .toSorted((a, b) => times(b) - times(a) || (a.cardNo < b.cardNo ? -1 : 1))
    .slice(0, topHolders)
  const holders = await holdersOf(source, most, until)
  return most.flatMap((card, index) => {
    const holder = holders[index]
    return holder ? [{ ...holder, visits: times(card) }] : []
  })
}

async function unusedPage(
  source: ReportSource,
  unused: readonly CardStanding[],
  since: BusinessDate,
  until: BusinessDate,
  { limit = usualPage, cursor }: VipInput,
): Promise<VipView['unused']> {
  const from = Number(/^\d{1,9}$/.exec(cursor ?? '')?.[0] ?? 0)
  const page = unused.toSorted((a, b) => (a.cardNo < b.cardNo ? -1 : 1)).slice(from, from + limit)
  return {
    since,
    total: unused.length,
    items: await holdersOf(source, page, until),
    ...(unused.length > from + limit && { next: String(from + limit) }),
  }
}

async function holdersOf(source: ReportSource, cards: readonly CardStanding[], until: BusinessDate): Promise<Holder[]> {
  const { reader, model } = source
  if (cards.length === 0) return []
  const ids = cards.map((card) => card.customerId)
  const people = await peopleById(reader, ids)
  const last = await visitsOf(reader, ids, { to: startOf(source, addDays(until, 1)) })
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
      tier: card.tier as CardTier,
      validUntil: ends.get(card.cardNo) ?? '',
      ...(visit && { lastVisit: model.venue.businessDateOf(visit.last) }),
    }
  })
}

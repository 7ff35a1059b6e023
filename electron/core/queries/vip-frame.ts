import {
  bookOfCards,
  type CardBook,
  type CardStanding,
  holdersIn,
  unusedAfterDays,
  unusedCards,
  visitsWithCard,
} from '#shared/domain/members/card-figures.ts'
import type { PartyFact } from '#shared/domain/reports/day-facts.ts'
import { datesSoFar, type Progress, type Stretch, stretchOf } from '#shared/domain/reports/report-period.ts'
import { addDays, type BusinessDate, businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { cardEventsUpTo } from './card-ledger.ts'
import { factsOfDates, type ReportSource } from './day-archive.ts'
import { eachVisitOf, type Visits, visitsOf } from './holder-visits.ts'
import { progressOf } from './report-frame.ts'

/** What the statistics of VIP cards look at: the dates, how far they have come, and the cards over them. */
export interface VipFrame {
  readonly stretch: Stretch
  readonly progress: Progress
  /** The last day that counts: what has not come yet is not known, so a running period ends today. */
  readonly until: BusinessDate
  readonly book: CardBook
  /** First of the days without a visit after which a card lies unused. */
  readonly since: BusinessDate
}

interface VipDates {
  readonly from?: BusinessDate | undefined
  readonly to?: BusinessDate | undefined
}

/** The dates asked for, or today's month. */
export async function vipFrame(source: ReportSource, { from, to }: VipDates): Promise<VipFrame> {
  const progress = progressOf(source)
  const stretch = from !== undefined && to !== undefined ? { from, to } : stretchOf('month', progress.today)
  const [until = progress.today] = [stretch.to, progress.today].sort()
  const events = await cardEventsUpTo(source.reader, until)
  return {
    stretch,
    progress,
    until,
    book: bookOfCards(events, stretch.from, until),
    since: addDays(until, 1 - unusedAfterDays),
  }
}

const startOf = ({ model }: ReportSource, date: BusinessDate): number =>
  businessDaySpan(date, calendarOf(model.venue.on(date))).start

/** Visits of the holders of some cards, from a date on (from ever on without one) to the end of another. */
export const visitsOfHolders = (
  source: ReportSource,
  cards: readonly { readonly customerId: string }[],
  from: BusinessDate | undefined,
  until: BusinessDate,
): Promise<ReadonlyMap<string, Visits>> =>
  visitsOf(source.reader, [...new Set(cards.map((card) => card.customerId))], {
    ...(from !== undefined && { from: startOf(source, from) }),
    to: startOf(source, addDays(until, 1)),
  })

/** Cards that are active at the end. */
export const activeCards = ({ book }: VipFrame): CardStanding[] =>
  book.closing.filter((card) => card.state === 'active')

/** Cards whose holders have stayed away, by their numbers. */
export async function unusedIn(source: ReportSource, frame: VipFrame): Promise<CardStanding[]> {
  const visited = await visitsOfHolders(source, activeCards(frame), frame.since, frame.until)
  return unusedCards(frame.book.closing, new Set(visited.keys()), frame.since).toSorted((a, b) =>
    a.cardNo < b.cardNo ? -1 : 1,
  )
}

/** Parties that came in, with the day each belongs to. */
export async function partiesIn(
  source: ReportSource,
  { stretch, progress }: VipFrame,
): Promise<(PartyFact & { readonly date: BusinessDate })[]> {
  const days = await factsOfDates(source, 'parties', datesSoFar(stretch, progress))
  return days.flatMap(({ date, facts }) => facts.parties.map((party) => ({ ...party, date })))
}

/** Visits of guests who held a card when they came, each with its day and that card's tier. */
export async function cardVisitsIn(source: ReportSource, { book, stretch, until }: VipFrame) {
  const { reader, model } = source
  if (stretch.from > until) return []
  const visits = await eachVisitOf(reader, [...holdersIn(book)], {
    from: startOf(source, stretch.from),
    to: startOf(source, addDays(until, 1)),
  })
  return visitsWithCard(
    book,
    visits.map((visit) => ({ ...visit, date: model.venue.businessDateOf(visit.at) })),
  )
}

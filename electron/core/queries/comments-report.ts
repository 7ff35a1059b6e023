import type { z } from 'zod'
import type { commentsReport } from '#shared/contract/comment-report.ts'
import {
  type CardFact,
  type CardGroup,
  type Grouping,
  groupCards,
  type Place,
} from '#shared/domain/feedback/card-groups.ts'
import { datesBefore, periodOf } from '#shared/domain/feedback/dates-before.ts'
import { type FiguresByItem, type ItemFigures, itemChange, itemFigures } from '#shared/domain/feedback/item-figures.ts'
import { commentItems } from '#shared/domain/feedback/scores.ts'
import { partiesCounted } from '#shared/domain/reports/entries-table.ts'
import { share } from '#shared/domain/reports/operations.ts'
import { type CountedDate, datesOfBase, datesSoFar, type Stretch } from '#shared/domain/reports/report-period.ts'
import { businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { CommentCardTable } from '../store/guest-tables.ts'
import type { Words } from '../words.ts'
import { shiftOf } from './comment-place.ts'
import { scoresOf } from './comment-view.ts'
import { factsOfDates, type ReportSource } from './day-archive.ts'
import { commentRows } from './list-comments.ts'
import { isKnown, progressOf } from './report-frame.ts'
import { type ReportReader, reportHead } from './report-head.ts'
import { baseLabel, hourLabel } from './report-labels.ts'

export type CommentsView = z.output<typeof commentsReport>
export interface CommentsInput extends Stretch {
  readonly floor?: string | undefined
}
type View<Part extends keyof CommentsView> = CommentsView[Part]

/** Figures the report defines at its foot. */
const figures = [
  'cardReturn',
  'cardAnswers',
  'cardMean',
  'cardSatisfied',
  'cardFew',
  'cardChange',
  'cardPlace',
  'cardProposal',
] as const

/** Dates whose cards are read between two breaths. */
const daysAtOnce = 62
const mostCards = 1_000_000

/** 贵宾意见卡统计 (流程22, reports.md §3). */
export async function commentsView(
  source: ReportSource,
  reader: ReportReader,
  input: CommentsInput,
): Promise<CommentsView> {
  const { words } = reader
  const stretch = { from: input.from, to: input.to }
  const progress = progressOf(source)
  const base = datesBefore(stretch)
  const now = await counted(source, datesSoFar(stretch, progress), input.floor)
  const before = await counted(source, datesOfBase(base, stretch, progress), input.floor)
  const [rate, rateBefore] = [now, before].map(({ cards, parties }) => share(cards.length, parties.length))
  const items = itemFigures(now.cards.map((card) => card.scores))
  const itemsBefore = itemFigures(before.cards.map((card) => card.scores))
  const groups = (by: Grouping, known: readonly string[], label: (key: string) => string): View<'floors'> =>
    groupCards(by, now.cards, now.parties, known).map((group) => groupView(group, label, words))
  const venue = source.model.venue.on(stretch.to)
  const { shifts } = source.model.reportSettings
  const floors = [...new Set(venue.rooms.map((room) => room.floor))]
  const types = new Map(venue.types.map((type) => [type.code, type.name]))
  const head = await reportHead(source, reader, {
    title: words('name.comments'),
    stretch,
    progress,
    filter: input.floor === undefined ? {} : { floor: input.floor },
    figures,
  })
  const view = {
    name: 'comments' as const,
    ...head,
    definitions: [
      ...head.definitions,
      {
        figure: 'cardShift',
        name: words('figure.cardShift.name'),
        text: words('figure.cardShift.text', {
          shifts: shifts.map(({ name, from }) => `${name} ${clockLabel(from, words)}`).join(words('comments.comma')),
        }),
      },
    ],
    cards: now.cards.length,
    parties: now.parties.length,
    returnRate: rate ?? null,
    base: {
      ...base.stretch,
      label: baseLabel('previous', periodOf(stretch), words),
      known: isKnown(source, base.stretch),
      cards: before.cards.length,
      parties: before.parties.length,
      returnRate: rateBefore ?? null,
    },
    returnRatePoints: rate == null || rateBefore == null ? null : (rate - rateBefore) * 100,
    items: commentItems.map((item) => ({
      item,
      label: words(`comments.item.${item}`),
      ...plain(items[item]),
      change: itemChange(items[item], itemsBefore[item]),
      base: plain(itemsBefore[item]),
    })),
    floors: groups('floor', input.floor === undefined ? floors : [input.floor], (floor) =>
      words('paper.floor', { floor }),
    ),
    types: groups('type', [...types.keys()], (code) => types.get(code) ?? code),
    shifts: groups(
      'shift',
      shifts.map((shift) => shift.name),
      (name) => name,
    ),
  }
  return { ...view, checks: checksOf(view, words) }
}

interface CountedCards {
  readonly cards: readonly CardFact[]
  readonly parties: readonly Place[]
}

/** The cards of some dates, and the parties that came in on them. */
async function counted(
  source: ReportSource,
  dates: readonly CountedDate[],
  floor: string | undefined,
): Promise<CountedCards> {
  const { model } = source
  const days = await factsOfDates(source, 'parties', dates)
  const startOf = new Map(
    dates.map(({ date }) => [date, businessDaySpan(date, calendarOf(model.venue.on(date))).start]),
  )
  const parties = days.flatMap((day) =>
    partiesCounted(day, floor === undefined ? {} : { floor }).map((party): Place => {
      const instant = (startOf.get(day.date) ?? 0) + party.minute * minute
      return { floor: party.floor, type: party.typeCode, shift: shiftOf(model, instant, day.date) ?? '' }
    }),
  )
  const limitOf = new Map(
    dates.map(({ date, upTo }) => [
      date,
      upTo === undefined ? Number.POSITIVE_INFINITY : (startOf.get(date) ?? 0) + upTo * minute,
    ]),
  )
  const cards: CardFact[] = []
  for (let at = 0; at < dates.length; at += daysAtOnce) {
    const some = dates.slice(at, at + daysAtOnce)
    const [from, to] = [some[0]?.date, some.at(-1)?.date]
    const rows = await commentRows(source.reader, { from, to, floor }, 0, mostCards)
    // A card without a time is of the whole evening.
    for (const row of rows)
      if ((row.at ?? Number.NEGATIVE_INFINITY) <= (limitOf.get(row.business_date) ?? Number.NEGATIVE_INFINITY))
        cards.push(factOf(source, row))
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
  return { cards, parties }
}

const factOf = ({ model }: ReportSource, row: CommentCardTable): CardFact => ({
  floor: row.floor ?? '',
  type: row.type_code ?? '',
  shift: row.at === null ? '' : (shiftOf(model, row.at, row.business_date) ?? ''),
  scores: scoresOf(row),
})

// The domain's lists are read-only, the contract's are not.
const plain = (figures: ItemFigures) => ({ ...figures, counts: [...figures.counts] })

const groupView = (group: CardGroup, label: (key: string) => string, words: Words): View<'floors'>[number] => ({
  ...group,
  label: group.key === '' ? words('comments.unplaced') : label(group.key),
  items: Object.fromEntries(
    commentItems.map((item) => [item, plain((group.items as FiguresByItem)[item])]),
  ) as View<'floors'>[number]['items'],
})

/** Σ floors = Σ types = Σ shifts = cards; answers and blanks of each item make up the cards. */
function checksOf(view: Omit<CommentsView, 'checks'>, words: Words): CommentsView['checks'] {
  const sum = (groups: View<'floors'>) => groups.reduce((total, group) => total + group.cards, 0)
  const { cards } = view
  const groups = { floors: sum(view.floors), types: sum(view.types), shifts: sum(view.shifts), cards }
  const unequal = view.items.filter((item) => item.n + item.blanks !== cards).length
  return [
    {
      name: 'cardGroups',
      ok: [groups.floors, groups.types, groups.shifts].every((one) => one === cards),
      values: groups,
    },
    { name: 'cardItems', ok: unequal === 0, values: { cards } },
  ].map((check) => ({ ...check, text: words(`check.${check.name}`, check.values) }))
}

const clockLabel = (minutes: number, words: Words): string =>
  hourLabel(Math.floor(minutes / 60), words).replace(/00$/, String(minutes % 60).padStart(2, '0'))

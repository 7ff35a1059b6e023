import type { z } from 'zod'
import type { operationsReport, TableInput } from '#shared/contract/report.ts'
import type { DayFacts } from '#shared/domain/reports/day-facts.ts'
import type { DayOf } from '#shared/domain/reports/entries-table.ts'
import {
  checkOperations,
  dueFigures,
  partyFigures,
  promiseFigures,
  refusalFigures,
  share,
  spareSeatHours,
  stayFigures,
  waitFigures,
} from '#shared/domain/reports/operations.ts'
import type { ReportFilter } from '#shared/domain/reports/report-filter.ts'
import { datesSoFar } from '#shared/domain/reports/report-period.ts'
import { totalColumn } from '#shared/domain/reports/report-table.ts'
import { usageTable } from '#shared/domain/reports/usage-table.ts'
import type { Words } from '../words.ts'
import { correctedDays } from './day-adjustments.ts'
import { factsOfDates, type ReportSource } from './day-archive.ts'
import { groupsOf, type OperationsFigures } from './operations-figures.ts'
import { filterOf, progressOf } from './report-frame.ts'
import { type ReportReader, reportHead } from './report-head.ts'
import { checkText } from './report-labels.ts'

export type OperationsView = z.output<typeof operationsReport>
type OperationsInput = Pick<TableInput, 'floor' | 'source' | 'vip'> & { readonly from: string; readonly to: string }

const figures = [
  'entries',
  'guests',
  'sources',
  'vipShare',
  'seatRate',
  'cross',
  'used',
  'sellable',
  'usageRate',
  'openRate',
  'turnover',
  'opened',
  'uses',
  'meanStay',
  'extendedRate',
  'arrivedRate',
  'releasedRate',
  'waits',
  'beyondQuoted',
  'refusals',
  'mismatch',
  'spareSeatHours',
  'promiseKept',
  'frozen',
] as const

/** 经营概览: the figures of reports.md §1 beside the comparison tables, over any dates. */
export async function operationsView(
  source: ReportSource,
  reader: ReportReader,
  input: OperationsInput,
): Promise<OperationsView> {
  const progress = progressOf(source)
  const stretch = { from: input.from, to: input.to }
  const dates = datesSoFar(stretch, progress)
  const filter = filterOf(input)
  const parties = await factsOfDates(source, 'parties', dates)
  const uses = await factsOfDates(source, 'uses', dates)
  const desk = await factsOfDates(source, 'desk', dates)
  const venue = source.model.venue.on(stretch.to)
  const head = await reportHead(source, reader, {
    title: reader.words('name.operations'),
    stretch,
    progress,
    filter: input,
    figures,
  })
  const counted = figuresOf({ parties, uses, desk }, filter)
  return {
    name: 'operations',
    ...head,
    checks: checkOperations(counted.parties, counted.due, counted.waits).map((check) => ({
      ...check,
      values: { ...check.values },
      text: checkText('operations', check, reader.words),
    })),
    typeNames: Object.fromEntries(venue.types.map((type) => [type.code, type.name])),
    ...counted,
    adjustments: await adjustmentsIn(source, stretch, filter, reader.words),
  }
}

/** Every figure of the overview, of any days. */
function figuresOf(
  { parties, uses, desk }: { readonly [Part in keyof DayFacts]: readonly DayOf<DayFacts[Part]>[] },
  filter: ReportFilter,
): OperationsFigures {
  const { total } = usageTable(uses, { keys: [], of: () => undefined }, [totalColumn], filter)
  const rooms = total[totalColumn]
  return {
    parties: partyFigures(parties, filter) as OperationsFigures['parties'],
    rooms: {
      minutes: rooms?.minutes ?? 0,
      sellable: rooms?.sellable ?? 0,
      openMinutes: rooms?.openMinutes ?? 0,
      rate: rooms?.rate ?? null,
      rateAll: rooms?.rateAll ?? null,
      roomsUsed: rooms?.rooms ?? 0,
      sellableRooms: rooms?.sellableRooms ?? 0,
      openRate: share(rooms?.rooms ?? 0, rooms?.sellableRooms ?? 0),
      turnover: share(rooms?.opened ?? 0, rooms?.sellableRooms ?? 0),
      opened: rooms?.opened ?? 0,
      uses: rooms?.uses ?? 0,
      spareSeatHours: spareSeatHours(uses, filter),
    },
    stays: stayFigures(parties, filter),
    due: dueFigures(desk, filter),
    waits: waitFigures(desk),
    refusals: refusalFigures(desk) as OperationsFigures['refusals'],
    promises: promiseFigures(desk),
  }
}

/** Of each later version of a closed day, the figures of that day that are not what they were before. */
async function adjustmentsIn(
  source: ReportSource,
  stretch: { readonly from: string; readonly to: string },
  filter: ReportFilter,
  words: Words,
): Promise<OperationsView['adjustments']> {
  const days = await correctedDays(source, stretch, words)
  return days.flatMap(({ date, before, now, told }) => {
    const listed = (facts: DayFacts) => {
      const day = <Part extends keyof DayFacts>(part: Part) => [{ date, facts: facts[part] }]
      const figures = figuresOf({ parties: day('parties'), uses: day('uses'), desk: day('desk') }, filter)
      return Object.values(groupsOf(figures)).flat()
    }
    const earlier = new Map(listed(before).map(([name, value]) => [name, value]))
    const changed = listed(now).filter(([name, value]) => value !== earlier.get(name))
    if (changed.length === 0) return []
    return [
      {
        ...told,
        figures: changed.map(([figure, value, unit]) => ({
          figure,
          name: words(`operations.row.${figure}`),
          unit,
          before: earlier.get(figure) ?? null,
          now: value,
        })),
      },
    ]
  })
}

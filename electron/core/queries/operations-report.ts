import type { z } from 'zod'
import type { operationsReport, TableInput } from '#shared/contract/report.ts'
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
import { datesSoFar } from '#shared/domain/reports/report-period.ts'
import { totalColumn } from '#shared/domain/reports/report-table.ts'
import { usageTable } from '#shared/domain/reports/usage-table.ts'
import { factsOfDates, type ReportSource } from './day-archive.ts'
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
  const { total } = usageTable(uses, { keys: [], of: () => undefined }, [totalColumn], filter)
  const rooms = total[totalColumn]
  const venue = source.model.venue.on(stretch.to)
  const head = await reportHead(source, reader, {
    title: reader.words('name.operations'),
    stretch,
    progress,
    filter: input,
    figures,
  })
  const guests = partyFigures(parties, filter)
  const due = dueFigures(desk, filter)
  const waits = waitFigures(desk)
  return {
    name: 'operations',
    ...head,
    checks: checkOperations(guests, due, waits).map((check) => ({
      ...check,
      values: { ...check.values },
      text: checkText('operations', check, reader.words),
    })),
    typeNames: Object.fromEntries(venue.types.map((type) => [type.code, type.name])),
    parties: guests as OperationsView['parties'],
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
    due,
    waits,
    refusals: refusalFigures(desk) as OperationsView['refusals'],
    promises: promiseFigures(desk),
  }
}

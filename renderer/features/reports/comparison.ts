import type { z } from 'zod'
import type { entriesReport, usageReport } from '#shared/contract/report.ts'
import type { Unit } from '#shared/domain/reports/paper.ts'
import { type Measure, measures } from './report-address.ts'

export type EntriesReport = z.output<typeof entriesReport>
export type UsageReport = z.output<typeof usageReport>
export type Report = EntriesReport | UsageReport
type EntriesCell = EntriesReport['total'][string]
type UsageCell = UsageReport['total'][string]
type Cell = EntriesCell | UsageCell

/** One way of reading a cell: what number it gives, and how that is written. */
export interface Reading {
  readonly measure: Measure
  readonly unit: Unit
  readonly of: (cell: Cell | undefined) => number | null
  /** Now less base, and how a difference is written. */
  readonly delta: (now: Cell | undefined, base: Cell | undefined) => number | null
  readonly deltaUnit: Unit
}

const entriesOf = (pick: (cell: EntriesCell) => number) => (cell: Cell | undefined) =>
  cell && 'entries' in cell ? pick(cell) : null
const usageOf = (pick: (cell: UsageCell) => number | null) => (cell: Cell | undefined) =>
  cell && 'minutes' in cell ? pick(cell) : null

function reading(
  measure: Measure,
  unit: Unit,
  of: (cell: Cell | undefined) => number | null,
  deltaUnit: Unit = 'change',
): Reading {
  const scale = deltaUnit === 'points' ? 100 : 1
  return {
    measure,
    unit,
    of,
    deltaUnit,
    delta(now, base) {
      const [after, before] = [of(now), of(base)]
      return after === null || before === null ? null : (after - before) * scale
    },
  }
}

const readings: Readonly<Record<Measure, Reading>> = {
  entries: reading(
    'entries',
    'count',
    entriesOf((cell) => cell.entries),
  ),
  guests: reading(
    'guests',
    'count',
    entriesOf((cell) => cell.guests),
  ),
  rate: reading(
    'rate',
    'rate',
    usageOf((cell) => cell.rate),
    'points',
  ),
  hours: reading(
    'hours',
    'hours',
    usageOf((cell) => cell.minutes / 60),
  ),
  rooms: reading(
    'rooms',
    'count',
    usageOf((cell) => cell.rooms),
  ),
}

/** The reading a table is shown in; its first when the one asked for belongs to the other table. */
export function readingFor(name: Report['name'], measure: Measure | undefined): Reading {
  const own: readonly Measure[] = measures[name]
  return readings[measure !== undefined && own.includes(measure) ? measure : (own[0] ?? 'entries')]
}

/** The readings a table's total is given in: parties and guests; rate and hours. */
export const totalReadings = (name: Report['name']): readonly Reading[] =>
  name === 'entries' ? [readings.entries, readings.guests] : [readings.rate, readings.hours]

/** The bases there is anything of; a venue in its first days shows what it will be compared with. */
export function comparedWith(report: Report): Report['bases'] {
  const known = report.bases.filter((base) => base.known)
  return known.length > 0 ? known : report.bases.slice(0, 1)
}

/** The base a bar is marked with: the same weekday last week, else the period before. */
export const markedBase = (report: Report) =>
  report.bases.find((base) => base.name === 'sameWeekday') ?? report.bases.find((base) => base.name === 'previous')

/** What the rows of a table are, as its pictures are headed. */
export function rowsTitle({ period, rows }: Report): 'screen.byHour' | 'screen.byDay' | 'screen.byMonth' {
  if (period === 'day') return 'screen.byHour'
  return rows[0]?.key.length === 'YYYY-MM'.length ? 'screen.byMonth' : 'screen.byDay'
}

/** Hours when the venue is closed and nobody came are left out; every other row is shown. */
export function shownRows(report: Report): Report['rows'][number][] {
  const rows: readonly Report['rows'][number][] = report.rows
  if (report.period !== 'day') return [...rows]
  const counts = (cell: Cell | undefined) =>
    cell !== undefined && ('entries' in cell ? cell.entries > 0 : cell.minutes > 0)
  const shown = rows.map((row) => {
    const hour = Number(row.key)
    const open = report.open && hour >= Number(report.open.first) && hour <= Number(report.open.last)
    return open || [row.cells, ...Object.values(row.base)].some((cells) => counts(cells?.total))
  })
  return rows.slice(Math.max(0, shown.indexOf(true)), shown.lastIndexOf(true) + 1)
}

/** The figure whose definition belongs to what is shown: rooms are counted at the half hour, over days as room-days. */
export function definedFigure({ period }: Pick<Report, 'period'>, measure: Measure): string {
  if (measure === 'rate') return 'usageRate'
  if (measure === 'hours') return 'used'
  if (measure === 'rooms') return period === 'day' ? 'occupied' : 'roomsUsed'
  return measure
}

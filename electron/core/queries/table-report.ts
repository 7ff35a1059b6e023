import type { z } from 'zod'
import type { entriesReport, TableInput, usageReport } from '#shared/contract/report.ts'
import type { DayFacts } from '#shared/domain/reports/day-facts.ts'
import { hourIndexOf } from '#shared/domain/reports/day-hours.ts'
import type { DayOf } from '#shared/domain/reports/entries-table.ts'
import { entriesKind, type TableKind, usageKind } from '#shared/domain/reports/report-kinds.ts'
import { type BaseName, datesOf } from '#shared/domain/reports/report-period.ts'
import { type Cells, columnsOf, type ReportTable, totalColumn } from '#shared/domain/reports/report-table.ts'
import { businessDaySpan, isoWeekday } from '#shared/domain/time/business-day.ts'
import { calendarOf, openingSpan } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import { adjustmentsOf } from './day-adjustments.ts'
import type { ReportSource } from './day-archive.ts'
import { factsOfDates } from './day-archive.ts'
import { datesOfBaseIn, frameOf, isKnown, type ReportFrame, rowsOf, rowsOfBase } from './report-frame.ts'
import { type ReportReader, reportHead } from './report-head.ts'
import { baseLabel, checkText, hourLabel, rowLabel } from './report-labels.ts'

export type EntriesView = z.output<typeof entriesReport>
export type UsageView = z.output<typeof usageReport>

/** Figures a table defines at its foot. */
const figures = {
  entries: ['entries', 'guests', 'typeUsed', 'delta', 'peak', 'frozen'],
  usage: ['used', 'sellable', 'usageRate', 'occupied', 'roomsUsed', 'opened', 'uses', 'delta', 'frozen'],
} as const

/** 包厢进场比较表 (流程23, appendices 01, 03, 05). */
export const entriesView = (source: ReportSource, reader: ReportReader, input: TableInput): Promise<EntriesView> =>
  tableView(entriesKind, source, reader, input) as Promise<EntriesView>

/** 包厢使用比较表 (流程23, appendices 02, 04, 06). */
export const usageView = (source: ReportSource, reader: ReportReader, input: TableInput): Promise<UsageView> =>
  tableView(usageKind, source, reader, input) as Promise<UsageView>

interface Made<Cell> {
  readonly table: ReportTable<Cell>
  readonly bases: readonly (readonly [BaseName, ReportTable<Cell>])[]
}

async function tableView<Part extends 'parties' | 'uses', Cell>(
  kind: TableKind<Part, Cell>,
  source: ReportSource,
  reader: ReportReader,
  input: TableInput,
) {
  const { venue } = source.model
  const { words } = reader
  const frame = frameOf(source, input)
  const days = await factsOfDates(source, kind.part, frame.dates)
  const types = venue.on(frame.stretch.to).types
  const columns = columnsOf(
    types.map((type) => type.code),
    days.flatMap((day) => [...kind.typesIn(day.facts)]),
  )
  const { table, bases } = await made(kind, source, frame, days, columns)
  const holidays = venue.on(frame.date).policy.holidays
  const base = (pick: (one: ReportTable<Cell>) => Cells<Cell> | undefined) =>
    Object.fromEntries(
      bases.flatMap(([name, one]) => {
        const cells = pick(one)
        return cells ? [[name, cells]] : []
      }),
    )
  const head = await reportHead(source, reader, {
    title: words(`name.${kind.name}.${frame.period}`),
    stretch: frame.stretch,
    progress: frame.progress,
    filter: input,
    figures: figures[kind.name],
  })
  return {
    name: kind.name,
    period: frame.period,
    date: frame.date,
    ...head,
    checks: kind
      .check(table, days, frame.filter)
      .map((check) => ({ ...check, values: { ...check.values }, text: checkText(kind.name, check, words) })),
    columns,
    columnNames: Object.fromEntries([
      ...columns.map((code) => [code, types.find((type) => type.code === code)?.name ?? code]),
      [totalColumn, words('total')],
    ]),
    rows: table.rows.map(({ key, cells, peak }, index) => ({
      key,
      label: rowLabel(key, words),
      cells,
      base: base((one) => one.rows[index]?.cells),
      ...(peak && { peak: { ...peak, label: hourLabel(Number(peak.hour), words) } }),
      ...dateOfRow(key, frame, holidays),
      ahead: isAhead(key, frame),
    })),
    total: table.total,
    base: base((one) => one.total),
    ...openHours(source, frame),
    bases: frame.bases.map(({ name, stretch }) => ({
      name,
      ...stretch,
      label: baseLabel(name, frame.period, words),
      known: isKnown(source, stretch),
    })),
    averages: averagesOf(kind, table, frame).map((one) => ({ ...one, label: rowLabel(String(one.weekday), words) })),
    adjustments: await adjustmentsOf(kind, source, frame, columns, words),
  }
}

async function made<Part extends 'parties' | 'uses', Cell>(
  kind: TableKind<Part, Cell>,
  source: ReportSource,
  frame: ReportFrame,
  days: readonly DayOf<DayFacts[Part]>[],
  columns: readonly string[],
): Promise<Made<Cell>> {
  const { rowKeys: keys, filter } = frame
  const bases: [BaseName, ReportTable<Cell>][] = []
  for (const base of frame.bases) {
    const before = await factsOfDates(source, kind.part, datesOfBaseIn(frame, base))
    bases.push([base.name, kind.make(before, { keys, of: rowsOfBase(frame, base) }, columns, filter)])
  }
  return { table: kind.make(days, { keys, of: rowsOf(frame) }, columns, filter), bases }
}

// Hours outside these are shown only when somebody came.
function openHours({ model }: ReportSource, { rowKind, date, hours }: ReportFrame) {
  if (rowKind !== 'hour') return {}
  const venue = model.venue.on(date)
  const open = openingSpan(date, venue)
  if (!open) return {}
  const { start } = businessDaySpan(date, calendarOf(venue))
  const keyAt = (instant: number) => String(hours.first + hourIndexOf((instant - start) / minute, hours))
  return { open: { first: keyAt(open.start), last: keyAt(open.end - 1) } }
}

function dateOfRow(key: string, { rowKind, stretch }: ReportFrame, holidays: Readonly<Record<string, string>>) {
  const date =
    rowKind === 'date'
      ? key
      : rowKind === 'weekday'
        ? datesOf(stretch).find((one) => String(isoWeekday(one)) === key)
        : undefined
  const holiday = date === undefined ? undefined : holidays[date]
  return { ...(date !== undefined && { date }), ...(holiday !== undefined && { holiday }) }
}

// An hour, a day or a month of which nothing has passed.
function isAhead(key: string, { rowKind, stretch, progress, date, hours }: ReportFrame): boolean {
  if (rowKind === 'hour') {
    const begins = hours.edges[Number(key) - hours.first] ?? 0
    return date > progress.today || (date === progress.today && begins > progress.minute)
  }
  if (rowKind === 'weekday')
    return (datesOf(stretch).find((one) => String(isoWeekday(one)) === key) ?? '') > progress.today
  return key > progress.today.slice(0, key.length)
}

// Days that are over, by weekday: a day that runs would pull its average down.
function averagesOf<Part extends 'parties' | 'uses', Cell>(
  kind: TableKind<Part, Cell>,
  { rows }: ReportTable<Cell>,
  { rowKind, progress }: ReportFrame,
) {
  if (rowKind !== 'date') return []
  const past = rows.filter((row) => row.key < progress.today)
  return [...Map.groupBy(past, (row) => isoWeekday(row.key))]
    .sort(([a], [b]) => a - b)
    .map(([weekday, some]) => ({
      weekday,
      days: some.length,
      cells: Object.fromEntries(
        Object.keys(some[0]?.cells ?? {}).map((column) => [
          column,
          kind.mean(some.flatMap((row) => row.cells[column] ?? [])),
        ]),
      ),
    }))
}

import { listNamed } from '#electron/core/lists/lists.ts'
import { listFrame } from '#electron/core/papers/list-paper.ts'
import { paperOf } from '#electron/core/papers/papers.ts'
import type { ReportSource } from '#electron/core/queries/day-archive.ts'
import { progressOf } from '#electron/core/queries/report-frame.ts'
import type { ReportReader } from '#electron/core/queries/report-head.ts'
import { monthLabel } from '#electron/core/queries/report-labels.ts'
import type { Paper } from '#shared/domain/reports/paper.ts'
import { datesOf, type Stretch } from '#shared/domain/reports/report-period.ts'
import { addDays, type BusinessDate, daysBetween, isoWeekday } from '#shared/domain/time/business-day.ts'
import { listSheet, type StreamedSheet } from './list-sheet.ts'
import { notesSheet } from './notes-sheet.ts'
import { paperSheet } from './paper-sheet.ts'
import { sheetNames } from './sheet-name.ts'

/** The raw facts that go with the figures. */
const rawLists = ['list-stays', 'list-uses'] as const
const reports = ['entries', 'usage'] as const

/** A workbook before it is written: its sheets in order, and what it is called. */
export interface PlannedWorkbook {
  readonly title: string
  readonly made: string
  readonly sheets: readonly StreamedSheet[]
}

/**
 * The month's workbook (reports.md §5): entries and use of the month with their charts, a sheet for each week and each
 * day that has begun, the raw facts behind them, and 说明.
 * @param month its first and last date
 * @param onSheet called when another sheet is there
 */
export async function monthWorkbook(
  source: ReportSource,
  reader: ReportReader,
  month: Stretch,
  onSheet: (done: number, of: number) => void,
): Promise<PlannedWorkbook> {
  const { words } = reader
  const { today } = progressOf(source)
  const name = sheetNames()
  const days = datesOf(month).filter((date) => date <= today)
  const weeks = mondaysOf(month).filter((date) => date <= today)
  const of = reports.length + weeks.length + days.length + rawLists.length + 1
  const sheets: StreamedSheet[] = []
  const add = (sheet: StreamedSheet) => {
    sheets.push(sheet)
    onSheet(sheets.length, of)
  }
  const both = async (period: 'day' | 'week', date: BusinessDate): Promise<Paper> => {
    const papers = await Promise.all(reports.map((report) => paperOf(source, reader, { name: report, period, date })))
    return joined(papers.filter((paper) => paper !== undefined))
  }

  const title = `${monthLabel(month.from, words)} ${words('workbook.month')}`
  const summaries: Paper[] = []
  for (const report of reports) {
    const paper = await paperOf(source, reader, { name: report, period: 'month', date: month.from })
    if (!paper) continue
    summaries.push(paper)
    add(paperSheet(paper, name(words(`workbook.summary.${report}`)), words))
  }
  for (const monday of weeks)
    add(
      paperSheet(
        withoutCharts(await both('week', monday)),
        name(words('workbook.week', { week: isoWeek(monday) })),
        words,
      ),
    )
  for (const date of days) {
    const day = words('workbook.day', { month: Number(date.slice(5, 7)), day: Number(date.slice(8)) })
    add(paperSheet(withoutCharts(await both('day', date)), name(day), words))
  }
  const frames: Paper[] = []
  for (const list of rawLists.flatMap((one) => listNamed(one) ?? [])) {
    const count = await list.count(source, month)
    const frame = listFrame(source, reader, list, month, count)
    frames.push(frame)
    // A month of them would be a hundred pages: they are there to be looked through, and the list's own file to be printed.
    const sheet = {
      ...frame,
      facts: [...frame.facts, { label: words('workbook.print'), value: words('workbook.notPrinted') }],
    }
    add(listSheet(sheet, name(frame.title), words, count, list.pages(source, month, words), false))
  }
  const notes = name(words('workbook.notes'))
  add(
    notesSheet(
      [...summaries, ...frames],
      notes,
      words,
      sheets.map(({ sheet }) => sheet.name),
    ),
  )
  return { title, made: summaries[0]?.made ?? '', sheets }
}

/** Two reports over the same dates as one paper: what both say of themselves is said once. */
function joined(papers: readonly Paper[]): Paper {
  const [first] = papers
  if (first === undefined) throw new Error('a workbook without its reports')
  const facts = papers.flatMap((paper) => paper.facts)
  const definitions = papers.flatMap((paper) => paper.definitions)
  return {
    ...first,
    title: papers.map((paper) => paper.title).join(' · '),
    facts: [...new Map(facts.map((fact) => [`${fact.label} ${fact.value}`, fact])).values()],
    tables: papers.flatMap((paper) => paper.tables.map((table) => ({ ...table, title: table.title ?? paper.title }))),
    checks: papers.flatMap((paper) => paper.checks),
    definitions: [...new Map(definitions.map((one) => [one.name, one])).values()],
  }
}

const withoutCharts = (paper: Paper): Paper => ({
  ...paper,
  tables: paper.tables.map(({ charts: _, ...table }) => table),
})

/** Mondays of the weeks that touch the month. */
function mondaysOf({ from, to }: Stretch): BusinessDate[] {
  const first = addDays(from, 1 - isoWeekday(from))
  return Array.from({ length: Math.floor(daysBetween(first, to) / 7) + 1 }, (_, week) => addDays(first, week * 7))
}

/** ISO week of a Monday: the year's first week is the one with its first Thursday. */
function isoWeek(monday: BusinessDate): number {
  const thursday = addDays(monday, 3)
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1
}

import { paperOf } from '#electron/core/papers/papers.ts'
import type { ReportSource } from '#electron/core/queries/day-archive.ts'
import type { ReportReader } from '#electron/core/queries/report-head.ts'
import type { Paper } from '#shared/domain/reports/paper.ts'
import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import type { PlannedWorkbook } from './month-workbook.ts'
import { notesSheet } from './notes-sheet.ts'
import { paperSheet } from './paper-sheet.ts'
import { sheetNames } from './sheet-name.ts'

const reports = ['entries', 'usage', 'operations', 'calls'] as const

/**
 * The daily report: every report of one business day, a sheet for each, and 说明.
 * @param onSheet called when another sheet is there
 */
export async function dayWorkbook(
  source: ReportSource,
  reader: ReportReader,
  date: BusinessDate,
  onSheet: (done: number, of: number) => void,
): Promise<PlannedWorkbook> {
  const { words } = reader
  const name = sheetNames()
  const papers: Paper[] = []
  for (const report of reports) {
    const paper = await paperOf(source, reader, { name: report, period: 'day', date })
    if (paper) papers.push(paper)
    onSheet(papers.length, reports.length + 1)
  }
  const sheets = papers.map((paper) => paperSheet(paper, name(paper.title), words))
  const notes = name(words('workbook.notes'))
  const names = sheets.map(({ sheet }) => sheet.name)
  const made = papers[0]?.made ?? ''
  return {
    title: `${words('workbook.daily')} ${date}`,
    made,
    sheets: [...sheets, notesSheet(papers, notes, words, names)],
  }
}

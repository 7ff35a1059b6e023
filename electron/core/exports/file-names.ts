import type { FileFormat } from '#shared/contract/export.ts'
import type { PaperRequest } from '#shared/contract/report.ts'
import { type Stretch, stretchOf } from '#shared/domain/reports/report-period.ts'
import { isPaperName, stretchOfRequest } from '../papers/papers.ts'
import type { ReportSource } from '../queries/day-archive.ts'
import { progressOf } from '../queries/report-frame.ts'

/** Name of the month's workbook: a sheet for each day and week, and what is behind them. */
export const monthName = 'month'

/** Name of the daily report: every report of one business day in a workbook. */
export const dayName = 'day'

const isWorkbook = (name: string): boolean => name === monthName || name === dayName

/** Whether a file of this name and format can be made. The day and the month are several sheets, which plain text has not. */
export const isFileName = (name: string, format: FileFormat): boolean =>
  isWorkbook(name) ? format === 'xlsx' : isPaperName(name)

/** Name of 会员信息表, which is of no dates: it shows a file as it stands. */
const formName = 'member-form'

/** The business dates a file covers; of a form the day on which it is made. */
export function stretchOfFile(source: ReportSource, request: PaperRequest): Stretch {
  if (request.name === formName) return stretchOf('day', progressOf(source).today)
  return request.name === monthName
    ? stretchOf('month', request.date ?? request.from ?? progressOf(source).today)
    : stretchOfRequest(source, request)
}

// What Windows refuses in a name, and what would lead into another folder.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const refused = /[\u0000-\u001f\u007f\\/:*?"<>|\u202a-\u202e\u2066-\u2069]+/g

/** `预约单 2026-03-06.xlsx`: what a file is called when it is saved. */
export function fileNameOf(title: string, from: string, to: string, format: FileFormat): string {
  const dates = from === to ? from : `${from} ${to}`
  const name = `${title} ${dates}`.replace(refused, ' ').replace(/\s+/g, ' ').trim()
  return `${name}.${format}`
}

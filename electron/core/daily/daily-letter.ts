import type { Letter } from '../mail/send-mail.ts'
import type { ReportSource } from '../queries/day-archive.ts'
import type { ReportReader } from '../queries/report-head.ts'
import { type EntriesView, entriesView, type UsageView, usageView } from '../queries/table-report.ts'

/** The letter a daily report goes out with: the figures of the day at a glance, corrections included, and the workbook. */
export async function dailyLetter(
  source: ReportSource,
  reader: ReportReader,
  day: { readonly date: string; readonly isCorrection: boolean },
  file: NonNullable<Letter['file']>,
): Promise<Letter> {
  const { words } = reader
  const request = { period: 'day', date: day.date } as const
  const entries = await entriesView(source, reader, request)
  const usage = await usageView(source, reader, request)
  const weekBefore = entries.base.sameWeekday?.total
  const lines = [
    words('daily.entries', came(entries)),
    ...(weekBefore ? [words('daily.weekBefore', { parties: weekBefore.entries, guests: weekBefore.guests })] : []),
    words('daily.usage', used(usage)),
    '',
    words('daily.enclosed', { name: file.name }),
  ]
  return {
    subject: words(day.isCorrection ? 'daily.corrected' : 'daily.subject', { venue: entries.venue, date: day.date }),
    text: lines.join('\n'),
    file,
  }
}

function came({ total, adjustments }: EntriesView): { parties: number; guests: number } {
  const cells = [total, ...adjustments.map((line) => line.cells)].map((row) => row.total)
  return {
    parties: cells.reduce((sum, cell) => sum + (cell?.entries ?? 0), 0),
    guests: cells.reduce((sum, cell) => sum + (cell?.guests ?? 0), 0),
  }
}

function used({ total, adjustments }: UsageView): { hours: string; rate: string } {
  const cells = [total, ...adjustments.map((line) => line.cells)].map((row) => row.total)
  const minutes = cells.reduce((sum, cell) => sum + (cell?.minutes ?? 0), 0)
  const sellable = cells.reduce((sum, cell) => sum + (cell?.sellable ?? 0), 0)
  return {
    hours: (minutes / 60).toFixed(1),
    rate: sellable === 0 ? '—' : `${((minutes / sellable) * 100).toFixed(1)} %`,
  }
}

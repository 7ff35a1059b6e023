import type { PaperRequest } from '#shared/contract/report.ts'
import type { Paper } from '#shared/domain/reports/paper.ts'
import { stretchOf } from '#shared/domain/reports/report-period.ts'
import { commentsView } from '../queries/comments-report.ts'
import type { ReportSource } from '../queries/day-archive.ts'
import { operationsView } from '../queries/operations-report.ts'
import { progressOf } from '../queries/report-frame.ts'
import type { ReportReader } from '../queries/report-head.ts'
import { entriesView, usageView } from '../queries/table-report.ts'
import { commentCardsPaper } from './comment-cards-paper.ts'
import { commentsPaper } from './comments-paper.ts'
import { entriesPaper, usagePaper } from './comparison-papers.ts'
import { operationsPaper } from './operations-paper.ts'

type MakePaper = (source: ReportSource, reader: ReportReader, request: PaperRequest) => Promise<Paper>

/** Every report that can be printed and taken away, by its name in the address. */
const papers: Readonly<Record<string, MakePaper>> = {
  entries: async (source, reader, { name: _, ...input }) =>
    entriesPaper(await entriesView(source, reader, input), reader.words),
  usage: async (source, reader, { name: _, ...input }) =>
    usagePaper(await usageView(source, reader, input), reader.words),
  operations: async (source, reader, request) =>
    operationsPaper(
      await operationsView(source, reader, { ...request, ...stretchOfRequest(source, request) }),
      reader.words,
    ),
  comments: async (source, reader, request) =>
    commentsPaper(
      await commentsView(source, reader, { ...stretchOfRequest(source, request), floor: request.floor }),
      reader.words,
    ),
  'comment-cards': (source, reader, request) =>
    commentCardsPaper(source, reader, { ...stretchOfRequest(source, request), floor: request.floor }),
}

/** The dates a request means: from and to, or the period a date lies in. */
export function stretchOfRequest(
  source: ReportSource,
  { period, date, from, to }: PaperRequest,
): { readonly from: string; readonly to: string } {
  if (from !== undefined && to !== undefined) return { from, to }
  return stretchOf(period ?? 'day', date ?? progressOf(source).today)
}

/** The paper of a report by name; undefined for a name that is none. */
export const paperOf = (
  source: ReportSource,
  reader: ReportReader,
  request: PaperRequest,
): Promise<Paper> | undefined => papers[request.name]?.(source, reader, request)

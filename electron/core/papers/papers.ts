import type { PaperRequest } from '#shared/contract/report.ts'
import type { Paper } from '#shared/domain/reports/paper.ts'
import { stretchOf } from '#shared/domain/reports/report-period.ts'
import type { ReportSource } from '../queries/day-archive.ts'
import { operationsView } from '../queries/operations-report.ts'
import { progressOf } from '../queries/report-frame.ts'
import type { ReportReader } from '../queries/report-head.ts'
import { entriesView, usageView } from '../queries/table-report.ts'
import { vipView } from '../queries/vip-report.ts'
import { entriesPaper, usagePaper } from './comparison-papers.ts'
import { memberFormPaper } from './member-form-paper.ts'
import { operationsPaper } from './operations-paper.ts'
import { vipPaper } from './vip-paper.ts'

/** Undefined: what it is to be about is not there. */
type MakePaper = (source: ReportSource, reader: ReportReader, request: PaperRequest) => Promise<Paper | undefined>

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
  vip: async (source, reader, request) =>
    vipPaper(
      await vipView(source, reader, { ...stretchOfRequest(source, request, 'month'), limit: mostListed }),
      reader.words,
    ),
  'member-form': (source, reader, { customerId }) => memberFormPaper(source, reader, customerId),
}

/** Longest list on paper; the screen pages on. */
const mostListed = 500

/** The dates a request means: from and to, or the period a date lies in. */
export function stretchOfRequest(
  source: ReportSource,
  { period, date, from, to }: PaperRequest,
  usual: 'day' | 'month' = 'day',
): { readonly from: string; readonly to: string } {
  if (from !== undefined && to !== undefined) return { from, to }
  return stretchOf(period ?? usual, date ?? progressOf(source).today)
}

/** The paper of a report by name; undefined for a name that is none, or a form about nobody there is. */
export const paperOf = (
  source: ReportSource,
  reader: ReportReader,
  request: PaperRequest,
): Promise<Paper | undefined> | undefined => papers[request.name]?.(source, reader, request)

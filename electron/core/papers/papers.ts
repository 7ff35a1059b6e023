import type { PaperRequest } from '#shared/contract/report.ts'
import type { Paper } from '#shared/domain/reports/paper.ts'
import { stretchOf } from '#shared/domain/reports/report-period.ts'
import { listNamed } from '../lists/lists.ts'
import { callsView } from '../queries/calls-report.ts'
import { commentsView } from '../queries/comments-report.ts'
import { couponsView } from '../queries/coupon-report.ts'
import type { ReportSource } from '../queries/day-archive.ts'
import { operationsView } from '../queries/operations-report.ts'
import { progressOf } from '../queries/report-frame.ts'
import type { ReportReader } from '../queries/report-head.ts'
import { entriesView, usageView } from '../queries/table-report.ts'
import { vipView } from '../queries/vip-report.ts'
import { behindPaper } from './behind-paper.ts'
import { callsPaper } from './calls-paper.ts'
import { commentCardsPaper } from './comment-cards-paper.ts'
import { commentsPaper } from './comments-paper.ts'
import { entriesPaper, usagePaper } from './comparison-papers.ts'
import { couponsPaper } from './coupons-paper.ts'
import { listPaper } from './list-paper.ts'
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
  calls: async (source, reader, request) =>
    callsPaper(await callsView(source, reader, stretchOfRequest(source, request)), reader.words),
  coupons: async (source, reader, request) =>
    couponsPaper(await couponsView(source, reader, stretchOfRequest(source, request)), reader.words),
  comments: async (source, reader, request) =>
    commentsPaper(
      await commentsView(source, reader, { ...stretchOfRequest(source, request), floor: request.floor }),
      reader.words,
    ),
  'comment-cards': (source, reader, request) =>
    commentCardsPaper(source, reader, { ...stretchOfRequest(source, request), floor: request.floor }),
  vip: async (source, reader, request) =>
    vipPaper(await vipView(source, reader, { ...stretchOfRequest(source, request), limit: mostListed }), reader.words),
  behind: behindPaper,
  'member-form': (source, reader, { customerId }) => memberFormPaper(source, reader, customerId),
}

/** Longest list on paper; the screen pages on. */
const mostListed = 500

/** What is told of a month when nobody says which dates; the others tell of a day. */
const monthly: ReadonlySet<string> = new Set(['vip', 'comments', 'coupons'])

/** The dates a request means: from and to, or the period a date lies in; without any the running month, or today. */
export function stretchOfRequest(
  source: ReportSource,
  { name, period, date, from, to }: PaperRequest,
): { readonly from: string; readonly to: string } {
  if (from !== undefined && to !== undefined) return { from, to }
  const usual = monthly.has(name) && (date === undefined || name === 'vip') ? 'month' : 'day'
  return stretchOf(period ?? usual, date ?? progressOf(source).today)
}

/** Whether a report of this name is made as a paper; lists are papers too. */
export const isPaperName = (name: string): boolean => Object.hasOwn(papers, name) || listNamed(name) !== undefined

/**
 * The paper of a report, or the first rows of a list, by name; undefined for a name that is none, or a form about
 * nobody there is.
 */
export function paperOf(
  source: ReportSource,
  reader: ReportReader,
  request: PaperRequest,
): Promise<Paper | undefined> | undefined {
  const list = listNamed(request.name)
  if (list) return listPaper(source, reader, list, stretchOfRequest(source, request))
  return Object.hasOwn(papers, request.name) ? papers[request.name]?.(source, reader, request) : undefined
}

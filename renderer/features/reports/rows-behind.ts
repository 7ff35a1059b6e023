import type { PaperCell } from '#renderer/ui/paper/cell-opening.ts'
import type { ReportName } from './report-names.ts'

/** Where the rows behind a figure of a paper stand: a list over the same dates, a card, its statistics, a batch. */
export type RowsBehind =
  | { readonly list: ReportName }
  | { readonly card: string }
  | { readonly batch: string }
  | { readonly statistics: true }

/** Columns that say what a row is. */
const words: ReadonlySet<string> = new Set(['figure', 'source', 'kind', 'reason', 'label', 'asked', 'item', 'tier'])

const listOfTable: Readonly<Partial<Record<ReportName, Readonly<Record<string, ReportName>>>>> = {
  operations: {
    parties: 'list-stays',
    sources: 'list-stays',
    mismatch: 'list-stays',
    cross: 'list-stays',
    rooms: 'list-uses',
    due: 'list-bookings',
    waits: 'list-waitlist',
    refusals: 'list-refusals',
    'refusals-byType': 'list-refusals',
    'refusals-byHour': 'list-refusals',
  },
  calls: {
    hours: 'list-calls',
    shifts: 'list-calls',
    kinds: 'list-calls',
    people: 'list-calls',
    outbound: 'list-calls',
  },
  comments: {
    return: 'comment-cards',
    items: 'comment-cards',
    floor: 'comment-cards',
    type: 'comment-cards',
    shift: 'comment-cards',
  },
}

/** What a cell of a report opens; undefined for words, and for what has no rows of its own. */
export function rowsBehind(name: ReportName, { table, row, column }: PaperCell): RowsBehind | undefined {
  if (name === 'vip' && (table === 'top' || table === 'unused'))
    return column === 'cardNo' && /^\d+$/.test(row) ? { card: row } : undefined
  if (name === 'coupons')
    return table === 'batches' && column === 'label' && row !== 'total' ? { batch: row } : undefined
  if (words.has(column)) return undefined
  if (name === 'vip') return { statistics: true }
  const list = listOfTable[name]?.[table]
  return list && { list }
}

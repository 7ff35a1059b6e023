import type { Paper } from '#shared/domain/reports/paper.ts'
import { filtersOf } from '#shared/domain/reports/report-filters.ts'
import { rowLabel } from '../queries/report-labels.ts'
import type { Words } from '../words.ts'

/** What the papers of all reports have in common. */
interface ReportHead {
  readonly title: string
  readonly venue: string
  readonly from: string
  readonly to: string
  readonly state: 'closed' | 'running' | 'ahead'
  readonly until: string
  readonly closedAt?: string | undefined
  readonly filter: {
    readonly floor?: string | undefined
    readonly source?: string | undefined
    readonly vip?: 'only' | 'none' | undefined
  }
  readonly madeAt: string
  readonly madeBy: { readonly staffNo: string; readonly name: string }
  readonly checks: readonly { readonly ok: boolean; readonly text: string }[]
  readonly definitions: readonly { readonly name: string; readonly text: string }[]
}

/** `2026-03-06 18:42` of an instant as the API writes it, on the venue's own clock. */
export const wallTime = (iso: string): string => iso.slice(0, 16).replace('T', ' ')

/** `2026-03-05` or `2026-03-02 – 2026-03-08`. */
export const stretchText = (from: string, to: string): string => (from === to ? from : `${from} – ${to}`)

/** What a report is narrowed by. */
type Filter = ReportHead['filter']

/**
 * Under which filter a report was made; nothing is left to be guessed: without one it says that all of the house and its
 * guests are in it. None for a report that knows no filters.
 * @param name as in the address of the report
 */
export function filterFacts(name: string, filter: Filter, words: Words): Paper['facts'][number][] {
  if (filtersOf(name).length === 0) return []
  const filters = [
    filter.floor === undefined ? '' : words('paper.floor', { floor: filter.floor }),
    filter.source === undefined ? '' : words(`source.${filter.source}`),
    filter.vip === undefined ? '' : words(filter.vip === 'only' ? 'paper.vipOnly' : 'paper.vipNone'),
  ].filter((text) => text !== '')
  return [{ label: words('paper.filter'), value: filters.join(' · ') || words('paper.unfiltered') }]
}

const momentOf = ({ state, closedAt, until }: ReportHead): string => (state === 'closed' ? (closedAt ?? until) : until)

/**
 * Period, state, filter: what stands above the table.
 * @param name as in the address of the report
 */
export function factsOf(name: string, head: ReportHead, words: Words): Paper['facts'][number][] {
  const at = wallTime(momentOf(head))
  const day = head.from === head.to ? ` ${rowLabel(head.from, words).split(' ').at(-1)}` : ''
  return [
    { label: words('paper.period'), value: `${stretchText(head.from, head.to)}${day}` },
    { label: words('paper.state'), value: words(`paper.${head.state}`, { at }) },
    ...filterFacts(name, head.filter, words),
  ]
}

/** Title, how far, checks, definitions, who and when. */
export const paperHead = (head: ReportHead, words: Words) => ({
  title: head.title,
  venue: head.venue,
  progress: { state: head.state, at: momentOf(head) },
  checks: head.checks.map(({ ok, text }) => ({ ok, text })),
  definitions: head.definitions.map(({ name, text }) => ({ name, text })),
  made: words('paper.made', { at: wallTime(head.madeAt), ...head.madeBy }),
})

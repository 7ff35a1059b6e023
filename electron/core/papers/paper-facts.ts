import type { Paper } from '#shared/domain/reports/paper.ts'
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

/** Period, state, filter: what stands above the table. */
export function factsOf(head: ReportHead, words: Words): Paper['facts'][number][] {
  const { filter } = head
  const filters = [
    filter.floor === undefined ? '' : words('paper.floor', { floor: filter.floor }),
    filter.source === undefined ? '' : words(`source.${filter.source}`),
    filter.vip === undefined ? '' : words(filter.vip === 'only' ? 'paper.vipOnly' : 'paper.vipNone'),
  ].filter((text) => text !== '')
  const at = wallTime(head.state === 'closed' ? (head.closedAt ?? head.until) : head.until)
  const day = head.from === head.to ? ` ${rowLabel(head.from, words).split(' ').at(-1)}` : ''
  return [
    { label: words('paper.period'), value: `${stretchText(head.from, head.to)}${day}` },
    { label: words('paper.state'), value: words(`paper.${head.state}`, { at }) },
    ...(filters.length > 0 ? [{ label: words('paper.filter'), value: filters.join(' · ') }] : []),
  ]
}

/** Title, checks, definitions, who and when. */
export const paperHead = (head: ReportHead, words: Words) => ({
  title: head.title,
  venue: head.venue,
  checks: head.checks.map(({ ok, text }) => ({ ok, text })),
  definitions: head.definitions.map(({ name, text }) => ({ name, text })),
  made: words('paper.made', { at: wallTime(head.madeAt), ...head.madeBy }),
})

import { ms } from '#tests/bench/measure.ts'
import { markdownTable } from '#tests/bench/measured.ts'
import type { Table, Tally } from './tally.ts'

export interface ReplaySummary {
  readonly file: string
  readonly records: number
  readonly badLines: number
  readonly walkIns: number
  readonly from: string
  readonly to: string
  readonly days: number
  readonly seed: number
  readonly lines: number
  readonly seconds: number
  readonly promises: Readonly<Record<string, number>>
  readonly keptRate: number | null
  readonly queueJumps: number
  readonly uses: number
  readonly stillInside: number
  readonly useOverlaps: readonly string[]
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

function crossTable(title: string, table: Table, totalRow = true): string {
  const columns = table.columns()
  const rows = table
    .rows()
    .sort()
    .map((row) => [row, ...columns.map((column) => table.get(row, column) || ''), table.rowSum(row)])
  const sums = ['sum', ...columns.map((column) => table.columnSum(column)), table.total()]
  return markdownTable([title, ...columns, 'sum'], totalRow && rows.length > 1 ? [...rows, sums] : rows)
}

/** The tables of one replay, as Markdown. */
export function replayReport(summary: ReplaySummary, tally: Tally): string {
  const asked = tally.flows.rows().filter((flow) => flow !== '12' && flow !== 'change')
  const askings = asked.reduce((sum, flow) => sum + tally.flows.rowSum(flow), 0)
  const count = (column: string) => asked.reduce((sum, flow) => sum + tally.flows.get(flow, column), 0)
  const overlaps = tally.overlaps.length + summary.useOverlaps.length
  const kept = summary.promises.kept ?? 0
  const ended = kept + (summary.promises.lapsed ?? 0) + (summary.promises.declined ?? 0)
  const speeds = tally
    .timings()
    .map(([name, timing]) => [name, timing.count, ms(timing.p50), ms(timing.p95), ms(timing.p99), ms(timing.max)])
  return [
    '## Replay of real bookings',
    '',
    `\`npm run replay -- ${summary.file}\`: ${summary.records} records (${summary.badLines} lines could not be read) of Antonio, de Almeida and Nunes,`,
    '"Hotel booking demand datasets", Data in Brief 22 (2019) 41–49, CC BY 4.0, mapped to a karaoke venue as in [replay.md](replay.md), and',
    `${summary.walkIns} walk-in parties, from ${summary.from} to ${summary.to} (${summary.days} business days, 60 rooms), through the public API, ${summary.lines} lines at a time, seed ${summary.seed}.`,
    '',
    markdownTable(
      ['what', 'value'],
      [
        ['**overlaps found** (boards, bookings, uses)', `**${overlaps}**`],
        ['boards looked at', String(tally.boardsLookedAt)],
        ['requests', String(tally.requests)],
        ['answers 5xx', String(tally.serverErrors)],
        ['other unexpected answers', String(tally.unexpected.length)],
        ['wall time', `${(summary.seconds / 60).toFixed(1)} min`],
        ['askings (calls, call-backs of advance wishes)', String(askings)],
        ['booked as asked', share(count('booked'), askings)],
        ['offer taken', share(count('offer taken'), askings)],
        [
          'waiting list, standby, advance request',
          share(count('waitlist') + count('waiting') + count('standby') + count('advance'), askings),
        ],
        ['refused (nothing to offer)', share(count('refused'), askings)],
        ['declined by the caller', share(count('declined by caller'), askings)],
        ['uses of a room', String(summary.uses)],
        ['parties still inside at the end', String(summary.stillInside)],
        [
          'promises to move (kept / declined / lapsed / open)',
          `${kept} / ${summary.promises.declined ?? 0} / ${summary.promises.lapsed ?? 0} / ${summary.promises.open ?? 0}`,
        ],
        ['promise-kept rate (kept of all ended)', share(kept, ended)],
        ['promise-kept rate as the program reports it', summary.keptRate === null ? '–' : share(summary.keptRate, 1)],
        ['queue jumps in the ledger', String(summary.queueJumps)],
      ],
    ),
    '',
    '### Outcomes by flow',
    '',
    crossTable('flow', tally.flows, false),
    '',
    '### Outcomes by reason',
    '',
    crossTable('reason', tally.reasons),
    '',
    '### Offers taken',
    '',
    crossTable('kind', tally.offersTaken),
    '',
    '### Arrivals, walk-ins, stays, waiting',
    '',
    crossTable('arrivals', tally.arrivals, false),
    '',
    crossTable('walk-ins', tally.walkIns, false),
    '',
    crossTable('in the house', tally.stays, false),
    '',
    crossTable('waiting', tally.waiting, false),
    '',
    '### Bookings by status at the end',
    '',
    crossTable('flow', tally.statuses),
    '',
    '### Commands refused (409)',
    '',
    crossTable('command', tally.refusals, false),
    '',
    '### Times over HTTP, in ms',
    '',
    markdownTable(['', 'count', 'p50', 'p95', 'p99', 'max'], speeds),
    '',
  ].join('\n')
}

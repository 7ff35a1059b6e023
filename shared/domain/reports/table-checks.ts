import type { DayParties, DayUses } from './day-facts.ts'
import type { DayOf, EntriesCell } from './entries-table.ts'
import { counts, type ReportFilter } from './report-filter.ts'
import { type Cells, type ReportTable, totalColumn } from './report-table.ts'
import type { UsageCell } from './usage-table.ts'

/** A sum that proves itself at the foot of a table; red when it fails (reports.md §1). */
export interface Check {
  readonly name: 'sums' | 'inOut' | 'uses' | 'sources' | 'due' | 'waits'
  readonly ok: boolean
  readonly values: Readonly<Record<string, number>>
}

const overTypes = <Cell>(cells: Cells<Cell>, value: (cell: Cell) => number): number =>
  Object.entries(cells).reduce((sum, [column, cell]) => (column === totalColumn ? sum : sum + value(cell)), 0)

/** Σ types = Σ rows = total. Months hold days without a row only where nothing is cut off, so every day has its row. */
function sums<Cell>(table: ReportTable<Cell>, value: (cell: Cell) => number): Check {
  const total = table.total[totalColumn]
  const values = {
    types: overTypes(table.total, value),
    rows: table.rows.reduce((sum, row) => sum + overTypes(row.cells, value), 0),
    total: total ? value(total) : 0,
  }
  return { name: 'sums', ok: values.types === values.total && values.rows === values.total, values }
}

/** Checks of a table of entries: the sums, and parties in = parties out + parties inside. */
export function checkEntries(
  table: ReportTable<EntriesCell>,
  days: readonly DayOf<DayParties>[],
  filter: ReportFilter,
): Check[] {
  // A party changes floors, and a guest may get his card while he is here: by floor or card the two sides need not meet.
  const whole = filter.floor === undefined && filter.vip === undefined
  return [sums(table, (cell) => cell.entries), ...(whole ? [inOut(table, days, filter)] : [])]
}

function inOut(table: ReportTable<EntriesCell>, days: readonly DayOf<DayParties>[], filter: ReportFilter): Check {
  const inside = (facts: readonly Parameters<typeof counts>[0][] = []) =>
    facts.filter((fact) => counts(fact, filter)).length
  const values = {
    before: inside(days.at(0)?.facts.insideBefore),
    in: table.total[totalColumn]?.entries ?? 0,
    out: days.reduce((sum, day) => sum + inside(day.facts.departures), 0),
    inside: inside(days.at(-1)?.facts.insideAfter),
  }
  return { name: 'inOut', ok: values.before + values.in === values.out + values.inside, values }
}

/** Checks of a table of use: the sums of minutes, and 使用次数 = 开房数 + transfers in, counted from the uses themselves. */
export function checkUsage(
  table: ReportTable<UsageCell>,
  days: readonly DayOf<DayUses>[],
  filter: ReportFilter,
): Check[] {
  const total = table.total[totalColumn]
  const began = days.flatMap(({ facts, upTo }) =>
    facts.uses.filter((use) => counts(use, filter) && (upTo === undefined || use.from <= upTo)),
  )
  const values = {
    uses: total?.uses ?? 0,
    opened: began.filter((use) => use.began === 'opened').length,
    transfers: began.filter((use) => use.began === 'transfer').length,
  }
  return [
    sums(table, (cell) => cell.minutes),
    { name: 'uses', ok: values.uses === values.opened + values.transfers, values },
  ]
}

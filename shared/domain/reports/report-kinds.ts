import type { DayFacts, DayParties, DayUses } from './day-facts.ts'
import { type DayOf, type EntriesCell, entriesTable } from './entries-table.ts'
import type { ReportFilter } from './report-filter.ts'
import type { Cells, ReportTable, RowsOf } from './report-table.ts'
import { type Check, checkEntries, checkUsage } from './table-checks.ts'
import { type UsageCell, usageTable } from './usage-table.ts'

type Rows = { readonly keys: readonly string[]; readonly of: RowsOf }

/** What tells one comparison table from the other: which facts it counts, and how its figures are held together. */
export interface TableKind<Part extends 'parties' | 'uses', Cell> {
  readonly name: 'entries' | 'usage'
  readonly part: Part
  make(
    days: readonly DayOf<DayFacts[Part]>[],
    rows: Rows,
    columns: readonly string[],
    filter: ReportFilter,
  ): ReportTable<Cell>
  check(table: ReportTable<Cell>, days: readonly DayOf<DayFacts[Part]>[], filter: ReportFilter): Check[]
  typesIn(facts: DayFacts[Part]): Iterable<string>
  /** One cell less another: an adjustment. */
  minus(now: Cell, before: Cell): Cell
  /** The mean of cells; counts stay fractions. */
  mean(cells: readonly Cell[]): Cell
}

const meanOf = <Cell>(cells: readonly Cell[], value: (cell: Cell) => number): number =>
  cells.length === 0 ? 0 : cells.reduce((sum, cell) => sum + value(cell), 0) / cells.length

export const entriesKind: TableKind<'parties', EntriesCell> = {
  name: 'entries',
  part: 'parties',
  make: entriesTable,
  check: checkEntries,
  typesIn: (facts: DayParties) => facts.parties.map((party) => party.typeCode),
  minus: (now, before) => ({ entries: now.entries - before.entries, guests: now.guests - before.guests }),
  mean: (cells) => ({ entries: meanOf(cells, (cell) => cell.entries), guests: meanOf(cells, (cell) => cell.guests) }),
}

const counted = ['minutes', 'rooms', 'sellable', 'openMinutes', 'sellableRooms', 'opened', 'uses'] as const

/** A cell of use out of its counts: the rates follow from them. */
function usageCell(value: (name: (typeof counted)[number]) => number): UsageCell {
  const [minutes, sellable, openMinutes] = [value('minutes'), value('sellable'), value('openMinutes')]
  return {
    minutes,
    rooms: value('rooms'),
    rate: sellable > 0 ? minutes / sellable : null,
    rateAll: openMinutes > 0 ? minutes / openMinutes : null,
    sellable,
    openMinutes,
    sellableRooms: value('sellableRooms'),
    opened: value('opened'),
    uses: value('uses'),
  }
}

export const usageKind: TableKind<'uses', UsageCell> = {
  name: 'usage',
  part: 'uses',
  make: usageTable,
  check: checkUsage,
  typesIn: (facts: DayUses) => facts.uses.map((use) => use.typeCode),
  // A rate of a difference would say nothing.
  minus: (now, before) => ({ ...usageCell((name) => now[name] - before[name]), rate: null, rateAll: null }),
  mean: (cells) => usageCell((name) => meanOf(cells, (cell) => cell[name])),
}

/** Cells by column, each column's one less the other. */
export const cellsMinus = <Cell>(
  now: Cells<Cell>,
  before: Cells<Cell>,
  minus: (a: Cell, b: Cell) => Cell,
): Cells<Cell> =>
  Object.fromEntries(
    Object.entries(now).flatMap(([column, cell]) => {
      const other = before[column]
      return other === undefined ? [] : [[column, minus(cell, other)]]
    }),
  )

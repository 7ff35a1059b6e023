import type { PaperTable } from '#shared/domain/reports/paper.ts'
import { textWidth } from './cell-text.ts'

/** A column is no wider than this on account of its texts; longer ones are wrapped. */
const widest = 38
/** The table of one figure and its value would be too narrow for the title above it. */
const narrowest = 60
/** A table of so few columns may stretch them over several of the sheet's; a longer one is sorted and filtered as it is. */
const fewColumns = 4
/** A column of the sheet grows by so much for another table before that table takes two. */
const stretch = 1.3

/** Columns of the sheet, both included, that one column of a table takes. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The columns of a sheet, in digits, and where each table's columns stand in them. */
export interface Grid {
  readonly widths: readonly number[]
  spansOf(table: PaperTable): readonly Span[]
}

/** The width a column's own texts ask for: its head on two lines, its cells on one, within reason. */
function wanted(table: PaperTable, place: number): number {
  const column = table.columns[place]
  if (column === undefined) return 0
  const head = Math.max(...column.title.split(' ').map(textWidth), Math.ceil(textWidth(column.title) / 2)) + 1
  if (column.unit !== 'text') return Math.max(column.width, head)
  const texts = table.rows.map((row) => {
    const value = row.cells[column.key]
    return typeof value === 'string' && row.kind !== 'adjustment' && row.kind !== 'heading' ? textWidth(value) + 2 : 0
  })
  return Math.max(column.width, head, Math.min(widest, Math.max(0, ...texts)))
}

/** One column of the sheet for each of the table's. */
export const plainSpans = (columns: number): readonly Span[] =>
  Array.from({ length: columns }, (_, at) => ({ from: at, to: at }))

/**
 * One set of columns for tables one below the other. The table with the most columns sets the measure; another's column
 * that would need a much wider one takes several side by side, so that a list of long texts does not pull the figures
 * above it apart.
 */
export function gridOf(tables: readonly PaperTable[]): Grid {
  const main = tables.reduce<PaperTable | undefined>(
    (most, table) => (most && most.columns.length >= table.columns.length ? most : table),
    undefined,
  )
  const count = Math.max(1, main?.columns.length ?? 0)
  const widths = Array.from({ length: count }, (_, place) => Math.max(6, main ? wanted(main, place) : 0))
  widths[0] = Math.max(widths[0] ?? 0, ...tables.map((table) => wanted(table, 0)))
  const spans = new Map(tables.map((table) => [table, table === main ? plainSpans(count) : spansIn(table, widths)]))
  for (const [table, places] of spans)
    for (const [place, { from, to }] of places.entries()) {
      const missing = wanted(table, place) - sumOf(widths, from, to)
      if (missing > 0) widths[to] = (widths[to] ?? 0) + missing
    }
  const missing = Math.ceil((narrowest - sumOf(widths, 0, count - 1)) / count)
  return {
    widths: missing > 0 ? widths.map((width) => width + missing) : widths,
    spansOf: (table) => spans.get(table) ?? plainSpans(table.columns.length),
  }
}

function spansIn(table: PaperTable, widths: readonly number[]): readonly Span[] {
  const { columns } = table
  const last = columns.length - 1
  let from = 0
  return columns.map((_, place) => {
    let to = from
    const free = widths.length - (last - place)
    const width = wanted(table, place)
    const mayStretch = place > 0 && (columns.length <= fewColumns || place === last)
    if (mayStretch && width > (widths[from] ?? 0) * stretch)
      while (sumOf(widths, from, to) < width && to + 1 < free) to += 1
    const span = { from, to }
    from = to + 1
    return span
  })
}

const sumOf = (widths: readonly number[], from: number, to: number): number =>
  widths.slice(from, to + 1).reduce((sum, width) => sum + width, 0)

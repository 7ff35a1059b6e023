import type { PaperTable } from '#shared/domain/reports/paper.ts'
import { textWidth } from './cell-text.ts'

/** A column is no wider than this on account of its texts; longer ones are wrapped. */
const widest = 38
/** The table of one figure and its value would be too narrow for the title above it. */
const narrowest = 60

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

/** Widths in digits, for tables one below the other: each column as wide as the widest of them needs it. */
export function columnWidths(tables: readonly PaperTable[]): number[] {
  const count = Math.max(1, ...tables.map((table) => table.columns.length))
  const widths = Array.from({ length: count }, (_, place) =>
    Math.max(6, ...tables.map((table) => wanted(table, place))),
  )
  const total = widths.reduce((sum, width) => sum + width, 0)
  const missing = Math.ceil((narrowest - total) / count)
  return missing > 0 ? widths.map((width) => width + missing) : widths
}

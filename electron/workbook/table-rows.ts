import type { PaperColumn, PaperRow, PaperTable } from '#shared/domain/reports/paper.ts'
import { trueFormula } from '#shared/domain/reports/paper-formula.ts'
import { isFormulaLike } from './cell-text.ts'
import { putForm } from './form-rows.ts'
import { formulaText, type TablePlace } from './formula-text.ts'
import { lineHeight, type SheetBuilder } from './sheet-builder.ts'
import { styles, tableStyle } from './styles.ts'
import { cellValue } from './unit-value.ts'

const hasGroups = (table: PaperTable): boolean => table.columns.some((column) => column.group !== undefined)

/** Rows the head of a table takes: one more where columns stand in groups, none above a form. */
export const headRows = (table: PaperTable): number => (table.isForm ? 0 : hasGroups(table) ? 2 : 1)

/** Writes head and rows from the builder's row on; answers where its cells stand. */
export function putTable(build: SheetBuilder, table: PaperTable): TablePlace {
  if (!table.isForm) putHead(build, table.columns)
  const first = build.row
  const columns = new Map(table.columns.map((column, index) => [column.key, index]))
  const place: TablePlace = {
    rowOf: (row) => first + row,
    columnOf: (key) => columns.get(key) ?? 0,
  }
  if (table.isForm) {
    putForm(build, table)
    return place
  }
  for (const [index, row] of table.rows.entries()) {
    if (row.kind === 'heading') putHeading(build, table, row)
    else putRow(build, table, row, index, place)
  }
  if (table.rows.length === 0 && table.empty !== undefined) {
    build.putAcross(0, table.columns.length - 1, table.empty, styles.empty)
    build.next(20)
  }
  return place
}

/** One head row, or two: groups above, each over its columns; what has no group takes both. */
export function putHead(build: SheetBuilder, columns: readonly PaperColumn[]): void {
  const grouped = columns.some((column) => column.group !== undefined)
  const top = build.row
  if (grouped) {
    let from = 0
    while (from < columns.length) {
      const group = columns[from]?.group
      let to = from
      while (group !== undefined && columns[to + 1]?.group === group) to += 1
      build.putAcross(from, to, group ?? columns[from]?.title ?? '', styles.group)
      from = to + 1
    }
    build.next(18)
  }
  for (const [index, column] of columns.entries()) {
    const isMerged = grouped && column.group === undefined
    build.put(index, isMerged ? null : column.title, styles.head)
    if (isMerged) build.merge(top, index, top + 1, index)
  }
  const lines = columns.map((column, index) => build.heightOf(column.title, index, index) / lineHeight)
  build.next(Math.max(18, Math.max(...lines) * 14 + 4))
}

function putHeading(build: SheetBuilder, table: PaperTable, row: PaperRow): void {
  const [first] = table.columns
  const text = first ? row.cells[first.key] : null
  build.putAcross(
    0,
    table.columns.length - 1,
    typeof text === 'string' ? text : null,
    tableStyle('heading', 'text', undefined),
  )
  build.next(18)
}

function putRow(build: SheetBuilder, table: PaperTable, row: PaperRow, index: number, place: TablePlace): void {
  let height = lineHeight
  for (const [at, column] of table.columns.entries()) {
    const unit = row.units?.[column.key] ?? column.unit
    const value = cellValue(row.cells[column.key], unit)
    if (typeof value === 'string') {
      build.put(at, value, tableStyle(row.kind, 'text', row.tone, isFormulaLike(value) && value.length <= 255))
      height = Math.max(height, Math.min(build.heightOf(value, at, at), 20 * lineHeight))
      continue
    }
    const style = tableStyle(row.kind, unit, row.tone)
    const formula = trueFormula(table, row, index, column.key)
    const text = formula && formulaText(table, formula, { row: index, column: column.key }, place)
    if (text === undefined) build.put(at, value, style)
    else build.putFormula(at, text, value, style)
  }
  build.next(height)
}

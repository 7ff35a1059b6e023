import type { PaperColumn, PaperRow, PaperTable } from '#shared/domain/reports/paper.ts'
import { trueFormula } from '#shared/domain/reports/paper-formula.ts'
import { isFormulaLike } from './cell-text.ts'
import { plainSpans, type Span } from './column-widths.ts'
import { putForm } from './form-rows.ts'
import { formulaText, type TablePlace } from './formula-text.ts'
import { lineHeight, type SheetBuilder } from './sheet-builder.ts'
import { styles, tableStyle } from './styles.ts'
import { cellValue } from './unit-value.ts'

const hasGroups = (table: PaperTable): boolean => table.columns.some((column) => column.group !== undefined)

/** Rows the head of a table takes: one more where columns stand in groups, none above a form. */
export const headRows = (table: PaperTable): number => (table.isForm ? 0 : hasGroups(table) ? 2 : 1)

/** Writes head and rows from the builder's row on, each column over its span; answers where its cells stand. */
export function putTable(build: SheetBuilder, table: PaperTable, spans: readonly Span[]): TablePlace {
  if (!table.isForm) putHead(build, table.columns, spans)
  const first = build.row
  const columns = new Map(table.columns.map((column, index) => [column.key, spanAt(spans, index).from]))
  const last = spanAt(spans, table.columns.length - 1).to
  const place: TablePlace = {
    rowOf: (row) => first + row,
    columnOf: (key) => columns.get(key) ?? 0,
  }
  if (table.isForm) {
    putForm(build, table)
    return place
  }
  for (const [index, row] of table.rows.entries()) {
    if (row.kind === 'heading') putHeading(build, table, row, last)
    else putRow(build, table, row, index, place, spans)
  }
  if (table.rows.length === 0 && table.empty !== undefined) {
    build.putAcross(0, last, table.empty, styles.empty)
    build.next(20)
  }
  return place
}

const spanAt = (spans: readonly Span[], at: number): Span => spans[at] ?? { from: at, to: at }

/** One head row, or two: groups above, each over its columns; what has no group takes both. */
export function putHead(
  build: SheetBuilder,
  columns: readonly PaperColumn[],
  spans: readonly Span[] = plainSpans(columns.length),
): void {
  const grouped = columns.some((column) => column.group !== undefined)
  const top = build.row
  if (grouped) {
    let from = 0
    while (from < columns.length) {
      const group = columns[from]?.group
      let to = from
      while (group !== undefined && columns[to + 1]?.group === group) to += 1
      build.putAcross(spanAt(spans, from).from, spanAt(spans, to).to, group ?? columns[from]?.title ?? '', styles.group)
      from = to + 1
    }
    build.next(18)
  }
  for (const [index, column] of columns.entries()) {
    const isMerged = grouped && column.group === undefined
    const { from, to } = spanAt(spans, index)
    if (isMerged) {
      for (let at = from; at <= to; at += 1) build.put(at, null, styles.head)
      build.mergeDown(top, from, to)
    } else build.putAcross(from, to, column.title, styles.head)
  }
  const lines = columns.map((column, index) => {
    const { from, to } = spanAt(spans, index)
    return build.heightOf(column.title, from, to) / lineHeight
  })
  build.next(Math.max(18, Math.max(...lines) * 14 + 4))
}

function putHeading(build: SheetBuilder, table: PaperTable, row: PaperRow, last: number): void {
  const [first] = table.columns
  const text = first ? row.cells[first.key] : null
  build.putAcross(0, last, typeof text === 'string' ? text : null, tableStyle('heading', 'text', undefined))
  build.next(18)
}

function putRow(
  build: SheetBuilder,
  table: PaperTable,
  row: PaperRow,
  index: number,
  place: TablePlace,
  spans: readonly Span[],
): void {
  let height = lineHeight
  for (const [at, column] of table.columns.entries()) {
    const unit = row.units?.[column.key] ?? column.unit
    const { from, to } = spanAt(spans, at)
    const value = cellValue(row.cells[column.key], unit)
    if (typeof value === 'string') {
      build.putAcross(
        from,
        to,
        value,
        tableStyle(row.kind, 'text', row.tone, isFormulaLike(value) && value.length <= 255),
      )
      height = Math.max(height, Math.min(build.heightOf(value, from, to), 20 * lineHeight))
      continue
    }
    const style = tableStyle(row.kind, unit, row.tone)
    const formula = trueFormula(table, row, index, column.key)
    const text = formula && formulaText(table, formula, { row: index, column: column.key }, place)
    build.putAcross(from, to, value, style)
    if (text !== undefined) build.putFormula(from, text, value, style)
  }
  build.next(height)
}

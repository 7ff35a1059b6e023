import type { Cell, CellStyle, MergeRange, RowDef } from 'hucre'
import type { PaperValue } from '#shared/domain/reports/paper.ts'
import { cellText, isErrorWord, textWidth } from './cell-text.ts'

/** Rows are as high as their lines. */
export const lineHeight = 15
/** Excel takes no higher row. */
const highest = 409

/** Collects the cells of a sheet row by row. */
export class SheetBuilder {
  readonly cells = new Map<string, Partial<Cell>>()
  readonly merges: MergeRange[] = []
  readonly rowDefs = new Map<number, RowDef>()
  /** Widths of the columns, in digits; fixed before the first wrapped text asks for them. */
  readonly widths: readonly number[]
  #row = 0

  constructor(widths: readonly number[]) {
    this.widths = widths
  }

  /** The row that is written next. */
  get row(): number {
    return this.#row
  }

  get lastColumn(): number {
    return this.widths.length - 1
  }

  skip(rows = 1): void {
    this.#row += rows
  }

  put(column: number, value: PaperValue, style: CellStyle): void {
    this.cells.set(`${this.#row},${column}`, plainCell(value, style))
  }

  /** A number that follows from others; its value is kept beside the formula for whoever does not calculate. */
  putFormula(column: number, formula: string, value: number | null, style: CellStyle): void {
    this.cells.set(`${this.#row},${column}`, { formula, formulaResult: value ?? '', style })
  }

  /** A text over several columns of the current row; each of them gets the style, so that borders are whole. */
  putAcross(from: number, to: number, value: PaperValue, style: CellStyle): void {
    for (let column = from; column <= to; column += 1) this.put(column, column === from ? value : null, style)
    if (to > from) this.merge(this.#row, from, this.#row, to)
  }

  /** One cell over this row and the one above, from column to column. */
  mergeDown(top: number, from: number, to: number): void {
    // The upper row may be one already, where it takes several columns.
    const across = this.merges.findIndex((one) => one.startRow === top && one.startCol === from && one.endRow === top)
    if (across >= 0) this.merges.splice(across, 1)
    this.merge(top, from, top + 1, to)
  }

  merge(startRow: number, startCol: number, endRow: number, endCol: number): void {
    this.merges.push({ startRow, startCol, endRow, endCol })
  }

  /** Ends the row; it becomes as high as its text needs, at least so many points. */
  next(height = lineHeight): void {
    this.rowDefs.set(this.#row, { height: Math.min(height, highest) })
    this.#row += 1
  }

  /** Points a text needs when it is wrapped over columns. */
  heightOf(text: string, from: number, to: number): number {
    const width = this.widths.slice(from, to + 1).reduce((sum, one) => sum + one, 0)
    return linesOf(text, width) * lineHeight
  }
}

/** Lines a text takes in so many digits. */
export function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / Math.max(1, width - 1))), 0)
}

/** A value as hucre takes it: never a formula, never an error, whatever it says. */
export function plainCell(value: PaperValue, style: CellStyle): Partial<Cell> {
  if (typeof value !== 'string') return { value, style }
  if (isErrorWord(value)) return { richText: [{ text: value }], style }
  return { value: cellText(value), style }
}

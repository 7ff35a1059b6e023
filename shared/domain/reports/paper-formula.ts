import type { PaperFormula, PaperRef, PaperRow, PaperTable, PaperValue } from './paper.ts'

/** The cells a formula is counted from, row by row, each named by where it stands in its table. */
export interface FormulaCell {
  readonly row: number
  readonly column: string
}

const rowPlaces = new WeakMap<PaperTable, ReadonlyMap<string, number>>()

/** Places of a table's rows by their keys. */
function placesOf(table: PaperTable): ReadonlyMap<string, number> {
  const known = rowPlaces.get(table)
  if (known) return known
  const places = new Map(table.rows.map((row, index) => [row.key, index]))
  rowPlaces.set(table, places)
  return places
}

/** Where a reference points, from a cell of the table; undefined for a row or column that is not there. */
export function cellOfRef(table: PaperTable, ref: PaperRef, from: FormulaCell): FormulaCell | undefined {
  const row = ref.row === undefined ? from.row : placesOf(table).get(ref.row)
  const column = ref.column ?? from.column
  const known = table.columns.some((one) => one.key === column)
  return row === undefined || !known ? undefined : { row, column }
}

/** Every cell a formula looks at, in its order; undefined when one of them is not there. */
export function cellsOfFormula(
  table: PaperTable,
  formula: PaperFormula,
  from: FormulaCell,
): readonly FormulaCell[] | undefined {
  const refs = refsOf(table, formula)
  const cells = refs.flatMap((ref) => cellOfRef(table, ref, from) ?? [])
  return cells.length === refs.length ? cells : undefined
}

function refsOf(table: PaperTable, formula: PaperFormula): readonly PaperRef[] {
  if ('sum' in formula) return table.rows.flatMap((row) => (row.kind === 'row' ? [{ row: row.key }] : []))
  if ('add' in formula) return formula.add
  if ('mean' in formula) return formula.mean.map((row) => ({ row }))
  if ('difference' in formula) return formula.difference
  return 'ratio' in formula ? formula.ratio : formula.change
}

const valueAt = (table: PaperTable, { row, column }: FormulaCell): PaperValue => table.rows[row]?.cells[column] ?? null

const isWritten = (table: PaperTable, cell: FormulaCell): boolean =>
  typeof valueAt(table, cell) === 'string' || table.rows[cell.row]?.formulas?.[cell.column] !== undefined

const numberOf = (value: PaperValue): number => (typeof value === 'number' ? value : 0)

/**
 * What a formula comes to with the values its table gives; null where it is blank: a ratio to nothing, a mean of nothing.
 * Blank cells count as nothing, and are left out of a mean. Undefined: it refers to a cell that is not there, or
 * that is no number.
 */
export function formulaValue(table: PaperTable, formula: PaperFormula, from: FormulaCell): number | null | undefined {
  const cells = cellsOfFormula(table, formula, from)
  if (cells === undefined) return undefined
  const values = cells.map((cell) => valueAt(table, cell))
  if ('sum' in formula || 'add' in formula) return values.reduce<number>((sum, value) => sum + numberOf(value), 0)
  if ('mean' in formula) {
    const known = values.filter((value) => typeof value === 'number')
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
  }
  // What is blank by a formula of its own is no number to calculate with, unlike a cell that is merely empty.
  if (cells.some((cell, index) => typeof values[index] !== 'number' && isWritten(table, cell))) return undefined
  const [one, other] = [numberOf(values[0] ?? null), numberOf(values[1] ?? null)]
  if ('difference' in formula) return one - other
  if (other === 0) return null
  return 'ratio' in formula ? one / other : (one - other) / other
}

/** Rounding apart, the same figure. */
const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

/**
 * The formula of a cell, if it comes to the value that is given beside it. A table whose two halves disagree is shown as
 * it was counted: a program that calculates anew must not show another figure than screen and paper do.
 */
export function trueFormula(
  table: PaperTable,
  row: PaperRow,
  rowPlace: number,
  column: string,
): PaperFormula | undefined {
  const formula = row.formulas?.[column]
  if (formula === undefined) return undefined
  const given = row.cells[column] ?? null
  const counted = formulaValue(table, formula, { row: rowPlace, column })
  if (counted === undefined || typeof given === 'string') return undefined
  if (counted === null || given === null) return counted === given ? formula : undefined
  return isSame(counted, given) ? formula : undefined
}

import type { PaperFormula, PaperTable } from '#shared/domain/reports/paper.ts'
import { cellsOfFormula, type FormulaCell } from '#shared/domain/reports/paper-formula.ts'
import { cellAt } from './a1.ts'

/** Where a table's cells stand on their sheet. */
export interface TablePlace {
  /** Row of the sheet for each row of the table. */
  readonly rowOf: (row: number) => number
  readonly columnOf: (key: string) => number
}

/** Cells one below the other, of one column, as ranges: `C8:C31,C33`. */
function ranges(cells: readonly { readonly row: number; readonly column: number }[]): string {
  const parts: { column: number; from: number; to: number }[] = []
  for (const { row, column } of cells) {
    const last = parts.at(-1)
    if (last && last.column === column && row === last.to + 1) last.to = row
    else parts.push({ column, from: row, to: row })
  }
  return parts
    .map(({ column, from, to }) =>
      from === to ? cellAt(from, column) : `${cellAt(from, column)}:${cellAt(to, column)}`,
    )
    .join(',')
}

/** More than a function of Excel takes. */
const mostArguments = 255

/**
 * A formula as Excel writes it, without the equals sign; undefined when it has nothing to look at.
 * What would divide by nothing is blank: `IF(C9=0,"",C8/C9)`.
 */
export function formulaText(
  table: PaperTable,
  formula: PaperFormula,
  from: FormulaCell,
  place: TablePlace,
): string | undefined {
  const cells = cellsOfFormula(table, formula, from)?.map((cell) => ({
    row: place.rowOf(cell.row),
    column: place.columnOf(cell.column),
  }))
  if (cells === undefined || cells.length === 0) return undefined
  if ('sum' in formula || 'add' in formula || 'mean' in formula) {
    const list = ranges(cells)
    if (list.split(',').length > mostArguments) return undefined
    return 'mean' in formula ? `AVERAGE(${list})` : `SUM(${list})`
  }
  const [one, other] = cells.map((cell) => cellAt(cell.row, cell.column))
  if (one === undefined || other === undefined) return undefined
  if ('difference' in formula) return `${one}-${other}`
  return 'ratio' in formula ? `IF(${other}=0,"",${one}/${other})` : `IF(${other}=0,"",(${one}-${other})/${other})`
}

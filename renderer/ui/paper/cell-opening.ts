import type { KeyboardEvent } from 'react'

/** A cell of a paper, by its table, row and column. */
export interface PaperCell {
  readonly table: string
  readonly row: string
  readonly column: string
}

/** Cells that open something: which, what is open, and what to do. */
export interface CellOpening {
  /** `figure`: what is behind it, beside the table; `page`: another page, as a link does. */
  readonly opens: (cell: PaperCell) => 'figure' | 'page' | undefined
  readonly onOpen: (cell: PaperCell) => void
  readonly opened?: PaperCell | undefined
}

export const isSameCell = (a: PaperCell | undefined, b: PaperCell): boolean =>
  a?.table === b.table && a.row === b.row && a.column === b.column

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

/** The arrows walk over the cells that open something, past those that do not. */
export function walkCells(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key]
  const cell = (event.target as HTMLElement).closest<HTMLTableCellElement>('td, th')
  if (step === undefined || !cell || event.ctrlKey || event.altKey || event.metaKey) return
  const [rows, columns] = step
  const body = event.currentTarget.tBodies[0]
  let row = (cell.parentElement as HTMLTableRowElement).sectionRowIndex + rows
  let column = cell.cellIndex + columns
  for (;;) {
    const next = body?.rows[row]?.cells[column]
    if (!next) return
    const button = next.querySelector<HTMLButtonElement>('.paper-cell')
    if (button) {
      button.focus()
      event.preventDefault()
      return
    }
    row += rows
    column += columns
  }
}

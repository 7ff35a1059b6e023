import { useState } from 'react'
import { figureWords, isNumberUnit } from '#renderer/ui/figure-words.ts'
import { type CellOpening, isSameCell, type PaperCell } from './cell-opening.ts'
import { columnClass } from './paper-heads.tsx'
import type { ColumnView, RowView, TableView } from './paper-view.ts'

/** The rows of a table: what is not known is left empty, nothing is quiet, sums and weekends are set off. */
export function PaperRows({ table, cells }: { table: TableView; cells: CellOpening | undefined }) {
  const [stop, setStop] = useState<PaperCell>()
  const { columns } = table
  const cellOf = (row: RowView, column: ColumnView): PaperCell => ({
    table: table.key,
    row: row.key,
    column: column.key,
  })
  const isOpening = (row: RowView, column: ColumnView) =>
    wordsOf(row, column) !== '' && cells?.opens(cellOf(row, column)) !== undefined
  // One stop for the Tab key; the arrows walk from it.
  const first = table.rows.flatMap((row) =>
    columns.filter((column) => isOpening(row, column)).map((column) => cellOf(row, column)),
  )[0]
  return (
    <tbody>
      {table.rows.map((row) => (
        <tr key={row.key} className={rowClass(row)}>
          {columns.slice(0, reachOf(row, columns)).map((column, at, shown) => {
            const cell = cellOf(row, column)
            const text = wordsOf(row, column)
            // The first column says what its row is, unless it counts.
            const Cell = at === 0 && column.unit === 'text' ? 'th' : 'td'
            return (
              <Cell
                key={column.key}
                scope={Cell === 'th' ? 'row' : undefined}
                colSpan={shown.length < columns.length ? columns.length : undefined}
                className={cellClass(columns, at, row)}
              >
                {cells && isOpening(row, column) ? (
                  <Opening
                    cell={cell}
                    cells={cells}
                    isStop={isSameCell(stop ?? first, cell)}
                    onFocus={() => setStop(cell)}
                  >
                    {text}
                  </Opening>
                ) : (
                  text
                )}
              </Cell>
            )
          })}
        </tr>
      ))}
    </tbody>
  )
}

function Opening({
  cell,
  cells,
  isStop,
  onFocus,
  children,
}: {
  cell: PaperCell
  cells: CellOpening
  isStop: boolean
  onFocus: () => void
  children: string
}) {
  const isPage = cells.opens(cell) === 'page'
  return (
    <button
      type="button"
      className={isPage ? 'paper-cell paper-link' : 'paper-cell'}
      tabIndex={isStop ? 0 : -1}
      aria-pressed={isPage ? undefined : isSameCell(cells.opened, cell)}
      onFocus={onFocus}
      onClick={() => cells.onOpen(cell)}
    >
      {children}
    </button>
  )
}

const unitOf = (row: RowView, column: ColumnView) => row.units?.[column.key] ?? column.unit

/** A cell as it is written; empty where nothing is known. */
function wordsOf(row: RowView, column: ColumnView): string {
  const value = row.cells[column.key]
  return value === null || value === undefined ? '' : figureWords(value, unitOf(row, column))
}

const rowClass = ({ kind, tone }: RowView): string =>
  `${kind === 'row' ? '' : `paper-${kind}`}${tone ? ` paper-${tone}` : ''}`

function cellClass(columns: readonly ColumnView[], at: number, row: RowView): string {
  const column = columns[at]
  const own = columnClass(columns, at)
  if (!column || !isNumberUnit(unitOf(row, column))) return own
  return row.cells[column.key] === 0 ? `${own} paper-zero` : own
}

// A heading, and a note that is but a sentence, reach across the table.
function reachOf(row: RowView, columns: readonly ColumnView[]): number {
  if (row.kind !== 'heading' && row.kind !== 'note') return columns.length
  const isAlone = columns.slice(1).every((column) => (row.cells[column.key] ?? null) === null)
  return isAlone ? 1 : columns.length
}

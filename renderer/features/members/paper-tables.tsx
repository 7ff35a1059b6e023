import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { z } from 'zod'
import type { paper } from '#shared/contract/paper.ts'
import { isNumeric, paperText } from './paper-words.ts'

export type PaperView = z.output<typeof paper>
type Table = PaperView['tables'][number]
type Row = Table['rows'][number]
type Column = Table['columns'][number]

/** A cell that opens something: which one, and what it is of. */
export interface PaperCell {
  readonly table: string
  readonly row: string
  readonly column: string
}

interface CellProps {
  /** Which cells open what is behind them. */
  readonly opens?: (cell: PaperCell) => boolean
  readonly onOpen?: (cell: PaperCell) => void
  readonly opened?: PaperCell | undefined
}

const sameCell = (a: PaperCell | undefined, b: PaperCell): boolean =>
  a?.table === b.table && a.row === b.row && a.column === b.column

/** The tables of a paper, the same on screen and on print: grouped heads, sums, numbers at the right. */
export function PaperTables({ tables, ...cells }: { tables: readonly Table[] } & CellProps) {
  return tables.map((table) => <PaperTable key={table.key} table={table} {...cells} />)
}

function PaperTable({ table, ...cells }: { table: Table } & CellProps) {
  const grouped = table.columns.some((column) => column.group !== undefined)
  return (
    <section className="paper-part" aria-label={table.title}>
      {table.title === undefined ? null : <h3>{table.title}</h3>}
      {table.rows.length === 0 ? (
        <p className="quiet">{table.empty}</p>
      ) : (
        <div className="paper-scroll">
          <table className={`paper-table paper-table-${table.key}`} onKeyDown={walk}>
            <thead>
              {grouped ? <GroupHeads columns={table.columns} /> : null}
              <tr>
                {table.columns.map((column) =>
                  grouped && column.group === undefined ? null : (
                    <th key={column.key} scope="col" className={isNumeric(column.unit) ? 'num' : ''}>
                      {column.title}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <PaperBody table={table} {...cells} />
          </table>
        </div>
      )}
    </section>
  )
}

// Columns of one group stand under one head; those of none reach down beside it.
function GroupHeads({ columns }: { columns: readonly Column[] }) {
  const heads: { column: Column; span: number }[] = []
  for (const column of columns) {
    const last = heads.at(-1)
    if (last && column.group !== undefined && last.column.group === column.group) last.span += 1
    else heads.push({ column, span: 1 })
  }
  return (
    <tr>
      {heads.map(({ column, span }) =>
        column.group === undefined ? (
          <th key={column.key} scope="col" rowSpan={2} className={isNumeric(column.unit) ? 'num' : ''}>
            {column.title}
          </th>
        ) : (
          <th key={column.key} scope="colgroup" colSpan={span} className="paper-group">
            {column.group}
          </th>
        ),
      )}
    </tr>
  )
}

function PaperBody({ table, opens, onOpen, opened }: { table: Table } & CellProps) {
  const [stop, setStop] = useState<PaperCell>()
  const cellOf = (row: Row, column: Column): PaperCell => ({ table: table.key, row: row.key, column: column.key })
  const all = table.rows.flatMap((row) => table.columns.map((column) => cellOf(row, column)))
  // One stop for the Tab key; the arrows walk from it.
  const first = all.find((cell) => opens?.(cell))
  const content = (row: Row, column: Column): ReactNode => {
    const cell = cellOf(row, column)
    const value = row.cells[column.key]
    const text = paperText(value, row.units?.[column.key] ?? column.unit)
    if (text === '' || !opens?.(cell)) return text
    return (
      <button
        type="button"
        className="paper-cell"
        tabIndex={sameCell(stop ?? first, cell) ? 0 : -1}
        aria-pressed={sameCell(opened, cell)}
        onFocus={() => setStop(cell)}
        onClick={() => onOpen?.(cell)}
      >
        {text}
      </button>
    )
  }
  return (
    <tbody>
      {table.rows.map((row) => (
        <tr key={row.key} className={`paper-row paper-row-${row.kind}`}>
          {table.columns.slice(0, boxesIn(table, row)).map((column, at, shown) => (
            <td
              key={column.key}
              className={classOf(row, column)}
              colSpan={at === shown.length - 1 ? table.columns.length - at : 1}
            >
              {content(row, column)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

const classOf = (row: Row, column: Column): string => {
  if (!isNumeric(row.units?.[column.key] ?? column.unit)) return ''
  return row.cells[column.key] === 0 ? 'num paper-zero' : 'num'
}

// Of a form: a lone box reaches across the sheet.
const boxesIn = (table: Table, row: Row): number =>
  row.cells.otherItem === null && row.cells.item !== undefined ? 2 : table.columns.length

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

// The arrows walk over the cells that open something, past those that do not.
function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key]
  const cell = (event.target as HTMLElement).closest('td')
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

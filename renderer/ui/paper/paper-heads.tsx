import { isNumberUnit } from '#renderer/ui/figure-words.ts'
import type { ColumnView } from './paper-view.ts'

const unitClass = ({ unit }: ColumnView): string => {
  if (isNumberUnit(unit)) return 'num'
  return unit === 'text' ? '' : 'paper-time'
}

/** Class of a column's cells: numbers to the right, times in one line, and a line where a group of columns begins. */
export function columnClass(columns: readonly ColumnView[], at: number): string {
  const [column, before] = [columns[at], columns[at - 1]]
  const own = column ? unitClass(column) : ''
  return before && before.group !== column?.group ? `${own} paper-edge` : own
}

/** Heads of a table. Columns of one group stand under one head; those of none reach down beside it. */
export function PaperHeads({ columns }: { columns: readonly ColumnView[] }) {
  const isGrouped = columns.some((column) => column.group !== undefined)
  const heads = columns.map((column, at) => (
    <th
      key={column.key}
      scope="col"
      className={columnClass(columns, at)}
      rowSpan={isGrouped && column.group === undefined ? 2 : 1}
    >
      {column.title}
    </th>
  ))
  if (!isGrouped)
    return (
      <thead>
        <tr>{heads}</tr>
      </thead>
    )
  return (
    <thead>
      <tr>
        {columns.map((column, at) => {
          if (column.group === undefined) return heads[at]
          if (at > 0 && columns[at - 1]?.group === column.group) return null
          return (
            <th key={column.key} scope="colgroup" colSpan={spanOf(columns, at)} className={groupClass(columns, at)}>
              {column.group}
            </th>
          )
        })}
      </tr>
      <tr>{heads.filter((_, at) => columns[at]?.group !== undefined)}</tr>
    </thead>
  )
}

const groupClass = (columns: readonly ColumnView[], at: number): string =>
  columnClass(columns, at).includes('paper-edge') ? 'paper-group paper-edge' : 'paper-group'

function spanOf(columns: readonly ColumnView[], at: number): number {
  const after = columns.findIndex((column, index) => index > at && column.group !== columns[at]?.group)
  return (after < 0 ? columns.length : after) - at
}

import type { ReactNode } from 'react'
import { money } from '#renderer/ui/money-words.ts'
import type { PaperRow, PaperTable, PaperValue, Unit } from '#shared/domain/reports/paper.ts'

/** A value as it reads on screen: counts and money in their own manner, nothing for what is not there. */
function shown(value: PaperValue | undefined, unit: Unit): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  return unit === 'cents' ? money(value) : value.toLocaleString('en-US')
}

const isText = (unit: Unit): boolean => unit === 'text' || unit === 'date' || unit === 'moment'

/** A table of a report as its paper has it: group heads, rows, sums. */
export function PaperTableView({
  table,
  label,
}: {
  table: PaperTable
  /** Makes the first cell of a row something to press. */
  label?: (row: PaperRow, text: string) => ReactNode
}) {
  if (table.rows.length === 0) return <p className="quiet">{table.empty}</p>
  const { columns } = table
  const hasGroups = columns.some((column) => column.group !== undefined)
  // Columns side by side with the same group stand under one head.
  const heads = columns.flatMap((column, index) => {
    const first = index === 0 || columns[index - 1]?.group !== column.group || column.group === undefined
    if (!first) return []
    const next = columns.findIndex((other, at) => at > index && other.group !== column.group)
    const span = column.group === undefined ? 1 : (next < 0 ? columns.length : next) - index
    return [{ column, span }]
  })
  const startsGroup = (index: number) => index > 0 && columns[index]?.group !== columns[index - 1]?.group
  return (
    <table className="paper-table">
      <thead>
        {hasGroups ? (
          <tr>
            {heads.map(({ column, span }) =>
              column.group === undefined ? (
                <th key={column.key} rowSpan={2} scope="col" className={isText(column.unit) ? '' : 'num'}>
                  {column.title}
                </th>
              ) : (
                <th key={column.key} colSpan={span} scope="colgroup" className="paper-group">
                  {column.group}
                </th>
              ),
            )}
          </tr>
        ) : null}
        <tr>
          {columns.map((column, index) =>
            hasGroups && column.group === undefined ? null : (
              <th
                key={column.key}
                scope="col"
                className={`${isText(column.unit) ? '' : 'num'} ${startsGroup(index) ? 'paper-edge' : ''}`}
              >
                {column.title}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.key} className={`paper-${row.kind}`}>
            {columns.map((column, index) => {
              const value = row.cells[column.key]
              const text = shown(value, row.units?.[column.key] ?? column.unit)
              const classes = [
                isText(column.unit) ? '' : 'num',
                value === 0 ? 'quiet' : '',
                startsGroup(index) ? 'paper-edge' : '',
              ]
              return index === 0 ? (
                <th key={column.key} scope="row">
                  {label?.(row, text) ?? text}
                </th>
              ) : (
                <td key={column.key} className={classes.join(' ')}>
                  {text}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

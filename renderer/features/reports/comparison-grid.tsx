// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a table walked by keys is the pattern of a grid
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { figureWords } from '#renderer/ui/figure-words.ts'
import { isoWeekday } from '#shared/domain/time/business-day.ts'
import { markedBase, type Reading, type Report, shownRows } from './comparison.ts'
import { ComparisonBar } from './comparison-bar.tsx'
import {
  type ChosenCell,
  columnsOf,
  type GridColumn,
  type GridRow,
  rowClass,
  rowParts,
  type Words,
} from './comparison-columns.ts'
import { ComparisonFoot } from './comparison-foot.tsx'
import { ComparisonHead } from './comparison-head.tsx'
import { type Heat, HeatCells } from './heat-cells.tsx'

const clamp = (value: number, last: number) => Math.max(0, Math.min(last, value))

/**
 * 比较表: rows by room types, the total, the differences, a bar with the base's mark, and beside a day what the last weeks
 * usually brought. ↑ ↓ ← → walk the figures, Enter or a click opens what is behind one; what is open follows the walk.
 */
export function ComparisonGrid({
  report,
  reading,
  heat,
  chosen,
  grid,
  onChoose,
  onInto,
  children,
}: {
  report: Report
  reading: Reading
  heat: Heat | undefined
  chosen: ChosenCell | undefined
  grid: RefObject<HTMLTableElement | null>
  onChoose: (cell: ChosenCell) => void
  /** Into the rows behind the figure that is open already. */
  onInto: () => void
  /** What stands below the table. */
  children?: ReactNode
}) {
  const { t } = useTranslation('reports')
  const id = useId()
  const [at, setAt] = useState({ row: 0, column: 0 })
  const columns = columnsOf(report, reading, t)
  const rows: readonly GridRow[] = shownRows(report)
  const total: GridRow = { key: undefined, label: t('total'), cells: report.total, base: report.base, ahead: false }
  const lines = [...rows, total]

  const cellAt = (row: number, column: number): ChosenCell | undefined => {
    const [line, one] = [lines[row], columns[column]]
    return line && one && !line.ahead ? { ...one.cell, row: line.key } : undefined
  }
  const isChosen = (row: GridRow, column: GridColumn) =>
    chosen !== undefined &&
    chosen.row === row.key &&
    chosen.column === column.cell.column &&
    chosen.base === column.cell.base
  const open = (row: number, column: number) => {
    setAt({ row, column })
    const cell = cellAt(row, column)
    if (cell) onChoose(cell)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
    const moves: Record<string, readonly [number, number]> = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      PageDown: [lines.length, 0],
      PageUp: [-lines.length, 0],
      Home: [0, -columns.length],
      End: [0, columns.length],
    }
    const move = moves[event.key]
    if (move) {
      const row = clamp(at.row + move[0], lines.length - 1)
      const column = clamp(at.column + move[1], columns.length - 1)
      if (chosen) open(row, column)
      else setAt({ row, column })
      grid.current?.querySelector(`[id="${id}-${row}-${column}"]`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' || event.key === ' ') {
      const [line, column] = [lines[at.row], columns[at.column]]
      if (line && column && isChosen(line, column)) onInto()
      else open(at.row, at.column)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const cells = (row: GridRow, rowIndex: number) =>
    columns.map((column, columnIndex) => {
      const classes = [
        'num',
        column.className,
        isNothing(column, row) ? 'compare-nothing' : '',
        isChosen(row, column) ? 'compare-chosen' : '',
        at.row === rowIndex && at.column === columnIndex ? 'compare-at' : '',
      ]
      return (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys for all its cells
        <td
          key={column.key}
          id={`${id}-${rowIndex}-${columnIndex}`}
          role="gridcell"
          aria-selected={isChosen(row, column)}
          className={classes.filter((name) => name !== '').join(' ')}
          onClick={() => {
            open(rowIndex, columnIndex)
            grid.current?.focus()
          }}
        >
          {row.ahead ? '' : column.text(row)}
        </td>
      )
    })

  const marked = markedBase(report)
  const amountOf = (row: GridRow) => reading.of(row.cells.total) ?? 0
  const markOf = (row: GridRow) => (marked?.known ? (reading.of(row.base[marked.name]?.total) ?? 0) : undefined)
  const most = Math.max(1e-9, ...rows.flatMap((row) => [amountOf(row), markOf(row) ?? 0]))
  const weekday = isoWeekday(report.date)
  const isDay = report.period === 'day'
  return (
    <div className="compare">
      <table
        ref={grid}
        role="grid"
        tabIndex={0}
        className={isDay ? 'compare-table' : 'compare-table compare-days'}
        aria-label={report.title}
        aria-activedescendant={`${id}-${at.row}-${at.column}`}
        onKeyDown={press}
      >
        <ComparisonHead report={report} columns={columns} hasHeat={heat !== undefined} />
        <tbody>
          {rows.map((row, rowIndex) => {
            const { before, name, after } = rowParts(report, row)
            return (
              <tr key={row.key} className={rowClass(report, row.key ?? '')}>
                <th scope="row">
                  {before ? <small>{before} </small> : null}
                  {name}
                  {after ? <small className="compare-holiday-name"> {after}</small> : null}
                </th>
                {cells(row, rowIndex)}
                <td className="compare-bar">
                  {row.ahead ? null : (
                    <ComparisonBar
                      share={amountOf(row) / most}
                      mark={markOf(row) === undefined ? undefined : (markOf(row) ?? 0) / most}
                      text={figureWords(reading.of(row.cells.total), reading.unit)}
                    />
                  )}
                </td>
                {heat ? (
                  <HeatCells
                    heat={heat}
                    hour={row.key ?? ''}
                    weekday={weekday}
                    first={rowIndex === 0}
                    last={rowIndex === rows.length - 1}
                  />
                ) : null}
                {isDay ? null : <td className="compare-peak">{peakText(report, row.key, t)}</td>}
              </tr>
            )
          })}
        </tbody>
        <ComparisonFoot report={report} reading={reading} columns={columns} heat={heat}>
          {cells(total, lines.length - 1)}
        </ComparisonFoot>
      </table>
      {children}
    </div>
  )
}

const isNothing = (column: GridColumn, row: GridRow): boolean => (column.value(row) ?? 0) === 0

function peakText(report: Report, key: string | undefined, t: Words): string {
  const peak = report.rows.find((row) => row.key === key)?.peak
  if (!peak) return ''
  const isEntries = report.name === 'entries'
  const value = isEntries ? figureWords(peak.value, 'count') : figureWords(peak.value / 60, 'hours')
  return t(isEntries ? 'paper.peakOf' : 'paper.peakOfMinutes', { hour: peak.label, value })
}

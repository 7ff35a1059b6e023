import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { figureWords } from '#renderer/ui/figure-words.ts'
import type { Reading, Report } from './comparison.ts'
import type { GridColumn, GridRow } from './comparison-columns.ts'
import { averageText, type Heat } from './heat-cells.tsx'

/** The sums, what share each type has, the changes in per cent, adjustments with lines of their own, and averages. */
export function ComparisonFoot({
  report,
  reading,
  columns,
  heat,
  children,
}: {
  report: Report
  reading: Reading
  columns: readonly GridColumn[]
  heat: Heat | undefined
  /** The total's own cells. */
  children: ReactNode
}) {
  const { t } = useTranslation('reports')
  const isDay = report.period === 'day'
  const shares = columns.map((column) => shareText(report, reading, column))
  const spare = (
    <>
      <td className="compare-bar" />
      {heat ? <td colSpan={7} /> : null}
      {isDay ? null : <td />}
    </>
  )
  return (
    <tfoot>
      <tr className="compare-sum">
        <th scope="row">{t('total')}</th>
        {children}
        <td className="compare-bar compare-note">{peakOfDay(report, reading, t)}</td>
        {heat
          ? heat.total.map((value, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: seven weekdays
              <td key={index} className="heat heat-sum">
                {averageText(value)}
              </td>
            ))
          : null}
        {isDay ? null : <td />}
      </tr>
      {shares.some((text) => text !== '') ? (
        <tr className="compare-share">
          <th scope="row">{t(report.name === 'entries' ? 'screen.shares' : 'screen.changes')}</th>
          {columns.map((column, index) => (
            <td key={column.key} className={`num ${column.className}`}>
              {shares[index]}
            </td>
          ))}
          {spare}
        </tr>
      ) : null}
      {report.adjustments.map((adjustment) => {
        const row: GridRow = { key: undefined, label: '', cells: adjustment.cells, base: {}, ahead: false }
        return (
          <tr key={`${adjustment.date} ${adjustment.at}`} className="compare-adjustment">
            <th
              scope="row"
              title={[adjustment.note, t('screen.adjustedBy', { by: adjustment.by, at: atText(adjustment.at) })]
                .filter((text) => text !== '')
                .join(' · ')}
            >
              {t('screen.adjustment', { label: adjustment.label })}
            </th>
            {columns.map((column) => (
              <td key={column.key} className={`num ${column.className}`}>
                {column.cell.base === undefined ? signedText(column, row) : ''}
              </td>
            ))}
            {spare}
          </tr>
        )
      })}
      {report.averages.map((average) => {
        const row = { key: undefined, label: '', cells: average.cells as Report['total'], base: {}, ahead: false }
        return (
          <tr key={average.weekday} className="compare-average">
            <th scope="row">{t('screen.average', { weekday: average.label, days: average.days })}</th>
            {columns.map((column) => (
              <td key={column.key} className={`num ${column.className}`}>
                {column.cell.base === undefined ? averageOf(column, row) : ''}
              </td>
            ))}
            {spare}
          </tr>
        )
      })}
    </tfoot>
  )
}

const atText = (iso: string): string => iso.slice(0, 16).replace('T', ' ')

// A rate's difference says nothing: an adjustment is of counts and hours.
function signedText(column: GridColumn, row: GridRow): string {
  const value = column.value(row)
  return value === null ? '' : figureWords(value, 'change')
}

function averageOf(column: GridColumn, row: GridRow): string {
  const value = column.value(row)
  if (value === null) return ''
  return column.text(row).endsWith('%') ? column.text(row) : figureWords(value, 'mean')
}

/** Share of the whole under a type; change in per cent under a base; blank when the base is nothing. */
function shareText(report: Report, reading: Reading, column: GridColumn): string {
  const [all, base] = [report.total.total, column.cell.base]
  if (base !== undefined) {
    const known = report.bases.find((one) => one.name === base)?.known
    const [now, before] = [reading.of(all), reading.of(report.base[base]?.total)]
    if (!known || now === null || before === null || before === 0 || reading.unit === 'rate') return ''
    return figureWords((now - before) / before, 'changeRate')
  }
  const isOwnTotal = column.key === `total.${reading.measure}`
  if (report.name !== 'entries' || (column.cell.column === 'total' && !isOwnTotal)) return ''
  const [part, whole] = [reading.of(report.total[column.cell.column]), reading.of(all)]
  return part === null || !whole ? '' : figureWords(part / whole, 'rate')
}

function peakOfDay(report: Report, reading: Reading, t: ReturnType<typeof useTranslation<'reports'>>['t']): string {
  const rows: readonly Report['rows'][number][] = report.rows
  const best = rows.reduce<Report['rows'][number] | undefined>(
    (most, row) => ((reading.of(row.cells.total) ?? 0) > (most ? (reading.of(most.cells.total) ?? 0) : 0) ? row : most),
    undefined,
  )
  if (!best) return ''
  return t('screen.peak', { row: best.label, value: figureWords(reading.of(best.cells.total), reading.unit) })
}

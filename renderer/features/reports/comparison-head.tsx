import { useTranslation } from 'react-i18next'
import { isoWeekday } from '#shared/domain/time/business-day.ts'
import { markedBase, type Report, rowsTitle } from './comparison.ts'
import { type GridColumn, groupsOf } from './comparison-columns.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** Two rows of heads: what belongs together, and the columns themselves with the bars' legend. */
export function ComparisonHead({
  report,
  columns,
  hasHeat,
}: {
  report: Report
  columns: readonly GridColumn[]
  hasHeat: boolean
}) {
  const { t } = useTranslation('reports')
  const marked = markedBase(report)
  const isDay = report.period === 'day'
  const weekday = isoWeekday(report.date)
  const first = report.rows[0]?.key ?? ''
  const rowsAre = isDay ? 'hour' : report.period === 'week' ? 'weekday' : first.length === 7 ? 'month' : 'date'
  return (
    <thead>
      <tr className="compare-groups">
        <td />
        {groupsOf(columns).map((group, index) => (
          <th key={group.title} colSpan={group.span} scope="colgroup" className={index > 0 ? 'compare-left' : ''}>
            {group.title}
          </th>
        ))}
        <th scope="colgroup" className="compare-bars-head">
          {t(rowsTitle(report))}
        </th>
        {hasHeat ? (
          <th scope="colgroup" colSpan={7} className="compare-heat-head">
            {t('screen.heat')}
          </th>
        ) : null}
        {isDay ? null : <td />}
      </tr>
      <tr className="compare-heads">
        <th scope="col">{t(`paper.${rowsAre}`)}</th>
        {columns.map((column) => (
          <th key={column.key} scope="col" className={`num ${column.className}`}>
            {column.title}
          </th>
        ))}
        <th scope="col" className="compare-legend">
          <i className="legend-bar" aria-hidden="true" />
          {t('screen.now')}
          {marked?.known ? (
            <>
              <i className="legend-mark" aria-hidden="true" />
              {marked.label}
            </>
          ) : null}
        </th>
        {hasHeat
          ? weekdays.map((one) => (
              <th key={one} scope="col" className={one === weekday ? 'heat-day heat-day-own' : 'heat-day'}>
                {t(`screen.weekdayShort.${one}`)}
              </th>
            ))
          : null}
        {isDay ? null : (
          <th scope="col" className="compare-peak">
            {t('paper.peak')}
          </th>
        )}
      </tr>
    </thead>
  )
}

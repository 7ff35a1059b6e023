import { figureWords } from '#renderer/ui/figure-words.ts'
import type { Unit } from '#shared/domain/reports/paper.ts'
import { comparedWith, type Reading, type Report, rowsTitle, shownRows } from './comparison.ts'
import type { Words } from './comparison-columns.ts'

/** Numbers of one colour or one line, in the order of the categories; null where nothing has come yet. */
export interface Series {
  readonly name: string
  readonly values: readonly (number | null)[]
}

/** What a chart of a comparison table shows. */
export interface ComparisonSeries {
  readonly title: string
  readonly unit: Unit
  readonly categories: readonly string[]
  /** Stacked on one another; one alone where they do not add up. */
  readonly bars: readonly Series[]
  /** The same total in the periods it is compared with. */
  readonly lines: readonly Series[]
}

// A rate of small rooms and one of large rooms are no rate together.
const addsUp = ({ measure }: Reading): boolean => measure !== 'rate'

/** By the rows of the table: hours of a day, days of a week or month. */
export function seriesByRow(report: Report, reading: Reading, t: Words): ComparisonSeries {
  const rows = shownRows(report)
  const types = addsUp(reading) ? report.columns.filter((column) => column !== 'total') : ['total']
  return {
    title: t(rowsTitle(report)),
    unit: reading.unit,
    categories: rows.map((row) => shortLabel(report, row.label)),
    bars: types.map((type) => ({
      name: type === 'total' ? t('screen.now') : (report.columnNames[type] ?? type),
      values: rows.map((row) => (row.ahead ? null : reading.of(row.cells[type]))),
    })),
    lines: comparedWith(report)
      .filter((base) => base.known)
      .map((base) => ({
        name: base.label,
        // What lies ahead is compared with nothing: the line ends, it does not fall to zero.
        values: rows.map((row) => (row.ahead ? null : reading.of(row.base[base.name]?.total))),
      })),
  }
}

/** By room type: the whole period beside those it is compared with. */
export function seriesByType(report: Report, reading: Reading, t: Words): ComparisonSeries {
  const types = report.columns.filter((column) => column !== 'total')
  return {
    title: t('screen.byType'),
    unit: reading.unit,
    categories: types.map((type) => report.columnNames[type] ?? type),
    bars: [
      { name: t('screen.now'), values: types.map((type) => reading.of(report.total[type])) },
      ...comparedWith(report)
        .filter((base) => base.known)
        .map((base) => ({
          name: base.label,
          values: types.map((type) => reading.of(report.base[base.name]?.[type])),
        })),
    ],
    lines: [],
  }
}

/** The mean of each weekday, where the period is long enough to have them. */
export function seriesByWeekday(report: Report, reading: Reading, t: Words): ComparisonSeries | undefined {
  if (report.averages.length === 0) return undefined
  return {
    title: t('screen.weekdayMeans'),
    unit: reading.unit === 'count' ? 'mean' : reading.unit,
    categories: report.averages.map((mean) => mean.label),
    bars: [{ name: t('screen.now'), values: report.averages.map((mean) => reading.of(mean.cells.total)) }],
    lines: [],
  }
}

/** A value as it is read, blank for what has not come yet. */
export const seriesWords = (value: number | null | undefined, unit: Unit): string =>
  value === null || value === undefined ? '' : figureWords(value, unit)

// `次日 01:00` is too wide under a bar; the order says which night it is.
const shortLabel = (report: Report, label: string): string =>
  report.period === 'day' ? (label.split(' ').at(-1) ?? label) : label

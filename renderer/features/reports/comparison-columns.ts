import type { TFunction } from 'i18next'
import { figureWords } from '#renderer/ui/figure-words.ts'
import { isoWeekday } from '#shared/domain/time/business-day.ts'
import { comparedWith, type Reading, type Report, totalReadings } from './comparison.ts'

export type Words = TFunction<'reports'>

/** A cell whose rows can be opened. */
export interface ChosenCell {
  /** A row's key; undefined: the total. */
  readonly row: string | undefined
  /** A room type, or `total`. */
  readonly column: string
  /** The rows of a base instead. */
  readonly base?: Report['bases'][number]['name']
}

/** A row of the table, or its total. */
export interface GridRow {
  readonly key: string | undefined
  readonly label: string
  readonly cells: Report['total']
  readonly base: Report['base']
  readonly ahead: boolean
}

export interface GridColumn {
  readonly key: string
  readonly title: string
  readonly group: string
  readonly cell: Omit<ChosenCell, 'row'>
  readonly className: string
  readonly value: (row: GridRow) => number | null
  readonly text: (row: GridRow) => string
}

/** The figures of a row: by type, in all, and against each base. */
export function columnsOf(report: Report, reading: Reading, t: Words): GridColumn[] {
  const types = report.columns.filter((column) => column !== 'total')
  const columns = types.map((type): GridColumn => {
    const value = (row: GridRow) => reading.of(row.cells[type])
    return {
      key: type,
      title: report.columnNames[type] ?? type,
      group: t(`screen.group.${report.period !== 'day' && reading.measure === 'rooms' ? 'roomDays' : reading.measure}`),
      cell: { column: type },
      className: '',
      value,
      text: (row) => figureWords(value(row), reading.unit),
    }
  })
  const totals = totalReadings(report.name).map((one, index): GridColumn => {
    const value = (row: GridRow) => one.of(row.cells.total)
    return {
      key: `total.${one.measure}`,
      title: t(`screen.measure.${one.measure}`),
      group: t('total'),
      cell: { column: 'total' },
      className: index === 0 ? 'compare-total compare-left' : 'compare-second',
      value,
      text: (row) => figureWords(value(row), one.unit),
    }
  })
  const deltas = comparedWith(report).map((base, index): GridColumn => {
    const value = (row: GridRow) => (base.known ? reading.delta(row.cells.total, row.base[base.name]?.total) : null)
    return {
      key: `delta.${base.name}`,
      title: base.label,
      group: t(`screen.delta.${reading.measure}`),
      cell: { column: 'total', base: base.name },
      className: index === 0 ? 'compare-left' : '',
      value,
      text: (row) => figureWords(value(row), reading.deltaUnit),
    }
  })
  return [...columns, ...totals, ...deltas]
}

/** Heads over columns that belong together, in order. */
export function groupsOf(columns: readonly GridColumn[]): { readonly title: string; readonly span: number }[] {
  const groups: { title: string; span: number }[] = []
  for (const { group } of columns) {
    const last = groups.at(-1)
    if (last?.title === group) last.span += 1
    else groups.push({ title: group, span: 1 })
  }
  return groups
}

/** `20:00`, with 次日 set small before hours after midnight; dates with their holiday. */
export function rowParts(
  report: Report,
  row: GridRow,
): { readonly before?: string; readonly name: string; readonly after?: string } {
  const found = report.rows.find((one) => one.key === row.key)
  if (report.period === 'day') {
    const [first = '', second] = row.label.split(' ')
    return second === undefined ? { name: first } : { before: first, name: second }
  }
  return { name: row.label, ...(found?.holiday && { after: found.holiday }) }
}

/** Shade of a row: after midnight, weekends and holidays, what is still to come. */
export function rowClass(report: Report, key: string): string {
  const row = report.rows.find((one) => one.key === key)
  if (!row) return ''
  if (row.ahead) return 'compare-ahead'
  if (report.period === 'day') return Number(key) >= 24 ? 'compare-late' : ''
  if (row.holiday) return 'compare-holiday'
  return row.date !== undefined && isoWeekday(row.date) >= 6 ? 'compare-weekend' : ''
}

import type { TableInput } from '#shared/contract/report.ts'
import { type DayHours, hourKeys, hoursOfDay } from '#shared/domain/reports/day-hours.ts'
import type { ReportFilter } from '#shared/domain/reports/report-filter.ts'
import {
  type Base,
  basesOf,
  type CountedDate,
  datesOf,
  datesOfBase,
  datesSoFar,
  type Period,
  type Progress,
  type RowKind,
  rowKeyOf,
  rowKindOf,
  type Stretch,
  stretchOf,
} from '#shared/domain/reports/report-period.ts'
import type { RowsOf } from '#shared/domain/reports/report-table.ts'
import { type BusinessDate, businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { ReportSource } from './day-archive.ts'

/** What a report covers: its period, how far that has come, and with what it is compared. */
export interface ReportFrame {
  readonly period: Period
  readonly date: BusinessDate
  readonly stretch: Stretch
  readonly progress: Progress
  /** Hours of the period's first day. */
  readonly hours: DayHours
  readonly rowKind: RowKind
  readonly rowKeys: readonly string[]
  readonly dates: readonly CountedDate[]
  readonly bases: readonly Base[]
  readonly filter: ReportFilter
}

export function progressOf({ model, now }: ReportSource): Progress {
  const today = model.venue.businessDateOf(now)
  const { start } = businessDaySpan(today, calendarOf(model.venue.on(today)))
  return { today, minute: Math.floor((now - start) / minute) }
}

/** Whether a stretch can be compared with: a venue knows nothing of the time before its first day, and half is no whole. */
export function isKnown({ model }: ReportSource, { from }: Stretch): boolean {
  const { began } = model.closedDays
  return began !== undefined && from >= began
}

/** The filter as the domain has it. */
export const filterOf = (input: Pick<TableInput, 'floor' | 'source' | 'vip'>): ReportFilter => ({
  ...(input.floor !== undefined && { floor: input.floor }),
  ...(input.source !== undefined && { source: input.source }),
  ...(input.vip !== undefined && { vip: input.vip === 'only' }),
})

export function frameOf(source: ReportSource, input: TableInput): ReportFrame {
  const { venue } = source.model
  const progress = progressOf(source)
  const isRange = input.from !== undefined && input.to !== undefined
  const period = isRange ? 'range' : (input.period ?? 'day')
  const date = isRange ? (input.from as BusinessDate) : (input.date ?? progress.today)
  const stretch: Stretch = isRange
    ? { from: input.from as BusinessDate, to: input.to as BusinessDate }
    : stretchOf(period as Exclude<Period, 'range'>, date)
  const rowKind = rowKindOf(period, stretch)
  const hours = hoursOfDay(date, calendarOf(venue.on(date)))
  return {
    period,
    date,
    stretch,
    progress,
    hours,
    rowKind,
    rowKeys: rowKind === 'hour' ? hourKeys(hours) : [...new Set(datesOf(stretch).map((one) => rowKeyOf(one, rowKind)))],
    dates: datesSoFar(stretch, progress),
    bases: basesOf(period, stretch, venue.on(date).policy.holidays),
    filter: filterOf(input),
  }
}

/** The row a date of the period counts in. */
export const rowsOf = ({ rowKind }: ReportFrame): RowsOf =>
  rowKind === 'hour' ? 'hour' : (date) => rowKeyOf(date, rowKind)

/** The row a date of a base is held against. */
export function rowsOfBase({ rowKind }: ReportFrame, base: Base): RowsOf {
  if (rowKind === 'hour') return 'hour'
  return (date) => {
    const like = base.likeOf(date)
    return like === undefined ? undefined : rowKeyOf(like, rowKind)
  }
}

export const datesOfBaseIn = ({ stretch, progress }: ReportFrame, base: Base): CountedDate[] =>
  datesOfBase(base, stretch, progress)

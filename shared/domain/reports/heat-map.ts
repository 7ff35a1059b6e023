import { isoWeekday } from '../time/business-day.ts'
import type { DayParties } from './day-facts.ts'
import { hourIndexOf } from './day-hours.ts'
import { type DayOf, partiesCounted } from './entries-table.ts'
import type { ReportFilter } from './report-filter.ts'

/** Averages by hour and weekday: what such an hour of such a day usually brings. */
export interface HeatMap {
  readonly rows: readonly {
    readonly hour: string
    /** By ISO weekday, Monday first; null for a weekday that no day of the stretch falls on. */
    readonly averages: readonly (number | null)[]
  }[]
  readonly total: readonly (number | null)[]
  /** How many days each weekday's average is made of. */
  readonly days: readonly number[]
}

/** Average entries (or guests) by hour × weekday over whole days (reports.md §2: heat map hour × weekday). */
export function heatMap(
  days: readonly DayOf<DayParties>[],
  hours: readonly string[],
  measure: 'entries' | 'guests',
  filter: ReportFilter,
): HeatMap {
  const counted = new Array<number>(7).fill(0)
  const sums = new Map(hours.map((hour) => [hour, new Array<number>(7).fill(0)]))
  const totals = new Array<number>(7).fill(0)
  for (const day of days) {
    const weekday = isoWeekday(day.date) - 1
    counted[weekday] = (counted[weekday] ?? 0) + 1
    for (const party of partiesCounted(day, filter)) {
      const value = measure === 'entries' ? 1 : party.guests
      const row = sums.get(String(day.facts.hours.first + hourIndexOf(party.minute, day.facts.hours)))
      if (row) row[weekday] = (row[weekday] ?? 0) + value
      totals[weekday] = (totals[weekday] ?? 0) + value
    }
  }
  const averages = (values: readonly number[]) =>
    values.map((value, weekday) => {
      const over = counted[weekday] ?? 0
      return over > 0 ? value / over : null
    })
  return {
    rows: hours.map((hour) => ({ hour, averages: averages(sums.get(hour) ?? []) })),
    total: averages(totals),
    days: counted,
  }
}

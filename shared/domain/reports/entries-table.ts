import type { BusinessDate } from '../time/business-day.ts'
import type { DayParties, PartyFact } from './day-facts.ts'
import { hourIndexOf } from './day-hours.ts'
import { counts, type ReportFilter } from './report-filter.ts'
import { type Cells, type ReportTable, type RowsOf, totalColumn } from './report-table.ts'

/** 进场数: parties whose first segment starts there, and their guests (reports.md §1). */
export interface EntriesCell {
  readonly entries: number
  readonly guests: number
}

/** One day of a period with its facts, up to a minute of it where the period is unfinished. */
export interface DayOf<Part> {
  readonly date: BusinessDate
  readonly upTo?: number
  readonly facts: Part
}

type Tally = Record<string, { entries: number; guests: number }>

const emptyTally = (columns: readonly string[]): Tally =>
  Object.fromEntries(columns.map((column) => [column, { entries: 0, guests: 0 }]))

function count(tally: Tally, column: string, guests: number): void {
  const cell = tally[column]
  if (!cell) return
  cell.entries += 1
  cell.guests += guests
}

/** The parties of a day that count: under the filter, and come before the day is cut off. */
export const partiesCounted = ({ facts, upTo }: DayOf<DayParties>, filter: ReportFilter): readonly PartyFact[] =>
  facts.parties.filter((party) => (upTo === undefined || party.minute <= upTo) && counts(party, filter))

/**
 * 包厢进场比较表 (流程23): entries and guests by row and room type.
 * @param keys the rows, in order; days without a row of their own count in the total alone
 */
export function entriesTable(
  days: readonly DayOf<DayParties>[],
  rows: { readonly keys: readonly string[]; readonly of: RowsOf },
  columns: readonly string[],
  filter: ReportFilter,
): ReportTable<EntriesCell> {
  const byRow = new Map(rows.keys.map((key) => [key, emptyTally(columns)]))
  const peaks = new Map<string, { hour: string; value: number }>()
  const total = emptyTally(columns)
  for (const day of days) {
    const { hours } = day.facts
    const rowKey = rows.of === 'hour' ? undefined : rows.of(day.date)
    const byHour = new Array<number>(hours.edges.length).fill(0)
    for (const party of partiesCounted(day, filter)) {
      const hour = hourIndexOf(party.minute, hours)
      byHour[hour] = (byHour[hour] ?? 0) + 1
      const row = byRow.get(rows.of === 'hour' ? String(hours.first + hour) : (rowKey ?? ''))
      if (row) {
        count(row, party.typeCode, party.guests)
        count(row, totalColumn, party.guests)
      }
      count(total, party.typeCode, party.guests)
      count(total, totalColumn, party.guests)
    }
    const most = Math.max(...byHour)
    if (rowKey !== undefined && most > (peaks.get(rowKey)?.value ?? 0))
      peaks.set(rowKey, { hour: String(hours.first + byHour.indexOf(most)), value: most })
  }
  return {
    rows: rows.keys.map((key) => {
      const peak = peaks.get(key)
      return { key, cells: byRow.get(key) as Cells<EntriesCell>, ...(peak && { peak }) }
    }),
    total,
  }
}

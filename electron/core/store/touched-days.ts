import { addDays, type BusinessDate } from '#shared/domain/time/business-day.ts'
import type { JournaledTable, JournaledTables } from './schema.ts'
import type { Change } from './tx.ts'

type Row = Readonly<Record<string, unknown>>

/** What a change may have done to the figures of earlier days: from an instant to an instant, both included. */
interface Touched {
  readonly from: number
  readonly to: number
}

const forever = Number.POSITIVE_INFINITY

const differs = (before: Row, after: Row, columns: readonly string[]): boolean =>
  columns.some((column) => before[column] !== after[column])

const instantOf = (row: Row, column: string): number => row[column] as number
const at = (instant: number): Touched => ({ from: instant, to: instant })

/** Columns of a table that its figures are made of, but for its beginning and end. */
function spanTouched(before: Row | null, after: Row | null, columns: readonly string[], endOf: (row: Row) => number) {
  const whole = (row: Row): Touched => ({ from: instantOf(row, 'start_at'), to: endOf(row) })
  if (!before || !after || differs(before, after, ['start_at', ...columns]))
    return [before, after].flatMap((row) => (row ? [whole(row)] : []))
  const [one, other] = [endOf(before), endOf(after)]
  // What ends sooner or later than before touches only what lies between.
  return one === other ? [] : [{ from: Math.min(one, other), to: Math.max(one, other) }]
}

type Look = (before: Row | null, after: Row | null) => readonly Touched[]

const rows = (before: Row | null, after: Row | null): Row[] => [before, after].filter((row) => row !== null)

const looks: { readonly [Table in JournaledTable]?: Look } = {
  stay(before, after) {
    const counted: readonly (keyof JournaledTables['stay'])[] = [
      'opened_at',
      'party',
      'source',
      'type_code',
      'requested_type_code',
      'customer_id',
    ]
    if (!before || !after || differs(before, after, counted))
      return rows(before, after).map((row) => ({
        from: instantOf(row, 'opened_at'),
        to: (row.left_at as number | null) ?? instantOf(row, 'opened_at'),
      }))
    if (before.left_at === after.left_at) return []
    return rows(before, after).flatMap((row) => (row.left_at === null ? [] : [at(row.left_at as number)]))
  },
  segment: (before, after) =>
    spanTouched(before, after, ['stay_id', 'room_no', 'type_code', 'reason'], (row) =>
      row.end_at === null ? forever : instantOf(row, 'end_at'),
    ),
  block: (before, after) =>
    spanTouched(before, after, ['room_no'], (row) =>
      Math.min(instantOf(row, 'end_at'), (row.removed_at as number | null) ?? forever),
    ),
  booking: (before, after) => rows(before, after).map((row) => at(instantOf(row, 'start_at'))),
  waitlist_entry: (before, after) => rows(before, after).map((row) => at(instantOf(row, 'since'))),
  refusal: (before, after) => rows(before, after).map((row) => at(instantOf(row, 'start_at'))),
  promise: (before, after) =>
    rows(before, after).flatMap((row) => (row.closed_at === null ? [] : [at(instantOf(row, 'closed_at'))])),
}

/**
 * The closed days whose figures a commit may have changed. Nearly always none: what happens today begins today.
 * @param closedUntil the instant at which the last closed day ended
 */
export function touchedClosedDays(
  changes: readonly Change[],
  closedUntil: number,
  dateOf: (instant: number) => BusinessDate,
): BusinessDate[] {
  const dates = new Set<BusinessDate>()
  for (const { table, before, after } of changes)
    for (const { from, to } of looks[table]?.(before, after) ?? []) {
      // Leaving at the very edge still belongs to the day that ends there.
      if (from > closedUntil) continue
      const last = dateOf(Math.min(to, closedUntil - 1))
      for (let date = dateOf(from === closedUntil ? closedUntil - 1 : from); date <= last; date = addDays(date, 1))
        dates.add(date)
    }
  return [...dates].sort()
}

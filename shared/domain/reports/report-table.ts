/** Figures by column: a room type's code, or `total`. */
export type Cells<Cell> = Readonly<Record<string, Cell>>

export interface TableRow<Cell> {
  /** Hour `8` … `31`, ISO weekday `1` … `7`, date, or month. */
  readonly key: string
  readonly cells: Cells<Cell>
  /** The busiest hour of the row's day, where the rows are days. */
  readonly peak?: { readonly hour: string; readonly value: number }
}

export interface ReportTable<Cell> {
  readonly rows: readonly TableRow<Cell>[]
  /** Counted by itself, not added up from the rows: the two are held against each other (table-checks.ts). */
  readonly total: Cells<Cell>
}

export const totalColumn = 'total'

/** Room types in the venue's order, and any the facts know that the venue no longer has, then the total. */
export function columnsOf(types: readonly string[], seen: Iterable<string>): string[] {
  const others = [...new Set(seen)].filter((code) => !types.includes(code)).sort()
  return [...types, ...others, totalColumn]
}

/** Rows whose key is the hour of the day, or the date's row of a longer period. */
export type RowsOf = 'hour' | ((date: string) => string | undefined)

import type { Kysely } from 'kysely'
import { runCompiled } from './compiled.ts'
import type { Tables } from './schema.ts'

/** Rows in one statement: enough that the statement costs nothing, few enough for the fewest parameters a database takes. */
const rowsAtOnce = 100

type LooseRow = Readonly<Record<string, unknown>>

/**
 * Writes rows by the hundred. All rows of a table name the same columns in the same order. They are in the database
 * once `flush` is through.
 */
export class RowFiller {
  readonly #db: Kysely<Tables>
  readonly #waiting = new Map<keyof Tables, LooseRow[]>()
  #rows = 0

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  /** Rows put so far. */
  get rows(): number {
    return this.#rows
  }

  put<Table extends keyof Tables>(table: Table, row: Tables[Table]): void {
    const rows = this.#waiting.get(table)
    const loose = row as unknown as LooseRow
    if (rows) rows.push(loose)
    else this.#waiting.set(table, [loose])
    this.#rows += 1
  }

  /** Writes the whole hundreds that wait. */
  async drain(): Promise<void> {
    for (const [table, rows] of this.#waiting) {
      let from = 0
      for (; from + rowsAtOnce <= rows.length; from += rowsAtOnce)
        await this.#write(table, rows.slice(from, from + rowsAtOnce))
      if (from > 0) this.#waiting.set(table, rows.slice(from))
    }
  }

  /** Writes all that waits. */
  async flush(): Promise<void> {
    await this.drain()
    for (const [table, rows] of this.#waiting) if (rows.length > 0) await this.#write(table, rows)
    this.#waiting.clear()
  }

  async #write(table: keyof Tables, rows: readonly LooseRow[]): Promise<void> {
    const [first] = rows
    if (!first) return
    const values: unknown[] = []
    for (const row of rows) for (const column in row) values.push(row[column])
    const build = () => this.#db.insertInto(table).values(rows as never)
    await runCompiled(
      this.#db as unknown as Kysely<never>,
      `fill ${table} ${rows.length} ${Object.keys(first)}`,
      build,
      values,
    )
  }
}

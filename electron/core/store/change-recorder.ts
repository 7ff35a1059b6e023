import type { Kysely } from 'kysely'
import { type JournaledTable, primaryKeys, type Tables, venueId } from './schema.ts'
import { indexForSearch } from './search-tokens.ts'
import type { Change } from './tx.ts'

type Row = Readonly<Record<string, unknown>>

export class RowMissing extends Error {
  override readonly name = 'RowMissing'
}

/** The condition that names one row of any journaled table. */
const whereKey = (table: JournaledTable, row: Row) => (eb: KeyBuilder) =>
  eb.and([
    eb('venue_id', '=', venueId),
    ...primaryKeys[table].map((column) => {
      const value = row[column]
      if (value === undefined || value === null) throw new TypeError(`${table} needs its key ${column}`)
      return eb(column, '=', value)
    }),
  ])

type LooseTables = Record<string, Record<string, unknown>>
type KeyBuilder = import('kysely').ExpressionBuilder<LooseTables, string>

/**
 * Writes rows and remembers each as it was and as it is. The tables are reached by name here, so the types of Tx do the
 * guarding; nothing else may write to a journaled table.
 */
export class ChangeRecorder {
  readonly changes: Change[] = []
  readonly #db: Kysely<LooseTables>
  readonly #typed: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#typed = db
    this.#db = db as unknown as Kysely<LooseTables>
  }

  async insert(table: JournaledTable, row: Row): Promise<void> {
    const after = { venue_id: venueId, ...row }
    await this.#db.insertInto(table).values(after).execute()
    await this.#keep({ table, before: null, after })
  }

  async update(table: JournaledTable, key: Row, patch: Row): Promise<Row> {
    const before = await this.#find(table, key)
    if (!before) throw new RowMissing(`${table} ${JSON.stringify(key)}`)
    const changed = Object.fromEntries(Object.entries(patch).filter(([column, value]) => before[column] !== value))
    if (Object.keys(changed).length === 0) return before
    await this.#db.updateTable(table).set(changed).where(whereKey(table, key)).execute()
    const after = { ...before, ...changed }
    await this.#keep({ table, before, after })
    return after
  }

  async remove(table: JournaledTable, key: Row): Promise<void> {
    const before = await this.#find(table, key)
    if (!before) throw new RowMissing(`${table} ${JSON.stringify(key)}`)
    await this.#db.deleteFrom(table).where(whereKey(table, key)).execute()
    await this.#keep({ table, before, after: null })
  }

  /** Does again what the journal says was done. */
  async apply(change: Change): Promise<void> {
    const { table, before, after } = change
    if (after && before) await this.#db.updateTable(table).set(after).where(whereKey(table, before)).execute()
    else if (after) await this.#db.insertInto(table).values(after).execute()
    else if (before) await this.#db.deleteFrom(table).where(whereKey(table, before)).execute()
    await this.#keep(change)
  }

  async find(table: JournaledTable, key: Row): Promise<Row | undefined> {
    return this.#find(table, key)
  }

  #find(table: JournaledTable, key: Row): Promise<Row | undefined> {
    return this.#db.selectFrom(table).selectAll().where(whereKey(table, key)).executeTakeFirst()
  }

  async #keep(change: Change): Promise<void> {
    this.changes.push(change)
    await indexForSearch(this.#typed, change)
  }
}

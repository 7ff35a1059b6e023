import type { CompiledQuery, ExpressionBuilder, Kysely } from 'kysely'
import { runCompiled } from './compiled.ts'
import { type JournaledTable, primaryKeys, type Tables, venueId } from './schema.ts'
import { indexForSearch } from './search-tokens.ts'
import type { Change } from './tx.ts'

type Row = Readonly<Record<string, unknown>>

export class RowMissing extends Error {
  override readonly name = 'RowMissing'
}

const keyValues = (table: JournaledTable, row: Row): unknown[] =>
  primaryKeys[table].map((column) => {
    const value = row[column]
    if (value === undefined || value === null) throw new TypeError(`${table} needs its key ${column}`)
    return value
  })

/** The condition that names one row of any journaled table. Its values: the venue, then the key. */
const whereKey = (table: JournaledTable) => (eb: KeyBuilder) =>
  eb.and([eb('venue_id', '=', venueId), ...primaryKeys[table].map((column) => eb(column, '=', ''))])

const given = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))

type LooseTables = Record<string, Record<string, unknown>>
type KeyBuilder = ExpressionBuilder<LooseTables, string>

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
    const after = { venue_id: venueId, ...given(row) }
    await this.#insert(table, after)
    await this.#keep({ table, before: null, after })
  }

  async update(table: JournaledTable, key: Row, patch: Row): Promise<Row> {
    const before = await this.#find(table, key)
    if (!before) throw new RowMissing(`${table} ${JSON.stringify(key)}`)
    const changed = Object.fromEntries(
      Object.entries(given(patch)).filter(([column, value]) => before[column] !== value),
    )
    if (Object.keys(changed).length === 0) return before
    await this.#update(table, key, changed)
    const after = { ...before, ...changed }
    await this.#keep({ table, before, after })
    return after
  }

  async remove(table: JournaledTable, key: Row): Promise<void> {
    const before = await this.#find(table, key)
    if (!before) throw new RowMissing(`${table} ${JSON.stringify(key)}`)
    await this.#delete(table, key)
    await this.#keep({ table, before, after: null })
  }

  /** Does again what the journal says was done. */
  async apply(change: Change): Promise<void> {
    const { table, before, after } = change
    if (after && before) await this.#update(table, before, after)
    else if (after) await this.#insert(table, after)
    else if (before) await this.#delete(table, before)
    await this.#keep(change)
  }

  async find(table: JournaledTable, key: Row): Promise<Row | undefined> {
    return this.#find(table, key)
  }

  async #find(table: JournaledTable, key: Row): Promise<Row | undefined> {
    const build = () => this.#db.selectFrom(table).selectAll().where(whereKey(table))
    const rows = await this.#run<Row>(`find ${table}`, build, [venueId, ...keyValues(table, key)])
    return rows[0]
  }

  async #insert(table: JournaledTable, row: Row): Promise<void> {
    const columns = Object.keys(row)
    const build = () => this.#db.insertInto(table).values(row)
    await this.#run(`insert ${table} ${columns.join()}`, build, Object.values(row))
  }

  async #update(table: JournaledTable, key: Row, patch: Row): Promise<void> {
    const build = () => this.#db.updateTable(table).set(patch).where(whereKey(table))
    const values = [...Object.values(patch), venueId, ...keyValues(table, key)]
    await this.#run(`update ${table} ${Object.keys(patch).join()}`, build, values)
  }

  async #delete(table: JournaledTable, key: Row): Promise<void> {
    const build = () => this.#db.deleteFrom(table).where(whereKey(table))
    await this.#run(`delete ${table}`, build, [venueId, ...keyValues(table, key)])
  }

  #run<Found>(shape: string, build: () => { compile(): CompiledQuery }, values: readonly unknown[]): Promise<Found[]> {
    return runCompiled<Found>(this.#db as unknown as Kysely<never>, shape, build, values)
  }

  async #keep(change: Change): Promise<void> {
    this.changes.push(change)
    await indexForSearch(this.#typed, change)
  }
}

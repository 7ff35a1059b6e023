import { type Kysely, sql } from 'kysely'
import type { DialectTraits } from '../dialect/traits.ts'

export const instant = 'instant'
type Kind = 'text' | 'integer' | typeof instant

/** `name` is not null, `name?` may be null. */
type Columns = Readonly<Record<string, Kind>>

export interface TableShape {
  readonly columns: Columns
  readonly key: readonly string[]
  readonly checks?: Readonly<Record<string, string>>
  /** Little more than its key: kept in the order of the key where the database can. */
  readonly compact?: true
}

export interface IndexShape {
  readonly table: string
  readonly columns: readonly string[]
  readonly unique?: boolean
  /** Only these rows: `[column, value]`, or a condition in plain SQL. */
  readonly only?: readonly [string, string | number | null] | string
}

/** Makes tables that all begin with the venue, and with it in their keys. */
export async function makeTables(
  db: Kysely<unknown>,
  dialect: DialectTraits,
  tables: Readonly<Record<string, TableShape>>,
): Promise<void> {
  for (const [name, shape] of Object.entries(tables)) {
    let table = db.schema.createTable(name).addColumn('venue_id', 'integer', (column) => column.notNull())
    for (const [written, kind] of Object.entries(shape.columns)) {
      const column = written.replace('?', '')
      const type = kind === instant ? dialect.instantType : kind
      table = table.addColumn(column, type, (c) => (written.endsWith('?') ? c : c.notNull()))
    }
    table = table.addPrimaryKeyConstraint(`${name}_key`, ['venue_id', ...shape.key] as 'venue_id'[])
    for (const [check, rule] of Object.entries(shape.checks ?? {}))
      table = table.addCheckConstraint(check, sql.raw(rule))
    const suffix = shape.compact ? dialect.compactSuffix : dialect.tableSuffix
    if (suffix) table = table.modifyEnd(sql.raw(suffix))
    await table.execute()
  }
}

export async function makeIndexes(db: Kysely<unknown>, indexes: Readonly<Record<string, IndexShape>>): Promise<void> {
  for (const [name, shape] of Object.entries(indexes)) {
    let index = db.schema
      .createIndex(name)
      .on(shape.table)
      .columns(['venue_id', ...shape.columns])
    if (shape.unique) index = index.unique()
    if (typeof shape.only === 'string') index = index.where(sql<boolean>`${sql.raw(shape.only)}`)
    else if (shape.only) {
      const [column, value] = shape.only
      index = index.where(sql.ref(column), value === null ? 'is' : '=', sql.lit(value))
    }
    await index.execute()
  }
}

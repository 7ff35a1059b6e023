import Database from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Tables } from '../schema.ts'
import type { Reader } from '../tx.ts'

/**
 * The driver's default in WAL is synchronous NORMAL, which loses acknowledged bookings in a power cut. Each value is
 * set and read back: SQLite ignores a pragma it does not like without a word.
 */
const pragmas: readonly (readonly [name: string, value: string | number, reads: string | number])[] = [
  ['busy_timeout', 5000, 5000],
  ['journal_mode', 'wal', 'wal'],
  ['synchronous', 'full', 2],
  ['fullfsync', 1, 1],
  ['checkpoint_fullfsync', 1, 1],
  ['foreign_keys', 1, 1],
  ['cell_size_check', 1, 1],
  ['trusted_schema', 0, 0],
  ['mmap_size', 0, 0],
]

export class PragmaNotKept extends Error {
  override readonly name = 'PragmaNotKept'
}

function settle(db: Database.Database, readonly: boolean): void {
  for (const [name, value, expected] of pragmas) {
    // A read-only connection cannot change the file's journal mode; it must find it as the writer left it.
    if (!(readonly && name === 'journal_mode')) db.pragma(`${name} = ${value}`)
    const found = db.pragma(name, { simple: true })
    // mmap_size answers nothing when the build has memory mapping left out.
    if (name === 'mmap_size' && found === undefined) continue
    if (found !== expected) throw new PragmaNotKept(`${name} is ${String(found)}, not ${expected}`)
  }
  db.pragma('cache_size = -32000')
  db.pragma('temp_store = memory')
}

/** Opens the one connection that writes. */
export function openWriter(file: string): Database.Database {
  const db = new Database(file)
  settle(db, false)
  db.pragma('wal_autocheckpoint = 2000')
  return db
}

/** Opens a connection that the database itself keeps from writing. */
export function openReader(file: string): Database.Database {
  const db = new Database(file, { readonly: true, fileMustExist: true })
  settle(db, true)
  db.pragma('query_only = 1')
  return db
}

/** Prepares each text of SQL once; the statements of a desk are few and come again and again. */
class Connection implements DatabaseConnection {
  readonly #db: Database.Database
  readonly #prepared = new Map<string, Database.Statement<unknown[]>>()

  constructor(db: Database.Database) {
    this.#db = db
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const statement = this.#statement(query.sql)
    if (statement.reader) return { rows: statement.all(...query.parameters) as Row[] }
    const { changes, lastInsertRowid } = statement.run(...query.parameters)
    return { insertId: BigInt(lastInsertRowid), numAffectedRows: BigInt(changes), rows: [] }
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    // A statement of its own: the kept ones would be busy while the stream is open.
    for (const row of this.#db.prepare(query.sql).iterate(...query.parameters)) yield { rows: [row as Row] }
  }

  #statement(text: string): Database.Statement<unknown[]> {
    const known = this.#prepared.get(text)
    if (known) return known
    const made = this.#db.prepare<unknown[]>(text)
    if (this.#prepared.size >= 500) this.#prepared.clear()
    this.#prepared.set(text, made)
    return made
  }
}

class OneConnectionDriver implements Driver {
  readonly #db: Database.Database
  readonly #connection: Connection

  constructor(db: Database.Database) {
    this.#db = db
    this.#connection = new Connection(db)
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A failed statement may have ended the transaction already (disk full).
    if (this.#db.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {
    this.#db.close()
  }
}

/** SQLite can take back a change of tables; Kysely's own adapter leaves migrations without a transaction. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

const dialectOf = (db: Database.Database): Dialect => ({
  createAdapter: () => new TransactionalDdlAdapter(),
  createDriver: () => new OneConnectionDriver(db),
  createIntrospector: (kysely) => new SqliteIntrospector(kysely),
  createQueryCompiler: () => new SqliteQueryCompiler(),
})

/** The writable handle; only the write door and the migrations hold it. */
export const writerOf = (db: Database.Database): Kysely<Tables> => new Kysely<Tables>({ dialect: dialectOf(db) })

/** Takes the writing methods away by type. */
export const readOnly = (db: Kysely<Tables>): Reader => db as unknown as Reader

export const readerOf = (db: Database.Database): Reader => readOnly(new Kysely<Tables>({ dialect: dialectOf(db) }))

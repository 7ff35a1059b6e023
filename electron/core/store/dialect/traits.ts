import type { Kysely, Transaction } from 'kysely'

/** What differs between the databases; everything else is portable SQL. */
export interface DialectTraits {
  readonly name: 'sqlite' | 'postgres'
  /** Column type that holds epoch milliseconds. */
  readonly instantType: 'integer' | 'bigint'
  readonly tableSuffix?: string
  /** For tables that are little more than their key. */
  readonly compactSuffix?: string
  /** Makes the database itself refuse two active claims that overlap on one room. */
  forbidOverlaps(db: Kysely<unknown>): Promise<void>
  /** Tells the planner what the tables will be like before there is anything in them. */
  describeTables(db: Kysely<unknown>): Promise<void>
  /**
   * Runs work that writes rows by the million, in one transaction: the indexes of those tables and the guard against
   * overlaps are set aside for it and made again afterwards, after every active claim has been checked. It all happens,
   * or nothing. Throws the overlap signal.
   */
  inBulk<Database, Result>(
    db: Kysely<Database>,
    tables: readonly string[],
    work: (trx: Transaction<Database>) => Promise<Result>,
  ): Promise<Result>
  /** True when the disk is full or cannot be written: nothing was stored, and reading goes on. */
  isUnwritable(error: unknown): boolean
  /** True for the error that refusal raises. */
  isOverlap(error: unknown): boolean
}

import { type Kysely, sql, type Transaction } from 'kysely'

interface Kept {
  readonly type: 'index' | 'trigger'
  readonly name: string
  readonly sql: string
}

interface Told {
  readonly tbl: string
  readonly idx: string | null
  readonly stat: string
}

/** Pages in memory while tables are filled, and as the desk has it otherwise (in KiB, as SQLite counts them). */
const fillingCache = -49_152
const usualCache = -32_000

/**
 * Filling without indexes and triggers, all in one transaction: SQLite takes changes of tables back like any other. Rows
 * then go to the ends of their tables, and an index that is made at once is sorted instead of searched for each row.
 */
export async function inBulk<Database, Result>(
  db: Kysely<Database>,
  tables: readonly string[],
  overlapSignal: string,
  work: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  const pragma = (text: string) => sql.raw(`pragma ${text}`).execute(db)
  await pragma(`cache_size = ${fillingCache}`)
  try {
    return await db.transaction().execute(async (trx) => {
      const run = (text: string) => sql.raw(text).execute(trx)
      const { rows: all } = await sql<Kept & { readonly tbl_name: string }>`
        select type, name, tbl_name, sql from sqlite_schema where type in ('index', 'trigger') and sql is not null`.execute(
        trx,
      )
      const aside = all.filter((one) => tables.includes(one.tbl_name))
      // Dropping an index would take along what the planner has been told of it.
      const { rows: told } = await sql<Told>`select tbl, idx, stat from sqlite_stat1`.execute(trx)
      for (const { type, name } of aside) await run(`drop ${type} ${name}`)
      const result = await work(trx)
      for (const { sql: text } of aside.filter((one) => one.type === 'index')) {
        await new Promise((resolve) => setImmediate(resolve))
        await run(text)
      }
      await mustNotOverlap(trx, overlapSignal)
      for (const { sql: text } of aside.filter((one) => one.type === 'trigger')) await run(text)
      await run('delete from sqlite_stat1')
      for (const { tbl, idx, stat } of told)
        await sql`insert into sqlite_stat1 (tbl, idx, stat) values (${tbl}, ${idx}, ${stat})`.execute(trx)
      await run('analyze sqlite_schema')
      return result
    })
  } finally {
    await pragma(`cache_size = ${usualCache}`)
    // The log has grown as long as the tables; it is folded in and cut off.
    await pragma('wal_checkpoint(truncate)')
    await pragma('shrink_memory')
  }
}

// In the order of their ends, spans that do not overlap each begin no sooner than the one before has ended; the index by
// room and end gives that order.
async function mustNotOverlap<Database>(trx: Transaction<Database>, overlapSignal: string): Promise<void> {
  const { rows } = await sql<{ readonly times: number }>`
    select count(*) as times from (
      select start_at, lag(occupied_until) over (partition by venue_id, room_no order by occupied_until, start_at) as before
      from claim where active = 1
    ) where before > start_at`.execute(trx)
  if ((rows[0]?.times ?? 0) > 0) throw new Error(`${overlapSignal}, ${rows[0]?.times} times`)
}

import { sql } from 'kysely'
import { inBulk } from './sqlite-bulk.ts'
import type { DialectTraits } from './traits.ts'

const overlapSignal = 'desk: claims overlap'

interface IndexColumn {
  readonly table: string
  readonly index: string
  readonly origin: string
  readonly column: string
  readonly compact: number
}

const manyRows = 1_000_000
const coarseColumns = new Set(['status', 'state', 'kind', 'active', 'entity'])

/** How many rows share the first column of an index, the first two, and so on; all rows come first. */
function expectedRows(columns: readonly string[]): number[] {
  let shared = manyRows
  const figures = columns.map((column, at) => {
    if (column === 'venue_id') return shared
    const fraction = coarseColumns.has(column) ? 10 : 30_000
    shared = at === columns.length - 1 ? Math.min(shared, 4) : Math.max(4, Math.round(shared / fraction))
    return shared
  })
  return [manyRows, ...figures]
}

export const sqliteTraits: DialectTraits = {
  name: 'sqlite',
  instantType: 'integer',
  tableSuffix: 'strict',
  compactSuffix: 'strict, without rowid',
  async forbidOverlaps(db) {
    for (const event of ['insert', 'update']) {
      await sql
        .raw(`
          create trigger claim_overlap_on_${event} before ${event} on claim when new.active = 1
          begin
            select raise(abort, '${overlapSignal}') where exists (
              select 1 from claim other
              where other.venue_id = new.venue_id and other.room_no = new.room_no and other.active = 1
                and other.occupied_until > new.start_at and other.start_at < new.occupied_until
                and other.id <> new.id
            );
          end`)
        .execute(db)
    }
  },
  async describeTables(db) {
    // Every key begins with the venue, and one venue has all the rows. A planner that does not know would take any index
    // that begins with it, and read a million rows to find three.
    await sql.raw('analyze sqlite_schema').execute(db)
    await sql.raw('delete from sqlite_stat1').execute(db)
    const { rows } = await sql<IndexColumn>`
      select t.name as "table", i.name as "index", i.origin as origin, c.name as "column", t.sql like '%without rowid%' as compact
      from sqlite_schema t, pragma_index_list(t.name) i, pragma_index_info(i.name) c
      where t.type = 'table' and t.name not like 'sqlite_%' and t.name not like 'kysely_%'
      order by t.name, i.name, c.seqno`.execute(db)
    for (const [index, columns] of Map.groupBy(rows, (row) => row.index)) {
      const [first] = columns
      if (!first) continue
      const name = first.compact && first.origin === 'pk' ? first.table : index
      const figures = expectedRows(columns.map((row) => row.column)).join(' ')
      await sql`insert into sqlite_stat1 (tbl, idx, stat) values (${first.table}, ${name}, ${figures})`.execute(db)
    }
    await sql.raw('analyze sqlite_schema').execute(db)
  },
  inBulk: (db, tables, work) => inBulk(db, tables, overlapSignal, work),
  isUnwritable(error) {
    const code = (error as { code?: unknown } | null)?.code
    return typeof code === 'string' && /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY)/.test(code)
  },
  isOverlap: (error) => error instanceof Error && error.message.includes(overlapSignal),
}

import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ListRow } from '#electron/core/lists/list.ts'
import { listNamed } from '#electron/core/lists/lists.ts'
import type { ReportSource } from '#electron/core/queries/day-archive.ts'
import { openReader, readerOf } from '#electron/core/store/dialect/sqlite.ts'
import { wordsIn } from '#electron/core/words.ts'
import { startTestHost, type TestHost } from '#tests/builders/host.ts'

// One crowded day, far more than a page holds, in which many things happened at the very same minute; and one row on
// the day before and the day after, which belong to nobody's list of it.
const crowd = 2_300
const date = '2026-05-10'
const words = wordsIn('zh-Hans')
const noon = Date.parse(`${date}T12:00:00+08:00`)
const oneDay = 86_400_000

let test: TestHost
let source: ReportSource

type Row = Readonly<Record<string, string | number | null>>

/** Rows of one table: its not-null columns filled with nothing, the given ones with what is given. */
function fill(db: Database.Database, table: string, rows: readonly Row[]): void {
  const columns = db.prepare<[], { name: string; type: string; notnull: number }>(`pragma table_info(${table})`).all()
  const insert = db.prepare(`insert into ${table} values (${columns.map((column) => `@${column.name}`).join()})`)
  const blank = Object.fromEntries(
    columns.map(({ name, type, notnull }) => [name, notnull ? (type === 'TEXT' ? '' : 0) : null]),
  )
  for (const row of rows) insert.run({ ...blank, venue_id: 1, ...row })
}

const crowded = (make: (id: string, at: number, date: string) => Row): Row[] => [
  make('before', noon - oneDay, '2026-05-09'),
  make('after', noon + oneDay, '2026-05-11'),
  // In no order at all; three minutes for all of them.
  ...Array.from({ length: crowd }, (_, index) => make(`n${(index * 7919) % crowd}`, noon + (index % 3) * 60_000, date)),
]

/** Each list with the column its rows are told apart by. */
const lists = [
  ['list-bookings', 'code'],
  ['list-waitlist', 'number'],
  ['list-refusals', 'notes'],
  ['list-calls', 'notes'],
  ['list-stays', 'stayId'],
  ['list-uses', 'stayId'],
] as const

beforeAll(async () => {
  test = await startTestHost({ now: '2026-05-20T12:00:00+08:00' })
  const db = new Database(`${test.folder}/desk.db`)
  db.exec('begin')
  fill(
    db,
    'booking',
    crowded((id, at, day) => ({
      code: id,
      business_date: day,
      start_at: at,
      end_at: at,
      status: 'done',
      source: 'phone',
    })),
  )
  fill(
    db,
    'waitlist_entry',
    crowded((id, at, day) => ({ id, number: id, business_date: day, since: at, state: 'left' })),
  )
  fill(
    db,
    'refusal',
    crowded((id, at) => ({ id, at, start_at: at, note: id, kind: 'denial', reason: 'TYPE_FULL' })),
  )
  fill(
    db,
    'call',
    crowded((id, at, day) => ({ id, started_at: at, business_date: day, notes: id, direction: 'in' })),
  )
  fill(
    db,
    'stay',
    crowded((id, at, day) => ({ id, business_date: day, opened_at: at, source: 'walkIn', state: 'left' })),
  )
  fill(
    db,
    'segment',
    crowded((id, at) => ({
      id: `s${id}`,
      stay_id: id,
      room_no: '201',
      type_code: 'S',
      start_at: at,
      end_at: at + 60_000,
    })),
  )
  db.exec('commit')
  db.close()
  const { core } = test.host
  source = { reader: core.reader, model: core.model, now: core.clock.now() }
}, 120_000)
afterAll(() => test.close())

async function rowsOf(name: string): Promise<{ readonly pages: number; readonly rows: readonly ListRow[] }> {
  const list = listNamed(name)
  if (!list) throw new Error(name)
  const rows: ListRow[] = []
  let pages = 0
  for await (const page of list.pages(source, { from: date, to: date }, words)) {
    pages += 1
    rows.push(...page)
  }
  return { pages, rows }
}

describe.each(lists)('%s', (name, key) => {
  it('gives each row of the day once, page after page, and none of another day', async () => {
    const { pages, rows } = await rowsOf(name)
    const place =
      listNamed(name)
        ?.columns(words)
        .findIndex((column) => column.key === key) ?? -1
    const seen = rows.map((row) => String(row[place]))
    expect(seen).toHaveLength(crowd)
    expect(new Set(seen).size).toBe(crowd)
    expect(seen).not.toContain('before')
    expect(seen).not.toContain('after')
    expect(pages).toBe(3)
  })

  it('counts as many beforehand', async () => {
    expect(await listNamed(name)?.count(source, { from: date, to: date })).toBe(crowd)
    expect(await listNamed(name)?.count(source, { from: '2026-05-09', to: '2026-05-11' })).toBe(crowd + 2)
  })

  it('is read along an index from where the page before it ended, never by counting past it', async () => {
    const heard = new Set<string>()
    const prepare = vi.spyOn(Database.prototype, 'prepare')
    // A connection that has prepared nothing yet.
    const connection = openReader(`${test.folder}/desk.db`)
    const fresh = { ...source, reader: readerOf(connection) }
    const list = listNamed(name)
    await list?.count(fresh, { from: date, to: date })
    for await (const _ of list?.pages(fresh, { from: date, to: date }, words) ?? []);
    for (const [sql] of prepare.mock.calls) if (/^select/i.test(sql)) heard.add(sql)
    prepare.mockRestore()
    expect(heard.size).toBeGreaterThanOrEqual(3)
    for (const sql of heard) {
      expect(sql).not.toMatch(/offset/i)
      const steps = connection
        .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
        .all(...(sql.match(/\?/g) ?? []).map(() => 1))
      const slow = steps.filter(
        ({ detail }) => /^SCAN (?!CONSTANT)/.test(detail) || /^SEARCH \w+ USING .*\(venue_id=\?\)$/.test(detail),
      )
      expect({ sql, slow }).toEqual({ sql, slow: [] })
    }
    connection.close()
  })
})

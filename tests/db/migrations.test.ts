import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { openWriter, writerOf } from '#electron/core/store/dialect/sqlite.ts'
import { sqliteTraits } from '#electron/core/store/dialect/sqlite-traits.ts'
import { migrate, migrations } from '#electron/core/store/migrate.ts'
import { makeFolder } from '#tests/builders/host.ts'
import { openTestStore, removeFolder } from '#tests/builders/store.ts'

const folders: string[] = []
afterEach(() => folders.splice(0).forEach(removeFolder))

/** A data folder as the program before left it: only the migrations up to `last`. */
async function folderAt(last: string): Promise<string> {
  const folder = makeFolder()
  folders.push(folder)
  const names = Object.keys(migrations)
  const list = Object.fromEntries(
    Object.entries(migrations).filter(([name]) => names.indexOf(name) <= names.indexOf(last)),
  )
  const writer = writerOf(openWriter(join(folder, 'desk.db')))
  await migrate({ writer, dialect: sqliteTraits, backUp: async () => undefined, list })
  await writer.destroy()
  return folder
}

const begun = Date.parse('2026-05-12T20:00:00+08:00')

describe('0002-reports', () => {
  it('keeps every row, gives stays their extensions, and leaves a verified copy behind', async () => {
    const folder = await folderAt('0001-foundation')
    const before = new Database(join(folder, 'desk.db'))
    expect(before.prepare('select name from sqlite_schema where name = ?').get('day_close')).toBeUndefined()
    const stay = before.prepare(`
      insert into stay (venue_id, id, party, source, flow, state, type_code, requested_type_code, business_date,
        opened_at, planned_end, quote_total, opened_by, version)
      values (1, ?, 4, 'walkIn', '01', 'open', 'S', 'S', '2026-05-12', ?, ?, 0, '1101', 1)`)
    for (let i = 0; i < 5; i += 1) stay.run(`s${i}`, begun + i, begun + 7_200_000)
    before.close()

    const test = await openTestStore(folder)
    const rows = await test.store.reader.selectFrom('stay').select(['id', 'party', 'extended']).orderBy('id').execute()
    expect(rows).toEqual(Array.from({ length: 5 }, (_, i) => ({ id: `s${i}`, party: 4, extended: 0 })))
    await test.close()
    const copies = readdirSync(join(folder, 'backups'))
    expect(copies).toHaveLength(1)
    const copy = new Database(join(folder, 'backups', copies[0] ?? ''), { readonly: true })
    expect(copy.prepare('select count(*) from stay').pluck().get()).toBe(5)
    copy.close()
  })

  it('makes the same tables as a new venue has', async () => {
    const shapes = (folder: string) => {
      const db = new Database(join(folder, 'desk.db'), { readonly: true })
      const all = db
        .prepare("select type, name, sql from sqlite_schema where name not like 'sqlite_%' order by name")
        .all()
      const stats = db.prepare('select tbl, idx, stat from sqlite_stat1 order by tbl, idx').all()
      db.close()
      return { all, stats }
    }
    const old = await folderAt('0001-foundation')
    await (await openTestStore(old)).close()
    const fresh = makeFolder()
    folders.push(fresh)
    await (await openTestStore(fresh)).close()
    expect(shapes(old)).toEqual(shapes(fresh))
    expect(existsSync(join(fresh, 'backups'))).toBe(false)
  })
})

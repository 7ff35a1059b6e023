import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { backUp } from '#electron/core/store/backup.ts'
import { openWriter, readerOf, writerOf } from '#electron/core/store/dialect/sqlite.ts'
import { sqliteTraits } from '#electron/core/store/dialect/sqlite-traits.ts'
import { migrate, migrations } from '#electron/core/store/migrate.ts'
import { makeFolder } from '#tests/builders/host.ts'
import { openTestStore, removeFolder, setValue, someone } from '#tests/builders/store.ts'
import { allTables } from '#tests/builders/tables.ts'

const folders: string[] = []
afterEach(() => folders.splice(0).forEach(removeFolder))

function newFolder(): string {
  const folder = makeFolder()
  folders.push(folder)
  return folder
}

const call = (value: string) => ({ input: { key: 'a', value }, actor: someone, station: 'x' })

describe('a backup', () => {
  it('made while the desk goes on writing is whole and opens by itself', async () => {
    const test = await openTestStore(newFolder())
    for (let i = 0; i < 50; i += 1) await test.door.execute(setValue, call(String(i)))
    const copying = test.store.backUp()
    for (let i = 0; i < 50; i += 1) await test.door.execute(setValue, call(`during ${i}`))
    const { file, head } = await copying
    await test.close()
    const copy = new Database(file, { readonly: true })
    expect(head).toBeGreaterThanOrEqual(50)
    expect(copy.prepare('select max(seq) from journal').pluck().get()).toBe(head)
    copy.close()
  })

  it('keeps only the newest', async () => {
    const test = await openTestStore(newFolder())
    await test.door.execute(setValue, call('x'))
    for (let i = 0; i < 4; i += 1) await backUp(join(test.folder, 'desk.db'), join(test.folder, 'backups'), 2)
    expect(readdirSync(join(test.folder, 'backups'))).toHaveLength(2)
    await test.close()
  })

  it('of a damaged database is refused and leaves no file', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'desk.db'), Buffer.alloc(8192, 0x41))
    await expect(backUp(join(folder, 'desk.db'), join(folder, 'backups'))).rejects.toThrow()
    expect(readdirSync(join(folder, 'backups'))).toEqual([])
  })
})

describe('migration', () => {
  const next = {
    ...migrations,
    '9999-next': {
      up: async (db: Parameters<(typeof migrations)[string]['up']>[0]) => {
        await sql`alter table setting add column note text`.execute(db)
      },
    },
  }

  it('from the version before keeps all data, after a backup', async () => {
    const test = await openTestStore(newFolder())
    for (const value of ['one', 'two']) await test.door.execute(setValue, call(value))
    const before = await allTables(test.store.reader)
    await test.close()
    const file = join(test.folder, 'desk.db')
    const connection = openWriter(file)
    const writer = writerOf(connection)
    const backups: string[] = []
    const backUpNow = async () => {
      backups.push((await backUp(file, join(test.folder, 'backups'))).file)
    }
    const ran = await migrate({ writer, dialect: sqliteTraits, backUp: backUpNow, list: next })
    expect(ran).toEqual(['9999-next'])
    expect(backups).toHaveLength(1)
    const after = await allTables(readerOf(connection))
    const rows = (tables: typeof after) => tables.setting?.map((row) => ({ ...(row as object), note: null }))
    expect(after.setting).toEqual(rows(before))
    expect({ ...after, setting: [] }).toEqual({ ...before, setting: [] })
    await writer.destroy()
  })

  it('that fails leaves the tables as they were', async () => {
    const test = await openTestStore(newFolder())
    await test.door.execute(setValue, call('one'))
    await test.close()
    const file = join(test.folder, 'desk.db')
    const broken = {
      ...migrations,
      '9999-broken': {
        up: async (db: Parameters<(typeof migrations)[string]['up']>[0]) => {
          await sql`alter table setting add column note text`.execute(db)
          throw new Error('half way')
        },
      },
    }
    const connection = openWriter(file)
    const writer = writerOf(connection)
    const run = migrate({ writer, dialect: sqliteTraits, backUp: async () => undefined, list: broken })
    await expect(run).rejects.toThrow('half way')
    const columns = connection.pragma('table_info(setting)') as { name: string }[]
    expect(columns.map((column) => column.name)).toEqual(['venue_id', 'key', 'value'])
    await writer.destroy()
  })

  it('does nothing on a database that is up to date', async () => {
    const test = await openTestStore(newFolder())
    await test.close()
    const again = await openTestStore(test.folder)
    expect(existsSync(join(test.folder, 'backups'))).toBe(false)
    await again.close()
  })
})

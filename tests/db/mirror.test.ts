import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readSegment } from '#electron/core/store/mirror-segment.ts'
import { makeFolder } from '#tests/builders/host.ts'
import { openTestStore, removeFolder, setValue, someone, type TestStore } from '#tests/builders/store.ts'
import { allTables } from '#tests/builders/tables.ts'

const folders: string[] = []
afterEach(() => folders.splice(0).forEach(removeFolder))

async function storeWith(count: number, folder = newFolder()): Promise<TestStore> {
  const test = await openTestStore(folder)
  for (let i = 1; i <= count; i += 1) await set(test, `k${i % 3}`, `v${i}`)
  return test
}

function newFolder(): string {
  const folder = makeFolder()
  folders.push(folder)
  return folder
}

const set = (test: TestStore, key: string, value: string) =>
  test.door.execute(setValue, { input: { key, value }, actor: someone, station: 'x' })

function deleteDatabase(folder: string): void {
  for (const name of ['desk.db', 'desk.db-wal', 'desk.db-shm']) rmSync(join(folder, name), { force: true })
}

const onlySegment = (folder: string): string => {
  const [name = ''] = readdirSync(join(folder, 'mirror'))
  return join(folder, 'mirror', name)
}

describe('the mirror', () => {
  it('holds every line, in order', async () => {
    const test = await storeWith(10)
    expect(readSegment(onlySegment(test.folder)).lines.map((line) => line.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    await test.close()
  })

  it('rebuilds a database that was deleted, row for row', async () => {
    const test = await storeWith(10)
    const before = await allTables(test.store.reader)
    await test.close()
    deleteDatabase(test.folder)
    const again = await openTestStore(test.folder)
    expect(again.store.reconciled).toBe('databaseReplayed')
    expect(await allTables(again.store.reader)).toEqual(before)
    await set(again, 'k', 'goes on')
    expect(again.door.head().seq).toBe(11)
    await again.close()
  })

  it('gives back what a database lost with its write-ahead log', async () => {
    const test = await storeWith(4)
    await test.close()
    const kept = readFileSync(join(test.folder, 'desk.db'))
    const later = await storeWith(3, test.folder)
    const before = await allTables(later.store.reader)
    await later.close()
    writeFileSync(join(test.folder, 'desk.db'), kept)
    for (const name of ['desk.db-wal', 'desk.db-shm']) rmSync(join(test.folder, name), { force: true })
    const again = await openTestStore(test.folder)
    expect(again.store.reconciled).toBe('databaseReplayed')
    expect(await allTables(again.store.reader)).toEqual(before)
    await again.close()
  })

  it('is filled from the database when it was behind', async () => {
    const test = await storeWith(10)
    await test.close()
    rmSync(join(test.folder, 'mirror'), { recursive: true })
    const again = await openTestStore(test.folder)
    expect(again.store.reconciled).toBe('mirrorFilled')
    expect(readSegment(onlySegment(test.folder)).lines).toHaveLength(10)
    await again.close()
  })

  it('forgets a torn last line and takes it from the database again', async () => {
    const test = await storeWith(5)
    await test.close()
    const file = onlySegment(test.folder)
    const { end } = readSegment(file)
    const bytes = readFileSync(file)
    bytes.fill(0x5a, end - 40, end)
    writeFileSync(file, bytes)
    expect(readSegment(file).lines).toHaveLength(4)
    const again = await openTestStore(test.folder)
    expect(again.store.reconciled).toBe('mirrorFilled')
    await set(again, 'k', 'after')
    expect(readSegment(file).lines.map((line) => line.seq)).toEqual([1, 2, 3, 4, 5, 6])
    await again.close()
  })

  it('is set aside when it tells another story', async () => {
    const one = await storeWith(3)
    const other = await storeWith(4)
    await set(one, 'k', 'different')
    await one.close()
    await other.close()
    deleteDatabase(one.folder)
    writeFileSync(join(one.folder, 'desk.db'), readFileSync(join(other.folder, 'desk.db')))
    const again = await openTestStore(one.folder)
    expect(again.store.reconciled).toBe('mirrorSetAside')
    expect(readdirSync(one.folder).some((name) => name.startsWith('mirror-aside-'))).toBe(true)
    await again.close()
  })

  it('that cannot be written stops nobody', async () => {
    const folder = newFolder()
    const blocked = join(folder, 'blocked')
    mkdirSync(blocked)
    writeFileSync(join(blocked, 'mirror'), 'a file where the folder should be')
    const test = await openTestStore(folder, join(blocked, 'mirror'))
    expect(test.store.reconciled).toBe('unwritable')
    expect(await set(test, 'k', 'v')).toMatchObject({ ok: true })
    chmodSync(blocked, 0o700)
    await test.close()
  })
})

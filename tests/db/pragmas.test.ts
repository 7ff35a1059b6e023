import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { openReader, openWriter } from '#electron/core/store/dialect/sqlite.ts'
import { makeFolder } from '#tests/builders/host.ts'
import { removeFolder } from '#tests/builders/store.ts'

const folders: string[] = []
afterEach(() => folders.splice(0).forEach(removeFolder))

function newFile(): string {
  const folder = makeFolder()
  folders.push(folder)
  return join(folder, 'desk.db')
}

const expected = {
  journal_mode: 'wal',
  synchronous: 2,
  fullfsync: 1,
  checkpoint_fullfsync: 1,
  foreign_keys: 1,
  cell_size_check: 1,
  trusted_schema: 0,
  busy_timeout: 5000,
}

describe('pragmas', () => {
  it.each(Object.entries(expected))('the writer keeps %s', (name, value) => {
    const db = openWriter(newFile())
    expect(db.pragma(name, { simple: true })).toBe(value)
    db.close()
  })

  it.each(Object.entries(expected))('a reader keeps %s', (name, value) => {
    const file = newFile()
    const writer = openWriter(file)
    const reader = openReader(file)
    expect(reader.pragma(name, { simple: true })).toBe(value)
    reader.close()
    writer.close()
  })

  it('refuses a database that does not keep what was set', () => {
    const file = newFile()
    const plain = new Database(file)
    plain.exec('create table a (b)')
    plain.close()
    // Read-only, so the file stays in rollback mode and cannot be what the desk needs.
    expect(() => openReader(file)).toThrow('journal_mode')
  })

  it('a reader cannot write, whatever the SQL', () => {
    const file = newFile()
    const writer = openWriter(file)
    writer.exec('create table a (b text) strict')
    const reader = openReader(file)
    expect(() => reader.exec("insert into a values ('x')")).toThrow(/readonly|read-only|query_only/i)
    reader.close()
    writer.close()
  })
})

import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, removeFolder, setValue, someone, type TestStore } from '#tests/builders/store.ts'

let test: TestStore
beforeEach(async () => {
  test = await openTestStore()
})
afterEach(async () => {
  await test.close()
  removeFolder(test.folder)
})

const set = (key: string, value: string) =>
  test.door.execute(setValue, { input: { key, value }, actor: someone, station: 'x', idempotencyKey: key })
const values = () => test.store.reader.selectFrom('setting').select('key').orderBy('key').execute()
const mostPages = (count: number) => sql.raw(`pragma max_page_count = ${count}`).execute(test.store.writer)

describe('a full disk', () => {
  it('refuses the write, keeps nothing of it, reads on, and writes again once there is room', async () => {
    await set('a', 'kept')
    await mostPages(1)
    const refused = await set('b', 'x'.repeat(50_000))
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'UNAVAILABLE' } })
    expect(test.defects).toHaveLength(1)
    expect(await values()).toEqual([{ key: 'a' }])
    await mostPages(1_000_000)
    expect(await set('b', 'x'.repeat(50_000))).toMatchObject({ ok: true, result: { journalSeq: 2 } })
    expect(await values()).toEqual([{ key: 'a' }, { key: 'b' }])
  })
})

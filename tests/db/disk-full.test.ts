import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Auth } from '#electron/core/auth/auth.ts'
import { hashPin } from '#electron/core/auth/pin.ts'
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

  it('keeps nobody from signing in', async () => {
    const pepper = Buffer.alloc(32, 7)
    const pin_hash = await hashPin('246810', pepper)
    const row = { venue_id: 1, staff_no: '1001', name: '林晓雯', role: 'desk' as const, pin_hash, active: 1 as const }
    await test.store.writer.insertInto('staff').values(row).execute()
    const report = (defect: unknown) => test.defects.push(defect)
    const auth = new Auth({ door: test.door, reader: test.store.reader, pepper, realNow: () => Date.now(), report })
    await auth.load()
    await mostPages(1)
    // Longer than what is free in the file, so that keeping the session really fails.
    const opened = await auth.open('1001', '246810', 'x'.repeat(50_000), 'here')
    expect(opened.ok && auth.resolve(opened.result.token)?.actor.staffNo).toBe('1001')
    expect(test.defects).toHaveLength(1)
  })
})

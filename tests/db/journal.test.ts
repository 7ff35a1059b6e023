import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyChain } from '#electron/core/store/replay.ts'
import { refuse } from '#electron/core/store/tx.ts'
import {
  another,
  claimRow,
  openTestStore,
  removeFolder,
  setValue,
  someone,
  type TestStore,
  takeRooms,
} from '#tests/builders/store.ts'

let test: TestStore
beforeEach(async () => {
  test = await openTestStore()
})
afterEach(async () => {
  await test.close()
  removeFolder(test.folder)
})

const set = (value: string, key?: string, actor = someone) =>
  test.door.execute(setValue, {
    input: { key: 'a', value },
    actor,
    station: 'desk 1',
    ...(key !== undefined && { idempotencyKey: key }),
  })

const lines = () => test.store.reader.selectFrom('journal').selectAll().orderBy('seq').execute()

describe('the same key', () => {
  it('with the same body gives the first answer again and stores nothing more', async () => {
    const first = await set('one', 'k1')
    await set('two', 'k2')
    expect(await set('one', 'k1')).toEqual(first)
    expect(await lines()).toHaveLength(2)
    expect(await test.store.reader.selectFrom('setting').select('value').execute()).toEqual([{ value: 'two' }])
  })

  it('with another body is refused', async () => {
    await set('one', 'k1')
    expect(await set('two', 'k1')).toMatchObject({ ok: false, refusal: { code: 'KEY_REUSED' } })
  })

  it('with another command is refused', async () => {
    await set('one', 'k1')
    const answer = await test.door.execute(takeRooms, {
      input: { claims: [] },
      actor: someone,
      station: 'desk 1',
      idempotencyKey: 'k1',
    })
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'KEY_REUSED' } })
  })

  it('from another person is his own', async () => {
    await set('one', 'k1')
    expect(await set('two', 'k1', another)).toMatchObject({ ok: true, result: { value: 'two' } })
  })

  it('is free again after a refusal', async () => {
    const no = { ...setValue, run: async () => refuse('STATE') }
    const call = { input: { key: 'a', value: 'x' }, actor: someone, station: 'desk 1', idempotencyKey: 'k1' }
    expect(await test.door.execute(no, call)).toMatchObject({ ok: false, refusal: { code: 'STATE' } })
    expect(await set('one', 'k1')).toMatchObject({ ok: true })
  })

  it('sent many times at once is done once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => set('one', 'k1')))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await lines()).toHaveLength(1)
  })

  it('gives the first answer after a restart too', async () => {
    const first = await set('one', 'k1')
    await test.close()
    test = await openTestStore(test.folder)
    expect(await set('one', 'k1')).toEqual(first)
  })
})

describe('a refusal', () => {
  it('leaves no trace in the tables or the journal', async () => {
    const half = {
      ...setValue,
      run: async (tx: Parameters<typeof setValue.run>[0]) => {
        await tx.insert('setting', { key: 'half', value: 'done' })
        return refuse('STATE')
      },
    }
    await test.door.execute(half, { input: { key: 'a', value: 'b' }, actor: someone, station: 'x' })
    expect(await test.store.reader.selectFrom('setting').selectAll().execute()).toEqual([])
    expect(await lines()).toEqual([])
  })

  it('by an exception leaves no trace either, and the door goes on', async () => {
    const broken = {
      ...setValue,
      run: async (tx: Parameters<typeof setValue.run>[0]) => {
        await tx.insert('setting', { key: 'half', value: 'done' })
        throw new Error('defect')
      },
    }
    const call = { input: { key: 'a', value: 'b' }, actor: someone, station: 'x' }
    await expect(test.door.execute(broken, call)).rejects.toThrow('defect')
    expect(await set('one')).toMatchObject({ ok: true, result: { journalSeq: 1 } })
    expect(await test.store.reader.selectFrom('setting').select('key').execute()).toEqual([{ key: 'a' }])
  })
})

describe('the journal', () => {
  it('keeps each row before and after', async () => {
    await set('one')
    await set('two')
    const changes = (await lines()).map((line) => JSON.parse(line.changes) as unknown)
    const row = (value: string) => ({ venue_id: 1, key: 'a', value })
    expect(changes).toEqual([
      [{ table: 'setting', before: null, after: row('one') }],
      [{ table: 'setting', before: row('one'), after: row('two') }],
    ])
  })

  it('is a chain that verifies, and shows where somebody changed it', async () => {
    for (const value of ['one', 'two', 'three']) await set(value)
    expect(await verifyChain(test.store.reader)).toMatchObject({ ok: true, entries: 3, head: test.door.head().hash })
    await test.store.writer.updateTable('journal').set({ actor: '9999' }).where('seq', '=', 2).execute()
    expect(await verifyChain(test.store.reader)).toMatchObject({ ok: false, brokenAt: 2 })
  })

  it('notices a line taken out', async () => {
    for (const value of ['one', 'two', 'three']) await set(value)
    await test.store.writer.deleteFrom('journal').where('seq', '=', 2).execute()
    expect(await verifyChain(test.store.reader)).toMatchObject({ ok: false, brokenAt: 3 })
  })

  it('never holds a PIN, in the database, its log or the mirror', async () => {
    await test.door.execute(setValue, {
      input: { key: 'a', value: 'b', pin: 'PIN-804613' },
      actor: someone,
      station: 'x',
    })
    const files = ['desk.db', 'desk.db-wal', join('mirror', 'journal-0000000001.seg')]
    for (const file of files) expect(readFileSync(join(test.folder, file)).includes('804613')).toBe(false)
  })

  it('tells of each commit once and in order', async () => {
    await Promise.all(['one', 'two', 'three', 'four'].map((value) => set(value)))
    await test.door.execute(takeRooms, { input: { claims: [claimRow('a', '1', 0, 9)] }, actor: someone, station: 'x' })
    expect(test.committed.map((commit) => commit.entry.seq)).toEqual([1, 2, 3, 4, 5])
    expect(test.committed.at(-1)?.keys).toEqual(['room:1'])
  })
})

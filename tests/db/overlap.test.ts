import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claimRow, openTestStore, removeFolder, someone, type TestStore, takeRooms } from '#tests/builders/store.ts'

let test: TestStore
beforeEach(async () => {
  test = await openTestStore()
})
afterEach(async () => {
  await test.close()
  removeFolder(test.folder)
})

const take = (...claims: ReturnType<typeof claimRow>[]) =>
  test.door.execute(takeRooms, { input: { claims }, actor: someone, station: 'test' })

const activeClaims = async () =>
  (await test.store.reader.selectFrom('claim').selectAll().where('active', '=', 1).execute()).length

describe('the database itself never sells a room twice', () => {
  it.each([
    ['inside', 1140, 1200],
    ['around', 1000, 1400],
    ['over the start', 1000, 1081],
    ['over the end', 1259, 1300],
    ['the same span', 1080, 1260],
  ])('refuses a claim %s another one', async (_where, from, until) => {
    await take(claimRow('a', '305', 1080, 1260))
    const answer = await take(claimRow('b', '305', from, until))
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'ROOM_TAKEN' } })
    expect(await activeClaims()).toBe(1)
  })

  it('lets claims touch', async () => {
    await take(claimRow('a', '305', 1080, 1260))
    expect((await take(claimRow('b', '305', 1260, 1300), claimRow('c', '305', 1000, 1080))).ok).toBe(true)
  })

  it('takes no notice of other rooms and of claims given up', async () => {
    await take(claimRow('a', '305', 1080, 1260), { ...claimRow('b', '306', 1080, 1260), active: 0 })
    expect((await take(claimRow('c', '306', 1080, 1260))).ok).toBe(true)
  })

  it('undoes the whole command when its last claim collides', async () => {
    await take(claimRow('a', '305', 1080, 1260))
    await take(claimRow('b', '301', 1080, 1260), claimRow('c', '302', 1080, 1260), claimRow('d', '305', 1100, 1200))
    expect(await activeClaims()).toBe(1)
  })

  it('refuses a claim that grows into another one', async () => {
    await take(claimRow('a', '305', 1080, 1260), claimRow('b', '305', 1300, 1400))
    const grow = {
      name: 'test.grow',
      run: async (tx: Parameters<typeof takeRooms.run>[0]) => {
        const { occupied_until } = claimRow('x', '305', 0, 1301)
        await tx.update('claim', { id: 'a' }, { end_at: occupied_until, occupied_until })
        return { ok: true as const, result: {}, keys: [] }
      },
    }
    const answer = await test.door.execute(grow, { input: {}, actor: someone, station: 'test' })
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'ROOM_TAKEN' } })
  })

  it('refuses a claim that comes back over another one', async () => {
    await take({ ...claimRow('a', '305', 1080, 1260), active: 0 }, claimRow('b', '305', 1200, 1300))
    const revive = {
      name: 'test.revive',
      run: async (tx: Parameters<typeof takeRooms.run>[0]) => {
        await tx.update('claim', { id: 'a' }, { active: 1 })
        return { ok: true as const, result: {}, keys: [] }
      },
    }
    const answer = await test.door.execute(revive, { input: {}, actor: someone, station: 'test' })
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'ROOM_TAKEN' } })
  })
})

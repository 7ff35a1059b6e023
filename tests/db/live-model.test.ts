import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LiveModel } from '#electron/core/store/live-model.ts'
import { DeskDriver, iso, newPhone } from '#tests/builders/desk-driver.ts'

let desk: DeskDriver
beforeEach(async () => {
  desk = await DeskDriver.start()
})
afterEach(() => desk.close())

/** What the running desk has in memory, and what a fresh start would read: they must agree. */
async function bothModels() {
  const { core } = desk.hub.host
  const now = core.clock.now()
  const fresh = new LiveModel(core.reader)
  await fresh.load(now)
  const view = (model: LiveModel) => {
    const snapshot = model.snapshotFor(now, now, now + 1, 'nobody', core.holds)
    return {
      claims: [...snapshot.claimsByRoom].filter(([, claims]) => claims.length > 0).sort(([a], [b]) => (a < b ? -1 : 1)),
      waiting: snapshot.waiting,
      settled: [...snapshot.settledRooms].sort(),
      habitual: [...snapshot.habitualRooms],
      walkIns: [...snapshot.walkInsByRoom].sort(([a], [b]) => (a < b ? -1 : 1)),
      venue: snapshot.venue,
    }
  }
  return { running: view(core.model), fresh: view(fresh) }
}

describe('the present in memory', () => {
  it('is what a fresh start would read, after an evening of everything', async () => {
    const phone = newPhone()
    const kept = await desk.book({ party: 6, start: '2026-05-12 20:00' }, { customer: { name: '张伟', phone } })
    const moved = await desk.book({ party: 12, start: '2026-05-12 21:00' })
    await desk.change(moved.code, { version: moved.version, start: iso('2026-05-12 21:30') })
    const dropped = await desk.book({ party: 3, start: '2026-05-12 19:00' })
    await desk.post(`/bookings/${dropped.code}/cancel`, { reason: 'guest' })
    for (let i = 0; i < 3; i += 1)
      await desk.book(
        { party: 4, start: `2026-05-1${3 + i} 13:00`, roomNo: '215' },
        { customer: { name: '李娜', phone } },
      )
    const early = await desk.book({ party: 4, start: '2026-05-12 15:15' })
    const stay = (await desk.arrive(early.code)).body
    await desk.post(`/stays/${stay.id}/transfer`, { roomNo: '220', reason: 'guest', charge: 'keep' }, '1101')
    const walkIn = await desk.letIn({ party: 2, minutes: 60 })
    await desk.post(`/stays/${walkIn.id}/settle`, { amount: 100 }, '1101')
    const gone = await desk.letIn({ party: 2, minutes: 60 })
    await desk.post(`/stays/${gone.id}/leave`, {}, '1101')
    await desk.post('/waitlist', { party: 4, name: '王芳', phone: newPhone() })
    await desk.post(
      '/blocks',
      { roomNo: '701', kind: 'repair', start: iso('2026-05-12 16:00'), end: iso('2026-05-14 16:00'), reason: '空调' },
      '2001',
    )
    await desk.clock('2026-05-12 16:45')
    const { running, fresh } = await bothModels()
    expect(running).toEqual(fresh)
    expect(running.settled).toHaveLength(1)
    expect(running.habitual).toEqual([['215', [kept.customer.id]]])
  })

  it('lets an open use grow with the clock, and never into the next claim', async () => {
    const stay = await desk.letIn({ party: 2, minutes: 60, roomNo: '224' })
    const booked = await desk.book({ party: 2, start: '2026-05-12 16:30', roomNo: '224' })
    expect(booked.roomNo).toBe('224')
    const { core } = desk.hub.host
    const endAt = (local: string) => {
      const claims = core.model.claimsByRoom(Date.parse(iso(local))).get('224') ?? []
      return claims.find((claim) => claim.stayId === stay.id)?.end
    }
    expect(endAt('2026-05-12 15:30')).toBe(Date.parse(iso('2026-05-12 16:00')))
    expect(endAt('2026-05-12 16:20')).toBe(Date.parse(iso('2026-05-12 16:20')))
    expect(endAt('2026-05-12 18:00')).toBe(Date.parse(iso('2026-05-12 16:30')))
  })

  it('forgets a refused command', async () => {
    const before = (await bothModels()).running
    await desk.save({ party: 200, start: '2026-05-12 20:00' })
    await desk.save({ party: 6, start: '2026-05-12 20:00', roomNo: '999' })
    expect((await bothModels()).running).toEqual(before)
  })

  it('shows a soft hold to the other stations only, and only for its span', async () => {
    const { core } = desk.hub.host
    const at = (local: string) => Date.parse(iso(local))
    core.holds.take({
      roomNo: '305',
      start: at('2026-05-12 20:00'),
      end: at('2026-05-12 23:00'),
      staffNo: '1001',
      staffName: '林晓雯',
      station: 'A',
    })
    const held = (start: string, end: string, station: string) => [
      ...core.holds.roomsHeldFromOthers({ start: at(start), end: at(end) }, station),
    ]
    expect(held('2026-05-12 21:00', '2026-05-12 22:00', 'B')).toEqual(['305'])
    expect(held('2026-05-12 21:00', '2026-05-12 22:00', 'A')).toEqual([])
    expect(held('2026-05-12 23:00', '2026-05-13 01:00', 'B')).toEqual([])
    core.holds.letGo('A')
    expect(held('2026-05-12 21:00', '2026-05-12 22:00', 'B')).toEqual([])
  })
})

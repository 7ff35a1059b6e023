import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepDemoHistory } from '#electron/core/demo-history.ts'
import { verifyChain } from '#electron/core/store/replay.ts'
import { DeskDriver } from '#tests/builders/desk-driver.ts'

let desk: DeskDriver
beforeEach(async () => {
  desk = await DeskDriver.start()
})
afterEach(() => desk.close())

const keepDays = (days: number) => {
  const { core } = desk.hub.host
  return keepDemoHistory(core.door, core.reader, core.model, core.clock.now(), days)
}

it('past evenings are there to look at, and today is as empty as before', async () => {
  await keepDays(2)
  const { items } = (await desk.get<{ items: { status: string }[] }>('/bookings?date=2026-05-11')).body
  expect(items.length).toBeGreaterThan(10)
  expect(items.every((booking) => ['done', 'cancelled', 'released'].includes(booking.status))).toBe(true)
  const claims = async (date: string) => (await desk.board(date)).rooms.flatMap((room) => room.claims)
  expect((await claims('2026-05-11')).some((claim) => claim.kind === 'use')).toBe(true)
  expect(await claims('2026-05-12')).toEqual([])
  expect(await verifyChain(desk.hub.host.core.reader)).toMatchObject({ ok: true })
})

it('the desk goes on with codes of its own', async () => {
  await keepDays(1)
  const booking = await desk.book({ party: 6, start: '2026-05-12 20:00' })
  const count = await desk.hub.host.core.reader
    .selectFrom('booking')
    .select('code')
    .where('code', '=', booking.code)
    .execute()
  expect(count).toHaveLength(1)
})

it('a venue somebody has booked in gets none', async () => {
  await desk.book({ party: 6, start: '2026-05-12 20:00' })
  const { seq } = desk.hub.host.core.door.head()
  await keepDays(1)
  expect(desk.hub.host.core.door.head().seq).toBe(seq)
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DeskDriver, newPhone, overlapsOn } from '#tests/builders/desk-driver.ts'

const clients = 50

let desk: DeskDriver
beforeEach(async () => {
  desk = await DeskDriver.start()
})
afterEach(async () => {
  expect(overlapsOn(await desk.board())).toEqual([])
  expect(desk.hub.defects).toEqual([])
  await desk.close()
})

const all = <Answer>(ask: (at: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: clients }, (_, at) => ask(at)))

describe('fifty desks at once', () => {
  it('want one room: one gets it, the others hear who has it and what else there is', async () => {
    const answers = await all((at) =>
      desk.save(
        { party: 6, start: '2026-05-12 20:00', roomNo: '302' },
        { customer: { name: `客人${at}`, phone: newPhone() } },
        at % 2 ? '1001' : '1002',
      ),
    )
    const won = answers.filter((answer) => answer.status === 201)
    const lost = answers.filter((answer) => answer.status === 409)
    expect([won.length, lost.length]).toEqual([1, clients - 1])
    for (const { body } of lost) {
      expect(body.error.code).toBe('ROOM_TAKEN')
      expect(body.error.details.decision?.offers.length).toBeGreaterThanOrEqual(3)
      expect(body.error.details.decision?.blockers).toMatchObject([{ roomNo: '302', bookingCode: won[0]?.body.code }])
    }
  })

  it('want a type: each gets a room of it while there is one', async () => {
    const answers = await all(() => desk.save({ party: 6, start: '2026-05-12 16:15', minutes: 120, typeCode: 'M' }))
    const won = answers.filter((answer) => answer.status === 201)
    expect(won).toHaveLength(20)
    expect(new Set(won.map((answer) => answer.body.roomNo)).size).toBe(20)
    expect(new Set(won.map((answer) => answer.body.code)).size).toBe(20)
    for (const { status, body } of answers)
      if (status !== 201) expect(body.error.details.decision?.offers.length).toBeGreaterThan(0)
  })

  it('let walk-ins, blocks and bookings fight for one room: nothing overlaps', async () => {
    const block = { roomNo: '302', kind: 'locked', reason: '试音' }
    const span = { start: '2026-05-12T15:00:00+08:00', end: '2026-05-12T16:00:00+08:00' }
    const answers = await all(async (at) => {
      if (at % 3 === 0) return (await desk.walkIn({ party: 6, roomNo: '302', minutes: 60 })).status
      if (at % 3 === 1) return (await desk.post('/blocks', { ...block, ...span }, '2001')).status
      return (await desk.save({ party: 6, start: '2026-05-12 15:15', roomNo: '302' })).status
    })
    expect(answers.filter((status) => status === 201)).toHaveLength(1)
    expect(answers.filter((status) => status === 409)).toHaveLength(clients - 1)
  })

  it('send one form under one key: it is stored once', async () => {
    const customer = { name: '一人', phone: newPhone() }
    const body = { request: { party: 6, start: '2026-05-12T20:00:00+08:00' }, customer }
    const answers = await all(() => desk.rest.call<{ code: string }>('POST', '/bookings', { body, key: 'same' }))
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.body.code}`)).size).toBe(1)
    expect((await desk.get<{ items: unknown[] }>('/bookings')).body.items).toHaveLength(1)
  })
})

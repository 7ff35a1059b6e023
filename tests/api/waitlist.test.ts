import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  approval,
  DeskDriver,
  iso,
  newPhone,
  type StayAnswer,
  type WaitlistAnswer,
} from '#tests/builders/desk-driver.ts'

let desk: DeskDriver
beforeEach(async () => {
  desk = await DeskDriver.start()
})
afterEach(async () => {
  expect(desk.hub.defects).toEqual([])
  await desk.close()
})

const join = (body: object) => desk.post<WaitlistAnswer>('/waitlist', { ...body })
const step = (id: string, what: 'call' | 'leave') => desk.post<WaitlistAnswer>(`/waitlist/${id}/${what}`)
const seat = (id: string, body: object = {}) => desk.post<StayAnswer>(`/waitlist/${id}/seat`, { ...body }, '1101')

/** Both presidential rooms in use, until 17:00 and 18:00. */
async function presidentialFull(): Promise<StayAnswer[]> {
  return [
    await desk.letIn({ party: 40, roomNo: '701', minutes: 120 }),
    await desk.letIn({ party: 40, roomNo: '702', minutes: 180 }),
  ]
}

describe('waiting list', () => {
  it('numbers by type and day, and quotes the wait: those ahead take the earliest rooms', async () => {
    await presidentialFull()
    const first = await join({ party: 30, typeCode: 'P', name: '郑', phone: '13612345678' })
    expect(first).toMatchObject({
      status: 201,
      body: {
        number: 'P1',
        typeCode: 'P',
        state: 'waiting',
        priority: 'normal',
        quotedMinutes: 140,
        phone: '136••••5678',
      },
    })
    expect(first.body.p90Minutes).toBeGreaterThanOrEqual(140)
    expect((await join({ party: 30, typeCode: 'P' })).body).toMatchObject({ number: 'P2', quotedMinutes: 200 })
    expect((await join({ party: 3 })).body).toMatchObject({ number: 'S1', quotedMinutes: 0 })
    await desk.clock('2026-05-13 13:00')
    expect((await join({ party: 30 })).body.number).toBe('P1')
  })

  it('puts VIPs before others and a jump before all, with its row in the ledger', async () => {
    const phone = newPhone()
    await desk.post('/customers', { name: '贵宾', phones: [phone], vipTier: 'silver' }, '2001')
    await presidentialFull()
    await join({ party: 30, typeCode: 'P' })
    await join({ party: 30, typeCode: 'P', phone })
    expect((await join({ party: 30, typeCode: 'P', approval: { ...approval, pin: '222222' } })).status).toBe(403)
    const jump = await join({ party: 30, typeCode: 'P', approval })
    expect(jump.body.priority).toBe('jump')
    expect((await desk.waitlist()).map((entry) => [entry.number, entry.priority])).toEqual([
      ['P3', 'jump'],
      ['P2', 'vip'],
      ['P1', 'normal'],
    ])
    const ledger = await desk.get<{ items: unknown[] }>('/queue-jumps')
    expect(ledger.body.items).toMatchObject([
      { waitlistNumber: 'P3', approver: '2001', displaced: [{ number: 'P2' }, { number: 'P1' }] },
    ])
  })

  it('matches a room that becomes free with the first it suits', async () => {
    const [stay] = await presidentialFull()
    const [one, two] = [await join({ party: 30, typeCode: 'P' }), await join({ party: 30, typeCode: 'P' })]
    await desk.post(`/stays/${stay?.id}/leave`)
    expect((await desk.waitlist()).map((entry) => entry.matchedRoomNo)).toEqual([undefined, undefined])
    await desk.post('/rooms/701/cleaned')
    expect((await desk.waitlist()).map((entry) => entry.matchedRoomNo)).toEqual(['701', undefined])
    const called = await step(one.body.id, 'call')
    expect(called.body).toMatchObject({ state: 'called', calledAt: iso('2026-05-12 15:00') })
    const seated = await seat(one.body.id)
    expect(seated.body).toMatchObject({ source: 'waitlist', party: 30, segments: [{ roomNo: '701' }] })
    expect((await seat(one.body.id)).body).toMatchObject({ error: { code: 'STATE' } })
    const full = await seat(two.body.id)
    expect(full.body).toMatchObject({ error: { code: 'NOT_CONTIGUOUS' } })
    expect((await seat(two.body.id, { roomNo: '601' })).body).toMatchObject({ segments: [{ typeCode: 'XL' }] })
  })

  it('lets a call run out ten minutes later', async () => {
    const { id } = (await join({ party: 3 })).body
    await step(id, 'call')
    expect(await desk.clock('2026-05-12 15:09')).toMatchObject({ expired: 0 })
    expect(await desk.clock('2026-05-12 15:10')).toMatchObject({ expired: 1 })
    expect(await desk.waitlist()).toMatchObject([{ id, state: 'expired' }])
    expect((await step(id, 'call')).body).toMatchObject({ error: { code: 'STATE' } })
  })

  it('lets a party go, and everybody at the end of the day', async () => {
    const gone = (await join({ party: 3 })).body
    expect((await step(gone.id, 'leave')).body.state).toBe('left')
    expect((await step(gone.id, 'leave')).body).toMatchObject({ error: { code: 'STATE' } })
    await join({ party: 3 })
    expect(await desk.clock('2026-05-13 08:00')).toMatchObject({ expired: 1 })
    expect(await desk.waitlist()).toEqual([])
  })

  it('seats a booking that waited, and the booking has arrived', async () => {
    const [stay] = await presidentialFull()
    const wish = { party: 30, start: '2026-05-12 15:30', typeCode: 'P' }
    const offerId = (await desk.decide(wish)).offers.at(-1)?.offerId
    const booking = (await desk.save(wish, { offerId })).body
    expect(booking.status).toBe('waiting')
    await desk.post(`/stays/${stay?.id}/leave`)
    await desk.post('/rooms/701/cleaned')
    const seated = await seat(booking.waitlist?.id ?? '')
    expect(seated.body).toMatchObject({ bookingCode: booking.code, source: 'waitlist' })
    expect(await desk.booking(booking.code)).toMatchObject({ status: 'arrived', roomNo: '701' })
    await desk.post(`/stays/${seated.body.id}/leave`)
    expect((await desk.booking(booking.code)).status).toBe('done')
  })

  it('cuts a session the next claim does not leave whole', async () => {
    await desk.letIn({ party: 40, roomNo: '702', minutes: 480 })
    await desk.book({ party: 40, start: '2026-05-12 17:00', roomNo: '701' }, { deposit: 30_000 })
    const { id } = (await join({ party: 30, typeCode: 'P' })).body
    expect((await desk.waitlist())[0]?.matchedRoomNo).toBe('701')
    expect((await seat(id)).body).toMatchObject({ segments: [{ roomNo: '701' }], plannedEnd: iso('2026-05-12 16:30') })
  })

  it('refuses a party no room of the type would seat', async () => {
    expect((await join({ party: 9, typeCode: 'S' })).body).toMatchObject({ error: { code: 'PARTY_TOO_BIG' } })
    expect((await join({ party: 3, typeCode: 'Z' })).status).toBe(400)
    expect((await seat('w0')).status).toBe(404)
  })
})

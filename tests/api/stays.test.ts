import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { approval, DeskDriver, iso, overlapsOn, type StayAnswer } from '#tests/builders/desk-driver.ts'

let desk: DeskDriver
beforeEach(async () => {
  desk = await DeskDriver.start()
})
afterEach(async () => {
  expect(overlapsOn(await desk.board())).toEqual([])
  expect(desk.hub.defects).toEqual([])
  await desk.close()
})

const extend = (id: string, body: object) => desk.post<StayAnswer>(`/stays/${id}/extend`, { ...body })
const transfer = (id: string, body: object) =>
  desk.post<StayAnswer>(`/stays/${id}/transfer`, { reason: 'guest', charge: 'keep', ...body })

describe('walk-ins', () => {
  it('start now, to the minute, and last the default time', async () => {
    await desk.clock('2026-05-12 15:07')
    expect(await desk.letIn({ party: 3, name: '陈先生', phone: '13500001111' })).toMatchObject({
      party: 3,
      name: '陈先生',
      state: 'open',
      source: 'walkIn',
      segments: [{ typeCode: 'S', start: iso('2026-05-12 15:07') }],
      plannedEnd: iso('2026-05-12 18:07'),
    })
  })

  it('are refused with offers when their type is full, the waiting list among them', async () => {
    for (const roomNo of ['701', '702']) await desk.letIn({ party: 40, roomNo, minutes: 480 })
    const refused = await desk.walkIn({ party: 25, typeCode: 'P' })
    expect(refused.body.error).toMatchObject({ code: 'TYPE_FULL' })
    const offers = refused.body.error.details.decision?.offers ?? []
    expect(offers.at(-1)?.kind).toBe('waitlist')
    const smaller = offers.find((offer) => offer.kind === 'smallerType')
    const taken = await desk.walkIn({
      party: 25,
      typeCode: 'P',
      offerId: smaller?.offerId,
      headCount: 25,
      transferConsent: true,
    })
    expect(taken.body).toMatchObject({
      segments: [{ typeCode: 'XL' }],
      promise: { state: 'open', fromTypeCode: 'XL', toTypeCode: 'P' },
    })
    const list = await desk.walkIn({ party: 25, typeCode: 'P', offerId: offers.at(-1)?.offerId })
    expect(list.status).toBe(400)
  })

  it('no longer than an hour are refused, and past closing', async () => {
    expect((await desk.walkIn({ party: 3, minutes: 59 })).body.error.code).toBe('DURATION')
    await desk.clock('2026-05-13 05:30')
    expect((await desk.walkIn({ party: 3, minutes: 60 })).body.error.code).toBe('CLOSED')
  })
})

describe('extension (续时)', () => {
  it('goes to the last minute before the next claim and its cleaning', async () => {
    const stay = await desk.letIn({ party: 6, roomNo: '302', minutes: 120 })
    const next = await desk.book({ party: 6, start: '2026-05-12 18:00', roomNo: '302' })
    const longest = await desk.get(`/stays/${stay.id}/extension`)
    expect(longest.body).toMatchObject({
      until: iso('2026-05-12 17:50'),
      maxMinutes: 50,
      next: { bookingCode: next.code, start: iso('2026-05-12 18:00') },
    })
    expect(longest.body.next).toMatchObject({ rooms: expect.arrayContaining(['301']) })
    const tooLong = await extend(stay.id, { minutes: 51 })
    expect(tooLong).toMatchObject({
      status: 409,
      body: {
        error: { code: 'CLEANING_BUFFER', details: { maxMinutes: 50, decision: { reason: 'CLEANING_BUFFER' } } },
      },
    })
    expect((await extend(stay.id, { minutes: 90 })).body).toMatchObject({ error: { code: 'ROOM_TAKEN' } })
    expect((await extend(stay.id, { minutes: 50 })).body).toMatchObject({ plannedEnd: iso('2026-05-12 17:50') })
  })

  it('passes the longest session, but closing only with a supervisor, and never the day’s end', async () => {
    const stay = await desk.letIn({ party: 6, roomNo: '302', minutes: 120 })
    expect((await extend(stay.id, { minutes: 780 })).body.plannedEnd).toBe(iso('2026-05-13 06:00'))
    const past = await extend(stay.id, { minutes: 60 })
    expect(past.body.error).toMatchObject({ code: 'CLOSED', details: { decision: { needs: ['supervisor'] } } })
    expect((await extend(stay.id, { minutes: 60, approval: { ...approval, pin: '111111' } })).status).toBe(403)
    expect((await extend(stay.id, { minutes: 121, approval })).body.error.code).toBe('CLOSED')
    expect((await extend(stay.id, { minutes: 120, approval })).body.plannedEnd).toBe(iso('2026-05-13 08:00'))
  })

  it('of a party whose time is long over begins now', async () => {
    const stay = await desk.letIn({ party: 6, roomNo: '302', minutes: 60 })
    await desk.clock('2026-05-12 18:00')
    await desk.post(`/stays/${stay.id}/transfer`, { roomNo: '303', reason: 'guest', charge: 'keep' })
    expect((await extend(stay.id, { minutes: 45 })).body).toMatchObject({ plannedEnd: iso('2026-05-12 18:45') })
    expect((await extend(stay.id, { minutes: 60 })).body).toMatchObject({ plannedEnd: iso('2026-05-12 19:45') })
  })

  it('is refused once the party has left', async () => {
    const stay = await desk.letIn({ party: 6 })
    await desk.post(`/stays/${stay.id}/leave`)
    expect((await extend(stay.id, { minutes: 30 })).body.error.code).toBe('STATE')
    expect((await extend('nobody', { minutes: 30 })).status).toBe(404)
  })
})

describe('transfer (转包)', () => {
  it('closes one segment and opens the next; the old room is cleaned; the party counts once', async () => {
    const stay = await desk.letIn({ party: 6, roomNo: '302', minutes: 120 })
    await desk.clock('2026-05-12 15:40')
    expect((await transfer(stay.id, { roomNo: '501', charge: 'recalculate' })).body).toMatchObject({
      state: 'open',
      party: 6,
      segments: [
        { roomNo: '302', typeCode: 'M', start: iso('2026-05-12 15:00'), end: iso('2026-05-12 15:40') },
        { roomNo: '501', typeCode: 'L', start: iso('2026-05-12 15:40') },
      ],
      plannedEnd: iso('2026-05-12 17:00'),
    })
    expect((await desk.room('302')).state).toBe('cleaning')
    expect((await desk.room('501')).state).toBe('inUse')
    const inside = await desk.get<{ items: unknown[] }>('/stays')
    expect(inside.body.items).toHaveLength(1)
  })

  it('is refused where the room is taken, blocked, too small or unknown', async () => {
    const stay = await desk.letIn({ party: 6, roomNo: '302', minutes: 180 })
    await desk.book({ party: 6, start: '2026-05-12 17:00', roomNo: '303' })
    const block = {
      roomNo: '304',
      kind: 'locked',
      start: iso('2026-05-12 16:00'),
      end: iso('2026-05-12 17:00'),
      reason: '音响',
    }
    await desk.post('/blocks', block, '2001')
    const many = await desk.letIn({ party: 10, roomNo: '305' })
    const refusal = async (id: string, roomNo: string) => (await transfer(id, { roomNo })).body.error.code
    expect(await refusal(stay.id, '303')).toBe('ROOM_TAKEN')
    expect(await refusal(stay.id, '304')).toBe('ROOM_BLOCKED')
    expect(await refusal(many.id, '201')).toBe('ROOM_TOO_SMALL')
    expect(await refusal(stay.id, '999')).toBe('ROOM_UNKNOWN')
    expect(await refusal(stay.id, '302')).toBe('ROOM_TAKEN')
  })

  it('waives the charge on a supervisor’s word only', async () => {
    const stay = await desk.letIn({ party: 6, roomNo: '302' })
    const alone = await transfer(stay.id, { roomNo: '501', charge: 'waive' })
    expect(alone.body.error).toMatchObject({ code: 'NEEDS_MISSING', details: { needs: ['supervisor'] } })
    expect((await transfer(stay.id, { roomNo: '501', charge: 'waive', approval })).status).toBe(200)
  })
})

describe('transfer promises (flows 10, 11)', () => {
  const promises = async () => {
    const { body } = await desk.get<{ items: Record<string, unknown>[]; keptRate: number | null }>('/promises')
    return body
  }

  it('are told of a right-sized room that settles, the oldest first, and kept by the move', async () => {
    for (const roomNo of ['701', '702']) await desk.letIn({ party: 40, roomNo, minutes: 300 })
    const wish = { party: 25, typeCode: 'P', minutes: 180 }
    const offerFor = async () =>
      (await desk.walkIn(wish)).body.error.details.decision?.offers.find((offer) => offer.kind === 'smallerType')
        ?.offerId
    const sit = async () =>
      (await desk.walkIn({ ...wish, offerId: await offerFor(), headCount: 25, transferConsent: true })).body
    const older = await sit()
    await desk.clock('2026-05-12 15:10')
    const younger = await sit()
    expect((await promises()).items.map((promise) => promise.roomReady)).toEqual([undefined, undefined])
    const [first] = (await desk.get<{ items: StayAnswer[] }>('/stays')).body.items
    await desk.post(`/stays/${first?.id}/settle`, { amount: 50_000 })
    expect((await promises()).items).toMatchObject([
      { stayId: older.id, roomReady: '701', state: 'open', fromTypeCode: 'XL', toTypeCode: 'P' },
      { stayId: younger.id },
    ])
    await desk.post(`/stays/${first?.id}/leave`)
    await desk.post('/rooms/701/cleaned')
    const moved = await transfer(older.id, { roomNo: '701', reason: 'promise' })
    expect(moved.body).toMatchObject({ promise: { state: 'kept' } })
    const declined = await desk.post(`/promises/${(await promises()).items[0]?.id}/decline`)
    expect(declined.body).toMatchObject({ state: 'declined', stayId: younger.id })
    expect((await desk.post(`/promises/${declined.body.id}/decline`)).status).toBe(409)
    expect((await promises()).keptRate).toBe(1)
  })

  it('lapse when the party leaves', async () => {
    await desk.bookMany(16, { party: 8, start: '2026-05-12 20:00' })
    const wish = { party: 7, start: '2026-05-12 21:00' }
    const offerId = (await desk.decide(wish)).offers.find((offer) => offer.kind === 'largerType')?.offerId
    const booking = (await desk.save(wish, { offerId, transferConsent: true })).body
    await desk.clock('2026-05-12 21:00')
    const stay = (await desk.arrive(booking.code)).body
    expect(stay.promise?.state).toBe('open')
    await desk.post(`/stays/${stay.id}/leave`)
    expect((await desk.booking(booking.code)).promise?.state).toBe('lapsed')
    expect((await promises()).keptRate).toBe(0)
  })
})

describe('settling, leaving, cleaning', () => {
  it('goes from 使用 through 买单 and 清扫 to 空闲', async () => {
    const stay = await desk.letIn({ party: 6, roomNo: '302', minutes: 120 })
    const state = async () => (await desk.room('302')).state
    expect(await state()).toBe('inUse')
    await desk.clock('2026-05-12 16:50')
    expect(await state()).toBe('dueSoon')
    expect((await desk.post(`/stays/${stay.id}/settle`, { amount: 27_600 })).body).toMatchObject({ state: 'settled' })
    expect(await state()).toBe('settled')
    expect((await desk.post(`/stays/${stay.id}/settle`)).body).toMatchObject({ error: { code: 'STATE' } })
    await desk.clock('2026-05-12 16:55')
    expect((await desk.post(`/stays/${stay.id}/leave`)).body).toMatchObject({
      state: 'left',
      segments: [{ end: iso('2026-05-12 16:55') }],
    })
    expect(await state()).toBe('cleaning')
    expect((await desk.post(`/stays/${stay.id}/leave`)).body).toMatchObject({ error: { code: 'STATE' } })
    await desk.clock('2026-05-12 16:59')
    expect((await desk.post('/rooms/302/cleaned')).body).toMatchObject({ roomNo: '302', state: 'free' })
    expect(await state()).toBe('free')
    expect((await desk.room('302')).claims).toMatchObject([
      { kind: 'use', end: iso('2026-05-12 16:55'), state: 'left' },
      { kind: 'cleaning', end: iso('2026-05-12 16:59') },
    ])
  })

  it('cleaning ends by itself after its minutes', async () => {
    const stay = await desk.letIn({ party: 6, roomNo: '302' })
    await desk.post(`/stays/${stay.id}/leave`)
    await desk.clock('2026-05-12 15:09')
    expect((await desk.walkIn({ party: 6, roomNo: '302' })).body.error.code).toBe('ROOM_TAKEN')
    await desk.clock('2026-05-12 15:10')
    expect((await desk.walkIn({ party: 6, roomNo: '302' })).status).toBe(201)
  })

  it('a room with a party inside is not clean', async () => {
    await desk.letIn({ party: 6, roomNo: '302' })
    expect((await desk.post('/rooms/302/cleaned')).status).toBe(409)
    expect((await desk.post('/rooms/999/cleaned')).status).toBe(404)
  })
})

describe('parties that stay on', () => {
  it('grow with the clock, and no further than the next claim', async () => {
    await desk.letIn({ party: 6, roomNo: '302', minutes: 60 })
    await desk.book({ party: 6, start: '2026-05-12 17:00', roomNo: '302' })
    await desk.clock('2026-05-12 16:30')
    expect((await desk.room('302')).claims).toMatchObject([
      { kind: 'use', end: iso('2026-05-12 16:30') },
      { kind: 'cleaning', end: iso('2026-05-12 16:40') },
      { kind: 'booking', start: iso('2026-05-12 17:00') },
      { kind: 'cleaning' },
    ])
    await desk.clock('2026-05-12 17:10')
    const { claims } = await desk.room('302')
    expect(claims[0]).toMatchObject({ kind: 'use', end: iso('2026-05-12 17:00') })
    expect(claims[1]).toMatchObject({ kind: 'booking' })
  })

  it('move the booking in their way to another room of its type, unless the room was specified', async () => {
    await desk.letIn({ party: 30, roomNo: '701', minutes: 60 })
    const wish = { party: 30, start: '2026-05-12 16:30' }
    const specified = await desk.book({ ...wish, roomNo: '701' }, { deposit: 30_000 })
    await desk.clock('2026-05-12 16:20')
    expect((await desk.booking(specified.code)).roomNo).toBe('701')
    await desk.post(`/bookings/${specified.code}/cancel`, { reason: 'guest' })
    await desk.letIn({ party: 30, roomNo: '702', minutes: 60 })
    const plain = await desk.book({ party: 30, start: '2026-05-12 17:45', typeCode: 'P' }, { deposit: 30_000 })
    expect(plain.roomNo).toBe('702')
    await desk.clock('2026-05-12 17:25')
    expect((await desk.booking(plain.code)).roomNo).toBe('702')
    const [stay] = (await desk.get<{ items: StayAnswer[] }>('/stays')).body.items
    await desk.post(`/stays/${stay?.id}/leave`)
    await desk.post('/rooms/701/cleaned')
    await desk.clock('2026-05-12 17:26')
    expect(await desk.booking(plain.code)).toMatchObject({ roomNo: '701', status: 'confirmed' })
  })

  it('leave a booking they were in the way of to its release, when the night has passed unseen', async () => {
    const block = { kind: 'repair', reason: '空调', start: iso('2026-05-12 16:00'), end: iso('2026-05-13 20:00') }
    await desk.post('/blocks', { ...block, roomNo: '702' }, '2001')
    await desk.letIn({ party: 30, roomNo: '701', minutes: 60 })
    const booking = await desk.book({ party: 30, start: '2026-05-12 16:30', typeCode: 'P' }, { deposit: 30_000 })
    // Nobody was there to see it: the program was off, or the clock was moved on in one go.
    await desk.clock('2026-05-13 12:00')
    expect(await desk.booking(booking.code)).toMatchObject({ roomNo: '701', status: 'released' })
  })

  it('go on over the end of the day', async () => {
    const stay = await desk.letIn({ party: 6, roomNo: '302', minutes: 900 })
    await desk.clock('2026-05-13 09:00')
    expect((await desk.room('302')).state).toBe('dueSoon')
    expect((await desk.room('302', '2026-05-12')).claims[0]).toMatchObject({ end: iso('2026-05-13 09:00') })
    expect((await desk.post(`/stays/${stay.id}/leave`)).status).toBe(200)
  })
})

describe('blocks', () => {
  const block = { kind: 'repair', start: iso('2026-05-12 18:00'), end: iso('2026-05-12 20:00'), reason: '空调' }

  it('take a room off sale and put it back', async () => {
    const made = await desk.post<{ id: string }>('/blocks', { ...block, roomNo: '302' }, '2001')
    expect(made).toMatchObject({ status: 201, body: { roomNo: '302', kind: 'repair' } })
    expect((await desk.decide({ party: 6, start: '2026-05-12 18:30', roomNo: '302' })).reason).toBe('ROOM_BLOCKED')
    expect((await desk.room('302')).claims).toMatchObject([{ kind: 'block', blockId: made.body.id, reason: '空调' }])
    const remove = () => desk.rest.call('DELETE', `/blocks/${made.body.id}`, { staff: '2001' })
    expect((await remove()).status).toBe(200)
    expect((await remove()).status).toBe(409)
    expect((await desk.decide({ party: 6, start: '2026-05-12 18:30', roomNo: '302' })).outcome).toBe('available')
  })

  it('are a supervisor’s, never over another claim or its cleaning', async () => {
    await desk.book({ party: 6, start: '2026-05-12 15:15', minutes: 180, roomNo: '302' })
    expect((await desk.post('/blocks', { ...block, roomNo: '303' }, '1001')).status).toBe(403)
    expect((await desk.post('/blocks', { ...block, roomNo: '302' }, '2001')).body.error.code).toBe('ROOM_TAKEN')
    const later = { ...block, roomNo: '302', start: iso('2026-05-12 18:25') }
    expect((await desk.post('/blocks', later, '2001')).status).toBe(201)
    expect((await desk.post('/blocks', { ...block, roomNo: '302', end: block.start }, '2001')).status).toBe(400)
  })
})

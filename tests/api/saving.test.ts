import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { approval, DeskDriver, iso, newPhone, overlapsOn } from '#tests/builders/desk-driver.ts'

let desk: DeskDriver
beforeEach(async () => {
  desk = await DeskDriver.start()
})
afterEach(async () => {
  expect(overlapsOn(await desk.board())).toEqual([])
  expect(desk.hub.defects).toEqual([])
  await desk.close()
})

/** Room 302 and every other M booked tonight 20:00–23:00, the reserve included. */
async function allMediumTonight(): Promise<void> {
  await desk.bookMany(16, { party: 8, start: '2026-05-12 20:00' })
  await desk.bookMany(4, { party: 8, start: '2026-05-12 20:00', asks: { queueJump: true } }, { approval })
}

const jumps = async () =>
  (await desk.get<{ items: Record<string, unknown>[] }>('/queue-jumps')).body.items as {
    bookingCode?: string
    approver: string
    reason: string
    displaced: { number: string }[]
  }[]

describe('saving a booking', () => {
  it('answers the whole booking, phone masked, held until its grace is over', async () => {
    const booking = await desk.book(
      { party: 6, start: '2026-05-12 20:00' },
      { customer: { name: '张伟', phone: '+86 138-1234-5678', title: '先生' }, notes: '生日' },
    )
    expect(booking).toMatchObject({
      status: 'confirmed',
      flow: '01',
      source: 'phone',
      typeCode: 'M',
      requestedTypeCode: 'M',
      specifiedRoom: false,
      party: 6,
      start: iso('2026-05-12 20:00'),
      end: iso('2026-05-12 23:00'),
      holdUntil: iso('2026-05-12 20:15'),
      customer: { name: '张伟', phone: '138••••5678', title: '先生' },
      notes: '生日',
      version: 1,
      createdBy: '1001',
      createdAt: iso('2026-05-12 15:00'),
    })
    expect(booking.code).toMatch(/^[A-Z]\d-\d{4}$/)
    expect(booking.roomNos).toEqual([booking.roomNo])
    const kept = await desk.booking(booking.code)
    expect(kept).toMatchObject({ code: booking.code, status: 'confirmed' })
    expect(kept.history).toMatchObject([{ command: 'booking.save', actor: '1001' }])
    expect(JSON.stringify(kept)).not.toContain('13812345678')
  })

  it('keeps one customer file to a number, however it was typed', async () => {
    const first = await desk.book(
      { party: 2, start: '2026-05-12 18:00' },
      { customer: { name: '李娜', phone: '13911112222' } },
    )
    const second = await desk.book(
      { party: 2, start: '2026-05-13 18:00' },
      { customer: { name: '李小姐', phone: '+86 139 1111 2222' } },
    )
    expect(second.customer.id).toBe(first.customer.id)
    expect(second.customer.name).toBe('李小姐')
    const file = await desk.get<{ name: string; openBookings: unknown[] }>(`/customers/${first.customer.id}`)
    expect(file.body).toMatchObject({ name: '李娜', phones: ['139••••2222'] })
    expect(file.body.openBookings).toHaveLength(2)
  })

  it('asks about a second booking by the same caller, and saves it all the same', async () => {
    const customer = { name: '王芳', phone: newPhone() }
    const first = await desk.book({ party: 2, start: '2026-05-12 18:00' }, { customer })
    const again = await desk.decide({ party: 2, start: '2026-05-12 20:00', phone: customer.phone })
    expect(again.outcome).toBe('available')
    expect(again.blockers).toMatchObject([{ code: 'SAME_CALLER', bookingCode: first.code }])
    expect((await desk.save({ party: 2, start: '2026-05-12 20:00' }, { customer })).status).toBe(201)
  })

  it('refuses with the reason and the decision, and stores nothing', async () => {
    await desk.book({ party: 6, start: '2026-05-12 18:00', roomNo: '302' })
    const loser = await desk.save({ party: 6, start: '2026-05-12 20:00', roomNo: '302' })
    expect(loser.status).toBe(409)
    expect(loser.body.error).toMatchObject({ code: 'ROOM_TAKEN', details: { decision: { reason: 'ROOM_TAKEN' } } })
    expect(loser.body.error.details.decision?.offers.length).toBeGreaterThan(2)
    expect((await desk.get<{ items: unknown[] }>('/bookings?date=2026-05-12')).body.items).toHaveLength(1)
  })

  it('takes each offer of a refusal: another room, another time, a larger type, two rooms', async () => {
    await desk.book({ party: 6, start: '2026-05-12 18:00', roomNo: '302' })
    const wish = { party: 8, start: '2026-05-12 20:00', roomNo: '302' }
    const { offers } = await desk.decide(wish)
    const take = (kind: string, more = {}) =>
      desk.save(wish, { offerId: offers.find((offer) => offer.kind === kind)?.offerId, ...more })
    expect((await take('sameTypeOtherRoom')).body).toMatchObject({ flow: '01', typeCode: 'M', specifiedRoom: false })
    expect((await take('otherTime')).body).toMatchObject({
      roomNo: '302',
      specifiedRoom: true,
      start: iso('2026-05-12 21:15'),
    })
    const consent = await take('largerType')
    expect(consent.body.error).toMatchObject({ code: 'NEEDS_MISSING', details: { needs: ['transferConsent'] } })
    const larger = await take('largerType', { transferConsent: true })
    expect(larger.body).toMatchObject({
      flow: '10',
      typeCode: 'L',
      requestedTypeCode: 'M',
      promise: { state: 'open', fromTypeCode: 'L', toTypeCode: 'M' },
    })
    const content = await take('largerType', { transferConsent: false })
    expect(content.body).toMatchObject({ flow: '10' })
    expect(content.body.promise).toBeUndefined()
    const two = await take('twoRooms')
    expect(two.body).toMatchObject({ flow: '08', typeCode: 'S' })
    expect(two.body.roomNos).toHaveLength(2)
    const board = await desk.board()
    const claims = board.rooms.flatMap((room) => room.claims.filter((claim) => claim.bookingCode === two.body.code))
    expect(claims).toHaveLength(2)
  })

  it('gives the taker of an offer another room of the type when its own has gone', async () => {
    await desk.book({ party: 6, start: '2026-05-12 18:00', roomNo: '302' })
    const wish = { party: 8, start: '2026-05-12 20:00', roomNo: '302' }
    const offerId = (await desk.decide(wish)).offers[0]?.offerId
    const first = await desk.save(wish, { offerId })
    const second = await desk.save(wish, { offerId })
    expect(first.status).toBe(201)
    expect(second.status).toBe(201)
    expect(second.body.roomNo).not.toBe(first.body.roomNo)
    expect(second.body.typeCode).toBe('M')
  })

  it('a smaller room needs the real head count within its seats', async () => {
    await desk.bookMany(16, { party: 8, start: '2026-05-16 19:30' })
    const wish = { party: 6, start: '2026-05-16 21:00' }
    const offerId = (await desk.decide(wish)).offers.find((offer) => offer.kind === 'smallerType')?.offerId
    expect((await desk.save(wish, { offerId, transferConsent: true })).body.error.details.needs).toEqual(['headCount'])
    const many = await desk.save(wish, { offerId, transferConsent: true, headCount: 7 })
    expect(many.body.error).toMatchObject({ code: 'NEEDS_MISSING', details: { needs: ['headCount'] } })
    expect((await desk.save(wish, { offerId, transferConsent: true, headCount: 6 })).body).toMatchObject({
      flow: '11',
      typeCode: 'S',
      requestedTypeCode: 'M',
    })
  })

  it('a place to wait has neither room nor claim', async () => {
    await allMediumTonight()
    const wish = { party: 7, start: '2026-05-12 21:00', typeCode: 'M' }
    const { offers } = await desk.decide(wish)
    const offerId = offers.at(-1)?.offerId
    const waiting = await desk.save(wish, { offerId })
    expect(waiting.body).toMatchObject({ status: 'waiting', flow: '10', roomNo: null, roomNos: [], holdUntil: null })
    expect(waiting.body.waitlist).toMatchObject({ number: 'M1' })
    expect(await desk.waitlist()).toMatchObject([{ number: 'M1', bookingCode: waiting.body.code, state: 'waiting' }])
    const cancelled = await desk.post(`/bookings/${waiting.body.code}/cancel`, { reason: 'guest' })
    expect(cancelled.body).toMatchObject({ status: 'cancelled' })
    expect(await desk.waitlist()).toMatchObject([{ state: 'left' }])
  })

  it('a wish beyond the window becomes an advance request, a full later day a standby', async () => {
    const later = { party: 5, start: '2026-05-21 20:00' }
    const advance = (await desk.decide(later)).offers.at(-1)?.offerId
    expect((await desk.save(later, { offerId: advance })).body).toMatchObject({
      status: 'advance',
      flow: '07',
      roomNo: null,
    })
    await desk.bookMany(4, { party: 20, start: '2026-05-16 21:00' }, { deposit: 30_000 })
    const full = { party: 20, start: '2026-05-16 21:00' }
    const standby = (await desk.decide(full)).offers.at(-1)?.offerId
    expect((await desk.save(full, { offerId: standby })).body).toMatchObject({ status: 'standby', roomNo: null })
  })

  it('an offer nobody made is a mistake in the form', async () => {
    const made = await desk.save({ party: 5, start: '2026-05-12 20:00' }, { offerId: 'largerType~Z~-~0~1~t' })
    expect(made.status).toBe(400)
    expect(made.body.error).toMatchObject({ code: 'INVALID', details: { fields: [{ path: 'offerId' }] } })
  })
})

describe('approvals', () => {
  it('wrong ones are refused when they are needed, and ignored when they are not', async () => {
    const wrong = { staffNo: '2001', pin: '000000', reason: '试' }
    const later = { party: 5, start: '2026-05-21 20:00' }
    const refused = await desk.save(later, { approval: wrong, deposit: 30_000 })
    expect(refused.status).toBe(403)
    expect((await desk.get<{ items: unknown[] }>('/bookings')).body.items).toHaveLength(0)
    const byDesk = await desk.save(later, { approval: { ...approval, staffNo: '1002' }, deposit: 30_000 })
    expect(byDesk.status).toBe(403)
    expect((await desk.save({ party: 5, start: '2026-05-12 20:00' }, { approval: wrong })).status).toBe(201)
  })

  it('is not needed for an offer within the window, and carries over to one made under it', async () => {
    const later = { party: 20, start: '2026-05-21 20:00', roomNo: '601' }
    const within = (await desk.decide(later)).offers.find((offer) => offer.kind === 'otherDay')
    const wrong = { ...approval, pin: '000000' }
    if (within)
      expect((await desk.save(later, { offerId: within.offerId, approval: wrong, deposit: 30_000 })).status).toBe(201)
    const full = { party: 20, start: '2026-05-21 20:00', typeCode: 'XL' }
    for (let i = 0; i < 4; i += 1) await desk.save(full, { approval, deposit: 30_000 })
    const refused = await desk.save(full, { approval, deposit: 30_000 })
    expect(refused.body.error.code).toBe('TYPE_FULL')
    const larger = refused.body.error.details.decision?.offers.find((offer) => offer.kind === 'largerType')
    const offerId = larger?.offerId
    expect((await desk.save(full, { offerId, deposit: 30_000, transferConsent: false })).body.error.code).toBe(
      'BEYOND_WINDOW',
    )
    const taken = await desk.save(full, { offerId, deposit: 30_000, transferConsent: false, approval })
    expect(taken.body).toMatchObject({ status: 'confirmed', typeCode: 'P' })
  })

  it('lifts a blocked caller, and confirms him', async () => {
    const phone = newPhone()
    const blocked = { name: '孙强', phones: [phone], flags: ['blocked'] }
    expect((await desk.post('/customers', blocked, '2001')).status).toBe(201)
    const wish = { party: 4, start: '2026-05-13 20:00', phone }
    const customer = { name: '孙强', phone }
    const refused = await desk.save(wish, { customer })
    expect(refused.body.error).toMatchObject({
      code: 'CUSTOMER_BLOCKED',
      details: { decision: { needs: ['supervisor'] } },
    })
    expect((await desk.save(wish, { customer, approval })).body).toMatchObject({ status: 'confirmed', flow: '04' })
  })
})

describe('queue jumps (flow 09)', () => {
  it('a room only the reserve keeps back is given at once, and the ledger says who approved', async () => {
    await desk.bookMany(16, { party: 8, start: '2026-05-12 20:00' })
    const wish = { party: 8, start: '2026-05-12 21:00', asks: { queueJump: true } } as const
    expect((await desk.save(wish)).body.error).toMatchObject({ code: 'WALK_IN_RESERVE' })
    const jumped = await desk.save(wish, { approval })
    expect(jumped.body).toMatchObject({ status: 'confirmed', source: 'jump', typeCode: 'M' })
    expect(await jumps()).toMatchObject([
      { bookingCode: jumped.body.code, approver: '2001', requestedBy: '1001', reason: '老客人', displaced: [] },
    ])
  })

  it('without a room the party stands first in the list, before those who waited', async () => {
    await allMediumTonight()
    const before = (await jumps()).length
    const wish = { party: 7, start: '2026-05-12 21:00', typeCode: 'M' }
    const offerId = (await desk.decide(wish)).offers.at(-1)?.offerId
    await desk.save(wish, { offerId })
    await desk.save(wish, { offerId })
    const jumped = await desk.save({ ...wish, asks: { queueJump: true } }, { approval })
    expect(jumped.status).toBe(201)
    expect(jumped.body).toMatchObject({ status: 'waiting', source: 'jump', roomNo: null })
    expect((await desk.waitlist()).map((entry) => [entry.number, entry.priority])).toEqual([
      ['M3', 'jump'],
      ['M1', 'normal'],
      ['M2', 'normal'],
    ])
    const ledger = await jumps()
    expect(ledger).toHaveLength(before + 1)
    expect(ledger[0]?.displaced.map((entry) => entry.number)).toEqual(['M1', 'M2'])
  })

  it('on a later day the party stands first in standby', async () => {
    await desk.bookMany(4, { party: 20, start: '2026-05-16 21:00' }, { deposit: 30_000 })
    const wish = { party: 20, start: '2026-05-16 21:00' }
    const offerId = (await desk.decide(wish)).offers.at(-1)?.offerId
    const first = await desk.save(wish, { offerId })
    const jumped = await desk.save({ ...wish, asks: { queueJump: true } }, { approval })
    expect(jumped.body).toMatchObject({ status: 'standby', source: 'jump', flow: '09' })
    expect((await jumps())[0]).toMatchObject({
      bookingCode: jumped.body.code,
      displaced: [{ number: first.body.code }],
    })
  })

  it('without an approval the party gets its normal place', async () => {
    await allMediumTonight()
    const wish = { party: 7, start: '2026-05-12 21:00', typeCode: 'M', asks: { queueJump: true } } as const
    const offerId = (await desk.decide(wish)).offers.at(-1)?.offerId
    const waiting = await desk.save(wish, { offerId })
    expect(waiting.body).toMatchObject({ status: 'waiting', source: 'phone' })
    expect((await desk.waitlist())[0]).toMatchObject({ priority: 'normal' })
  })
})

describe('idempotency keys', () => {
  const body = {
    request: { party: 5, start: iso('2026-05-12 20:00') },
    customer: { name: '周杰', phone: '13700000001' },
  }
  const save = (key: string | null, sent: unknown = body, staff = '1001') =>
    desk.rest.call<Record<string, unknown>>('POST', '/bookings', { body: sent, key, staff })

  it('give the first answer again, to the same person and form', async () => {
    const first = await save('k-1')
    const again = await save('k-1')
    expect(again.status).toBe(201)
    expect(again.body).toEqual(first.body)
    expect((await desk.get<{ items: unknown[] }>('/bookings')).body.items).toHaveLength(1)
    expect((await save('k-1', body, '1002')).body).not.toEqual(first.body)
  })

  it('are refused with another form, and when there is none', async () => {
    await save('k-2')
    expect((await save('k-2', { ...body, notes: '改' })).body.error).toMatchObject({ code: 'KEY_REUSED' })
    expect((await save(null)).status).toBe(400)
    expect((await save('no spaces')).status).toBe(400)
  })

  it('of a refused form may be used again', async () => {
    const blocked = { ...body, request: { party: 5, start: iso('2026-05-12 14:00') } }
    expect((await save('k-3', blocked)).body.error).toMatchObject({ code: 'PAST' })
    expect((await save('k-3')).status).toBe(201)
  })
})

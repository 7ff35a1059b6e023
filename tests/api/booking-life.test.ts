import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DeskDriver, iso, newPhone, overlapsOn } from '#tests/builders/desk-driver.ts'
import { startTestHub } from '#tests/builders/host.ts'

let desk: DeskDriver
beforeEach(async () => {
  desk = await DeskDriver.start()
})
afterEach(async () => {
  expect(overlapsOn(await desk.board())).toEqual([])
  expect(desk.hub.defects).toEqual([])
  await desk.close()
})

describe('changing a booking', () => {
  it('moves it in time and keeps its room while that is free', async () => {
    const booking = await desk.book({ party: 6, start: '2026-05-13 18:00' })
    const moved = await desk.change(booking.code, { version: 1, start: iso('2026-05-13 20:00'), minutes: 120 })
    expect(moved.body).toMatchObject({
      roomNo: booking.roomNo,
      start: iso('2026-05-13 20:00'),
      end: iso('2026-05-13 22:00'),
      holdUntil: iso('2026-05-13 20:15'),
      version: 2,
    })
    expect((await desk.room(booking.roomNo ?? '', '2026-05-13')).claims.map((claim) => claim.start)).toEqual([
      iso('2026-05-13 20:00'),
      iso('2026-05-13 22:00'),
    ])
    expect((await desk.booking(booking.code)).history.map((entry) => entry.command)).toEqual([
      'booking.save',
      'booking.change',
    ])
  })

  it('takes another room of the type when its own is not free', async () => {
    const booking = await desk.book({ party: 6, start: '2026-05-12 16:15' })
    await desk.book({ party: 6, start: '2026-05-12 20:00', roomNo: '302' })
    const there = await desk.change(booking.code, { version: 1, roomNo: '302' })
    expect(there.body).toMatchObject({ roomNo: '302', specifiedRoom: true })
    const later = await desk.change(booking.code, { version: 2, start: iso('2026-05-12 20:00') })
    expect(later.body).toMatchObject({ typeCode: 'M', specifiedRoom: false })
    expect(later.body.roomNo).not.toBe('302')
  })

  it('moves to another type', async () => {
    const booking = await desk.book({ party: 6, start: '2026-05-13 15:00' })
    const larger = await desk.change(booking.code, { version: 1, typeCode: 'L' })
    expect(larger.body).toMatchObject({ typeCode: 'L', requestedTypeCode: 'L', version: 2 })
    const wrong = await desk.change(booking.code, { version: 2, typeCode: 'S', roomNo: '302' })
    expect(wrong.status).toBe(400)
  })

  it('is all or nothing', async () => {
    const booking = await desk.book({ party: 6, start: '2026-05-13 18:00' })
    const tooMany = await desk.change(booking.code, { version: 1, start: iso('2026-05-13 19:00'), party: 11 })
    expect(tooMany.body.error).toMatchObject({ code: 'PARTY_TOO_BIG' })
    expect(await desk.booking(booking.code)).toMatchObject({ start: iso('2026-05-13 18:00'), party: 6, version: 1 })
    const closed = await desk.change(booking.code, { version: 1, start: iso('2026-05-13 08:00') })
    expect(closed.body.error).toMatchObject({ code: 'CLOSED', details: { decision: { reason: 'CLOSED' } } })
    const costly = await desk.change(booking.code, { version: 1, typeCode: 'XL' })
    expect(costly.body.error).toMatchObject({ code: 'NEEDS_MISSING', details: { needs: ['deposit'] } })
    expect((await desk.change(booking.code, { version: 1, typeCode: 'XL', deposit: 30_000 })).status).toBe(200)
  })

  it('refuses another version than the last, and says what it is now', async () => {
    const booking = await desk.book({ party: 6, start: '2026-05-13 18:00' })
    await desk.change(booking.code, { version: 1, party: 7 })
    const late = await desk.change(booking.code, { version: 1, party: 8 })
    expect(late.status).toBe(409)
    expect(late.body.error).toMatchObject({
      code: 'VERSION',
      details: { current: { code: booking.code, party: 7, version: 2 } },
    })
  })

  it('keeps both of two rooms', async () => {
    await desk.book({ party: 6, start: '2026-05-12 18:00', roomNo: '302' })
    const wish = { party: 8, start: '2026-05-12 20:00', roomNo: '302' }
    const offerId = (await desk.decide(wish)).offers.find((offer) => offer.kind === 'twoRooms')?.offerId
    const two = (await desk.save(wish, { offerId })).body
    const later = await desk.change(two.code, { version: 1, start: iso('2026-05-12 21:00') })
    expect(later.body.roomNos).toEqual(two.roomNos)
  })

  it('confirms a standby once there is a room', async () => {
    const full = await desk.bookMany(4, { party: 20, start: '2026-05-16 21:00' }, { deposit: 30_000 })
    const wish = { party: 20, start: '2026-05-16 21:00' }
    const offerId = (await desk.decide(wish)).offers.at(-1)?.offerId
    const standby = (await desk.save(wish, { offerId, deposit: 30_000 })).body
    const tooEarly = await desk.change(standby.code, { version: 1 })
    expect(tooEarly.body.error).toMatchObject({ code: 'TYPE_FULL' })
    const list = async () =>
      (await desk.get<{ items: { matchedRoomNo?: string }[] }>('/bookings?status=standby')).body.items
    expect((await list())[0]?.matchedRoomNo).toBeUndefined()
    await desk.post(`/bookings/${full[0]?.code}/cancel`, { reason: 'guest' })
    expect((await list())[0]?.matchedRoomNo).toBe(full[0]?.roomNo)
    expect((await desk.change(standby.code, { version: 1 })).body).toMatchObject({
      status: 'confirmed',
      roomNo: full[0]?.roomNo,
    })
  })
})

describe('cancelling (流程12)', () => {
  it('frees the room, once', async () => {
    const booking = await desk.book({ party: 6, start: '2026-05-13 13:00', roomNo: '302' })
    const cancelled = await desk.post(`/bookings/${booking.code}/cancel`, { reason: 'weather', note: '台风' })
    expect(cancelled).toMatchObject({ status: 200, body: { status: 'cancelled', cancelReason: 'weather', version: 2 } })
    expect((await desk.room('302', '2026-05-13')).claims).toEqual([])
    const again = await desk.post(`/bookings/${booking.code}/cancel`, { reason: 'guest' })
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'STATE' } } })
    expect((await desk.change(booking.code, { version: 2, party: 5 })).body.error.code).toBe('STATE')
    expect((await desk.arrive(booking.code)).body.error.code).toBe('STATE')
  })

  it('matches the room that has come free with the first who waits', async () => {
    const rooms = await desk.bookMany(2, { party: 30, start: '2026-05-12 20:00', typeCode: 'P' }, { deposit: 30_000 })
    await desk.clock('2026-05-12 20:00')
    for (const { code } of rooms.slice(0, 1)) await desk.arrive(code)
    const entry = await desk.post<{ number: string }>('/waitlist', { party: 30, typeCode: 'P' })
    expect(entry.body.number).toBe('P1')
    expect((await desk.waitlist())[0]?.matchedRoomNo).toBeUndefined()
    await desk.post(`/bookings/${rooms[1]?.code}/cancel`, { reason: 'guest' })
    expect((await desk.waitlist())[0]?.matchedRoomNo).toBe(rooms[1]?.roomNo)
  })

  it('is refused for a party that has come', async () => {
    const booking = await desk.book({ party: 6, start: '2026-05-12 15:15' })
    await desk.arrive(booking.code)
    const late = await desk.post(`/bookings/${booking.code}/cancel`, { reason: 'guest' })
    expect(late.body).toMatchObject({ error: { code: 'STATE' } })
  })
})

describe('arriving', () => {
  it('opens the booked room from now to the booking’s end', async () => {
    const booking = await desk.book({ party: 6, start: '2026-05-12 16:00', roomNo: '302' })
    await desk.clock('2026-05-12 16:07')
    const stay = await desk.arrive(booking.code, { party: 7 })
    expect(stay).toMatchObject({
      status: 200,
      body: {
        bookingCode: booking.code,
        party: 7,
        state: 'open',
        source: 'phone',
        segments: [{ roomNo: '302', typeCode: 'M', start: iso('2026-05-12 16:07') }],
        plannedEnd: iso('2026-05-12 19:00'),
      },
    })
    expect(await desk.booking(booking.code)).toMatchObject({ status: 'arrived', stayId: stay.body.id })
    const room = await desk.room('302')
    expect(room.state).toBe('inUse')
    expect(room.claims).toMatchObject([
      { kind: 'use', bookingCode: booking.code, stayId: stay.body.id, party: 7, start: iso('2026-05-12 16:07') },
      { kind: 'cleaning', start: iso('2026-05-12 19:00'), end: iso('2026-05-12 19:10') },
    ])
    expect((await desk.arrive(booking.code)).body.error.code).toBe('STATE')
  })

  it('early too, when the room is free and clean; the end does not slide', async () => {
    const booking = await desk.book({ party: 6, start: '2026-05-12 18:00', roomNo: '302' })
    expect((await desk.arrive(booking.code)).body).toMatchObject({
      segments: [{ roomNo: '302', start: iso('2026-05-12 15:00') }],
      plannedEnd: iso('2026-05-12 21:00'),
    })
  })

  it('opens another room of the type while its own is not clean', async () => {
    const first = await desk.letIn({ party: 6, roomNo: '302', minutes: 60 })
    const booking = await desk.book({ party: 6, start: '2026-05-12 16:15', roomNo: '302' })
    await desk.clock('2026-05-12 16:10')
    await desk.post(`/stays/${first.id}/leave`)
    await desk.clock('2026-05-12 16:12')
    const stay = await desk.arrive(booking.code)
    expect(stay.body.segments).toHaveLength(1)
    expect(stay.body.segments[0]).toMatchObject({ typeCode: 'M' })
    expect(stay.body.segments[0]?.roomNo).not.toBe('302')
  })

  it('is refused with offers while a party stays on in its room and no other of the type is left', async () => {
    const before = await desk.letIn({ party: 30, roomNo: '701', minutes: 60 })
    await desk.letIn({ party: 30, roomNo: '702', minutes: 300 })
    const booking = await desk.book({ party: 30, start: '2026-05-12 16:30', typeCode: 'P' }, { deposit: 30_000 })
    expect(booking.roomNo).toBe('701')
    await desk.clock('2026-05-12 16:30')
    const refused = await desk.arrive(booking.code)
    expect(refused.status).toBe(409)
    expect(refused.body.error).toMatchObject({ code: 'ROOM_TAKEN', details: { decision: { reason: 'ROOM_TAKEN' } } })
    expect(refused.body.error.details.decision?.offers.map((offer) => offer.typeCode)).toContain('XL')
    const small = await desk.arrive(booking.code, { roomNo: '302' })
    expect(small.body.error).toMatchObject({ code: 'ROOM_TOO_SMALL' })
    await desk.post(`/stays/${before.id}/leave`)
    await desk.post('/rooms/701/cleaned')
    expect((await desk.arrive(booking.code)).body.segments).toMatchObject([{ roomNo: '701' }])
  })

  it('opens two rooms as one stay, counted once', async () => {
    await desk.book({ party: 6, start: '2026-05-12 18:00', roomNo: '302' })
    const wish = { party: 8, start: '2026-05-12 20:00', roomNo: '302' }
    const offerId = (await desk.decide(wish)).offers.find((offer) => offer.kind === 'twoRooms')?.offerId
    const two = (await desk.save(wish, { offerId })).body
    await desk.clock('2026-05-12 20:00')
    const stay = (await desk.arrive(two.code)).body
    expect(stay.party).toBe(8)
    expect(stay.segments.map((segment) => segment.roomNo).sort()).toEqual([...two.roomNos].sort())
    const left = await desk.post<{ segments: { end?: string }[] }>(`/stays/${stay.id}/leave`)
    expect(left.body.segments.every((segment) => segment.end === iso('2026-05-12 20:00'))).toBe(true)
    expect((await desk.booking(two.code)).status).toBe('done')
  })
})

describe('releases by the clock', () => {
  it('gives a room back at the end of the grace, and counts a no-show', async () => {
    const customer = { name: '钱进', phone: newPhone() }
    const booking = await desk.book({ party: 6, start: '2026-05-12 20:00' }, { customer })
    expect(await desk.clock('2026-05-12 20:14')).toMatchObject({ released: 0 })
    expect((await desk.room(booking.roomNo ?? '')).state).toBe('lateParty')
    expect(await desk.clock('2026-05-12 20:15')).toMatchObject({ released: 1 })
    expect(await desk.booking(booking.code)).toMatchObject({ status: 'released' })
    expect((await desk.room(booking.roomNo ?? '')).state).toBe('free')
    const file = await desk.get<{ noShows: number }>(`/customers/${booking.customer.id}`)
    expect(file.body.noShows).toBe(1)
  })

  it('gold and silver callers are waited for longer', async () => {
    const phone = newPhone()
    await desk.post('/customers', { name: '贵宾', phones: [phone], vipTier: 'gold' }, '2001')
    const booking = await desk.book({ party: 6, start: '2026-05-12 20:00' }, { customer: { name: '贵宾', phone } })
    expect(booking.holdUntil).toBe(iso('2026-05-12 20:30'))
  })

  it('seats a released party that comes late, while there is a room', async () => {
    const booking = await desk.book({ party: 6, start: '2026-05-12 20:00' })
    await desk.clock('2026-05-12 20:40')
    const stay = await desk.arrive(booking.code)
    expect(stay.body).toMatchObject({ plannedEnd: iso('2026-05-12 23:00'), bookingCode: booking.code })
    expect((await desk.booking(booking.code)).status).toBe('arrived')
  })

  it('lets nobody in after the booking’s end', async () => {
    const booking = await desk.book({ party: 6, start: '2026-05-12 20:00' })
    await desk.clock('2026-05-12 23:00')
    expect((await desk.arrive(booking.code)).body.error.code).toBe('STATE')
  })

  it('catches up in the order in which things fell due', async () => {
    const early = await desk.book({ party: 6, start: '2026-05-12 18:00' })
    const late = await desk.book({ party: 6, start: '2026-05-12 17:00' })
    expect(await desk.clock('2026-05-13 09:00')).toMatchObject({ released: 2 })
    const audit = await desk.get<{ items: { command: string; keys: string[] }[] }>('/audit', '3001')
    const released = audit.body.items.filter((line) => line.command === 'booking.release').flatMap((line) => line.keys)
    const order = released.filter((key) => key.startsWith('booking:'))
    expect(new Set(order)).toEqual(new Set([`booking:${early.code}`, `booking:${late.code}`]))
  })
})

describe('a program that was closed', () => {
  it('releases what ran out meanwhile, as of its own minute', async () => {
    const booking = await desk.book({ party: 6, start: '2026-05-12 20:00' })
    await desk.hub.close()
    desk = new DeskDriver(await startTestHub({ folder: desk.hub.folder, now: iso('2026-05-12 23:30') }), desk.tokens)
    const released = await desk.booking(booking.code)
    expect(released).toMatchObject({ status: 'released' })
    expect(released.history.at(-1)).toMatchObject({
      command: 'booking.release',
      actor: 'system',
      after: { released: iso('2026-05-12 20:15') },
    })
  })
})

describe('finding bookings', () => {
  it('by name, pinyin, initials, digits of the phone, its last four, the code', async () => {
    const booking = await desk.book(
      { party: 6, start: '2026-05-12 20:00' },
      { customer: { name: '欧阳明月', phone: '13987654321' } },
    )
    await desk.book({ party: 6, start: '2026-05-12 21:00' })
    const found = async (query: string) =>
      (await desk.get<{ items: { code: string }[] }>(`/bookings?${query}`)).body.items.map((item) => item.code)
    const words = [
      '欧阳',
      '明月',
      'ouyang',
      'oymy',
      'OYMY',
      '4321',
      '13987654321',
      booking.code,
      booking.code.toLowerCase(),
    ]
    for (const word of [...words, booking.code.replace('-', '')])
      expect(await found(`q=${encodeURIComponent(word)}`), word).toEqual([booking.code])
    expect(await found('phone=4321')).toEqual([booking.code])
    expect(await found('q=nobody')).toEqual([])
    expect(await found('date=2026-05-12')).toHaveLength(2)
    expect(await found('date=2026-05-13')).toEqual([])
    expect(await found('status=cancelled')).toEqual([])
  })

  it('page by page, of a day, of a state, of the whole book', async () => {
    const made = await desk.bookMany(3, { party: 2, start: '2026-05-12 18:00' })
    made.push(...(await desk.bookMany(2, { party: 2, start: '2026-05-13 18:00' })))
    const pages = async (query: string): Promise<string[]> => {
      const seen: string[] = []
      let cursor = ''
      do {
        const path: string = `/bookings?${query}&limit=2${cursor && `&cursor=${cursor}`}`
        const { body } = await desk.get<{ items: { code: string }[]; next?: string }>(path)
        seen.push(...body.items.map((item) => item.code))
        cursor = body.next ?? ''
      } while (cursor)
      return seen.sort()
    }
    const codes = made.map((booking) => booking.code)
    expect(await pages('date=2026-05-12')).toEqual(codes.slice(0, 3).sort())
    expect(await pages('status=confirmed')).toEqual([...codes].sort())
    expect(await pages('q=zhangwei')).toEqual([...codes].sort())
    expect(await pages('')).toEqual([...codes].sort())
  })
})

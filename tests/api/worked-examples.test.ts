import { afterEach, describe, expect, it } from 'vitest'
import type { DecisionView } from '#shared/contract/decision.ts'
import { approval, DeskDriver, iso, newPhone, type Wish } from '#tests/builders/desk-driver.ts'

/** Tuesday 12 May 2026, 15:00, unless the row says otherwise. */
const now = '2026-05-12 15:00'
let desk: DeskDriver
afterEach(() => desk.close())

const start = async (at = now) => {
  desk = await DeskDriver.start(at)
}

type Row = readonly [wish: Wish, answer: Partial<DecisionView>, offers?: readonly string[], whole?: boolean]

const brief = (offer: DecisionView['offers'][number]): string =>
  `${offer.kind} ${offer.typeCode}${offer.roomNos.length === 2 ? '×2' : ''} ${offer.cost}`

async function holds([wish, answer, offers = [], whole = true]: Row): Promise<void> {
  const decision = await desk.decide(wish)
  expect(decision).toMatchObject(answer)
  expect(decision.offers.map(brief).slice(0, whole ? undefined : offers.length)).toEqual(offers)
}

describe('booking.md §9 over HTTP', () => {
  const emptyBoard: Record<string, Row> = {
    '45 people, Saturday 13:00': [
      { party: 45, start: '2026-05-16 13:00' },
      { outcome: 'available', flow: '04', typeCode: 'P', needs: ['deposit'] },
    ],
    '4 people, today 15:45': [
      { party: 4, start: '2026-05-12 15:45' },
      { outcome: 'available', flow: '13', typeCode: 'S', holdUntil: iso('2026-05-12 15:55') },
    ],
    '4 people, today 15:45 in room 302': [
      { party: 4, start: '2026-05-12 15:45', roomNo: '302' },
      { outcome: 'available', flow: '03', typeCode: 'M', roomNo: '302', holdUntil: iso('2026-05-12 15:55') },
    ],
    'room 302, tomorrow 16:15': [
      { party: 4, start: '2026-05-13 16:15', roomNo: '302' },
      { outcome: 'offers', flow: '06', reason: 'SPECIFIED_NOT_ALLOWED' },
      ['sameTypeOtherRoom M 0', 'otherTime M 15', 'shorter M 15'],
      false,
    ],
    'room 302, 11 people, 20:00': [
      { party: 11, start: '2026-05-12 20:00', roomNo: '302' },
      { flow: '03', reason: 'ROOM_TOO_SMALL', typeCode: 'M' },
      ['largerType L 20', 'twoRooms M×2 30', 'largerType XL 40'],
    ],
    'room 512, 5 people, 20:00': [
      { party: 5, start: '2026-05-12 20:00', roomNo: '512' },
      { flow: '03', reason: 'ROOM_UNKNOWN', typeCode: 'M' },
      ['sameTypeOtherRoom M 0'],
      false,
    ],
    '5 people, Wed 20 May 01:00': [
      { party: 5, start: '2026-05-20 01:00' },
      { outcome: 'available', flow: '04' },
    ],
    '5 people, Thu 21 May 20:00': [
      { party: 5, start: '2026-05-21 20:00' },
      { outcome: 'advance', flow: '07', reason: 'BEYOND_WINDOW', needs: ['supervisor'] },
      ['otherDay M 480', 'advance M 1000'],
    ],
    'tomorrow 11:30': [
      { party: 2, start: '2026-05-13 11:30' },
      { flow: '05', reason: 'CLOSED' },
      ['otherTime S 30', 'shorter S 60'],
    ],
    'tomorrow 27:30': [
      { party: 2, start: '2026-05-14 03:30' },
      { flow: '05', reason: 'CLOSED' },
      ['otherTime S 30', 'shorter S 30'],
    ],
    'tomorrow 18:10': [
      { party: 2, start: '2026-05-13 18:10' },
      { flow: '05', reason: 'OFF_GRID' },
      ['otherTime S 5', 'otherTime S 10'],
    ],
    '2 people, tomorrow 19:00, 100 min': [
      { party: 2, start: '2026-05-13 19:00', minutes: 100 },
      { flow: '13', reason: 'DURATION' },
      ['longer S 20', 'otherTime S 35', 'otherTime S 35'],
    ],
    '2 people, tomorrow 13:00, 420 min': [
      { party: 2, start: '2026-05-13 13:00', minutes: 420 },
      { flow: '05', reason: 'DURATION' },
      ['shorter S 60', 'otherTime S 75', 'otherTime S 75'],
    ],
    '6 people, tonight 21:00, 75 min': [
      { party: 6, start: '2026-05-12 21:00', minutes: 75 },
      { flow: '13', reason: 'DURATION' },
      ['longer M 45'],
      false,
    ],
    '9 people, tomorrow 13:00, ask for S': [
      { party: 9, start: '2026-05-13 13:00', typeCode: 'S' },
      { flow: '05', reason: 'PARTY_TOO_BIG', typeCode: 'S' },
      ['largerType M 20', 'twoRooms S×2 30', 'largerType L 40'],
    ],
    '75 people, tomorrow 13:00': [
      { party: 75, start: '2026-05-13 13:00' },
      { outcome: 'offers', flow: '05', reason: 'PARTY_TOO_BIG', typeCode: 'P' },
      ['twoRooms P×2 30'],
    ],
    '120 people, tomorrow 13:00': [
      { party: 120, start: '2026-05-13 13:00' },
      { outcome: 'refused', flow: '05', reason: 'PARTY_TOO_BIG', typeCode: 'P' },
    ],
  }

  it('answers every row that needs no other booking', async () => {
    await start()
    for (const row of Object.values(emptyBoard)) await holds(row)
  })

  it('15 people tomorrow 13:15: available with a deposit, refused without', async () => {
    await start()
    const wish = { party: 15, start: '2026-05-13 13:15' }
    await holds([wish, { outcome: 'available', flow: '04', typeCode: 'XL', needs: ['deposit'], deposit: 30_000 }])
    const without = await desk.save(wish)
    expect(without.status).toBe(409)
    expect(without.body.error).toMatchObject({ code: 'NEEDS_MISSING', details: { needs: ['deposit'] } })
    expect(without.body.error.details.decision).toMatchObject({ typeCode: 'XL', deposit: 30_000 })
    expect((await desk.save(wish, { deposit: 29_999 })).body.error.code).toBe('NEEDS_MISSING')
    expect((await desk.save(wish, { deposit: 30_000 })).body).toMatchObject({ status: 'confirmed', deposit: 30_000 })
  })

  it('room 302 booked 18:00–21:00: 8 people at 20:00', async () => {
    await start()
    const first = await desk.book({ party: 6, start: '2026-05-12 18:00', roomNo: '302' })
    await holds([
      { party: 8, start: '2026-05-12 20:00', roomNo: '302' },
      { flow: '03', reason: 'ROOM_TAKEN', blockers: [expect.objectContaining({ bookingCode: first.code })] },
      [
        'sameTypeOtherRoom M 0',
        'largerType L 20',
        'largerType XL 40',
        'twoRooms S×2 50',
        'otherTime M 75',
        'waitlist M 1000',
      ],
    ])
  })

  it('21 May with approval and deposit: confirmed, flow 07', async () => {
    await start()
    const wish = { party: 5, start: '2026-05-21 20:00' }
    expect((await desk.save(wish, { approval })).body.error).toMatchObject({
      code: 'NEEDS_MISSING',
      details: { needs: ['deposit'] },
    })
    expect((await desk.save(wish, { approval, deposit: 30_000 })).body).toMatchObject({
      status: 'confirmed',
      flow: '07',
    })
  })

  it('at 01:40: 03:00 is today, 20:00 the next business day', async () => {
    await start('2026-05-13 01:40')
    await holds([
      { party: 2, start: '2026-05-13 03:00' },
      { outcome: 'available', flow: '01' },
    ])
    await holds([
      { party: 2, start: '2026-05-13 20:00' },
      { outcome: 'available', flow: '04' },
    ])
  })

  it('all M booked from 22:30: 75 min is a gap, 90 min is not free', async () => {
    await start()
    await desk.bookMany(16, { party: 8, start: '2026-05-12 22:30' })
    // The last four are the walk-ins' reserve: each a queue jump.
    await desk.bookMany(4, { party: 8, start: '2026-05-12 22:30', asks: { queueJump: true } }, { approval })
    await holds([
      { party: 6, start: '2026-05-12 21:00', minutes: 75 },
      { outcome: 'available', flow: '13' },
    ])
    await holds([
      { party: 6, start: '2026-05-12 21:00', minutes: 90 },
      { flow: '13', reason: 'CLEANING_BUFFER' },
      ['otherTime M 15', 'waitlist M 1000'],
    ])
  })

  it('16 M booked Saturday 19:30–22:30: the rest is the reserve', async () => {
    await start()
    await desk.bookMany(16, { party: 8, start: '2026-05-16 19:30' })
    await holds([
      { party: 7, start: '2026-05-16 21:00' },
      { flow: '10', reason: 'WALK_IN_RESERVE' },
      ['largerType L 20', 'largerType XL 40', 'twoRooms S×2 50', 'otherTime M 90'],
      false,
    ])
    await holds([
      { party: 6, start: '2026-05-16 21:00' },
      { flow: '11', reason: 'WALK_IN_RESERVE' },
      ['smallerType S 20', 'largerType L 20'],
      false,
    ])
    await holds([
      { party: 7, start: '2026-05-16 22:30' },
      { outcome: 'available', flow: '04' },
    ])
    await desk.clock('2026-05-16 19:30')
    for (const { code } of (await desk.get<{ items: { code: string }[] }>('/bookings?date=2026-05-16')).body.items)
      expect((await desk.arrive(code)).status).toBe(200)
    await desk.clock('2026-05-16 20:35')
    await holds([
      { party: 7, start: '2026-05-16 21:00' },
      { outcome: 'available', flow: '13' },
    ])
    await desk.clock('2026-05-16 21:00')
    await holds([
      { party: 7, start: '2026-05-16 21:00', channel: 'walkIn' },
      { outcome: 'available', flow: '01' },
    ])
  })

  it('12 M booked 19:30, 6 with walk-ins until 23:00: 7 at 20:00 is available', async () => {
    await start()
    for (let i = 0; i < 6; i += 1) await desk.letIn({ party: 8, typeCode: 'M', minutes: 480 })
    await desk.bookMany(12, { party: 8, start: '2026-05-12 19:30' })
    await holds([
      { party: 7, start: '2026-05-12 20:00' },
      { outcome: 'available', flow: '01' },
    ])
  })

  it('all L booked Thursday 13:00–16:00', async () => {
    await start()
    await desk.bookMany(10, { party: 14, start: '2026-05-14 13:00' })
    const at = async (time: string) => desk.decide({ party: 12, start: `2026-05-14 ${time}` })
    expect(await at('14:00')).toMatchObject({ flow: '08', reason: 'NOT_CONTIGUOUS' })
    expect(await at('16:00')).toMatchObject({ flow: '08', reason: 'CLEANING_BUFFER' })
    expect(await at('16:15')).toMatchObject({ outcome: 'available', flow: '04' })
  })

  it('both P blocked on Friday', async () => {
    await start()
    for (const roomNo of ['701', '702']) {
      const block = {
        roomNo,
        kind: 'repair',
        start: iso('2026-05-15 08:00'),
        end: iso('2026-05-16 08:00'),
        reason: '检修',
      }
      expect((await desk.post('/blocks', block, '2001')).status).toBe(201)
    }
    await holds([
      { party: 35, start: '2026-05-15 20:00' },
      { flow: '08', reason: 'NO_SUCH_ROOMS' },
      ['twoRooms XL×2 50', 'otherDay P 240', 'otherDay P 240'],
    ])
  })

  it('all XL booked Saturday 21:00, and they insist', async () => {
    await start()
    await desk.bookMany(4, { party: 20, start: '2026-05-16 21:00' }, { deposit: 30_000 })
    await holds([
      { party: 20, start: '2026-05-16 21:00', asks: { queueJump: true } },
      { flow: '09', reason: 'TYPE_FULL', needs: ['supervisor'] },
      ['largerType P 20', 'twoRooms L×2 50', 'otherDay XL 240', 'otherDay XL 240', 'standby XL 1000'],
    ])
  })

  it('four no-shows: refused by phone, let in as a walk-in', async () => {
    await start('2026-05-11 12:00')
    const customer = { name: '赵四', phone: newPhone() }
    // From the second no-show on a deposit is due; these four are all made before the first one is.
    for (const time of ['13:00', '16:00', '19:00', '22:00'])
      await desk.book({ party: 2, start: `2026-05-11 ${time}`, minutes: 120 }, { customer })
    expect(await desk.clock(now)).toMatchObject({ released: 4 })
    const { phone } = customer
    await holds([
      { party: 4, start: '2026-05-13 20:00', phone },
      { outcome: 'refused', flow: '05', reason: 'CUSTOMER_BLOCKED', needs: ['supervisor'] },
    ])
    await holds([
      { party: 4, start: now, phone, channel: 'walkIn' },
      { outcome: 'available', flow: '01' },
    ])
  })

  it('a walk-in at 04:45', async () => {
    await start('2026-05-13 04:45')
    await holds([
      { party: 4, start: '2026-05-13 04:45', channel: 'walkIn', minutes: 90 },
      { flow: '02', reason: 'CLOSED' },
      ['shorter S 15'],
    ])
    await holds([
      { party: 4, start: '2026-05-13 04:45', channel: 'walkIn' },
      { outcome: 'available', flow: '01', end: iso('2026-05-13 06:00') },
    ])
    expect((await desk.letIn({ party: 4 })).plannedEnd).toBe(iso('2026-05-13 06:00'))
  })
})

import { describe, expect, it } from 'vitest'
import { demoVenue } from '#shared/demo/demo-venue.ts'
import { at, blockClaim, bookingClaim, snapshotOf, useClaim } from '#tests/builders/snapshot.ts'
import type { Claim } from '../room/claim.ts'
import { alternatives, decide } from './decide.ts'
import type { Decision } from './decision.ts'
import type { BookingRequest, CustomerFacts } from './request.ts'
import type { Snapshot } from './snapshot.ts'

const tuesday = at('2026-05-12 15:00')
const caller: CustomerFacts = { blocked: false, noShows: 0, bookings: [], habitualRooms: [] }
const rooms = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
const booked = (numbers: string[], from: string, to: string) => numbers.map((no) => bookingClaim(no, from, to))

interface Case extends Partial<Omit<BookingRequest, 'start'>> {
  readonly start: string
  readonly now?: number
  readonly board?: readonly Claim[]
  readonly snapshot?: Partial<Snapshot>
}

function ask({ start, now = tuesday, board = [], snapshot = {}, ...rest }: Case): Decision {
  const request: BookingRequest = { party: 4, channel: 'phone', customer: caller, ...rest, start: at(start) }
  return decide(request, snapshotOf(board, snapshot), now)
}

describe('the order of checks', () => {
  it.each([
    ['more than five minutes ago', { start: '2026-05-12 14:54' }, 'PAST'],
    ['the past before everything else', { start: '2026-05-12 10:07', minutes: 10, roomNo: '999' }, 'PAST'],
    ['closed before off the grid', { start: '2026-05-13 11:07' }, 'CLOSED'],
    ['off the grid before the window', { start: '2026-06-13 18:07' }, 'OFF_GRID'],
    ['the window before the length', { start: '2026-06-13 18:00', minutes: 500 }, 'BEYOND_WINDOW'],
    ['the length before the size', { start: '2026-05-13 18:00', minutes: 45, party: 70 }, 'DURATION'],
    [
      'the size before the caller',
      { start: '2026-05-13 18:00', party: 70, customer: { ...caller, blocked: true } },
      'PARTY_TOO_BIG',
    ],
    [
      'the caller before the room',
      { start: '2026-05-13 18:00', roomNo: '999', customer: { ...caller, blocked: true } },
      'CUSTOMER_BLOCKED',
    ],
    [
      'a room out of order before one too small',
      {
        start: '2026-05-12 18:00',
        roomNo: '301',
        party: 12,
        board: [blockClaim('301', '2026-05-12 17:00', '2026-05-12 19:00')],
      },
      'ROOM_BLOCKED',
    ],
    ['too small before not promised', { start: '2026-05-13 20:00', roomNo: '301', party: 12 }, 'ROOM_TOO_SMALL'],
    [
      'not promised before taken',
      {
        start: '2026-05-13 20:00',
        roomNo: '301',
        board: [bookingClaim('301', '2026-05-13 19:00', '2026-05-13 22:00')],
      },
      'SPECIFIED_NOT_ALLOWED',
    ],
    [
      'only cleaning in the way of a specified room is taken too',
      {
        start: '2026-05-12 21:00',
        roomNo: '301',
        board: [bookingClaim('301', '2026-05-12 18:00', '2026-05-12 21:00')],
      },
      'ROOM_TAKEN',
    ],
  ] as [string, Case, string][])('%s', (_, given, reason) => {
    expect(ask(given).reason).toBe(reason)
  })

  it.each([
    ['five minutes ago', { start: '2026-05-12 15:00', now: at('2026-05-12 15:05') }],
    ['up to closing', { start: '2026-05-13 03:00' }],
    ['six hours', { start: '2026-05-13 13:00', minutes: 360 }],
    ['a walk-in longer than any session', { start: '2026-05-12 15:00', minutes: 700, channel: 'walkIn' }],
    ['a walk-in at any minute', { start: '2026-05-12 15:00', now: at('2026-05-12 15:07'), channel: 'walkIn' }],
    [
      'a barred caller with approval',
      { start: '2026-05-13 18:00', customer: { ...caller, blocked: true }, asks: { supervisorApproval: true } },
    ],
    ['a specified room on a later day before prime', { start: '2026-05-13 16:00', roomNo: '301' }],
    [
      'a specified room in prime for a VIP',
      { start: '2026-05-13 20:00', roomNo: '301', customer: { ...caller, vipTier: 'silver' } },
    ],
  ] as [string, Case][])('lets pass: %s', (_, given) => {
    expect(ask(given)).toMatchObject({ outcome: 'available', blockers: [] })
  })

  it('never promises a room on a peak date, not even to a VIP, save to a walk-in', () => {
    const now = at('2026-12-31 19:00')
    const vip: CustomerFacts = { ...caller, vipTier: 'gold' }
    expect(ask({ start: '2026-12-31 20:30', roomNo: '301', customer: vip, now }).reason).toBe('SPECIFIED_NOT_ALLOWED')
    expect(ask({ start: '2026-12-31 19:00', roomNo: '301', channel: 'walkIn', now }).outcome).toBe('available')
  })

  it('asks three hours and a deposit of everyone on a peak date', () => {
    const now = at('2026-12-30 15:00')
    expect(ask({ start: '2026-12-31 20:00', minutes: 150, now }).reason).toBe('DURATION')
    expect(ask({ start: '2026-12-31 20:00', minutes: 180, now })).toMatchObject({ needs: ['deposit'], deposit: 30_000 })
  })

  it('takes a deposit from who stayed away twice, to the minute', () => {
    const customer = { ...caller, noShows: 2 }
    expect(ask({ start: '2026-05-13 20:00', minutes: 135, customer })).toMatchObject({
      needs: ['deposit'],
      deposit: 22_500,
    })
  })
})

describe('the reason of a full type', () => {
  const evening = '2026-05-13 20:00'
  const all = rooms(201, 224)

  it('counts a room out of order for nothing, and says so when all are', () => {
    const board = all.map((no) => blockClaim(no, '2026-05-13 12:00', '2026-05-14 06:00'))
    expect(ask({ start: evening, board })).toMatchObject({ reason: 'NO_SUCH_ROOMS' })
    const oneTaken = [...board.slice(1), bookingClaim('201', '2026-05-13 17:00', '2026-05-14 02:00')]
    expect(ask({ start: evening, board: oneTaken }).reason).toBe('TYPE_FULL')
  })

  it('is the mildest over its rooms, with each room listed by its own code', () => {
    const board = [
      ...booked(all.slice(2), '2026-05-13 16:00', '2026-05-14 02:00'),
      bookingClaim('201', '2026-05-13 17:00', '2026-05-13 20:00'),
      bookingClaim('202', '2026-05-13 18:00', '2026-05-13 21:00'),
    ]
    const decision = ask({ start: evening, board })
    expect(decision.reason).toBe('CLEANING_BUFFER')
    expect(decision.blockers.slice(0, 3)).toEqual([
      { roomNo: '201', code: 'CLEANING_BUFFER', until: at('2026-05-13 20:10'), bookingCode: 'K1-201' },
      { roomNo: '202', code: 'NOT_CONTIGUOUS', until: at('2026-05-13 21:00'), bookingCode: 'K1-202' },
      { roomNo: '203', code: 'ROOM_TAKEN', until: at('2026-05-14 02:00'), bookingCode: 'K1-203' },
    ])
    expect(decision.blockers).toHaveLength(24)
  })

  it('keeps the reserve from a queue jump until a supervisor approves it', () => {
    const board = booked(rooms(301, 316), '2026-05-16 19:30', '2026-05-16 22:30')
    const jump = { start: '2026-05-16 21:00', party: 7, board, asks: { queueJump: true } }
    expect(ask(jump)).toMatchObject({ reason: 'WALK_IN_RESERVE', needs: ['supervisor'] })
    expect(ask({ ...jump, asks: { queueJump: true, supervisorApproval: true } })).toMatchObject({
      outcome: 'available',
      typeCode: 'M',
    })
  })
})

describe('which room', () => {
  const span = { start: '2026-05-12 20:00' }

  it('is the lowest number on an empty board', () => {
    expect(ask(span).roomNo).toBe('201')
  })

  it('is the one whose free stretch is shortest', () => {
    const board = [bookingClaim('207', '2026-05-12 16:00', '2026-05-12 19:45')]
    expect(ask({ ...span, board }).roomNo).toBe('207')
  })

  it('is none that somebody else habitually specifies, while another will do', () => {
    const snapshot = { habitualRooms: new Map([['201', ['c1']]]) }
    expect(ask({ ...span, snapshot }).roomNo).toBe('202')
    expect(ask({ ...span, snapshot, customer: { ...caller, id: 'c1' } }).roomNo).toBe('201')
    const board = booked(rooms(202, 224), '2026-05-12 16:00', '2026-05-13 02:00')
    expect(
      ask({ start: '2026-05-12 16:00', now: at('2026-05-12 15:45'), board: board.slice(1), snapshot }).roomNo,
    ).toBe('202')
  })

  it('is the one with the fewest walk-ins, then the lowest number', () => {
    const snapshot = {
      walkInsByRoom: new Map([
        ['201', 5],
        ['202', 1],
      ]),
    }
    expect(ask({ ...span, snapshot }).roomNo).toBe('203')
  })

  it('is none another desk is talking about, while another will do', () => {
    expect(ask({ ...span, snapshot: { heldRooms: new Set(['201', '202']) } }).roomNo).toBe('203')
  })

  it('is the present one when a booking is changed, and its own claim is no obstacle', () => {
    const board = [bookingClaim('305', '2026-05-12 20:00', '2026-05-12 23:00')]
    const decision = ask({ start: '2026-05-12 20:30', party: 6, board, ref: 'K1-305', preferRooms: ['305'] })
    expect(decision).toMatchObject({ outcome: 'available', roomNo: '305' })
  })
})

describe('what else an answer says', () => {
  it('keeps the room a quarter of an hour, half an hour for gold, ten minutes at short notice', () => {
    expect(ask({ start: '2026-05-12 20:00' }).graceMinutes).toBe(15)
    expect(ask({ start: '2026-05-12 20:00', customer: { ...caller, vipTier: 'gold' } }).graceMinutes).toBe(30)
    expect(ask({ start: '2026-05-12 16:00' }).graceMinutes).toBe(10)
  })

  it('says until when the party could stay on', () => {
    const board = rooms(201, 224).map((no) => bookingClaim(no, '2026-05-13 02:00', '2026-05-13 05:00'))
    expect(ask({ start: '2026-05-12 20:00', board }).extendableUntil).toBe(at('2026-05-13 01:50'))
    expect(ask({ start: '2026-05-12 20:00' }).extendableUntil).toBe(at('2026-05-13 06:00'))
  })

  it('asks about a second booking of the same caller nearby, and refuses nothing', () => {
    const customer = {
      ...caller,
      bookings: [{ code: 'A1-0001', roomNo: '201', start: at('2026-05-12 17:00'), end: at('2026-05-12 19:00') }],
    }
    const near = ask({ start: '2026-05-12 20:45', customer })
    expect(near).toMatchObject({ outcome: 'available', blockers: [{ code: 'SAME_CALLER', bookingCode: 'A1-0001' }] })
    expect(ask({ start: '2026-05-12 21:15', customer }).blockers).toEqual([])
  })

  it('names the flow: a full type of today is 02, of tomorrow 05, when nothing else is free either', () => {
    const everything = (from: string, to: string) => demoVenue.rooms.map((room) => bookingClaim(room.roomNo, from, to))
    expect(ask({ start: '2026-05-12 20:00', board: everything('2026-05-12 16:00', '2026-05-13 05:00') }).flow).toBe(
      '02',
    )
    expect(ask({ start: '2026-05-13 20:00', board: everything('2026-05-13 13:00', '2026-05-14 05:00') }).flow).toBe(
      '05',
    )
  })

  it('quotes the wait in the offer of the waiting list', () => {
    const board = rooms(201, 224).map((no, i) =>
      useClaim(no, '2026-05-12 14:00', i === 0 ? '2026-05-12 15:30' : '2026-05-12 23:00'),
    )
    const decision = ask({ start: '2026-05-12 15:00', party: 2, board, channel: 'walkIn' })
    expect(decision.offers.at(-1)).toMatchObject({ kind: 'waitlist', quotedMinutes: 40, roomNos: [], cost: 1000 })
  })

  it('keeps the last of six places for the list', () => {
    const board = booked(rooms(301, 320), '2026-05-13 19:00', '2026-05-13 22:00')
    const { offers } = ask({ start: '2026-05-13 20:00', party: 6, board })
    expect(offers).toHaveLength(6)
    expect(offers.at(-1)?.kind).toBe('standby')
  })
})

describe('alternatives', () => {
  it('shows another room, earlier, later and larger under an available answer', () => {
    const request: BookingRequest = { party: 6, start: at('2026-05-13 20:30'), channel: 'phone', customer: caller }
    const found = alternatives(request, snapshotOf([]), tuesday)
    expect(found.map((offer) => [offer.kind, offer.roomNos[0], offer.cost])).toEqual([
      ['sameTypeOtherRoom', '302', 0],
      ['otherTime', '301', 15],
      ['otherTime', '301', 15],
      ['largerType', '501', 20],
    ])
  })
})

describe('the edges', () => {
  it('lets a caller who stayed away walk in, and nobody whose number is barred', () => {
    const walkIn = { start: '2026-05-12 15:00', channel: 'walkIn' as const }
    expect(ask({ ...walkIn, customer: { ...caller, noShows: 9 } }).outcome).toBe('available')
    expect(ask({ ...walkIn, customer: { ...caller, blocked: true } })).toMatchObject({
      outcome: 'refused',
      reason: 'CUSTOMER_BLOCKED',
    })
  })

  it('quotes the wait for the very room, not for any of its type', () => {
    const board = [bookingClaim('302', '2026-05-12 18:00', '2026-05-12 21:00')]
    const decision = ask({ start: '2026-05-12 20:00', party: 8, roomNo: '302', board })
    expect(decision.offers.at(-1)).toMatchObject({ kind: 'waitlist', quotedMinutes: 70 })
  })

  it('puts a VIP before the others in the quote', () => {
    const board = rooms(201, 224).map((no, i) =>
      useClaim(no, '2026-05-12 14:00', i === 0 ? '2026-05-12 15:30' : '2026-05-12 17:00'),
    )
    const waiting = [{ id: 'w1', typeCode: 'S', party: 2, priority: 'normal' as const, since: tuesday - 60_000 }]
    const quoted = (customer: CustomerFacts) =>
      ask({ start: '2026-05-12 15:00', party: 2, board, channel: 'walkIn', customer, snapshot: { waiting } }).offers.at(
        -1,
      )?.quotedMinutes
    expect(quoted(caller)).toBe(130)
    expect(quoted({ ...caller, vipTier: 'silver' })).toBe(40)
  })

  it('walks twice through the hour the clocks repeat', () => {
    const venue = { ...demoVenue, timeZone: 'Europe/Berlin' }
    const utc = (text: string) => Date.parse(text)
    const all = venue.rooms.filter((room) => room.typeCode === 'S')
    const board = all.map((room) => {
      const claim = bookingClaim(room.roomNo, '2026-10-24 20:00', '2026-10-24 21:00', venue)
      return { ...claim, end: utc('2026-10-25T02:25:00+01:00'), occupiedUntil: utc('2026-10-25T02:35:00+01:00') }
    })
    const request: BookingRequest = {
      party: 2,
      start: utc('2026-10-25T02:30:00+01:00'),
      minutes: 120,
      channel: 'phone',
      customer: caller,
    }
    const decision = decide(request, snapshotOf(board, { venue }), utc('2026-10-24T20:00:00+02:00'))
    const after = decision.offers.find((offer) => offer.kind === 'otherTime' && offer.start > request.start)
    expect(after).toMatchObject({ start: utc('2026-10-25T02:45:00+01:00'), cost: 15 })
  })
})

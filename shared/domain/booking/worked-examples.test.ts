import { describe, expect, it } from 'vitest'
import { at, blockClaim, bookingClaim, snapshotOf, useClaim } from '#tests/builders/snapshot.ts'
import type { Claim } from '../room/claim.ts'
import { decide } from './decide.ts'
import type { Decision, Offer } from './decision.ts'
import type { BookingRequest, CustomerFacts } from './request.ts'

const stranger: CustomerFacts = { blocked: false, noShows: 0, bookings: [], habitualRooms: [] }
const tuesday = at('2026-05-12 15:00')

function ask(
  start: string,
  party: number,
  rest: Partial<BookingRequest> = {},
  claims: Claim[] = [],
  now = tuesday,
): Decision {
  return decide({ party, start: at(start), channel: 'phone', customer: stranger, ...rest }, snapshotOf(claims), now)
}

const brief = (offer: Offer) => `${offer.kind} ${offer.typeCode}${offer.roomNos.length === 2 ? '×2' : ''} ${offer.cost}`
const briefs = (decision: Decision) => decision.offers.map(brief)
const rooms = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
const booked = (numbers: string[], from: string, to: string) => numbers.map((no) => bookingClaim(no, from, to))

describe('booking.md §9, worked examples', () => {
  it('15 people tomorrow: a deluxe room, with a deposit', () => {
    expect(ask('2026-05-13 13:15', 15)).toMatchObject({
      outcome: 'available',
      flow: '04',
      typeCode: 'XL',
      needs: ['deposit'],
      deposit: 30_000,
    })
  })

  it('45 people on Saturday: the presidential room, though none seats them in comfort', () => {
    expect(ask('2026-05-16 13:00', 45)).toMatchObject({
      outcome: 'available',
      flow: '04',
      typeCode: 'P',
      needs: ['deposit'],
    })
  })

  it('4 people today at 15:45: short notice, grace 10; in room 302 the flow of a specified room, same grace', () => {
    expect(ask('2026-05-12 15:45', 4)).toMatchObject({
      outcome: 'available',
      flow: '13',
      typeCode: 'S',
      graceMinutes: 10,
    })
    expect(ask('2026-05-12 15:45', 4, { roomNo: '302' })).toMatchObject({
      outcome: 'available',
      flow: '03',
      typeCode: 'M',
      roomNo: '302',
      graceMinutes: 10,
    })
  })

  it('room 302 tomorrow, a quarter of an hour into prime: not promised', () => {
    const decision = ask('2026-05-13 16:15', 4, { roomNo: '302' })
    expect(decision).toMatchObject({ outcome: 'offers', flow: '06', reason: 'SPECIFIED_NOT_ALLOWED' })
    expect(briefs(decision).slice(0, 3)).toEqual(['sameTypeOtherRoom M 0', 'otherTime M 15', 'shorter M 15'])
    expect(decision.offers[1]).toMatchObject({ roomNos: ['302'], start: at('2026-05-13 16:00') })
    expect(decision.offers[2]).toMatchObject({ roomNos: ['302'], end: at('2026-05-13 19:00') })
  })

  it('room 302 taken from 18:00 to 21:00', () => {
    const claims = [bookingClaim('302', '2026-05-12 18:00', '2026-05-12 21:00')]
    const decision = ask('2026-05-12 20:00', 8, { roomNo: '302' }, claims)
    expect(decision).toMatchObject({ outcome: 'offers', flow: '03', reason: 'ROOM_TAKEN', typeCode: 'M' })
    expect(briefs(decision)).toEqual([
      'sameTypeOtherRoom M 0',
      'largerType L 20',
      'largerType XL 40',
      'twoRooms S×2 50',
      'otherTime M 75',
      'waitlist M 1000',
    ])
    expect(decision.offers[4]).toMatchObject({ roomNos: ['302'], start: at('2026-05-12 21:15') })
    expect(decision.blockers).toEqual([
      { roomNo: '302', code: 'ROOM_TAKEN', until: at('2026-05-12 21:00'), bookingCode: claims[0]?.bookingCode },
    ])
  })

  it('room 302 for 11 people, and room 512 that does not exist', () => {
    const small = ask('2026-05-12 20:00', 11, { roomNo: '302' })
    expect(small).toMatchObject({ flow: '03', reason: 'ROOM_TOO_SMALL', typeCode: 'M' })
    expect(briefs(small)).toEqual(['largerType L 20', 'twoRooms M×2 30', 'largerType XL 40'])
    const unknown = ask('2026-05-12 20:00', 5, { roomNo: '512' })
    expect(unknown).toMatchObject({ flow: '03', reason: 'ROOM_UNKNOWN', typeCode: 'M', blockers: [] })
    expect(briefs(unknown)[0]).toBe('sameTypeOtherRoom M 0')
  })

  it('the window is counted in business days', () => {
    expect(ask('2026-05-20 01:00', 5)).toMatchObject({ outcome: 'available', flow: '04' })
    const beyond = ask('2026-05-21 20:00', 5)
    expect(beyond).toMatchObject({ outcome: 'advance', flow: '07', reason: 'BEYOND_WINDOW', needs: ['supervisor'] })
    expect(briefs(beyond)).toEqual(['otherDay M 480', 'advance M 1000'])
    expect(beyond.offers[0]?.start).toBe(at('2026-05-19 20:00'))
    const approved = ask('2026-05-21 20:00', 5, { asks: { supervisorApproval: true } })
    expect(approved).toMatchObject({ outcome: 'available', flow: '07', needs: ['deposit'] })
  })

  it('after midnight the evening goes on, and the next evening is the next business day', () => {
    const now = at('2026-05-13 01:40')
    expect(ask('2026-05-13 03:00', 2, {}, [], now)).toMatchObject({ outcome: 'available', flow: '01' })
    expect(ask('2026-05-13 20:00', 2, {}, [], now)).toMatchObject({ outcome: 'available', flow: '04' })
  })

  it('before opening and past closing', () => {
    const early = ask('2026-05-13 11:30', 4)
    expect(early).toMatchObject({ flow: '05', reason: 'CLOSED' })
    expect(briefs(early)).toEqual(['otherTime S 30', 'shorter S 60'])
    expect(early.offers[1]).toMatchObject({ start: at('2026-05-13 12:00'), end: at('2026-05-13 14:30') })
    const late = ask('2026-05-14 03:30', 4)
    expect(late).toMatchObject({ flow: '05', reason: 'CLOSED' })
    expect(briefs(late)).toEqual(['otherTime S 30', 'shorter S 30'])
    expect(late.offers[1]).toMatchObject({ start: at('2026-05-14 03:30'), end: at('2026-05-14 06:00') })
  })

  it('off the grid', () => {
    const decision = ask('2026-05-13 18:10', 4)
    expect(decision).toMatchObject({ flow: '05', reason: 'OFF_GRID' })
    expect(decision.offers.map((o) => [o.start, o.cost])).toEqual([
      [at('2026-05-13 18:15'), 5],
      [at('2026-05-13 18:00'), 10],
    ])
  })

  it('too short and too long', () => {
    const short = ask('2026-05-13 19:00', 2, { minutes: 100 })
    expect(short).toMatchObject({ flow: '13', reason: 'DURATION' })
    expect(briefs(short)).toEqual(['longer S 20', 'otherTime S 35', 'otherTime S 35'])
    const long = ask('2026-05-13 13:00', 2, { minutes: 420 })
    expect(long).toMatchObject({ flow: '05', reason: 'DURATION' })
    expect(briefs(long)).toEqual(['shorter S 60', 'otherTime S 75', 'otherTime S 75'])
  })

  it('a short session tonight only goes into a gap', () => {
    const wide = ask('2026-05-12 21:00', 6, { minutes: 75 })
    expect(wide).toMatchObject({ flow: '13', reason: 'DURATION' })
    expect(briefs(wide)[0]).toBe('longer M 45')
    const later = booked(rooms(301, 320), '2026-05-12 22:30', '2026-05-13 01:30')
    expect(ask('2026-05-12 21:00', 6, { minutes: 75 }, later)).toMatchObject({ outcome: 'available', flow: '13' })
    const tight = ask('2026-05-12 21:00', 6, { minutes: 90 }, later)
    expect(tight).toMatchObject({ flow: '13', reason: 'CLEANING_BUFFER' })
    expect(briefs(tight)).toEqual(['otherTime M 15', 'waitlist M 1000'])
    expect(tight.offers[0]?.start).toBe(at('2026-05-12 20:45'))
  })

  it('a party too big for the asked type, for every type, and for two rooms', () => {
    const nine = ask('2026-05-13 13:00', 9, { typeCode: 'S' })
    expect(nine).toMatchObject({ flow: '05', reason: 'PARTY_TOO_BIG', typeCode: 'S' })
    expect(briefs(nine)).toEqual(['largerType M 20', 'twoRooms S×2 30', 'largerType L 40'])
    const many = ask('2026-05-13 13:00', 75)
    expect(many).toMatchObject({ outcome: 'offers', flow: '05', reason: 'PARTY_TOO_BIG', typeCode: 'P' })
    expect(briefs(many)).toEqual(['twoRooms P×2 30'])
    expect(ask('2026-05-13 13:00', 120)).toMatchObject({ outcome: 'refused', typeCode: 'P', offers: [] })
  })

  describe('16 of 20 medium rooms booked on Saturday 19:30–22:30', () => {
    const claims = booked(rooms(301, 316), '2026-05-16 19:30', '2026-05-16 22:30')

    it('the rest is kept for walk-ins', () => {
      const seven = ask('2026-05-16 21:00', 7, {}, claims)
      expect(seven).toMatchObject({ flow: '10', reason: 'WALK_IN_RESERVE' })
      expect(briefs(seven).slice(0, 4)).toEqual([
        'largerType L 20',
        'largerType XL 40',
        'twoRooms S×2 50',
        'otherTime M 90',
      ])
      const six = ask('2026-05-16 21:00', 6, {}, claims)
      expect(six).toMatchObject({ flow: '11', reason: 'WALK_IN_RESERVE' })
      expect(briefs(six).slice(0, 2)).toEqual(['smallerType S 20', 'largerType L 20'])
    })

    it('until the prime part is over, for a walk-in, or half an hour before', () => {
      expect(ask('2026-05-16 22:30', 7, {}, claims)).toMatchObject({ outcome: 'available', flow: '04' })
      const now = at('2026-05-16 21:00')
      expect(ask('2026-05-16 21:00', 7, { channel: 'walkIn' }, claims, now)).toMatchObject({
        outcome: 'available',
        flow: '01',
      })
      expect(ask('2026-05-16 21:00', 7, {}, claims, at('2026-05-16 20:35'))).toMatchObject({
        outcome: 'available',
        flow: '13',
      })
    })
  })

  it('walk-ins inside use up the reserve, not the share of the bookings', () => {
    const claims = [
      ...booked(rooms(301, 312), '2026-05-12 19:30', '2026-05-12 22:30'),
      ...rooms(313, 318).map((no) => useClaim(no, '2026-05-12 14:30', '2026-05-12 23:00')),
    ]
    expect(ask('2026-05-12 20:00', 7, {}, claims)).toMatchObject({ outcome: 'available', flow: '01' })
  })

  it('all large rooms booked on Thursday 13:00–16:00', () => {
    const claims = booked(rooms(501, 510), '2026-05-14 13:00', '2026-05-14 16:00')
    expect(ask('2026-05-14 14:00', 12, {}, claims)).toMatchObject({ flow: '08', reason: 'NOT_CONTIGUOUS' })
    expect(ask('2026-05-14 16:00', 12, {}, claims)).toMatchObject({ flow: '08', reason: 'CLEANING_BUFFER' })
    expect(ask('2026-05-14 16:15', 12, {}, claims)).toMatchObject({ outcome: 'available', flow: '04' })
  })

  it('both presidential rooms blocked on Friday', () => {
    const claims = ['701', '702'].map((no) => blockClaim(no, '2026-05-15 08:00', '2026-05-16 08:00'))
    const decision = ask('2026-05-15 20:00', 35, {}, claims)
    expect(decision).toMatchObject({ flow: '08', reason: 'NO_SUCH_ROOMS' })
    expect(briefs(decision)).toEqual(['twoRooms XL×2 50', 'otherDay P 240', 'otherDay P 240'])
    expect(decision.offers.slice(1).map((o) => o.start)).toEqual([at('2026-05-14 20:00'), at('2026-05-16 20:00')])
  })

  it('all deluxe rooms booked on Saturday 21:00, and they insist', () => {
    const claims = booked(rooms(601, 604), '2026-05-16 21:00', '2026-05-17 00:00')
    const decision = ask('2026-05-16 21:00', 20, { asks: { queueJump: true } }, claims)
    expect(decision).toMatchObject({ flow: '09', reason: 'TYPE_FULL', needs: ['supervisor'] })
    expect(briefs(decision)).toEqual([
      'largerType P 20',
      'twoRooms L×2 50',
      'otherDay XL 240',
      'otherDay XL 240',
      'standby XL 1000',
    ])
  })

  it('a caller who stayed away four times may only walk in', () => {
    const customer = { ...stranger, noShows: 4 }
    expect(ask('2026-05-13 20:00', 4, { customer })).toMatchObject({
      outcome: 'refused',
      flow: '05',
      reason: 'CUSTOMER_BLOCKED',
      needs: ['supervisor'],
    })
    expect(ask('2026-05-12 15:00', 4, { customer, channel: 'walkIn' })).toMatchObject({
      outcome: 'available',
      flow: '01',
    })
  })

  it('a walk-in late at night', () => {
    const now = at('2026-05-13 04:45')
    const tooLong = ask('2026-05-13 04:45', 4, { channel: 'walkIn', minutes: 90 }, [], now)
    expect(tooLong).toMatchObject({ flow: '02', reason: 'CLOSED' })
    expect(briefs(tooLong)).toEqual(['shorter S 15'])
    expect(ask('2026-05-13 04:45', 4, { channel: 'walkIn' }, [], now)).toMatchObject({
      outcome: 'available',
      flow: '01',
      end: at('2026-05-13 06:00'),
    })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { demoVenue } from '#shared/demo/demo-venue.ts'
import { at, snapshotOf } from '#tests/builders/snapshot.ts'
import type { Claim } from '../room/claim.ts'
import { minute, overlaps } from '../time/span.ts'
import { alternatives, decide } from './decide.ts'
import type { BookingRequest } from './request.ts'
import type { Snapshot } from './snapshot.ts'
import { takeOffer } from './take-offer.ts'

const now = at('2026-05-15 15:00')
const quarter = 15 * minute

// Few rooms, so that a board is often full and every reason comes up.
const kept = ['201', '202', '203', '204', '301', '302', '303', '304', '305', '501', '502', '601', '701']
const venue = {
  ...demoVenue,
  rooms: demoVenue.rooms.filter((room) => kept.includes(room.roomNo)),
  policy: { ...demoVenue.policy, walkInReserve: { percentByType: { S: 50, M: 40, L: 50 }, lapsesMinutes: 30 } },
}
const numbers = venue.rooms.map((room) => room.roomNo)
const boardOf = (claims: readonly Claim[]): Snapshot => snapshotOf(claims, { venue })
const cleaning = (roomNo: string) =>
  (venue.types.find((t) => t.code === venue.rooms.find((r) => r.roomNo === roomNo)?.typeCode)?.cleaningMinutes ?? 0) *
  minute

// A crowded board: claims are thrown at the rooms and those that would overlap are left out.
const claims = fc
  .array(
    fc.record({
      room: fc.integer({ min: 0, max: numbers.length - 1 }),
      from: fc.integer({ min: -8, max: 60 }),
      quarters: fc.integer({ min: 4, max: 16 }),
      kind: fc.constantFrom('booking', 'booking', 'booking', 'use', 'use', 'block'),
      booked: fc.boolean(),
    }),
    { maxLength: 120, size: 'max' },
  )
  .map((thrown) => {
    const board: Claim[] = []
    for (const [i, { room, from, quarters, kind, booked }] of thrown.entries()) {
      const roomNo = numbers[room] as string
      const start = now + from * quarter
      const end = start + quarters * quarter
      const occupiedUntil = kind === 'block' ? end : end + cleaning(roomNo)
      const claim: Claim = {
        id: `c${i}`,
        roomNo,
        kind: kind as Claim['kind'],
        start,
        end,
        occupiedUntil,
        booked: kind === 'booking' || (kind === 'use' && booked),
      }
      const clash = board.some(
        (other) =>
          other.roomNo === roomNo &&
          overlaps({ start, end: occupiedUntil }, { start: other.start, end: other.occupiedUntil }),
      )
      if (!clash) board.push(claim)
    }
    return board
  })

const requests: fc.Arbitrary<BookingRequest> = fc.record(
  {
    party: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 20 }) },
      { weight: 1, arbitrary: fc.integer({ min: 21, max: 110 }) },
    ),
    start: fc
      .oneof(
        { weight: 8, arbitrary: fc.integer({ min: 0, max: 48 }) },
        { weight: 1, arbitrary: fc.integer({ min: -4, max: 900 }) },
      )
      .map((n) => now + n * quarter),
    minutes: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(60, 75, 90, 120, 180, 240, 360, 420) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 500 }) },
    ),
    typeCode: fc.constantFrom('S', 'M', 'L', 'XL', 'P'),
    roomNo: fc.constantFrom(...numbers, '999'),
    channel: fc.constantFrom('phone', 'phone', 'online', 'walkIn'),
    asks: fc.record({ queueJump: fc.boolean(), supervisorApproval: fc.boolean() }),
    customer: fc.record({
      blocked: fc.constant(false),
      noShows: fc.integer({ min: 0, max: 5 }),
      vipTier: fc.constantFrom(undefined, 'silver' as const, 'gold' as const),
      bookings: fc.constant([]),
      habitualRooms: fc.constant([]),
    }),
  },
  { requiredKeys: ['party', 'start', 'channel'] },
) as fc.Arbitrary<BookingRequest>

// The room and the asked type agree, as the border checks.
const asked = requests.map((request) => {
  const room = venue.rooms.find((r) => r.roomNo === request.roomNo)
  return request.roomNo === undefined || room === undefined ? request : { ...request, typeCode: room.typeCode }
})

function deepFreeze<T>(value: T): T {
  if (value instanceof Map) for (const item of value.values()) deepFreeze(item)
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) deepFreeze(item)
  return Object.freeze(value)
}

const runs = 2000

describe('decide', () => {
  it('never changes its inputs and answers the same question the same way (booking.md §8, 2)', () => {
    fc.assert(
      fc.property(claims, asked, (board, request) => {
        const snapshot: Snapshot = deepFreeze(boardOf(board))
        const first = decide(deepFreeze(request), snapshot, now)
        expect(decide(request, snapshot, now)).toEqual(first)
      }),
      { numRuns: runs },
    )
  })

  it('makes no offer that could not be taken at once (booking.md §8, 3)', () => {
    fc.assert(
      fc.property(claims, asked, (board, request) => {
        const snapshot = boardOf(board)
        const { offers } = decide(request, snapshot, now)
        for (const offer of [...offers, ...alternatives(request, snapshot, now)]) {
          const taken = takeOffer(offer.offerId, request, snapshot, now)
          expect(taken).toMatchObject({
            state: 'available',
            offer: { roomNos: offer.roomNos, start: offer.start, end: offer.end },
          })
        }
      }),
      { numRuns: runs },
    )
  })

  it('gives an available room that nothing else claims, cleaning included (booking.md §4)', () => {
    fc.assert(
      fc.property(claims, asked, (board, request) => {
        const decision = decide(request, boardOf(board), now)
        const spans = [
          ...(decision.roomNo ? [{ roomNos: [decision.roomNo], start: decision.start, end: decision.end }] : []),
          ...decision.offers,
        ]
        for (const { roomNos, start, end } of spans) {
          for (const roomNo of roomNos) {
            const occupied = { start, end: end + cleaning(roomNo) }
            const clash = board.find(
              (c) => c.roomNo === roomNo && overlaps(occupied, { start: c.start, end: c.occupiedUntil }),
            )
            expect(clash).toBeUndefined()
          }
        }
      }),
      { numRuns: runs },
    )
  })

  it('says available exactly when no check fails, and otherwise gives the reason', () => {
    fc.assert(
      fc.property(claims, asked, (board, request) => {
        const { outcome, reason, roomNo, offers } = decide(request, boardOf(board), now)
        expect(outcome === 'available').toBe(reason === undefined)
        expect(outcome === 'available').toBe(roomNo !== undefined)
        expect(outcome === 'advance').toBe(reason === 'BEYOND_WINDOW')
        if (outcome === 'offers') expect(offers.length).toBeGreaterThan(0)
        if (outcome === 'refused' || outcome === 'available') expect(offers).toEqual([])
      }),
      { numRuns: runs },
    )
  })

  it('offers at most six, cheapest first, the place on a list last', () => {
    fc.assert(
      fc.property(claims, asked, (board, request) => {
        const { offers } = decide(request, boardOf(board), now)
        expect(offers.length).toBeLessThanOrEqual(6)
        expect(offers.map((o) => o.cost)).toEqual(offers.map((o) => o.cost).toSorted((a, b) => a - b))
        for (const offer of offers.slice(0, -1)) expect(['waitlist', 'standby', 'advance']).not.toContain(offer.kind)
        if (request.channel === 'walkIn') for (const offer of offers) expect(offer.start).toBe(now)
      }),
      { numRuns: runs },
    )
  })
})

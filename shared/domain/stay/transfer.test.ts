import { describe, expect, it } from 'vitest'
import type { Claim } from '../room/claim.ts'
import { chargedType, chargesAsRightFromStart, transferRefusal } from './transfer.ts'

const minute = 60_000
const type = { code: 'M', name: '中包', rank: 2, seats: 8, minParty: 4, maxSeats: 10, cleaningMinutes: 10 }
const room = { roomNo: '301', typeCode: 'M', floor: '3', features: [], neighbours: [] }
const claim = (kind: Claim['kind'], from: number, to: number): Claim => ({
  id: kind,
  roomNo: '301',
  kind,
  start: from * minute,
  end: to * minute,
  occupiedUntil: (to + (kind === 'block' ? 0 : 10)) * minute,
  booked: kind === 'booking',
})
const span = { start: 60 * minute, end: 180 * minute }

const table: [string, Claim[] | undefined, number, string | undefined][] = [
  ['a room nobody knows', undefined, 4, 'ROOM_UNKNOWN'],
  ['a room that is free for the rest', [], 10, undefined],
  ['a room under repair', [claim('block', 0, 600)], 4, 'ROOM_BLOCKED'],
  ['a room that is too small', [], 11, 'ROOM_TOO_SMALL'],
  ['a room booked for the last minute', [claim('booking', 179, 300)], 4, 'ROOM_TAKEN'],
  ['a room booked within its cleaning', [claim('booking', 185, 300)], 4, 'ROOM_TAKEN'],
  ['a room booked right after its cleaning', [claim('booking', 190, 300)], 4, undefined],
  ['a room that is still being cleaned', [claim('use', 0, 55)], 4, 'ROOM_TAKEN'],
]

describe('transfer', () => {
  for (const [what, claims, party, reason] of table)
    it(`to ${what}: ${reason ?? 'possible'}`, () => {
      expect(transferRefusal(claims && { room, type, claims }, party, span)?.reason).toBe(reason)
    })

  it('charges the new room only when recalculated', () => {
    expect((['keep', 'recalculate', 'waive'] as const).map((choice) => chargedType(choice, 'M', 'L'))).toEqual([
      'M',
      'L',
      'M',
    ])
  })

  it('charges the right type from the start when the move comes within 30 min', () => {
    expect(chargesAsRightFromStart(0, 30 * minute, 'S', 'S', 30)).toBe(true)
    expect(chargesAsRightFromStart(0, 31 * minute, 'S', 'S', 30)).toBe(false)
    expect(chargesAsRightFromStart(0, 5 * minute, 'M', 'S', 30)).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import type { Claim } from '../room/claim.ts'
import { extensionRefusal, longestExtension } from './extension.ts'

const minute = 60_000
const claim = (id: string, kind: Claim['kind'], from: number, to: number, stayId?: string): Claim => ({
  id,
  roomNo: '301',
  kind,
  start: from * minute,
  end: to * minute,
  occupiedUntil: (to + (kind === 'block' ? 0 : 10)) * minute,
  booked: false,
  ...(stayId && { stayId }),
})
const own = claim('u', 'use', 0, 120, 'stay')
const limits = { closing: 600 * minute, dayEnd: 720 * minute }
const rooms = (...claims: Claim[]) => [{ roomNo: '301', cleaningMinutes: 10, claims: [own, ...claims] }]
const next = claim('b', 'booking', 200, 380)

const table: [string, Claim[], number, boolean, string | undefined][] = [
  ['to the last minute before the next claim and its cleaning', [next], 190, false, undefined],
  ['a minute into the cleaning', [next], 191, false, 'CLEANING_BUFFER'],
  ['a minute into the next claim', [next], 201, false, 'ROOM_TAKEN'],
  ['into a block', [claim('x', 'block', 200, 400)], 201, false, 'ROOM_BLOCKED'],
  ['to closing', [], 600, false, undefined],
  ['past closing', [], 601, false, 'CLOSED'],
  ['past closing, a supervisor agrees', [], 720, true, undefined],
  ['past the end of the day, a supervisor agrees', [], 721, true, 'CLOSED'],
]

describe('extension', () => {
  for (const [what, claims, until, approved, reason] of table)
    it(`${what}: ${reason ?? 'possible'}`, () => {
      expect(extensionRefusal(rooms(...claims), 'stay', 120 * minute, until * minute, limits, approved)?.reason).toBe(
        reason,
      )
    })

  it('says how long it could be, and who comes next', () => {
    const longest = longestExtension(rooms(next), 'stay', 120 * minute, limits, false)
    expect(longest).toEqual({ until: 190 * minute, maxMinutes: 70, next })
  })

  it('of two rooms is as long as the shorter of the two', () => {
    const other = { roomNo: '302', cleaningMinutes: 10, claims: [claim('c', 'booking', 160, 340)] }
    expect(longestExtension([...rooms(next), other], 'stay', 120 * minute, limits, false).maxMinutes).toBe(30)
  })
})

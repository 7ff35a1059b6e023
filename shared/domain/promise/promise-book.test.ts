import { describe, expect, it } from 'vitest'
import { keptRate, matchPromises } from './promise-book.ts'

const room = (roomNo: string, typeCode: string, maxSeats: number) => ({ roomNo, typeCode, maxSeats })

describe('transfer promises', () => {
  it('offers a room that frees to the oldest promise for its type, and to one party only', () => {
    const promises = [
      { id: 'late', toTypeCode: 'M', party: 6, createdAt: 2 },
      { id: 'old', toTypeCode: 'M', party: 7, createdAt: 1 },
      { id: 'other', toTypeCode: 'S', party: 3, createdAt: 0 },
    ]
    expect([...matchPromises(promises, [room('301', 'M', 10)])]).toEqual([['old', '301']])
    expect(matchPromises(promises, [room('301', 'M', 10), room('302', 'M', 10)]).get('late')).toBe('302')
  })

  it('passes over a party the room does not seat', () => {
    const promises = [
      { id: 'eleven', toTypeCode: 'M', party: 11, createdAt: 1 },
      { id: 'six', toTypeCode: 'M', party: 6, createdAt: 2 },
    ]
    expect([...matchPromises(promises, [room('301', 'M', 10)])]).toEqual([['six', '301']])
  })

  it('is kept at three of four; what the guest declined counts for neither', () => {
    expect(keptRate({ kept: 3, lapsed: 1 })).toBe(0.75)
    expect(keptRate({ kept: 0, lapsed: 0 })).toBeNull()
  })
})

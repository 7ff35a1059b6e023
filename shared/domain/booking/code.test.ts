import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookingCodeOf, readBookingCode } from './code.ts'

describe('booking codes', () => {
  it('gives the first 200 000 bookings of a venue 200 000 different codes', () => {
    const codes = new Set<string>()
    for (let count = 1; count <= 200_000; count += 1) codes.add(bookingCodeOf(count))
    expect(codes.size).toBe(200_000)
  })

  it('has a letter, a digit and four digits, and a digit more when those are used up', () => {
    expect(bookingCodeOf(1)).toMatch(/^[A-Z]\d-\d{4}$/)
    expect(bookingCodeOf(180_000)).toMatch(/^[A-Z]\d-\d{4}$/)
    expect(bookingCodeOf(180_001)).toMatch(/^[A-Z]\d-\d{5}$/)
    expect(bookingCodeOf(1_980_001)).toMatch(/^[A-Z]\d-\d{6}$/)
  })

  it('uses no letter that is taken for a digit', () => {
    for (let count = 1; count < 5_000; count += 1) expect(bookingCodeOf(count)).not.toMatch(/[BDGIOQSZ]/)
  })

  it('is read back however it was typed, and notices every wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000_000 }), fc.nat(), fc.integer({ min: 1, max: 9 }), (n, at, add) => {
        const code = bookingCodeOf(n)
        expect(readBookingCode(code.toLowerCase().replace('-', ''))).toBe(code)
        const places = [...code].flatMap((c, i) => (/\d/.test(c) ? [i] : []))
        const place = places[at % places.length] ?? 1
        const wrong = `${code.slice(0, place)}${(Number(code[place]) + add) % 10}${code.slice(place + 1)}`
        expect(readBookingCode(wrong)).toBeUndefined()
      }),
      { numRuns: 2_000 },
    )
  })

  it('notices two neighbouring digits in the wrong order', () => {
    for (let n = 1; n < 2_000; n += 1) {
      const code = bookingCodeOf(n)
      const tail = code.slice(3)
      for (let i = 0; i + 1 < tail.length; i += 1) {
        if (tail[i] === tail[i + 1]) continue
        const swapped = `${code.slice(0, 3)}${tail.slice(0, i)}${tail[i + 1]}${tail[i]}${tail.slice(i + 2)}`
        expect(readBookingCode(swapped)).toBeUndefined()
      }
    }
  })
})

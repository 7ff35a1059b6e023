import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardNoInGroups, cardNoOf, readCardNo } from './card-number.ts'

const count = fc.integer({ min: 1, max: 9_999_999 })

describe('card numbers', () => {
  it('gives the first 100 000 cards of a venue 100 000 different numbers of eight digits', () => {
    const numbers = new Set<string>()
    for (let n = 1; n <= 100_000; n += 1) numbers.add(cardNoOf(n))
    expect(numbers.size).toBe(100_000)
    expect([...numbers].every((cardNo) => /^8\d{7}$/.test(cardNo))).toBe(true)
  })

  it('grows by a digit when the short ones are used up, and never repeats one', () => {
    expect(cardNoOf(999_999)).toHaveLength(8)
    expect(cardNoOf(1_000_000)).toHaveLength(9)
    expect(() => cardNoOf(0)).toThrow(RangeError)
    expect(() => cardNoOf(1.5)).toThrow(RangeError)
  })

  it('notices every wrong digit', () => {
    fc.assert(
      fc.property(count, fc.nat(), fc.integer({ min: 1, max: 9 }), (n, at, add) => {
        const cardNo = cardNoOf(n)
        const place = at % cardNo.length
        const wrong = cardNo.slice(0, place) + ((Number(cardNo[place]) + add) % 10) + cardNo.slice(place + 1)
        expect(readCardNo(wrong)).toBeUndefined()
      }),
      { numRuns: 2_000 },
    )
  })

  it('notices two neighbours in the wrong order', () => {
    fc.assert(
      fc.property(count, fc.nat(), (n, at) => {
        const cardNo = cardNoOf(n)
        const place = at % (cardNo.length - 1)
        fc.pre(cardNo[place] !== cardNo[place + 1])
        const swapped = cardNo.slice(0, place) + cardNo[place + 1] + cardNo[place] + cardNo.slice(place + 2)
        expect(readCardNo(swapped)).toBeUndefined()
      }),
      { numRuns: 2_000 },
    )
  })

  it('is written in groups of four and read back however it was typed', () => {
    const cardNo = cardNoOf(1)
    expect(cardNoInGroups(cardNo)).toMatch(/^8000 001\d$/)
    const wide = [...cardNo].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')
    for (const typed of [cardNo, cardNoInGroups(cardNo), ` ${cardNo} `, cardNo.replace(/(....)/, '$1-'), wide])
      expect(readCardNo(typed), typed).toBe(cardNo)
  })

  it.each(['', '8', '13800000000', '8000001', '900000017', 'K4-7302', '80000017x'])('%j is none', (typed) => {
    expect(readCardNo(typed)).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { demoVenue } from '#shared/demo/demo-venue.ts'
import { at } from '#tests/builders/snapshot.ts'
import { quote } from './quote.ts'

const price = (from: string, to: string, typeCode: string) =>
  quote({ start: at(from), end: at(to) }, typeCode, demoVenue)

describe('quote', () => {
  it.each([
    ['a weekday evening', '2026-05-12 20:00', '2026-05-12 23:00', 'S', 3 * 8800],
    ['over the edge of two bands', '2026-05-12 17:00', '2026-05-12 19:00', 'M', 5800 + 13800],
    ['past midnight it is still Tuesday', '2026-05-12 23:00', '2026-05-13 01:00', 'L', 19800 + 12800],
    ['Friday, a tenth more in whole yuan', '2026-05-15 20:00', '2026-05-15 21:00', 'S', 9700],
    ['Saturday', '2026-05-16 20:00', '2026-05-16 21:00', 'M', 16600],
    ['Sunday 01:00 belongs to Saturday', '2026-05-17 01:00', '2026-05-17 02:00', 'S', 7000],
    ['Sunday', '2026-05-17 12:00', '2026-05-17 13:00', 'P', 31700],
    ['a holiday', '2026-10-01 20:00', '2026-10-01 21:00', 'S', 11400],
    ['a peak date wins over everything', '2026-12-31 20:00', '2026-12-31 21:00', 'M', 20700],
    ['before noon as in the afternoon', '2026-05-12 11:30', '2026-05-12 12:30', 'S', 3800],
    ['to the minute', '2026-05-12 20:00', '2026-05-12 20:07', 'S', 1027],
  ])('%s', (_, from, to, typeCode, total) => {
    expect(price(from, to, typeCode).total).toBe(total)
  })

  it('lists each stretch at its own rate', () => {
    expect(price('2026-05-12 17:00', '2026-05-13 01:00', 'S').lines).toEqual([
      { start: at('2026-05-12 17:00'), end: at('2026-05-12 18:00'), rate: 3800, amount: 3800 },
      { start: at('2026-05-12 18:00'), end: at('2026-05-13 00:00'), rate: 8800, amount: 52800 },
      { start: at('2026-05-13 00:00'), end: at('2026-05-13 01:00'), rate: 5800, amount: 5800 },
    ])
  })

  it('doubles for two rooms', () => {
    const span = { start: at('2026-05-12 20:00'), end: at('2026-05-12 23:00') }
    expect(quote(span, 'S', demoVenue, 2).total).toBe(2 * quote(span, 'S', demoVenue).total)
  })
})

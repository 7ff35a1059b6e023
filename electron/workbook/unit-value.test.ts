import { expect, it } from 'vitest'
import { cellValue, dayNumber } from './unit-value.ts'

it.each([
  ['1900-03-01', 61],
  ['2026-03-06', 46087],
  ['2026-03-06T18:00', 46087.75],
  ['2026-03-07T01:30', 46088.0625],
])('%s is day %d', (text, day) => {
  expect(dayNumber(text)).toBeCloseTo(day, 9)
})

it.each(['', '2026-3-6', '2026-13-45', '2026-03-06 18:00', '2026-03-06T25:00', '昨天'])('%j is no date', (text) => {
  expect(dayNumber(text)).toBeUndefined()
})

it('numbers are numbers, money is yuan, dates are days; a text where a number is meant stays one', () => {
  expect(cellValue(3, 'count')).toBe(3)
  expect(cellValue(12_345, 'cents')).toBe(123.45)
  expect(cellValue('2026-03-06', 'date')).toBe(46087)
  expect(cellValue('很快', 'date')).toBe('很快')
  expect(cellValue('2026-03-06', 'text')).toBe('2026-03-06')
  expect(cellValue('—', 'count')).toBe('—')
  expect([null, undefined, Number.NaN, Number.POSITIVE_INFINITY].map((value) => cellValue(value, 'rate'))).toEqual([
    null,
    null,
    null,
    null,
  ])
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countOf, distributionOf, meanOf, medianOf, quantileOf, sumOf } from './distribution.ts'

it.each([
  [[], null, null, null],
  [[5], 5, 5, 5],
  [[1, 2], 1.5, 1.5, 2],
  [[1, 2, 30], 11, 2, 30],
  [[10, 10, 20, 40], 20, 15, 40],
] as const)('%j has mean %s, median %s and P90 %s', (values, mean, median, p90) => {
  const distribution = distributionOf(values)
  expect([meanOf(distribution), medianOf(distribution), quantileOf(distribution, 0.9)]).toEqual([mean, median, p90])
})

it('agrees with the sorted list', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 300 }), { minLength: 1 }), (values) => {
      const distribution = distributionOf(values)
      const sorted = [...values].sort((a, b) => a - b)
      const middle = sorted.length / 2
      expect(medianOf(distribution)).toBe(
        ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2,
      )
      const p90 = quantileOf(distribution, 0.9) ?? 0
      expect(values.filter((value) => value <= p90).length).toBeGreaterThanOrEqual(0.9 * values.length)
      expect(values.filter((value) => value < p90).length).toBeLessThan(0.9 * values.length)
      expect([countOf(distribution), sumOf(distribution)]).toEqual([values.length, sorted.reduce((a, b) => a + b, 0)])
    }),
  )
})

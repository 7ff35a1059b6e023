import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countOf, difference, intersection, merged, type SerialRange } from './serial-range.ts'

const range = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }))
  .map(([from, more]): SerialRange => ({ from, to: from + more }))
const ranges = fc.array(range, { maxLength: 8 })
const serialsOf = (some: readonly SerialRange[]): Set<number> =>
  new Set(some.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, step) => from + step)))
const sorted = (some: Iterable<number>) => [...some].sort((a, b) => a - b)

it('ranges are merged, intersected and subtracted as sets of serials are', () => {
  fc.assert(
    fc.property(ranges, ranges, (a, b) => {
      const [ones, others] = [serialsOf(a), serialsOf(b)]
      const [some, rest] = [merged(a), merged(b)]
      expect(sorted(serialsOf(some))).toEqual(sorted(ones))
      expect(countOf(some)).toBe(ones.size)
      expect(sorted(serialsOf(intersection(some, rest)))).toEqual(sorted([...ones].filter((one) => others.has(one))))
      expect(sorted(serialsOf(difference(some, rest)))).toEqual(sorted([...ones].filter((one) => !others.has(one))))
      for (const result of [some, intersection(some, rest), difference(some, rest)])
        for (const [at, one] of result.entries())
          expect(one.from > (result[at - 1]?.to ?? -1) && one.from <= one.to).toBe(true)
    }),
  )
})

it('a hundred thousand serials are one range', () => {
  const batch = [{ from: 1, to: 100_000 }]
  expect(difference(batch, [{ from: 50_000, to: 50_000 }])).toEqual([
    { from: 1, to: 49_999 },
    { from: 50_001, to: 100_000 },
  ])
})

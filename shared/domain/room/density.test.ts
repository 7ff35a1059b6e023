import fc from 'fast-check'
import { expect, it } from 'vitest'
import { densityOf } from './density.ts'

const minute = 60_000
const span = (from: number, to: number) => ({ start: from * minute, end: to * minute })

it('counts a room as taken in every half hour that a claim touches', () => {
  const free = densityOf([[span(10, 40)], [span(60, 90)], []], span(0, 120), 30).map((slot) => slot.free)
  expect(free).toEqual([2, 2, 2, 3])
})

it('leaves a half hour free whose edge a claim only touches', () => {
  expect(densityOf([[span(0, 30)]], span(0, 60), 30).map((slot) => slot.free)).toEqual([0, 1])
})

it('cuts the last slot at closing', () => {
  expect(densityOf([], span(0, 70), 30).map((slot) => slot.end / minute)).toEqual([30, 60, 70])
})

it('agrees with looking at every room in every slot', () => {
  const claims = fc.array(
    fc
      .tuple(fc.integer({ min: -60, max: 700 }), fc.integer({ min: 1, max: 200 }))
      .map(([from, length]) => span(from, from + length)),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(fc.array(claims, { maxLength: 8 }), (rooms) => {
      for (const slot of densityOf(rooms, span(0, 600), 30)) {
        const free = rooms.filter(
          (own) => !own.some((claim) => claim.start < slot.start + 30 * minute && claim.end > slot.start),
        )
        expect(slot.free).toBe(free.length)
      }
    }),
    { numRuns: 300 },
  )
})

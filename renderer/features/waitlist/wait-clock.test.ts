import { expect, it } from 'vitest'
import { callLeft, waitClock } from './wait-clock.ts'

const since = Date.parse('2026-03-06T20:00:00+08:00')
const after = (minutes: number) => since + minutes * 60_000

it.each([
  [0, 40, false],
  [10.5, 30, false],
  [40, 0, false],
  [40.5, 0, false],
  [41, 1, true],
  [55, 15, true],
])('after %d of 40 minutes it reads %d, over: %s', (waited, minutes, over) => {
  expect(waitClock(since, 40, after(waited))).toEqual({ minutes, over })
})

it('says how long a call still holds', () => {
  expect(callLeft(since, 10, after(4))).toBe(6 * 60_000)
  expect(callLeft(since, 10, after(11))).toBeLessThan(0)
})

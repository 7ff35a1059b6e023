import { expect, it } from 'vitest'
import { typedClock, typedTime } from './typed-clock.ts'

const calendar = { timeZone: 'Asia/Shanghai', dayStart: 480 }

it.each([
  ['2030', '2026-03-06T20:30:00+08:00'],
  ['20:30', '2026-03-06T20:30:00+08:00'],
  ['930', '2026-03-06T09:30:00+08:00'],
  ['01:15', '2026-03-07T01:15:00+08:00'],
  ['25:15', '2026-03-07T01:15:00+08:00'],
])('reads %s on the business date as %s', (text, instant) => {
  expect(typedClock(text, '2026-03-06', calendar)).toBe(Date.parse(instant))
})

it.each(['', 'abc', '20:75', '40:00', '1:2:3'])('reads nothing from %j', (text) => {
  expect(typedClock(text, '2026-03-06', calendar)).toBeUndefined()
})

it.each([
  ['2026-03-06T20:30:00+08:00', '2030'],
  ['2026-03-07T01:15:00+08:00', '2515'],
  ['2026-03-08T20:30:00+08:00', '3-8 2030'],
])('writes %s for the booking line as %s', (instant, text) => {
  expect(typedTime(Date.parse(instant), Date.parse('2026-03-06T18:42:00+08:00'), calendar)).toBe(text)
})

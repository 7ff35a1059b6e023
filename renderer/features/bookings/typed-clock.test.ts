import { expect, it } from 'vitest'
import { clockDigits, typedClock } from './typed-clock.ts'

it.each([
  ['2030', 1230],
  ['20:30', 1230],
  [' 20：30 ', 1230],
  ['8', 480],
  ['930', 570],
  ['26:00', 1560],
  ['次日 2:00', 1560],
  ['翌日0130', 1530],
])('reads %j as minute %d of the business day', (text, minutes) => {
  expect(typedClock(text)).toBe(minutes)
})

it.each(['', '20:75', '99', '晚上', '12345'])('takes %j for no time', (text) => {
  expect(typedClock(text)).toBeUndefined()
})

it('writes what it reads', () => {
  for (const minutes of [0, 75, 1230, 1560]) expect(typedClock(clockDigits(minutes))).toBe(minutes)
})

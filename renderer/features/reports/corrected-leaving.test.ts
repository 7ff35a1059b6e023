import { describe, expect, it } from 'vitest'
import { isoIn } from '#shared/domain/time/zone.ts'
import { correctedLeaving } from './corrected-leaving.ts'

const calendar = { timeZone: 'Asia/Shanghai', dayStart: 480 }
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)

describe('the time a party really left', () => {
  it.each([
    ['22:30', '2026-03-05 20:05', '2026-03-06 00:20', '2026-03-05T22:30'],
    ['2230', '2026-03-05 20:05', '2026-03-06 00:20', '2026-03-05T22:30'],
    ['0:10', '2026-03-05 20:05', '2026-03-06 00:20', '2026-03-06T00:10'],
    ['24:10', '2026-03-05 20:05', '2026-03-06 00:20', '2026-03-06T00:10'],
    // Stayed over into the next business day, and left before it began.
    ['07:30', '2026-03-05 23:00', '2026-03-06 09:00', '2026-03-06T07:30'],
    // Later than recorded, before it came, no time.
    ['00:30', '2026-03-05 20:05', '2026-03-06 00:20', undefined],
    ['19:00', '2026-03-05 20:05', '2026-03-06 00:20', undefined],
    ['abc', '2026-03-05 20:05', '2026-03-06 00:20', undefined],
  ])('%s, in at %s and out at %s, is %s', (typed, came, left, expected) => {
    const found = correctedLeaving(typed, at(came), at(left), calendar)
    expect(found === undefined ? undefined : isoIn(found, calendar.timeZone).slice(0, 16)).toBe(expected)
  })
})

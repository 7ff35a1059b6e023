import { describe, expect, it } from 'vitest'
import { lunarShift, springFestivalOf } from './spring-festival.ts'

describe('the Spring Festival', () => {
  it.each([
    [2016, '2016-02-08'],
    [2020, '2020-01-25'],
    [2024, '2024-02-10'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2033, '2033-01-31'],
  ])('of %i begins on %s', (year, date) => {
    expect(springFestivalOf(year, {})).toBe(date)
  })

  it('is where the venue’s holiday map says it is', () => {
    expect(springFestivalOf(2026, { '2026-02-16': '春节前夜', '2026-02-18': '春节', '2026-10-01': '国庆' })).toBe(
      '2026-02-16',
    )
    expect(springFestivalOf(2026, { '2026-10-01': '国庆' })).toBe('2026-02-17')
  })
})

it('the table never strays more than a day from the runtime’s reckoning', () => {
  const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })
  for (let year = 2000; year < 2050; year += 1) {
    const festival = springFestivalOf(year, {}) ?? ''
    const around = [-1, 0, 1].map((days) => chinese.format(Date.parse(`${festival}T12:00:00Z`) + days * 86_400_000))
    expect({ year, around }).toEqual({ year, around: expect.arrayContaining(['1/1']) })
  }
})

describe('alignment by the lunar calendar', () => {
  it('lays the festival of this year on that of the year before', () => {
    expect(lunarShift('2026-02-01', '2026-02-28', {})).toBe(384)
    expect(lunarShift('2025-01-01', '2025-01-31', {})).toBe(354)
  })

  it('is offered around the festival only', () => {
    expect(lunarShift('2026-01-01', '2026-01-31', {})).toBe(384)
    expect(lunarShift('2026-05-01', '2026-05-31', {})).toBeUndefined()
    expect(lunarShift('2025-11-01', '2025-11-30', {})).toBeUndefined()
    expect(lunarShift('2060-02-01', '2060-02-28', {})).toBeUndefined()
  })
})

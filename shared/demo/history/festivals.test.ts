import { describe, expect, it } from 'vitest'
import { demoPolicy } from '../demo-venue.ts'
import { feastOn, peakEvenings, statutoryHolidays } from './festivals.ts'

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'Asia/Shanghai',
})
const years = Array.from({ length: 40 }, (_, at) => 2000 + at)

/** The day of a year on which the runtime's own calendar reads a lunar date. */
function onLunar(year: number, date: string): string | undefined {
  for (let at = Date.UTC(year, 4, 1, 4); at < Date.UTC(year, 10, 1); at += 86_400_000)
    if (lunar.format(at) === date) return new Date(at).toISOString().slice(0, 10)
  return undefined
}

describe('holidays', () => {
  it('fall on the days of the lunar calendar', () => {
    for (const year of years) {
      const named = (name: string) => Object.entries(statutoryHolidays(year)).find(([, one]) => one === name)?.[0]
      expect(named('端午'), String(year)).toBe(onLunar(year, '5/5'))
      // In some years Mid-Autumn falls on the National Day, and goes by its name.
      const mid = onLunar(year, '8/15')
      expect([mid, undefined], String(year)).toContain(named('中秋'))
      expect(statutoryHolidays(year)[mid ?? '']).toBeDefined()
    }
  })

  it('of 2026 are those of the demo venue', () => {
    const own = Object.entries(demoPolicy.holidays).filter(([date]) => date.startsWith('2026'))
    expect(statutoryHolidays(2026)).toEqual(Object.fromEntries(own))
    expect(demoPolicy.peakDates).toEqual(expect.arrayContaining([...peakEvenings(2026)]))
  })

  it('are busier than the days around them', () => {
    for (const date of ['2026-10-01', '2026-12-24', '2026-12-31', '2026-02-17', '2024-05-01'])
      expect(feastOn(date).factor, date).toBeGreaterThan(1.2)
    expect(feastOn('2026-03-18').factor).toBe(1)
    expect(feastOn('2026-02-03').factor).toBeGreaterThan(1)
    expect(feastOn('2026-07-15').noSchool).toBe(true)
  })
})

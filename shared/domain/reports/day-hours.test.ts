import { describe, expect, it } from 'vitest'
import { hourIndexOf, hourKeys, hoursOfDay, lengthOfDay } from './day-hours.ts'

const shanghai = { timeZone: 'Asia/Shanghai', dayStart: 8 * 60 }
const berlin = { timeZone: 'Europe/Berlin', dayStart: 8 * 60 }

describe('the hours of a business day', () => {
  it('are 8 to 31 from 08:00 on, sixty minutes each', () => {
    const hours = hoursOfDay('2026-03-06', shanghai)
    expect(hourKeys(hours)).toEqual(Array.from({ length: 24 }, (_, index) => String(8 + index)))
    expect(hours.edges).toEqual(Array.from({ length: 25 }, (_, index) => index * 60))
  })

  it.each([
    ['2026-03-28', 23 * 60],
    ['2026-10-24', 25 * 60],
    ['2026-06-01', 24 * 60],
  ])('are as long as %s really is', (date, minutes) => {
    const hours = hoursOfDay(date, berlin)
    expect(lengthOfDay(hours)).toBe(minutes)
    expect(hourKeys(hours)).toHaveLength(24)
    expect(hours.edges).toEqual([...hours.edges].sort((a, b) => a - b))
  })

  it('has a half hour at either end where the day begins at half past', () => {
    const hours = hoursOfDay('2026-03-06', { ...shanghai, dayStart: 7 * 60 + 30 })
    expect(hourKeys(hours).at(0)).toBe('7')
    expect(hourKeys(hours).at(-1)).toBe('31')
    expect(hours.edges.slice(0, 3)).toEqual([0, 30, 90])
    expect(lengthOfDay(hours)).toBe(1440)
  })

  it.each([
    [0, 0],
    [59, 0],
    [60, 1],
    [719, 11],
    [1439, 23],
    [1440, 23],
    [-5, 0],
  ])('minute %i is in hour number %i', (minuteOfDay, index) => {
    expect(hourIndexOf(minuteOfDay, hoursOfDay('2026-03-06', shanghai))).toBe(index)
  })

  it('every minute is in the hour whose edges hold it, also where clocks change', () => {
    for (const date of ['2026-03-28', '2026-10-24'])
      for (let at = 0; at < lengthOfDay(hoursOfDay(date, berlin)); at += 7) {
        const hours = hoursOfDay(date, berlin)
        const index = hourIndexOf(at, hours)
        expect(hours.edges[index]).toBeLessThanOrEqual(at)
        expect(hours.edges[index + 1]).toBeGreaterThan(at)
      }
  })
})

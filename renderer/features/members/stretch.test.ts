import { describe, expect, it } from 'vitest'
import { isMonth, monthOf, stepped } from './stretch.ts'

describe('the dates of the statistics', () => {
  it('are the month of a day, or one before or after, over the turn of the year', () => {
    expect(monthOf('2026-03-06')).toEqual({ from: '2026-03-01', to: '2026-03-31' })
    expect(monthOf('2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(monthOf('2026-01-15', -1)).toEqual({ from: '2025-12-01', to: '2025-12-31' })
    expect(monthOf('2026-12-15', 1)).toEqual({ from: '2027-01-01', to: '2027-01-31' })
  })

  it('step by a month where they are one, by their own length otherwise', () => {
    expect(stepped({ from: '2026-03-01', to: '2026-03-31' }, -1)).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(stepped({ from: '2026-03-02', to: '2026-03-08' }, 1)).toEqual({ from: '2026-03-09', to: '2026-03-15' })
    expect(isMonth({ from: '2026-03-01', to: '2026-03-30' })).toBe(false)
  })
})

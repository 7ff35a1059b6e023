import { describe, expect, it } from 'vitest'
import { basesOf, datesOf, datesOfBase, datesSoFar, rowKeyOf, rowKindOf, stretchOf } from './report-period.ts'

const holidays = {}
const ended = { today: '2030-01-01', minute: 0 }
const stretches = (period: 'day' | 'week' | 'month', date: string) =>
  Object.fromEntries(
    basesOf(period, stretchOf(period, date), holidays).map(({ name, stretch }) => [
      name,
      `${stretch.from}..${stretch.to}`,
    ]),
  )

describe('a period', () => {
  it.each([
    ['day', '2026-03-06', '2026-03-06', '2026-03-06'],
    ['week', '2026-03-06', '2026-03-02', '2026-03-08'],
    ['week', '2026-01-01', '2025-12-29', '2026-01-04'],
    ['month', '2026-02-14', '2026-02-01', '2026-02-28'],
    ['month', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
  ] as const)('%s of %s is %s to %s', (period, date, from, to) => {
    expect(stretchOf(period, date)).toEqual({ from, to })
  })

  it('has hours, weekdays, dates or months as rows', () => {
    const stretch = { from: '2026-03-01', to: '2026-03-31' }
    expect(rowKindOf('day', stretch)).toBe('hour')
    expect(rowKindOf('week', stretch)).toBe('weekday')
    expect(rowKindOf('month', stretch)).toBe('date')
    expect(rowKindOf('range', stretch)).toBe('date')
    expect(rowKindOf('range', { from: '2025-01-01', to: '2025-12-31' })).toBe('month')
    expect([
      rowKeyOf('2026-03-08', 'weekday'),
      rowKeyOf('2026-03-08', 'date'),
      rowKeyOf('2026-03-08', 'month'),
    ]).toEqual(['7', '2026-03-08', '2026-03'])
  })
})

describe('a day is held against', () => {
  it('yesterday, the same weekday last week, and the same weekday last year', () => {
    expect(stretches('day', '2026-05-14')).toEqual({
      previous: '2026-05-13..2026-05-13',
      sameWeekday: '2026-05-07..2026-05-07',
      lastYear: '2025-05-15..2025-05-15',
    })
  })

  it('its like by the lunar calendar too, around the Spring Festival', () => {
    expect(stretches('day', '2026-02-17').lunar).toBe('2025-01-29..2025-01-29')
  })
})

describe('a week is held against', () => {
  it.each([
    ['2026-03-04', '2025-03-03..2025-03-09'],
    // Week 1 of 2026 begins in 2025.
    ['2026-01-01', '2024-12-30..2025-01-05'],
    // 2026 has a 53rd week, 2025 has not.
    ['2026-12-30', '2025-12-22..2025-12-28'],
    ['2021-01-06', '2019-12-30..2020-01-05'],
  ])('the same ISO week last year: %s', (date, lastYear) => {
    expect(stretches('week', date).lastYear).toBe(lastYear)
  })

  it('last week', () => {
    expect(stretches('week', '2026-03-04')).toEqual({
      previous: '2026-02-23..2026-03-01',
      lastYear: '2025-03-03..2025-03-09',
    })
  })
})

describe('a month is held against', () => {
  it('last month and the same month last year', () => {
    expect(stretches('month', '2026-05-20')).toEqual({
      previous: '2026-04-01..2026-04-30',
      lastYear: '2025-05-01..2025-05-31',
    })
    expect(stretches('month', '2026-01-20').previous).toBe('2025-12-01..2025-12-31')
  })

  it('the stretch that lies alike to the Spring Festival last year', () => {
    expect(stretches('month', '2026-02-14').lunar).toBe('2025-01-13..2025-02-09')
  })

  it('day of the month against day of the month; a 31st may have no like', () => {
    const [previous] = basesOf('month', stretchOf('month', '2026-02-01'), holidays)
    expect(previous?.likeOf('2026-01-28')).toBe('2026-02-28')
    expect(previous?.likeOf('2026-01-29')).toBeUndefined()
  })
})

describe('any stretch is held against', () => {
  it('as many days before it, and the same days last year', () => {
    const year = { from: '2025-01-01', to: '2025-12-31' }
    const names = (stretch: typeof year) =>
      basesOf('range', stretch, holidays).map((base) => [base.name, base.stretch.from, base.stretch.to])
    expect(names(year)).toEqual([
      ['previous', '2024-01-02', '2024-12-31'],
      ['lastYear', '2024-01-01', '2024-12-31'],
    ])
    expect(names({ from: '2026-06-05', to: '2026-06-11' })).toEqual([
      ['previous', '2026-05-29', '2026-06-04'],
      ['lastYear', '2025-06-06', '2025-06-12'],
    ])
  })
})

describe('an unfinished period', () => {
  const march = stretchOf('month', '2026-03-06')
  const progress = { today: '2026-03-06', minute: 642 }

  it('counts the days that have passed, and today up to now', () => {
    const dates = datesSoFar(march, progress)
    expect(dates).toHaveLength(6)
    expect(dates.at(0)).toEqual({ date: '2026-03-01' })
    expect(dates.at(-1)).toEqual({ date: '2026-03-06', upTo: 642 })
    expect(datesSoFar(march, { today: '2026-02-27', minute: 10 })).toEqual([])
  })

  it('is held against as much of its base, to the minute', () => {
    const [previous] = basesOf('month', march, holidays)
    if (!previous) throw new Error('a month has a month before')
    const dates = datesOfBase(previous, march, progress)
    expect(dates).toHaveLength(6)
    expect(dates.at(-1)).toEqual({ date: '2026-02-06', upTo: 642 })
    expect(datesOfBase(previous, march, ended).map(({ date }) => date)).toEqual(datesOf(previous.stretch))
  })
})

import { describe, expect, it } from 'vitest'
import { datesOfPeriod, inKind, isNow, type ShownPeriod, stepped } from './shown-period.ts'

const today = '2026-03-06'
const day = (date: string): ShownPeriod => ({ kind: 'day', date })
const week = (date: string): ShownPeriod => ({ kind: 'week', date })
const month = (date: string): ShownPeriod => ({ kind: 'month', date })
const range = (from: string, to: string): ShownPeriod => ({ kind: 'range', from, to })

describe('the period before and after', () => {
  it.each([
    [day('2026-03-01'), -1, ['2026-02-28', '2026-02-28']],
    [week('2026-03-06'), 1, ['2026-03-09', '2026-03-15']],
    [month('2026-01-31'), 1, ['2026-02-01', '2026-02-28']],
    [month('2026-01-15'), -1, ['2025-12-01', '2025-12-31']],
    [month('2028-03-31'), -1, ['2028-02-01', '2028-02-29']],
    [range('2026-03-02', '2026-03-08'), 1, ['2026-03-09', '2026-03-15']],
    [range('2026-03-01', '2026-03-31'), -1, ['2026-02-01', '2026-02-28']],
    [range('2026-03-01', '2026-03-30'), -1, ['2026-01-30', '2026-02-28']],
  ] as const)('of %j, going %d', (period, by, [from, to]) => {
    expect(datesOfPeriod(stepped(period, by))).toEqual({ from, to })
  })

  it('lead back to where they came from', () => {
    for (const period of [day(today), week(today), month('2026-03-01'), range('2026-02-27', '2026-03-06')])
      expect(stepped(stepped(period, 1), -1)).toEqual(period)
  })
})

describe('looked at in another way', () => {
  it.each([
    [month(today), 'range', range('2026-03-01', today)],
    [month('2026-02-10'), 'range', range('2026-02-01', '2026-02-28')],
    [month('2026-04-10'), 'range', range('2026-04-01', '2026-04-30')],
    [range('2026-01-05', '2026-01-20'), 'month', month('2026-01-20')],
    [range('2026-03-01', '2026-03-31'), 'week', week(today)],
    [day('2026-02-03'), 'month', month('2026-02-03')],
  ] as const)('%j as %s is %j', (period, kind, wanted) => {
    expect(inKind(period, kind, today)).toEqual(wanted)
  })

  it('only a day, week or month can be today’s', () => {
    expect([day(today), week('2026-03-08'), month('2026-03-31')].every((period) => isNow(period, today))).toBe(true)
    expect([day('2026-03-05'), week('2026-03-09'), range(today, today)].some((period) => isNow(period, today))).toBe(
      false,
    )
  })
})

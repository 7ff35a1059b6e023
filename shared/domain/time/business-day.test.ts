import { describe, expect, it } from 'vitest'
import { demoVenue } from '#shared/demo/demo-venue.ts'
import {
  addDays,
  businessDateOf,
  businessDaySpan,
  daysBetween,
  instantAt,
  isoWeekday,
  wallMinutesOf,
} from './business-day.ts'
import { openingSpan, primePart } from './opening-hours.ts'
import { isoIn } from './zone.ts'

const hour = 3_600_000
const shanghai = { timeZone: 'Asia/Shanghai', dayStart: 480 }
const berlin = { timeZone: 'Europe/Berlin', dayStart: 480 }
const newYork = { timeZone: 'America/New_York', dayStart: 480 }
const utc = (text: string) => Date.parse(text)

describe('business date', () => {
  it.each([
    ['Shanghai, a minute before the day begins', shanghai, '2026-05-13T07:59:00+08:00', '2026-05-12'],
    ['Shanghai, as the day begins', shanghai, '2026-05-13T08:00:00+08:00', '2026-05-13'],
    ['Shanghai, half past one belongs to the evening before', shanghai, '2026-05-13T01:30:00+08:00', '2026-05-12'],
    ['Shanghai, the first morning of a year', shanghai, '2026-01-01T02:00:00+08:00', '2025-12-31'],
    ['Berlin, the night the clocks go forward', berlin, '2026-03-29T03:30:00+02:00', '2026-03-28'],
    ['Berlin, the morning after', berlin, '2026-03-29T08:00:00+02:00', '2026-03-29'],
    ['Berlin, the first half past two of the night they go back', berlin, '2026-10-25T02:30:00+02:00', '2026-10-24'],
    ['Berlin, the second half past two', berlin, '2026-10-25T02:30:00+01:00', '2026-10-24'],
    ['New York, before the day begins', newYork, '2026-07-04T07:59:59-04:00', '2026-07-03'],
    ['New York, in winter', newYork, '2026-01-15T08:00:00-05:00', '2026-01-15'],
  ])('%s', (_, calendar, instant, date) => {
    expect(businessDateOf(utc(instant), calendar)).toBe(date)
  })

  it('is 23 hours long when the clocks go forward and 25 when they go back', () => {
    const length = (date: string) => {
      const span = businessDaySpan(date, berlin)
      return (span.end - span.start) / hour
    }
    expect([length('2026-03-27'), length('2026-03-28'), length('2026-10-24')]).toEqual([24, 23, 25])
  })

  it('follows without gap or overlap from day to day, all year, in every zone', () => {
    for (const calendar of [shanghai, berlin, newYork]) {
      for (let date = '2026-01-01'; date < '2027-01-01'; date = addDays(date, 1)) {
        const span = businessDaySpan(date, calendar)
        expect(businessDaySpan(addDays(date, 1), calendar).start).toBe(span.end)
        expect(businessDateOf(span.start, calendar)).toBe(date)
        expect(businessDateOf(span.end - 1, calendar)).toBe(date)
      }
    }
  })

  it('counts days and weekdays over a leap day and a year end', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
    expect([isoWeekday('2026-05-11'), isoWeekday('2026-05-17')]).toEqual([1, 7])
  })
})

describe('the wall clock', () => {
  it('reads minutes past midnight beyond 1440 on the next calendar day', () => {
    const one = instantAt('2026-05-12', 1500, shanghai)
    expect(isoIn(one, 'Asia/Shanghai')).toBe('2026-05-13T01:00:00+08:00')
    expect(wallMinutesOf(one, '2026-05-12', shanghai)).toBe(1500)
  })

  it('goes to the moment after, where the clocks jump forward over the asked minute', () => {
    expect(isoIn(instantAt('2026-03-28', 1440 + 150, berlin), 'Europe/Berlin')).toBe('2026-03-29T03:30:00+02:00')
  })

  it('takes the first of two, where the clocks go back', () => {
    expect(isoIn(instantAt('2026-10-24', 1440 + 150, berlin), 'Europe/Berlin')).toBe('2026-10-25T02:30:00+02:00')
  })

  it('shows a venue west of Greenwich with its offset', () => {
    expect(isoIn(utc('2026-07-04T12:00:00Z'), 'America/New_York')).toBe('2026-07-04T08:00:00-04:00')
  })
})

describe('opening hours', () => {
  const venue = demoVenue

  it('run past midnight', () => {
    const open = openingSpan('2026-05-12', venue)
    expect(open && [isoIn(open.start, venue.timeZone), isoIn(open.end, venue.timeZone)]).toEqual([
      '2026-05-12T12:00:00+08:00',
      '2026-05-13T06:00:00+08:00',
    ])
  })

  it('take a single date before its weekday, and null for closed', () => {
    const policy = {
      ...venue.policy,
      openingByWeekday: { '2': { open: 840, close: 1440 } },
      openingByDate: { '2026-05-12': null },
    }
    expect(openingSpan('2026-05-12', { ...venue, policy })).toBeUndefined()
    const nextTuesday = openingSpan('2026-05-19', { ...venue, policy })
    expect(nextTuesday && (nextTuesday.end - nextTuesday.start) / hour).toBe(10)
  })

  it('are an hour shorter in the night the clocks go forward', () => {
    const open = openingSpan('2026-03-28', { ...venue, timeZone: 'Europe/Berlin' })
    expect(open && (open.end - open.start) / hour).toBe(17)
  })

  it('know the prime part of a span, to the minute', () => {
    const span = { start: utc('2026-05-12T18:00:00+08:00'), end: utc('2026-05-12T19:01:00+08:00') }
    expect(primePart(span, '2026-05-12', venue)).toEqual({ start: utc('2026-05-12T19:00:00+08:00'), end: span.end })
    expect(primePart({ ...span, end: span.end - 60_000 }, '2026-05-12', venue)).toBeUndefined()
  })
})

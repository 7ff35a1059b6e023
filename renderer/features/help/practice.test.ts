import { expect, it } from 'vitest'
import { flows } from '#shared/domain/flows/flows.ts'
import { businessDateOf, daysBetween } from '#shared/domain/time/business-day.ts'
import { readTypedTime } from '#shared/domain/time/typed-time.ts'
import { practiceOf } from './practice.ts'

const now = Date.parse('2026-12-28T18:42:00+08:00')
const calendar = { timeZone: 'Asia/Shanghai', dayStart: 480 }
const context = { ...calendar, now, slotMinutes: 15, hoursOn: () => ({ open: 720, close: 1800 }) }
const today = '2026-12-28'

const daysAhead: Record<string, number> = { '04': 1, '05': 2, '06': 1, '07': 10 }

const booked = flows.filter((flow) => flow.group === 'A' && flow.no !== '12')

it.each(booked.map((flow) => flow.no))('flow %s is practised at a time the desk can read, on the right day', (no) => {
  const practice = practiceOf(no, today)
  const start = readTypedTime(practice?.time ?? '', context)
  expect(start).toBeDefined()
  expect(daysBetween(today, businessDateOf(start ?? 0, calendar))).toBe(daysAhead[no] ?? 0)
})

it('cancelling begins in the list of bookings, and the back office on its own screens, not at the desk', () => {
  for (const no of ['12', '22']) expect(practiceOf(no, today)).toBeUndefined()
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { demoVenue } from '#shared/demo/demo-venue.ts'
import { at } from '#tests/builders/snapshot.ts'
import { minute } from '../time/span.ts'
import { quote } from './quote.ts'

const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe']
const year = fc.integer({ min: 0, max: 366 * 1440 }).map((n) => at('2026-01-01 00:00') + n * minute)

const spans = fc.record({
  start: year,
  minutes: fc.integer({ min: 1, max: 1440 }),
  cut: fc.double({ min: 0, max: 1, noNaN: true }),
  typeCode: fc.constantFrom('S', 'M', 'L', 'XL', 'P'),
  rooms: fc.constantFrom(1, 2),
  timeZone: fc.constantFrom(...zones),
})

describe('quote', () => {
  it('adds up: lines to the total, and two parts of a span to the whole (booking.md §8, 6)', () => {
    fc.assert(
      fc.property(spans, ({ start, minutes, cut, typeCode, rooms, timeZone }) => {
        const venue = { ...demoVenue, timeZone }
        const end = start + minutes * minute
        const middle = start + Math.floor(minutes * cut) * minute
        const whole = quote({ start, end }, typeCode, venue, rooms)
        expect(whole.lines.reduce((sum, line) => sum + line.amount, 0)).toBe(whole.total)
        const first = quote({ start, end: middle }, typeCode, venue, rooms)
        const second = quote({ start: middle, end }, typeCode, venue, rooms)
        expect(first.total + second.total).toBe(whole.total)
        expect(whole.lines[0]?.start).toBe(start)
        expect(whole.lines.at(-1)?.end).toBe(end)
      }),
      { numRuns: 3000 },
    )
  })
})

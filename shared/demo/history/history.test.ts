import { describe, expect, it } from 'vitest'
import { openingSpan } from '#shared/domain/time/opening-hours.ts'
import { demoVenue } from '../demo-venue.ts'
import { createDraw, seedOf, weighted } from './draw.ts'
import { demoGuest } from './guests.ts'
import { historyDay, historyDays } from './history.ts'

const options = { venue: demoVenue, seed: 3, guests: 500, busyness: 1 }

describe('made-up history', () => {
  it('is the same for the same seed and day, and another for another seed', () => {
    expect(historyDay('2026-03-06', options)).toEqual(historyDay('2026-03-06', options))
    expect(historyDay('2026-03-06', options)).not.toEqual(historyDay('2026-03-06', { ...options, seed: 4 }))
  })

  it('never puts two parties into one room at a time, cleaning included, over the edges of days', () => {
    const visits = [...historyDays('2026-03-02', 14, options)].flatMap(({ parties }) =>
      parties.flatMap(({ roomNo, visit }) => (visit ? [{ roomNo, ...visit }] : [])),
    )
    expect(visits.length).toBeGreaterThan(1000)
    for (const list of Map.groupBy(visits, (visit) => visit.roomNo).values()) {
      const sorted = list.sort((a, b) => a.arrivedAt - b.arrivedAt)
      for (const [i, visit] of sorted.entries())
        expect(visit.arrivedAt).toBeGreaterThanOrEqual(sorted[i - 1]?.cleanedAt ?? 0)
    }
  })

  it('keeps to the opening hours, and every room to who fits in it', () => {
    const { parties } = historyDay('2026-03-07', options)
    const open = openingSpan('2026-03-07', demoVenue)
    for (const party of parties) {
      expect(party.start).toBeGreaterThanOrEqual(open?.start ?? 0)
      expect(party.end).toBeLessThanOrEqual(open?.end ?? 0)
      const type = demoVenue.types.find((one) => one.code === party.typeCode)
      expect(party.party).toBeLessThanOrEqual(type?.maxSeats ?? 0)
    }
  })

  it('is busier on a Saturday than on a Monday', () => {
    const count = (date: string) => historyDay(date, options).parties.length
    expect(count('2026-03-07')).toBeGreaterThan(1.2 * count('2026-03-02'))
  })

  it('gives every guest a phone of his own, and pinyin that spells the name', () => {
    const guests = Array.from({ length: 5000 }, (_, number) => demoGuest(number, 1))
    expect(new Set(guests.map((guest) => guest.phone)).size).toBe(5000)
    for (const guest of guests.slice(0, 50)) {
      expect(guest.phone).toMatch(/^1\d{10}$/)
      expect(guest.initials).toHaveLength([...guest.name].length)
    }
  })
})

describe('chance', () => {
  it('draws weighted values as often as they weigh', () => {
    const draw = createDraw(seedOf('test'))
    const coin = weighted([
      ['seldom', 1],
      ['often', 9],
    ] as const)
    const often = Array.from({ length: 10_000 }, () => coin.draw(draw)).filter((value) => value === 'often').length
    expect(often).toBeGreaterThan(8700)
    expect(often).toBeLessThan(9300)
  })
})

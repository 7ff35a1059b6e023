import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quote } from '#shared/domain/pricing/quote.ts'
import { addDays, isoWeekday } from '#shared/domain/time/business-day.ts'
import { openingSpan } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import { demoVenue } from '../demo-venue.ts'
import { callsAbout } from './call-log.ts'
import { commentsOn } from './comment-cards.ts'
import { CouponPlans } from './coupon-plan.ts'
import { demandOn } from './demand.ts'
import { createDraw, seedOf, weighted } from './draw.ts'
import { feastOn } from './festivals.ts'
import { demoGuest } from './guests.ts'
import { historyDay } from './history.ts'
import type { HistoryDay, HistoryParty } from './history-day.ts'
import { houseOn } from './house.ts'
import { demandShapes } from './shapes.ts'
import { VipCards } from './vip-cards.ts'

const until = '2026-03-06'
const options = { venue: demoVenue, seed: 3, until }

/** Half a year of days, made once. */
const days: HistoryDay[] = Array.from({ length: 182 }, (_, at) => historyDay(addDays(until, at - 182), options))
const parties = days.flatMap((day) => day.parties)
const typeOf = (code: string) => {
  const type = demoVenue.types.find((one) => one.code === code)
  if (!type) throw new Error(code)
  return type
}
const share = (some: number, all: number) => some / all
const entries = (day: HistoryDay) => day.parties.filter((party) => party.stay).length
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('a made-up day', () => {
  it('is the same for the same seed and date, and another for another seed', () => {
    expect(historyDay('2026-02-06', options)).toEqual(historyDay('2026-02-06', options))
    expect(historyDay('2026-02-06', { ...options, seed: 4 })).not.toEqual(historyDay('2026-02-06', options))
  })

  it('is what this generator makes: whoever changes that raises `historyGenerator`', () => {
    const digest = createHash('sha256')
    const spread = Array.from({ length: 40 }, (_, at) => addDays(until, -3 - 91 * at))
    const since = '2016-03-06'
    const cards = new VipCards(1, 0, [])
    const coupons = new CouponPlans(1, since)
    const guest = (number: number) => demoGuest(number, 1)
    for (const date of [addDays(until, -1), addDays(until, -2), ...spread]) {
      const day = historyDay(date, { venue: demoVenue, seed: 1, until })
      const comments = commentsOn(day, { seed: 1, until, rooms: 60, guest })
      const calls = callsAbout(day, { seed: 1, since }).map(({ party, ...call }) => [party?.number, call])
      digest.update(JSON.stringify([day, comments, calls, coupons.on(date), cards.live(day, true)]))
    }
    for (const number of [7, 20_000, 245_678]) digest.update(JSON.stringify(demoGuest(number, 1)))
    expect(digest.digest('hex')).toBe('dc9a0ba37334dd373ad48d7a3a88f84dd9dd85862a01dc92e560dd9e03d1a1f7')
  })

  it('never puts two parties into one room at a time, cleaning and blocks included, over the edges of days', () => {
    const taken = days.flatMap((day) => [
      ...day.parties.flatMap((party) =>
        (party.stay?.segments ?? []).map((segment) => ({
          roomNo: segment.roomNo,
          from: day.dayStart + segment.from * minute,
          to: day.dayStart + segment.cleanedAt * minute,
        })),
      ),
      ...day.blocks
        .filter((block) => block.firstDate === day.date)
        .map((block) => ({ roomNo: block.roomNo, from: block.start, to: block.removedAt ?? block.end })),
    ])
    expect(taken.length).toBeGreaterThan(20_000)
    for (const [roomNo, list] of Map.groupBy(taken, (one) => one.roomNo)) {
      const sorted = list.sort((a, b) => a.from - b.from)
      for (const [at, one] of sorted.entries())
        expect(one.from, `${roomNo} ${new Date(one.from).toISOString()}`).toBeGreaterThanOrEqual(
          sorted[at - 1]?.to ?? 0,
        )
    }
  })

  it('keeps to the opening hours, but for the few a supervisor let stay on', () => {
    let over = 0
    for (const day of days) {
      const open = openingSpan(day.date, demoVenue)
      for (const { stay } of day.parties) {
        if (!stay) continue
        expect(day.dayStart + stay.openedAt * minute).toBeGreaterThanOrEqual(open?.start ?? 0)
        const left = day.dayStart + stay.leftAt * minute
        if (left <= (open?.end ?? 0)) continue
        over += 1
        expect(stay.plannedEnd).toBe(day.length)
        expect(stay.leftAt).toBeLessThan(day.length + 90)
      }
    }
    expect(over).toBeGreaterThan(3)
    expect(over).toBeLessThan(0.005 * parties.length)
  })

  it('seats every party in rooms that take it, and lets it out once, after it came', () => {
    for (const { party, stay } of parties) {
      if (!stay) continue
      const first = stay.segments.slice(0, stay.rooms)
      expect(first.reduce((sum, one) => sum + typeOf(one.typeCode).maxSeats, 0)).toBeGreaterThanOrEqual(party)
      for (const one of stay.segments.slice(stay.rooms))
        expect(typeOf(one.typeCode).maxSeats).toBeGreaterThanOrEqual(party)
      for (const [at, one] of stay.segments.entries())
        if (at >= stay.rooms) expect(one.from).toBe(stay.segments[at - 1]?.to)
      expect(stay.segments.at(-1)?.to).toBe(stay.leftAt)
      expect(stay.leftAt).toBeGreaterThan(stay.openedAt)
      expect(stay.settledAt).toBeLessThanOrEqual(stay.leftAt)
    }
  })

  it('charges what the price list says', () => {
    const house = houseOn('2026-02-16', demoVenue)
    fc.assert(
      fc.property(fc.constantFrom('S', 'M', 'L', 'XL', 'P'), fc.nat(1440), fc.nat(600), (code, from, length) => {
        const to = Math.min(1440, from + length)
        const at = (minutes: number) => (house?.dayStart ?? 0) + minutes * minute
        expect(house?.price(code, from, to)).toBe(quote({ start: at(from), end: at(to) }, code, demoVenue).total)
      }),
    )
  })
})

describe('the shapes of half a year', () => {
  it('are busiest on Saturdays, calmest on Mondays', () => {
    const on = (weekday: number) => mean(days.filter((day) => isoWeekday(day.date) === weekday).map(entries))
    expect(on(6) / on(1)).toBeGreaterThan(1.5)
    expect(on(6) / on(1)).toBeLessThan(2.6)
    expect(on(5)).toBeGreaterThan(1.2 * on(4))
  })

  it('are those of an evening business: most come between 18 and 23, some after midnight', () => {
    const hours = parties.flatMap((party) => (party.stay ? [Math.floor((party.stay.openedAt + 480) / 60)] : []))
    const between = (from: number, to: number) =>
      share(hours.filter((hour) => hour >= from && hour < to).length, hours.length)
    expect(between(18, 23)).toBeGreaterThan(0.5)
    expect(between(24, 30)).toBeGreaterThan(0.04)
    expect(between(24, 30)).toBeLessThan(0.15)
  })

  it('turn the rooms over one and a half to two and a half times a day', () => {
    const turns = mean(days.map(entries)) / demoVenue.rooms.length
    expect(turns).toBeGreaterThan(1.5)
    expect(turns).toBeLessThan(2.6)
  })

  it('know feasts: New Year’s Eve and the National Day are busier than such a weekday is', () => {
    const usual = mean(days.filter((day) => isoWeekday(day.date) <= 4).map(entries))
    for (const day of ['12-31', '10-01', '12-24']) {
      const feasts = Array.from({ length: 10 }, (_, at) => historyDay(`${2016 + at}-${day}`, options))
      expect(mean(feasts.map(entries)), day).toBeGreaterThan(1.15 * usual)
    }
  })

  it('follow the season of the real arrivals', () => {
    const wishes = (month: string) =>
      mean(
        Array.from({ length: 10 }, (_, year) => `${2016 + year}-${month}`).flatMap((prefix) =>
          Array.from({ length: 14 }, (_, day) => `${prefix}-${day + 8 < 10 ? '0' : ''}${day + 8}`)
            .filter((date) => feastOn(date).factor === 1)
            .map((date) => demandOn(date, 60, until, 3).wishes),
        ),
      )
    for (const [busy, calm] of [
      ['09', '11'],
      ['04', '11'],
      ['10', '03'],
    ] as const) {
      const expected = (demandShapes.season[Number(busy) - 1] ?? 1) / (demandShapes.season[Number(calm) - 1] ?? 1)
      expect(wishes(busy) / wishes(calm), `${busy}/${calm}`).toBeGreaterThan(0.94 * expected)
      expect(wishes(busy) / wishes(calm), `${busy}/${calm}`).toBeLessThan(1.06 * expected)
    }
  })

  it('keep to the weekdays of the real reservations', () => {
    const wishes = (weekday: number) =>
      mean(
        Array.from({ length: 3650 }, (_, at) => addDays(until, -1 - at))
          .filter((date) => isoWeekday(date) === weekday && feastOn(date).factor === 1)
          .map((date) => demandOn(date, 60, until, 3).wishes),
      )
    const data = demandShapes.weekday
    const expected = (1 + 0.9 * ((data[5] ?? 1) - 1)) / (1 + 0.9 * ((data[0] ?? 1) - 1))
    expect(wishes(6) / wishes(1)).toBeGreaterThan(0.95 * expected)
    expect(wishes(6) / wishes(1)).toBeLessThan(1.05 * expected)
  })

  it('grow from year to year', () => {
    const week = (monday: string) =>
      mean(Array.from({ length: 28 }, (_, at) => historyDay(addDays(monday, at), options).parties.length))
    expect(week('2025-03-03')).toBeGreaterThan(1.02 * week('2016-03-07'))
  })

  it('book ahead as the data say: a third on the day, the rest up to a week before', () => {
    const booked = parties.filter((party) => party.booking)
    const sameDay = booked.filter((party) => (party.booking?.askedAt ?? 0) >= 0)
    expect(share(sameDay.length, booked.length)).toBeGreaterThan(0.25)
    expect(share(sameDay.length, booked.length)).toBeLessThan(0.45)
  })

  const had = (test: (party: HistoryParty) => unknown) => parties.filter(test).length

  it('see bookings called off, rooms released, guests who come all the same', () => {
    const booked = had((party) => party.booking && !party.booking.wish)
    const of = (status: string) => had((party) => !party.booking?.wish && party.booking?.status === status)
    expect(share(of('cancelled'), booked)).toBeGreaterThan(0.12)
    expect(share(of('cancelled'), booked)).toBeLessThan(0.25)
    const arrived = share(of('done'), of('done') + of('released'))
    expect(arrived).toBeGreaterThan(0.9)
    expect(arrived).toBeLessThan(0.98)
    expect(had((party) => party.booking?.arrivedLate)).toBeGreaterThan(20)
    expect(had((party) => party.booking?.lateCancel)).toBeGreaterThan(20)
  })

  it('hold everything a report counts', () => {
    for (const source of ['phone', 'walkIn', 'waitlist', 'jump', 'internal', 'slip', 'online'])
      expect(
        had((party) => party.source === source && party.stay),
        source,
      ).toBeGreaterThan(0)
    for (const state of ['seated', 'left', 'expired'])
      expect(
        had((party) => party.wait?.state === state),
        state,
      ).toBeGreaterThan(10)
    for (const state of ['kept', 'declined', 'lapsed'])
      expect(
        had((party) => party.promise?.state === state),
        state,
      ).toBeGreaterThan(10)
    for (const reason of ['guest', 'promise', 'fault'])
      expect(
        had((party) => party.stay?.segments.some((one) => one.reason === reason)),
        reason,
      ).toBeGreaterThan(10)
    for (const flow of ['01', '02', '03', '04', '06', '07', '08', '09', '10', '11', '13'])
      expect(
        had((party) => party.flow === flow),
        flow,
      ).toBeGreaterThan(0)
    for (const wish of ['waiting', 'standby', 'advance'])
      expect(
        had((party) => party.booking?.wish === wish),
        wish,
      ).toBeGreaterThan(0)
    expect(had((party) => party.tier)).toBeGreaterThan(0.08 * parties.length)
    expect(had((party) => (party.stay?.rooms ?? 0) > 1)).toBeGreaterThan(5)
    expect(had((party) => (party.stay?.extended ?? 0) > 0)).toBeGreaterThan(0.04 * parties.length)
    const refusals = days.flatMap((day) => day.refusals)
    const kinds = new Set(refusals.map((one) => `${one.kind} ${one.reason}`))
    for (const kind of [
      'denial TYPE_FULL',
      'denial NOT_CONTIGUOUS',
      'denial WALK_IN_RESERVE',
      'regret price',
      'regret time',
    ])
      expect([...kinds]).toContain(kind)
    expect(refusals.length).toBeLessThan(0.25 * parties.length)
  })
})

describe('guests', () => {
  it('have a phone of their own each, and pinyin that spells the name', () => {
    const guests = Array.from({ length: 5000 }, (_, number) => demoGuest(number, 1))
    expect(new Set(guests.map((guest) => guest.phone)).size).toBe(5000)
    for (const guest of guests.slice(0, 50)) {
      expect(guest.phone).toMatch(/^1\d{10}$/)
      expect(guest.initials).toHaveLength([...guest.name].length)
    }
  })

  it('hardly ever come twice on one day, and some come again and again', () => {
    const visits = new Map<number, number>()
    let twice = 0
    for (const day of days) {
      const seen = new Set<number>()
      for (const { guest } of day.parties) {
        if (guest === undefined) continue
        if (seen.has(guest)) twice += 1
        seen.add(guest)
        visits.set(guest, (visits.get(guest) ?? 0) + 1)
      }
    }
    expect(twice).toBe(0)
    expect([...visits.values()].filter((times) => times >= 5).length).toBeGreaterThan(100)
    expect([...visits.values()].filter((times) => times === 1).length).toBeGreaterThan(2000)
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

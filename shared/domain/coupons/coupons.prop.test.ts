import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, type BusinessDate } from '../time/business-day.ts'
import type { CouponAct, CouponBatch, CouponMove, CouponRedemption, CouponState } from './coupon-batch.ts'
import { type CountedBatch, couponChecks, couponTable } from './coupon-figures.ts'
import { gapsOf, stockOf, stretchesOf } from './coupon-stock.ts'
import { judgeAct, nextActOf, standingOf } from './judge-coupons.ts'
import type { SerialRange } from './serial-range.ts'

const first = '2026-05-01'
const staff = ['1001', '1002', '2001'] as const

/** What somebody tries; whether it is done is for the rules to say. */
type Try =
  | { readonly act: CouponAct; readonly batch: number; readonly range: SerialRange; readonly by: string }
  | { readonly act: 'redeem'; readonly batch: number; readonly serial: number; readonly by: string }
  | { readonly act: 'sleep'; readonly days: number }

const by = fc.constantFrom(...staff)
const which = fc.constantFrom(0, 1)
const range = fc
  .tuple(fc.integer({ min: 8, max: 42 }), fc.integer({ min: 0, max: 10 }))
  .map(([from, more]): SerialRange => ({ from, to: from + more }))
const tries: fc.Arbitrary<readonly Try[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ act: fc.constantFrom<CouponAct>('stamp', 'hand'), batch: which, range, by }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant<CouponAct>('void'), batch: which, range, by }) },
    {
      weight: 6,
      arbitrary: fc.record({
        act: fc.constant('redeem' as const),
        batch: which,
        serial: fc.integer({ min: 8, max: 45 }),
        by,
      }),
    },
    { weight: 2, arbitrary: fc.record({ act: fc.constant('sleep' as const), days: fc.integer({ min: 1, max: 5 }) }) },
  ),
  { maxLength: 60, size: 'max' },
)

const batchOf = (index: number): CouponBatch => ({
  id: `b${index}`,
  kind: '生活体验券',
  prefix: 'SH',
  width: 4,
  from: 10,
  to: 40,
  value: 5_000,
  validFrom: addDays(first, 2),
  validUntil: addDays(first, index === 0 ? 12 : 30),
  issuedOn: first,
  issuedBy: '2001',
})

/** The same told coupon by coupon: slow, and plain enough to be believed. */
interface Coupon {
  readonly serial: number
  stamp?: { on: BusinessDate; by: string }
  hand?: { on: BusinessDate; by: string }
  end?: { on: BusinessDate; by: string; how: 'redeemed' | 'voided' }
}

class World {
  today: BusinessDate = first
  readonly batches = [0, 1].map((index) => ({
    batch: batchOf(index),
    moves: [] as CouponMove[],
    redemptions: [] as CouponRedemption[],
    handIds: new Map<number, string>(),
    coupons: Array.from({ length: 31 }, (_, step): Coupon => ({ serial: 10 + step })),
  }))
  #ids = 0

  attempt(one: Try): void {
    if (one.act === 'sleep') {
      this.today = addDays(this.today, one.days)
      return
    }
    const own = this.batches[one.batch] as (typeof this.batches)[number]
    const book = { batch: own.batch, moves: own.moves, redemptions: own.redemptions }
    if (one.act === 'redeem') {
      const coupon = own.coupons.find((c) => c.serial === one.serial)
      const may = coupon?.hand && !coupon.end && this.today >= own.batch.validFrom && this.today <= own.batch.validUntil
      const { state, hand } = standingOf(one.serial, book, this.today)
      const next = coupon ? nextActOf(state, own.batch.validFrom, this.today) : undefined
      expect(next === 'redeem').toBe(may === true)
      if (next !== 'redeem' || !hand || !coupon) return
      own.redemptions.push({ serial: one.serial, on: this.today, by: one.by })
      own.handIds.set(one.serial, hand.id)
      coupon.end = { on: this.today, by: one.by, how: 'redeemed' }
      return
    }
    const { allowed, refused } = judgeAct(one.act, [one.range], book, this.today)
    for (let serial = one.range.from; serial <= one.range.to; serial += 1) {
      const coupon = own.coupons.find((c) => c.serial === serial)
      const open = coupon !== undefined && !coupon.end && this.today <= own.batch.validUntil
      const may = open && (one.act === 'void' || (one.act === 'stamp' ? !coupon.stamp : !!coupon.stamp && !coupon.hand))
      const says = (ranges: readonly SerialRange[]) => ranges.filter((r) => r.from <= serial && serial <= r.to).length
      expect([says(allowed), says(refused)]).toEqual(may ? [1, 0] : [0, 1])
      if (!may) continue
      if (one.act === 'stamp') coupon.stamp = { on: this.today, by: one.by }
      else if (one.act === 'hand') coupon.hand = { on: this.today, by: one.by }
      else coupon.end = { on: this.today, by: one.by, how: 'voided' }
    }
    for (const { from, to } of allowed)
      own.moves.push({ id: `m${++this.#ids}`, act: one.act, from, to, on: this.today, by: one.by })
  }

  counted(): CountedBatch[] {
    return this.batches.map(({ batch, moves, redemptions, handIds }) => ({
      batch,
      moves,
      redeemed: redemptions.map(({ serial, on, by: who }) => ({
        handId: handIds.get(serial) ?? '',
        on,
        by: who,
        count: 1,
      })),
    }))
  }
}

const after = (list: readonly Try[]): World => {
  const world = new World()
  for (const one of list) world.attempt(one)
  return world
}

function stateOf(coupon: Coupon, batch: CouponBatch, today: BusinessDate): CouponState {
  if (coupon.end) return coupon.end.how
  if (today > batch.validUntil) return 'expired'
  return coupon.hand ? 'handed' : coupon.stamp ? 'stamped' : 'printed'
}

it('after any sequence of acts each coupon stands where it does when told one by one', () => {
  fc.assert(
    fc.property(tries, (list) => {
      const world = after(list)
      for (const { batch, moves, redemptions, coupons } of world.batches) {
        const stretches = stretchesOf({ batch, moves, redemptions }, world.today)
        const drawn = stretches.flatMap(({ from, to, state }) =>
          Array.from({ length: to - from + 1 }, (_, step) => [from + step, state] as const),
        )
        expect(drawn).toEqual(coupons.map((coupon) => [coupon.serial, stateOf(coupon, batch, world.today)]))
        const stock = stockOf(batch, moves, redemptions.length, world.today)
        for (const state of ['printed', 'stamped', 'handed', 'redeemed', 'voided', 'expired'] as const)
          expect(stock[state]).toBe(drawn.filter(([, one]) => one === state).length)
        expect(stock.issued - stock.voided - stock.redeemed - stock.expired).toBe(stock.outstanding)
        const highest = Math.max(0, ...coupons.filter((coupon) => coupon.hand).map((coupon) => coupon.serial))
        const passed = coupons.filter(
          (coupon) => !coupon.hand && coupon.end?.how !== 'voided' && coupon.serial < highest,
        )
        expect(
          gapsOf(batch, moves).flatMap(({ from, to }) =>
            Array.from({ length: to - from + 1 }, (_, step) => from + step),
          ),
        ).toEqual(passed.map((coupon) => coupon.serial))
      }
    }),
  )
})

it('the figures of any period are those counted coupon by coupon, and issued − voided − redeemed − expired = outstanding', () => {
  fc.assert(
    fc.property(
      tries,
      fc.oneof(fc.integer({ min: -3, max: 40 }), fc.constantFrom(12, 13)),
      fc.nat(14),
      (list, start, length) => {
        const world = after(list)
        const { today } = world
        const period = { from: addDays(first, start), to: addDays(first, start + length) }
        const table = couponTable(world.counted(), period, today)
        expect(couponChecks(table).filter((check) => !check.ok)).toEqual([])

        const all = world.batches.flatMap(({ batch, coupons }) => coupons.map((coupon) => ({ batch, ...coupon })))
        const isIn = (on: BusinessDate | undefined) =>
          on !== undefined && on >= period.from && on <= period.to && on <= today
        const endedBy = (one: (typeof all)[number], date: BusinessDate) =>
          (one.end && one.end.on <= date) || date > one.batch.validUntil
        const expires = (one: (typeof all)[number]) => (one.end ? undefined : addDays(one.batch.validUntil, 1))
        const [until = today] = [period.to, today].toSorted()
        const [before = today] = [addDays(period.from, -1), today].toSorted()
        const standing = (date: BusinessDate) => all.filter((one) => one.batch.issuedOn <= date && !endedBy(one, date))
        const isWith = (one: (typeof all)[number], date: BusinessDate) => one.hand !== undefined && one.hand.on <= date
        const figuresOf = (some: typeof all, at: typeof standing) => ({
          opening: at(before).filter((one) => some.includes(one)).length,
          redeemed: some.filter((one) => one.end?.how === 'redeemed' && isIn(one.end.on)).length,
          voided: some.filter((one) => one.end?.how === 'voided' && isIn(one.end.on)).length,
          expired: some.filter((one) => isIn(expires(one))).length,
          outstanding: at(until).filter((one) => some.includes(one)).length,
        })
        expect(table.total).toEqual({
          ...figuresOf(all, standing),
          issued: all.filter((one) => isIn(one.batch.issuedOn)).length,
          stamped: all.filter((one) => isIn(one.stamp?.on)).length,
          handed: all.filter((one) => isIn(one.hand?.on)).length,
          inHouse: standing(until).filter((one) => !isWith(one, until)).length,
          withGuests: standing(until).filter((one) => isWith(one, until)).length,
        })
        for (const staffNo of staff) {
          const own = all.filter((one) => one.hand?.by === staffNo)
          const { persons } = table
          const row = persons.find((person) => person.staffNo === staffNo)?.figures
          const counted = {
            ...figuresOf(own, (date) => standing(date).filter((one) => isWith(one, date))),
            stamped: all.filter((one) => one.stamp?.by === staffNo && isIn(one.stamp.on)).length,
            handed: own.filter((one) => isIn(one.hand?.on)).length,
            accepted: all.filter((one) => one.end?.how === 'redeemed' && one.end.by === staffNo && isIn(one.end.on))
              .length,
            voiding: all.filter((one) => one.end?.how === 'voided' && one.end.by === staffNo && isIn(one.end.on))
              .length,
          }
          if (row) {
            expect(row).toMatchObject(counted)
            expect(row.opening + row.handed - row.redeemed - row.voided - row.expired).toBe(row.outstanding)
          } else expect(Object.values(counted).every((count) => count === 0)).toBe(true)
        }
        const { house, total } = table
        expect(house.opening + total.issued - total.handed - house.voided - house.expired).toBe(house.outstanding)
      },
    ),
  )
})

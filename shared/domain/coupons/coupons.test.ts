import { describe, expect, it } from 'vitest'
import type { CouponBatch, CouponBook, CouponMove, CouponState } from './coupon-batch.ts'
import { couponChecks, couponTable } from './coupon-figures.ts'
import { coarseStretches, gapsOf, stockOf, stretchesOf } from './coupon-stock.ts'
import { judgeAct, nextActOf, standingOf } from './judge-coupons.ts'

const batch: CouponBatch = {
  id: 'a',
  kind: '生活体验券',
  prefix: 'SH',
  width: 4,
  from: 1001,
  to: 1100,
  value: 5_000,
  validFrom: '2026-05-10',
  validUntil: '2026-05-31',
  issuedOn: '2026-05-01',
  issuedBy: '2001',
}
const move = (act: CouponMove['act'], from: number, to: number, on = '2026-05-12', by = '1001'): CouponMove => ({
  id: `${act}${from}`,
  act,
  from,
  to,
  on,
  by,
})
const book: CouponBook = {
  batch,
  moves: [move('stamp', 1001, 1060), move('hand', 1001, 1020), move('hand', 1031, 1040), move('void', 1015, 1016)],
  redemptions: [{ serial: 1003, on: '2026-05-13', by: '1002' }],
}
const today = '2026-05-14'

describe('what can be done with which serials', () => {
  const verdict = (act: CouponMove['act'], from: number, to: number, on = today) => {
    const { allowed, refused } = judgeAct(act, [{ from, to }], book, on)
    return { allowed: allowed.map((one) => [one.from, one.to]), refused: refused.map((r) => [r.from, r.to, r.why]) }
  }

  it.each([
    ['stamp', 1061, 1100, [[1061, 1100]], []],
    ['stamp', 1055, 1070, [[1061, 1070]], [[1055, 1060, 'stamped']]],
    ['hand', 1041, 1050, [[1041, 1050]], []],
    ['hand', 1041, 1065, [[1041, 1060]], [[1061, 1065, 'unstamped']]],
    [
      'hand',
      1018,
      1035,
      [[1021, 1030]],
      [
        [1018, 1020, 'handed'],
        [1031, 1035, 'handed'],
      ],
    ],
    [
      'hand',
      1014,
      1016,
      [],
      [
        [1014, 1014, 'handed'],
        [1015, 1016, 'voided'],
      ],
    ],
    [
      'void',
      1002,
      1004,
      [
        [1002, 1002],
        [1004, 1004],
      ],
      [[1003, 1003, 'redeemed']],
    ],
    ['void', 1015, 1017, [[1017, 1017]], [[1015, 1016, 'voided']]],
    ['void', 1090, 1110, [[1090, 1100]], [[1101, 1110, 'outside']]],
    ['stamp', 990, 1000, [], [[990, 1000, 'outside']]],
  ] as const)('%s %i–%i', (act, from, to, allowed, refused) => {
    expect(verdict(act, from, to)).toEqual({ allowed, refused })
  })

  it.each(['stamp', 'hand', 'void'] as const)('nothing is left to %s on the day after the last valid one', (act) => {
    expect(verdict(act, 1061, 1062, '2026-06-01')).toEqual({ allowed: [], refused: [[1061, 1062, 'expired']] })
    expect(verdict('stamp', 1061, 1062, '2026-05-31').allowed).toEqual([[1061, 1062]])
  })

  it('says what happened before to the serials it leaves out', () => {
    expect(judgeAct('hand', [{ from: 1003, to: 1004 }], book, today).refused).toMatchObject([
      { why: 'redeemed', redemption: { by: '1002', on: '2026-05-13' } },
      { why: 'handed', move: { id: 'hand1001' } },
    ])
  })
})

describe('one coupon', () => {
  it.each([
    [1061, 'printed', 'stamp'],
    [1041, 'stamped', 'hand'],
    [1001, 'handed', 'redeem'],
    [1003, 'redeemed', undefined],
    [1015, 'voided', undefined],
  ] as const)('%i is %s, next: %s', (serial, state, next) => {
    const standing = standingOf(serial, book, today)
    expect(standing.state).toBe(state)
    expect(nextActOf(standing.state, batch.validFrom, today)).toBe(next)
  })

  it('expires on the day after its last valid one, unless its life was over before', () => {
    const on = (serial: number, date: string): CouponState => standingOf(serial, book, date).state
    expect([on(1001, '2026-05-31'), on(1001, '2026-06-01'), on(1003, '2026-06-01')]).toEqual([
      'handed',
      'expired',
      'redeemed',
    ])
  })

  it('handed out before its first valid day, it waits for that', () => {
    expect(nextActOf('handed', '2026-05-20', '2026-05-19')).toBe('wait')
    expect(nextActOf('handed', '2026-05-20', '2026-05-20')).toBe('redeem')
  })
})

describe('a batch', () => {
  it('counts its stock by state', () => {
    expect(stockOf(batch, book.moves, 1, today)).toEqual({
      issued: 100,
      printed: 40,
      stamped: 30,
      handed: 27,
      redeemed: 1,
      voided: 2,
      expired: 0,
      outstanding: 97,
    })
    expect(stockOf(batch, book.moves, 1, '2026-06-01')).toMatchObject({ expired: 97, outstanding: 0, handed: 0 })
  })

  it('is drawn as stretches of one state each', () => {
    expect(stretchesOf(book, today).map((one) => [one.from, one.to, one.state])).toEqual([
      [1001, 1002, 'handed'],
      [1003, 1003, 'redeemed'],
      [1004, 1014, 'handed'],
      [1015, 1016, 'voided'],
      [1017, 1020, 'handed'],
      [1021, 1030, 'stamped'],
      [1031, 1040, 'handed'],
      [1041, 1060, 'stamped'],
      [1061, 1100, 'printed'],
    ])
  })

  it('too finely cut is drawn in as many equal pieces, each as most of it is', () => {
    const pieces = coarseStretches(stretchesOf(book, today), 5)
    expect(pieces.map((one) => [one.from, one.to, one.state])).toEqual([
      [1001, 1020, 'handed'],
      [1021, 1040, 'stamped'],
      [1041, 1060, 'stamped'],
      [1061, 1080, 'printed'],
      [1081, 1100, 'printed'],
    ])
  })

  it('lists serials passed over in handing out, but no voided ones', () => {
    expect(gapsOf(batch, book.moves)).toEqual([{ from: 1021, to: 1030 }])
    expect(gapsOf(batch, [...book.moves, move('void', 1021, 1025)])).toEqual([{ from: 1026, to: 1030 }])
    expect(gapsOf(batch, [])).toEqual([])
  })
})

describe('the table of a period', () => {
  const counted = {
    batch,
    moves: [
      move('stamp', 1001, 1060, '2026-05-02', '2001'),
      move('hand', 1001, 1020, '2026-05-11', '1001'),
      move('hand', 1031, 1040, '2026-05-12', '1002'),
      move('void', 1015, 1016, '2026-05-12', '1002'),
    ],
    redeemed: [{ handId: 'hand1001', on: '2026-05-13', by: '1002', count: 3 }],
  }
  const table = (from: string, to: string, on = today) => couponTable([counted], { from, to }, on)

  it('goes from opening to outstanding', () => {
    expect(table('2026-05-12', '2026-05-31').total).toEqual({
      opening: 100,
      issued: 0,
      stamped: 0,
      handed: 10,
      redeemed: 3,
      voided: 2,
      expired: 0,
      outstanding: 95,
      inHouse: 70,
      withGuests: 25,
    })
  })

  it('by person says who did it, and what became of what he handed out', () => {
    const { persons, house } = table('2026-05-12', '2026-05-13')
    expect(persons).toEqual([
      {
        staffNo: '1001',
        figures: expect.objectContaining({
          opening: 20,
          handed: 0,
          redeemed: 3,
          voided: 2,
          outstanding: 15,
          accepted: 0,
        }),
      },
      {
        staffNo: '1002',
        figures: expect.objectContaining({
          opening: 0,
          handed: 10,
          redeemed: 0,
          outstanding: 10,
          accepted: 3,
          voiding: 2,
        }),
      },
    ])
    expect(house).toMatchObject({ opening: 80, outstanding: 70 })
  })

  it('counts what expires on the day after the last valid one, and not before it has come', () => {
    expect(table('2026-05-12', '2026-06-30').total.expired).toBe(0)
    expect(table('2026-06-01', '2026-06-01', '2026-06-05').total).toMatchObject({
      opening: 95,
      expired: 95,
      outstanding: 0,
    })
    expect(table('2026-06-02', '2026-06-02', '2026-06-05').total).toMatchObject({ opening: 0, expired: 0 })
  })

  it('checks itself, and says when serials and sums do not agree', () => {
    expect(couponChecks(table('2026-05-01', '2026-05-31')).map((check) => check.ok)).toEqual([true, true, true])
    const twice = { ...counted, moves: [...counted.moves, move('void', 1016, 1018, '2026-05-13', '1001')] }
    const [identity] = couponChecks(couponTable([twice], { from: '2026-05-01', to: '2026-05-31' }, today))
    expect(identity).toMatchObject({ name: 'identity', ok: false })
  })
})

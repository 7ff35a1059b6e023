import { difference, intersection, merged, type SerialRange } from '#shared/domain/coupons/serial-range.ts'
import { springFestivalOf } from '#shared/domain/reports/spring-festival.ts'
import { addDays, type BusinessDate, daysBetween } from '#shared/domain/time/business-day.ts'
import { createDraw, type Draw, seedOf, weighted } from './draw.ts'

/** A printed batch of coupons (流程24). */
export interface HistoryBatch extends SerialRange {
  /** Tells batches apart: `26q1`, `26spring`. */
  readonly key: string
  readonly kind: string
  readonly prefix: string
  readonly width: number
  /** Cents. */
  readonly value: number
  readonly issuedOn: BusinessDate
  readonly validFrom: BusinessDate
  readonly validUntil: BusinessDate
}

/** Something done to a range of serials. */
export interface HistoryCouponMove extends SerialRange {
  readonly batch: HistoryBatch
  /** Running number within the batch. */
  readonly number: number
  readonly act: 'stamp' | 'hand' | 'void'
  readonly date: BusinessDate
  /** Minute of the business day. */
  readonly minute: number
  readonly by: string
  readonly stage: 'printed' | 'handed' | null
  readonly stamp: string | null
  readonly person: string | null
  readonly channel: Channel | null
  readonly reason: string | null
}

/** A coupon that comes back on a day, if anybody comes in on it. */
export interface HistoryRedemption {
  readonly batch: HistoryBatch
  readonly serial: number
  /** Number of the handing out it comes from. */
  readonly hand: number
  readonly date: BusinessDate
}

type Channel = 'desk' | 'event' | 'mail' | 'partner' | 'compensation'

interface Plan {
  readonly batch: HistoryBatch
  readonly moves: readonly HistoryCouponMove[]
  readonly redemptions: readonly HistoryRedemption[]
}

interface Receiver {
  readonly channel: Channel
  readonly persons: readonly string[]
  /** Coupons at once, at least and at most. */
  readonly pieces: readonly [number, number]
  /** Share that comes back. */
  readonly redeemed: number
}

const receivers = weighted<Receiver>([
  [
    {
      channel: 'partner',
      persons: ['星光广告', '宏远旅行社', '海港酒楼', '蓝天健身'],
      pieces: [20, 40],
      redeemed: 0.34,
    },
    20,
  ],
  [{ channel: 'event', persons: ['会员日', '周年庆', '歌王比赛', '女士之夜'], pieces: [10, 25], redeemed: 0.5 }, 25],
  [{ channel: 'desk', persons: ['前台赠送', '散客试唱', '生日客人'], pieces: [2, 8], redeemed: 0.62 }, 40],
  [{ channel: 'mail', persons: ['老客人回访', '沉睡会员'], pieces: [8, 20], redeemed: 0.28 }, 10],
  [{ channel: 'compensation', persons: ['等位致歉', '设备故障致歉'], pieces: [1, 2], redeemed: 0.82 }, 15],
])
const supervisor = '2001'
const handing = ['1001', '1001', '1002', '1002', supervisor]
const quarterly = { kind: '生活体验券', prefix: 'SH', value: 5_000, pieces: 600 }
const festive = { kind: '欢唱券', prefix: 'HC', value: 10_000, pieces: 400 }
const width = 6
/** No batch is good for longer. */
const longestDays = 190

const two = (value: number): string => String(value).padStart(2, '0')

/** Coupons of a made-up history: a batch of 生活体验券 each quarter, 欢唱券 before the Spring Festival and the National Day. */
export class CouponPlans {
  readonly #seed: number
  readonly #since: BusinessDate
  readonly #plans = new Map<string, Plan>()

  /** @param since first day of the history: the batch of its quarter is printed then */
  constructor(seed: number, since: BusinessDate) {
    this.#seed = seed
    this.#since = since
  }

  /** What happens to coupons on a date; it depends on nothing but the date, the seed and the first day. */
  on(date: BusinessDate) {
    const plans = this.#batchesAround(date).map((batch) => this.#planOf(batch))
    return {
      batches: plans.map((plan) => plan.batch).filter((batch) => batch.issuedOn === date),
      moves: plans.flatMap((plan) => plan.moves.filter((move) => move.date === date)),
      redemptions: plans.flatMap((plan) => plan.redemptions.filter((one) => one.date === date)),
    }
  }

  #planOf(batch: HistoryBatch): Plan {
    const known = this.#plans.get(batch.key)
    if (known) return known
    const plan = planOf(batch, createDraw(seedOf('coupons', this.#seed, batch.key)))
    this.#plans.set(batch.key, plan)
    return plan
  }

  #batchesAround(date: BusinessDate): HistoryBatch[] {
    const year = Number(date.slice(0, 4))
    return [year - 1, year]
      .flatMap((one) => [...[0, 1, 2, 3].map((quarter) => this.#ofQuarter(one, quarter)), ...this.#ofFeasts(one)])
      .filter((batch) => batch.issuedOn <= date && daysBetween(batch.issuedOn, date) <= longestDays)
      .filter((batch) => batch.issuedOn >= this.#since && batch.validUntil >= date)
  }

  #ofQuarter(year: number, quarter: number): HistoryBatch {
    const begins = (count: number) => `${year + Math.floor(count / 4)}-${two((count % 4) * 3 + 1)}-01`
    const first = begins(quarter)
    const isFirst = this.#since > first && this.#since < begins(quarter + 1)
    const issuedOn = isFirst ? this.#since : first
    const validUntil = addDays(begins(quarter + 2), -1)
    const serial = ((year - 2000) * 4 + quarter + 1) * 1_000 + 1
    return batchOf(quarterly, `${two(year % 100)}q${quarter + 1}`, serial, {
      issuedOn,
      validFrom: issuedOn,
      validUntil,
    })
  }

  #ofFeasts(year: number): HistoryBatch[] {
    const spring = springFestivalOf(year, {})
    const serial = (half: number) => ((year - 2000) * 2 + half) * 1_000 + 1
    const national = { issuedOn: `${year}-09-10`, validFrom: `${year}-09-20`, validUntil: `${year}-11-30` }
    return [
      ...(spring === undefined
        ? []
        : [
            batchOf(festive, `${two(year % 100)}spring`, serial(1), {
              issuedOn: addDays(spring, -21),
              validFrom: addDays(spring, -14),
              validUntil: addDays(spring, 45),
            }),
          ]),
      batchOf(festive, `${two(year % 100)}national`, serial(2), national),
    ]
  }
}

const batchOf = (
  { kind, prefix, value, pieces }: typeof quarterly,
  key: string,
  from: number,
  dates: Pick<HistoryBatch, 'issuedOn' | 'validFrom' | 'validUntil'>,
): HistoryBatch => ({ key, kind, prefix, width, value, from, to: from + pieces - 1, ...dates })

/** The whole life of a batch: printed, spoilt ones voided, stamped in two lots, handed out, redeemed or brought back. */
function planOf(batch: HistoryBatch, draw: Draw): Plan {
  const moves: HistoryCouponMove[] = []
  const put = (
    act: HistoryCouponMove['act'],
    range: SerialRange,
    when: Pick<HistoryCouponMove, 'date' | 'minute' | 'by'>,
    more: Partial<HistoryCouponMove> = {},
  ): HistoryCouponMove => {
    const blank = { stage: null, stamp: null, person: null, channel: null, reason: null }
    const { from, to } = range
    const move = { batch, number: moves.length, act, from, to, ...when, ...blank, ...more }
    moves.push(move)
    return move
  }
  const whole = { from: batch.from, to: batch.to }
  const spoiltFrom = batch.from + draw.below(batch.to - batch.from - 10)
  const spoilt = { from: spoiltFrom, to: spoiltFrom + draw.below(4) }
  put('void', spoilt, { date: batch.issuedOn, minute: 370, by: '1002' }, { stage: 'printed', reason: '印刷不清' })
  const half = batch.from + Math.floor((batch.to - batch.from) * (0.5 + 0.2 * draw.next()))
  const days = daysBetween(batch.issuedOn, batch.validUntil)
  const second = addDays(batch.issuedOn, Math.floor(days * 0.25))
  const lots = [
    { range: { from: batch.from, to: half }, date: batch.issuedOn },
    { range: { from: half + 1, to: batch.to - draw.below(80) }, date: second },
  ]
  for (const { range, date } of lots)
    for (const part of difference([range], [spoilt]))
      put('stamp', part, { date, minute: 390, by: supervisor }, { stamp: '店章' })

  const redemptions: HistoryRedemption[] = []
  let next = batch.from
  for (let date = addDays(batch.issuedOn, 1); daysBetween(batch.issuedOn, date) < days * 0.7; ) {
    const { channel, persons, pieces, redeemed } = receivers.draw(draw)
    const asked = { from: next, to: next + pieces[0] + draw.below(pieces[1] - pieces[0] + 1) - 1 }
    const stamped = merged(moves.filter((move) => move.act === 'stamp' && move.date <= date))
    const given = { minute: 240 + draw.below(480), by: draw.pick(handing), date }
    const person = draw.pick(persons)
    for (const part of intersection([asked], stamped)) {
      const hand = put('hand', part, given, { person, channel })
      comeBack(hand, redeemed, draw, redemptions, put)
      next = part.to + 1
    }
    // Now and then somebody takes from the middle of the pile.
    if (draw.chance(0.04)) next += 1 + draw.below(3)
    if (next > whole.to) break
    date = addDays(date, 1 + draw.below(3))
  }
  return { batch, moves, redemptions }
}

function comeBack(
  hand: HistoryCouponMove,
  share: number,
  draw: Draw,
  redemptions: HistoryRedemption[],
  put: (
    act: 'void',
    range: SerialRange,
    when: Pick<HistoryCouponMove, 'date' | 'minute' | 'by'>,
    more: Partial<HistoryCouponMove>,
  ) => void,
): void {
  const { batch } = hand
  const after = addDays(hand.date, 1)
  const first = [after, batch.validFrom].sort().at(-1) ?? after
  const days = daysBetween(first, batch.validUntil)
  for (let serial = hand.from; serial <= hand.to; serial += 1) {
    const [fate, late] = [draw.next(), draw.next()]
    // Most come soon; the rest when they are about to run out.
    const date = addDays(first, Math.floor(late * late * (days + 1)))
    if (fate < share) redemptions.push({ batch, serial, hand: hand.number, date })
    else if (fate > 0.99) {
      const reason = draw.pick(['客人退回', '客人退回', '券面污损'])
      const when = { date, minute: 420 + draw.below(300), by: '1001' }
      put('void', { from: serial, to: serial }, when, { stage: 'handed', reason })
    }
  }
}

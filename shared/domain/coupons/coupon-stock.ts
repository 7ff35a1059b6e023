import type { BusinessDate } from '../time/business-day.ts'
import {
  type CouponBatch,
  type CouponBook,
  type CouponMove,
  type CouponState,
  isExpired,
  movesOf,
} from './coupon-batch.ts'
import { countOf, difference, intersection, merged, type SerialRange, sizeOf } from './serial-range.ts'

/** How many coupons of a batch stand in each state today. issued − voided − redeemed − expired = outstanding. */
export interface CouponStock extends Readonly<Record<CouponState, number>> {
  readonly issued: number
  /** 结存: not redeemed, voided or expired. */
  readonly outstanding: number
}

/** The stock of a batch from its moves and from how many were redeemed, without looking at each. */
export function stockOf(
  batch: CouponBatch,
  moves: readonly CouponMove[],
  redeemed: number,
  today: BusinessDate,
): CouponStock {
  const [stamps, hands, voids] = (['stamp', 'hand', 'void'] as const).map((act) => merged(movesOf(moves, act)))
  const ranges = { stamps: stamps ?? [], hands: hands ?? [], voids: voids ?? [] }
  const issued = sizeOf(batch)
  const voided = countOf(ranges.voids)
  const handed = countOf(difference(ranges.hands, ranges.voids)) - redeemed
  const stamped = countOf(difference(difference(ranges.stamps, ranges.hands), ranges.voids))
  const outstanding = issued - voided - redeemed
  return isExpired(batch, today)
    ? { issued, printed: 0, stamped: 0, handed: 0, redeemed, voided, expired: outstanding, outstanding: 0 }
    : {
        issued,
        printed: outstanding - stamped - handed,
        stamped,
        handed,
        redeemed,
        voided,
        expired: 0,
        outstanding,
      }
}

/** A stretch of a batch whose coupons all stand in one state. */
export interface CouponStretch extends SerialRange {
  readonly state: CouponState
}

/** The whole batch in order of its serials, as stretches of one state each. */
export function stretchesOf({ batch, moves, redemptions }: CouponBook, today: BusinessDate): CouponStretch[] {
  const of = (act: CouponMove['act']) => merged(movesOf(moves, act))
  const redeemed = merged(redemptions.map(({ serial }) => ({ from: serial, to: serial })))
  const voided = of('void')
  const rest = difference([{ from: batch.from, to: batch.to }], merged([...redeemed, ...voided]))
  const named = (ranges: readonly SerialRange[], state: CouponState) =>
    ranges.map(({ from, to }): CouponStretch => ({ from, to, state }))
  const [stamped, handed] = [of('stamp'), of('hand')]
  const open = isExpired(batch, today)
    ? named(rest, 'expired')
    : [
        ...named(intersection(rest, handed), 'handed'),
        ...named(difference(intersection(rest, stamped), handed), 'stamped'),
        ...named(difference(rest, stamped), 'printed'),
      ]
  return [...open, ...named(redeemed, 'redeemed'), ...named(voided, 'voided')].toSorted((a, b) => a.from - b.from)
}

/**
 * The same drawn with `most` stretches: where there are more, the batch is cut into that many equal pieces, each in the
 * state most of its coupons have.
 */
export function coarseStretches(stretches: readonly CouponStretch[], most: number): readonly CouponStretch[] {
  const [first, last] = [stretches[0], stretches.at(-1)]
  if (stretches.length <= most || !first || !last) return stretches
  const step = Math.ceil((last.to - first.from + 1) / most)
  const pieces: CouponStretch[] = []
  let at = 0
  for (let from = first.from; from <= last.to; from += step) {
    const to = Math.min(last.to, from + step - 1)
    const counts = new Map<CouponState, number>()
    for (; at < stretches.length; at += 1) {
      const one = stretches[at] as CouponStretch
      if (one.from > to) break
      const inside = Math.min(one.to, to) - Math.max(one.from, from) + 1
      counts.set(one.state, (counts.get(one.state) ?? 0) + inside)
      if (one.to > to) break
    }
    const [state] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))
    pieces.push({ from, to, state })
  }
  return pieces
}

/** 断号: serials not handed out while higher ones of the batch are, voided ones left aside. */
export function gapsOf(batch: CouponBatch, moves: readonly CouponMove[]): SerialRange[] {
  const handed = merged(movesOf(moves, 'hand'))
  const highest = handed.at(-1)
  if (!highest) return []
  return difference([{ from: batch.from, to: highest.to }], merged([...handed, ...movesOf(moves, 'void')]))
}

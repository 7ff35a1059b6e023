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

/** What coupons were before they were voided. */
type VoidStage = 'printed' | 'stamped' | 'handed'

/** How many coupons of a batch were ever stamped, handed out, redeemed, and voided by what they were then. */
export interface CouponCounts {
  readonly stamped: number
  readonly handed: number
  readonly redeemed: number
  readonly voided: Readonly<Record<VoidStage, number>>
}

/** Ranges that are to be voided, cut by what their coupons are now. */
export function stagesOf(
  ranges: readonly SerialRange[],
  moves: readonly CouponMove[],
): (SerialRange & { readonly stage: VoidStage })[] {
  const whole = merged(ranges)
  const [stamped, handed] = [merged(movesOf(moves, 'stamp')), merged(movesOf(moves, 'hand'))]
  const of = (some: readonly SerialRange[], stage: VoidStage) => some.map(({ from, to }) => ({ from, to, stage }))
  return [
    ...of(difference(whole, stamped), 'printed'),
    ...of(difference(intersection(whole, stamped), handed), 'stamped'),
    ...of(intersection(whole, handed), 'handed'),
  ]
}

function countsOf(moves: readonly CouponMove[], redeemed: number): CouponCounts {
  const of = (act: CouponMove['act']) => merged(movesOf(moves, act))
  const staged = stagesOf(of('void'), moves)
  const voided = (stage: VoidStage) => countOf(staged.filter((one) => one.stage === stage))
  return {
    stamped: countOf(of('stamp')),
    handed: countOf(of('hand')),
    redeemed,
    voided: { printed: voided('printed'), stamped: voided('stamped'), handed: voided('handed') },
  }
}

/** The stock of a batch from what was counted of it, however many moves that was. */
export function stockOfCounts(batch: CouponBatch, counts: CouponCounts, today: BusinessDate): CouponStock {
  const issued = sizeOf(batch)
  const { redeemed } = counts
  const voided = counts.voided.printed + counts.voided.stamped + counts.voided.handed
  const outstanding = issued - voided - redeemed
  if (isExpired(batch, today))
    return { issued, printed: 0, stamped: 0, handed: 0, redeemed, voided, expired: outstanding, outstanding: 0 }
  const handed = counts.handed - redeemed - counts.voided.handed
  const stamped = counts.stamped - counts.handed - counts.voided.stamped
  const printed = outstanding - stamped - handed
  return { issued, printed, stamped, handed, redeemed, voided, expired: 0, outstanding }
}

/** The stock of a batch by its serials: nothing counts twice, whatever stands in the moves. */
export const stockOf = (
  batch: CouponBatch,
  moves: readonly CouponMove[],
  redeemed: number,
  today: BusinessDate,
): CouponStock => stockOfCounts(batch, countsOf(moves, redeemed), today)

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

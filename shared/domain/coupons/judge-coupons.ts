import type { BusinessDate } from '../time/business-day.ts'
import {
  type CouponAct,
  type CouponBook,
  type CouponMove,
  type CouponRedemption,
  type CouponState,
  isExpired,
  movesOf,
} from './coupon-batch.ts'
import { difference, holds, intersection, merged, type SerialRange } from './serial-range.ts'

/** Why serials of a range are left out of an act. */
export type WhyNot = 'outside' | 'redeemed' | 'voided' | 'expired' | 'stamped' | 'handed' | 'unstamped'

/** Serials an act is refused for, with what happened to them before. */
export interface RefusedSerials<Move, Redemption> extends SerialRange {
  readonly why: WhyNot
  readonly move?: Move
  readonly redemption?: Redemption
}

export interface Judgement<Move = CouponMove, Redemption = CouponRedemption> {
  readonly allowed: readonly SerialRange[]
  readonly refused: readonly RefusedSerials<Move, Redemption>[]
}

/**
 * Which of the asked serials can be stamped, handed out or voided today (流程24): none outside its batch, none twice,
 * nothing after expiry, only stamped ones handed out, nothing more of one that is voided or redeemed.
 */
export function judgeAct<Move extends CouponMove, Redemption extends CouponRedemption>(
  act: CouponAct,
  asked: readonly SerialRange[],
  { batch, moves, redemptions }: CouponBook<Move, Redemption>,
  today: BusinessDate,
): Judgement<Move, Redemption> {
  const refused: RefusedSerials<Move, Redemption>[] = []
  const whole = merged(asked)
  let rest = intersection(whole, [batch])
  const leaveOut = (
    ranges: readonly SerialRange[],
    why: WhyNot,
    cause: { readonly move?: Move; readonly redemption?: Redemption } = {},
  ) => {
    for (const { from, to } of ranges) refused.push({ from, to, why, ...cause })
  }
  const leaveOutMoved = (kind: CouponAct, why: WhyNot) => {
    const before = movesOf(moves, kind)
    for (const move of before) leaveOut(intersection(rest, [move]), why, { move })
    rest = difference(rest, merged(before))
  }

  leaveOut(difference(whole, [batch]), 'outside')
  const singles = redemptions.map((redemption) => ({ redemption, from: redemption.serial, to: redemption.serial }))
  for (const one of singles) leaveOut(intersection(rest, [one]), 'redeemed', { redemption: one.redemption })
  rest = difference(rest, merged(singles))
  leaveOutMoved('void', 'voided')
  if (isExpired(batch, today)) {
    leaveOut(rest, 'expired')
    rest = []
  }
  if (act === 'stamp') leaveOutMoved('stamp', 'stamped')
  if (act === 'hand') {
    leaveOutMoved('hand', 'handed')
    const stamped = merged(movesOf(moves, 'stamp'))
    leaveOut(difference(rest, stamped), 'unstamped')
    rest = intersection(rest, stamped)
  }
  return { allowed: rest, refused: refused.toSorted((a, b) => a.from - b.from) }
}

/** What has happened to one coupon, and where it stands today. */
export interface CouponStanding<Move, Redemption> {
  readonly state: CouponState
  readonly stamp?: Move
  readonly hand?: Move
  readonly void?: Move
  readonly redemption?: Redemption
}

export function standingOf<Move extends CouponMove, Redemption extends CouponRedemption>(
  serial: number,
  { batch, moves, redemptions }: CouponBook<Move, Redemption>,
  today: BusinessDate,
): CouponStanding<Move, Redemption> {
  const of = (act: CouponAct) => moves.find((move) => move.act === act && holds(move, serial))
  const [stamp, hand, voiding] = [of('stamp'), of('hand'), of('void')]
  const redemption = redemptions.find((one) => one.serial === serial)
  const state = redemption
    ? 'redeemed'
    : voiding
      ? 'voided'
      : isExpired(batch, today)
        ? 'expired'
        : hand
          ? 'handed'
          : stamp
            ? 'stamped'
            : 'printed'
  return {
    state,
    ...(stamp && { stamp }),
    ...(hand && { hand }),
    ...(voiding && { void: voiding }),
    ...(redemption && { redemption }),
  }
}

/** The next act a coupon waits for; `wait`: handed out before its first valid day; none for one whose life is over. */
export type NextAct = 'stamp' | 'hand' | 'redeem' | 'wait'

export function nextActOf(state: CouponState, validFrom: BusinessDate, today: BusinessDate): NextAct | undefined {
  if (state === 'printed') return 'stamp'
  if (state === 'stamped') return 'hand'
  if (state !== 'handed') return undefined
  return today < validFrom ? 'wait' : 'redeem'
}

import type { BusinessDate } from '../time/business-day.ts'
import type { SerialRange } from './serial-range.ts'
import type { SerialShape } from './typed-serials.ts'

/** Coupons printed together (盖印优惠券, 流程24): their serials, what one is worth, and when. */
export interface CouponBatch extends SerialRange, SerialShape {
  readonly id: string
  /** 生活体验券 and the like. */
  readonly kind: string
  /** Cents of one coupon. */
  readonly value: number
  readonly validFrom: BusinessDate
  /** Last business date on which one is taken. */
  readonly validUntil: BusinessDate
  readonly issuedOn: BusinessDate
  readonly issuedBy: string
}

/** 盖印, 发放, 作废: what happens to ranges of serials. */
export const couponActs = ['stamp', 'hand', 'void'] as const
export type CouponAct = (typeof couponActs)[number]

export interface CouponMove extends SerialRange {
  readonly id: string
  readonly act: CouponAct
  readonly on: BusinessDate
  readonly by: string
}

/** One coupon taken. */
export interface CouponRedemption {
  readonly serial: number
  readonly on: BusinessDate
  readonly by: string
}

/** A batch and what has happened to its serials, or to those of some ranges of it. */
export interface CouponBook<
  Move extends CouponMove = CouponMove,
  Redemption extends CouponRedemption = CouponRedemption,
> {
  readonly batch: CouponBatch
  /** Moves of one act never overlap. */
  readonly moves: readonly Move[]
  readonly redemptions: readonly Redemption[]
}

/** Where a coupon stands: each stands in exactly one state. */
export const couponStates = ['printed', 'stamped', 'handed', 'redeemed', 'voided', 'expired'] as const
export type CouponState = (typeof couponStates)[number]

export const movesOf = <Move extends CouponMove>(moves: readonly Move[], act: CouponAct): Move[] =>
  moves.filter((move) => move.act === act)

/** Expired from the day after the last valid one. */
export const isExpired = ({ validUntil }: CouponBatch, today: BusinessDate): boolean => today > validUntil

/** Coupons (盖印优惠券, 流程24): batches of serial numbers, and what happened to ranges of them. */

export interface CouponBatchTable {
  venue_id: number
  id: string
  /** 生活体验券 and the like. */
  kind: string
  /** What stands before the digits of the serial. */
  prefix: string
  /** Digits a serial is written with. */
  width: number
  serial_from: number
  serial_to: number
  /** Cents. */
  value: number
  valid_from: string
  /** Last business date it can be redeemed on. */
  valid_until: string
  printed_on: string | null
  note: string | null
  business_date: string
  created_at: number
  created_by: string
}

export interface CouponMoveTable {
  venue_id: number
  id: string
  batch_id: string
  kind: 'stamp' | 'hand' | 'void'
  serial_from: number
  serial_to: number
  business_date: string
  at: number
  by: string
  /** What the serials were when they were voided: each voided range is of one stage, so that a stock is a sum. */
  stage: 'printed' | 'stamped' | 'handed' | null
  /** Which stamp, for a stamping. */
  stamp: string | null
  /** To whom, for a handing out. */
  person: string | null
  customer_id: string | null
  channel: string | null
  reason: string | null
  approved_by: string | null
}

/** One row for each serial redeemed; its key keeps any from being redeemed twice. */
export interface CouponRedemptionTable {
  venue_id: number
  batch_id: string
  serial: number
  /** The handing out this coupon comes from. */
  hand_id: string
  stay_id: string | null
  business_date: string
  at: number
  by: string
}

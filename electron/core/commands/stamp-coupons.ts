import { type Command, done } from '../store/tx.ts'
import type { Desk } from './desk.ts'
import { type MovedView, moveCoupons } from './move-coupons.ts'

export interface StampInput {
  readonly id: string
  readonly serials: string
  readonly stamp: string
}

/** 盖印: which stamp is on which serials, and who put it there. Refuses as `moveCoupons` does. */
export const stampCoupons = (desk: Desk): Command<StampInput, MovedView> => ({
  name: 'coupon.stamp',
  run: (tx, input) => moveCoupons(tx, desk, 'stamp', input, () => done({ stamp: input.stamp }, [])),
})

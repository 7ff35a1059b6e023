import { type Command, done, refuse } from '../store/tx.ts'
import type { Desk } from './desk.ts'
import { type MovedView, moveCoupons } from './move-coupons.ts'

export interface VoidInput {
  readonly id: string
  readonly serials: string
  readonly reason: string
}

/** 作废, with a reason and a supervisor's approval (NEEDS_MISSING without one). Refuses as `moveCoupons` does. */
export const voidCoupons = (desk: Desk): Command<VoidInput, MovedView> => ({
  name: 'coupon.void',
  run: (tx, input) =>
    moveCoupons(tx, desk, 'void', input, () => {
      const approver = tx.approver()
      if (!approver) return refuse('NEEDS_MISSING', { needs: ['supervisor'] })
      return done({ reason: input.reason, approved_by: approver.staffNo }, [])
    }),
})

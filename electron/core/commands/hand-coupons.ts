import { customerRow } from '../queries/customer-view.ts'
import { type Command, done } from '../store/tx.ts'
import type { Desk } from './desk.ts'
import { type MovedView, moveCoupons } from './move-coupons.ts'
import { invalid } from './read-request.ts'

export interface HandInput {
  readonly id: string
  readonly serials: string
  readonly person: string
  readonly channel: string
  readonly customerId?: string | undefined
}

/** 发放: to whom which serials went, by whom and how. Refuses as `moveCoupons` does; INVALID for an unknown customer. */
export const handCoupons = (desk: Desk): Command<HandInput, MovedView> => ({
  name: 'coupon.hand',
  async run(tx, input) {
    const { customerId, person, channel } = input
    if (customerId !== undefined && !(await customerRow(tx.read, customerId))) return invalid('customerId', 'unknown')
    return moveCoupons(tx, desk, 'hand', input, () => done({ person, channel, customer_id: customerId ?? null }, []))
  },
})

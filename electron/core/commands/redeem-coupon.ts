import { nextActOf } from '#shared/domain/coupons/judge-coupons.ts'
import { findCoupon, type LifeView, lifeView } from '../queries/coupon-life.ts'
import { stayRow } from '../queries/stay-view.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import type { Desk } from './desk.ts'
import { invalid } from './read-request.ts'

export interface RedeemInput {
  readonly serial: string
  readonly stayId?: string | undefined
}

/**
 * 兑付 of one coupon. Refuses with STATE and the coupon's whole life when it is not handed out, not valid yet, expired,
 * voided, or redeemed before: then `by`, `at` and `roomNo` say where. Of two desks at once one wins, since commands
 * take turns; the key of the table holds it besides.
 */
export const redeemCoupon = (desk: Desk): Command<RedeemInput, LifeView> => ({
  name: 'coupon.redeem',
  async run(tx, input) {
    const { venue } = desk.model
    const today = venue.businessDateOf(tx.now)
    const found = await findCoupon(tx.read, input.serial, today)
    if (!found.ok) return found
    const { row, serial, standing } = found.result
    const next = nextActOf(standing.state, row.valid_from, today)
    if (next !== 'redeem' || !standing.hand) {
      const life = await lifeView(tx.read, found.result, venue.timeZone, today)
      const { kind: _, ...last } = life.events.at(-1) ?? { kind: 'issued' }
      return refuse('STATE', {
        why: 'coupon',
        state: next === 'wait' ? 'notYet' : standing.state,
        ...last,
        coupon: life,
      })
    }
    if (input.stayId !== undefined && !(await stayRow(tx.read, input.stayId))) return invalid('stayId', 'unknown')
    await tx.insert('coupon_redemption', {
      batch_id: row.id,
      serial,
      hand_id: standing.hand.id,
      stay_id: input.stayId ?? null,
      business_date: today,
      at: tx.now,
      by: tx.actor.staffNo,
    })
    const after = await findCoupon(tx.read, input.serial, today)
    if (!after.ok) throw new Error('a coupon that was redeemed can be found')
    const life = await lifeView(tx.read, after.result, venue.timeZone, today)
    return done(life, ['coupon', `coupon:${row.id}`, `coupon:${life.serial}`])
  },
})

import type { z } from 'zod'
import { type couponContract, mostCoupons } from '#shared/contract/coupon.ts'
import { sizeOf } from '#shared/domain/coupons/serial-range.ts'
import { readSerials } from '#shared/domain/coupons/typed-serials.ts'
import { type BatchView, batchBriefView, batchView } from '../queries/coupon-batch-view.ts'
import { batchTouching } from '../queries/coupon-rows.ts'
import { venueId } from '../store/schema.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import type { Desk } from './desk.ts'
import { invalid } from './read-request.ts'

export type CreateBatchInput = z.output<(typeof couponContract)['createBatch']['~orpc']['inputSchema'] & z.ZodType>

/**
 * Registers a printed batch (流程24) under the serials of its first and last coupon. Refuses with STATE and the batch
 * there is when one of them has been printed before, with INVALID for anything but one range or dates that are over.
 */
export const createCouponBatch = (desk: Desk): Command<CreateBatchInput, BatchView> => ({
  name: 'coupon.createBatch',
  async run(tx, input) {
    const today = desk.model.venue.businessDateOf(tx.now)
    const { ranges, problems } = readSerials(input.serials)
    const [range, more] = ranges
    const [problem] = problems
    if (problem) return invalid('serials', `${problem.kind}: ${problem.text}`)
    if (!range || more) return invalid('serials', 'one range')
    if (sizeOf(range) > mostCoupons) return invalid('serials', `more than ${mostCoupons}`)
    const validFrom = input.validFrom ?? today
    if (input.validUntil < validFrom) return invalid('validUntil', 'before validFrom')
    if (input.validUntil < today) return invalid('validUntil', 'in the past')
    const other = await batchTouching(tx.read, range.prefix, range)
    if (other) return refuse('STATE', { why: 'overlap', batch: batchBriefView(other) })
    const row = {
      id: tx.newId('cb'),
      kind: input.kind,
      prefix: range.prefix,
      width: range.width,
      serial_from: range.from,
      serial_to: range.to,
      value: input.value,
      valid_from: validFrom,
      valid_until: input.validUntil,
      printed_on: input.printedOn ?? null,
      note: input.note || null,
      business_date: today,
      created_at: tx.now,
      created_by: tx.actor.staffNo,
    }
    await tx.insert('coupon_batch', row)
    const view = await batchView(tx.read, { ...row, venue_id: venueId }, today)
    return done(view, ['coupon', `coupon:${row.id}`])
  },
})

import { createCouponBatch } from '../commands/create-coupon-batch.ts'
import { handCoupons } from '../commands/hand-coupons.ts'
import { redeemCoupon } from '../commands/redeem-coupon.ts'
import { stampCoupons } from '../commands/stamp-coupons.ts'
import { voidCoupons } from '../commands/void-coupons.ts'
import type { Core } from '../core.ts'
import { failure, failureOf } from '../failure.ts'
import { stretchOfRequest } from '../papers/papers.ts'
import { listBatches, previewView, sheetView } from '../queries/coupon-batch-view.ts'
import { findCoupon, lifeView, listRedemptions } from '../queries/coupon-life.ts'
import { couponsView } from '../queries/coupon-report.ts'
import { batchRow } from '../queries/coupon-rows.ts'
import { staffed } from './procedures.ts'
import { readerOf, sourceOf } from './report.ts'

const todayOf = ({ model, clock }: Core) => model.venue.businessDateOf(clock.now())

export const couponApi = {
  batches: staffed.coupon.batches.handler(({ input, context: { core } }) =>
    listBatches(core.reader, input, todayOf(core)),
  ),
  createBatch: staffed.coupon.createBatch.handler(({ input, context }) =>
    context.run(createCouponBatch(context.core), input),
  ),
  sheet: staffed.coupon.sheet.handler(async ({ input, context: { core, language } }) => {
    const row = await batchRow(core.reader, input.id)
    if (!row) throw failure('NOT_FOUND', language)
    return sheetView(core.reader, core.model.venue.timeZone, row, todayOf(core))
  }),
  preview: staffed.coupon.preview.handler(async ({ input, context: { core, language } }) => {
    const row = await batchRow(core.reader, input.id)
    if (!row) throw failure('NOT_FOUND', language)
    return previewView(core.reader, core.model.venue.timeZone, row, input, todayOf(core))
  }),
  stamp: staffed.coupon.stamp.handler(({ input, context }) => context.run(stampCoupons(context.core), input)),
  hand: staffed.coupon.hand.handler(({ input, context }) => context.run(handCoupons(context.core), input)),
  void: staffed.coupon.void.handler(({ input, context }) => context.run(voidCoupons(context.core), input)),
  redeem: staffed.coupon.redeem.handler(({ input, context }) => context.run(redeemCoupon(context.core), input)),
  redemptions: staffed.coupon.redemptions.handler(({ input, context: { core } }) =>
    listRedemptions(core.reader, input.date ?? todayOf(core), input, core.model.venue.timeZone),
  ),
  report: staffed.coupon.report.handler(({ input, context }) => {
    const source = sourceOf(context.core)
    return couponsView(source, readerOf(context), stretchOfRequest(source, { name: 'coupons', ...input }))
  }),
  find: staffed.coupon.find.handler(async ({ input, context: { core, language } }) => {
    const today = todayOf(core)
    const found = await findCoupon(core.reader, input.serial, today)
    if (!found.ok) throw failureOf(found.refusal, language)
    return lifeView(core.reader, found.result, core.model.venue.timeZone, today)
  }),
}

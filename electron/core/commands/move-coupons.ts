import type { CouponAct } from '#shared/domain/coupons/coupon-batch.ts'
import { stagesOf } from '#shared/domain/coupons/coupon-stock.ts'
import { judgeAct } from '#shared/domain/coupons/judge-coupons.ts'
import { countOf, type SerialRange } from '#shared/domain/coupons/serial-range.ts'
import { readSerialsOf, writeRange } from '#shared/domain/coupons/typed-serials.ts'
import type { BatchView } from '../queries/coupon-batch-view.ts'
import { batchView, refusedViews } from '../queries/coupon-batch-view.ts'
import { batchOfRow, batchRow, bookWithin } from '../queries/coupon-rows.ts'
import type { CouponMoveTable } from '../store/coupon-tables.ts'
import { done, type Outcome, refuse, type Tx } from '../store/tx.ts'
import type { Desk } from './desk.ts'
import { invalid } from './read-request.ts'

/** A batch after an act, and to which serials it was done. */
export type MovedView = BatchView & { readonly moved: { readonly serials: string; readonly count: number } }

/** What an act is written down with. */
export type ActDetails = Partial<
  Pick<CouponMoveTable, 'stamp' | 'person' | 'customer_id' | 'channel' | 'reason' | 'approved_by'>
>

/**
 * Does one act to all serials of a line, or to none (流程24). Refuses with NOT_FOUND, INVALID where the line is not
 * understood, and STATE with the serials that are left out and why. `details` is asked for when nothing is.
 */
export async function moveCoupons(
  tx: Tx,
  desk: Desk,
  act: CouponAct,
  input: { readonly id: string; readonly serials: string },
  details: () => Outcome<ActDetails>,
): Promise<Outcome<MovedView>> {
  const row = await batchRow(tx.read, input.id)
  if (!row) return refuse('NOT_FOUND')
  const batch = batchOfRow(row)
  const today = desk.model.venue.businessDateOf(tx.now)
  const { ranges, problems } = readSerialsOf(input.serials, batch)
  const [problem] = problems
  if (problem) return invalid('serials', `${problem.kind}: ${problem.text}`)
  if (ranges.length === 0) return invalid('serials', 'none')
  const book = await bookWithin(tx.read, batch, ranges)
  const judged = judgeAct(act, ranges, book, today)
  if (judged.refused.length > 0)
    return refuse('STATE', {
      why: 'coupons',
      act,
      allowedCount: countOf(judged.allowed),
      refusedCount: countOf(judged.refused),
      refused: await refusedViews(tx.read, desk.model.venue.timeZone, judged, batch),
    })
  const given = details()
  if (!given.ok) return given
  if (act === 'void')
    for (const { stage, ...range } of stagesOf(judged.allowed, book.moves))
      await insertMove(tx, batch.id, act, range, today, { ...given.result, stage })
  else for (const range of judged.allowed) await insertMove(tx, batch.id, act, range, today, given.result)
  const view = await batchView(tx.read, row, today)
  const serials = judged.allowed.map((range) => writeRange(range, batch)).join(', ')
  return done({ ...view, moved: { serials, count: countOf(judged.allowed) } }, ['coupon', `coupon:${batch.id}`])
}

const insertMove = (
  tx: Tx,
  batchId: string,
  act: CouponAct,
  { from, to }: SerialRange,
  today: string,
  details: ActDetails & Partial<Pick<CouponMoveTable, 'stage'>>,
): Promise<void> =>
  tx.insert('coupon_move', {
    id: tx.newId('cm'),
    batch_id: batchId,
    kind: act,
    serial_from: from,
    serial_to: to,
    business_date: today,
    at: tx.now,
    by: tx.actor.staffNo,
    stage: null,
    stamp: null,
    person: null,
    customer_id: null,
    channel: null,
    reason: null,
    approved_by: null,
    ...details,
  })

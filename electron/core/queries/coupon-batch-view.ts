import type { z } from 'zod'
import { type couponBatch, type couponPreview, type couponSheet, longestLine } from '#shared/contract/coupon.ts'
import { type CouponAct, isExpired } from '#shared/domain/coupons/coupon-batch.ts'
import {
  type CouponCounts,
  coarseStretches,
  gapsOf,
  stockOfCounts,
  stretchesOf,
} from '#shared/domain/coupons/coupon-stock.ts'
import { type Judgement, judgeAct } from '#shared/domain/coupons/judge-coupons.ts'
import { countOf, type SerialRange, sizeOf } from '#shared/domain/coupons/serial-range.ts'
import { mostTypedRanges, readSerialsOf, type SerialShape, writeRange } from '#shared/domain/coupons/typed-serials.ts'
import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import type { CouponBatchTable } from '../store/coupon-tables.ts'
import { venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'
import {
  batchOfRow,
  bookWithin,
  countsOfBatches,
  type KeptMove,
  type KeptRedemption,
  latestMoves,
  movesOfBatches,
  redeemedSerials,
} from './coupon-rows.ts'
import { staffNames } from './staff-names.ts'

export type BatchView = z.output<typeof couponBatch>
export type SheetView = z.output<typeof couponSheet>
export type PreviewView = z.output<typeof couponPreview>

type NameOf = Awaited<ReturnType<typeof staffNames>>

/** Stretches that are drawn, gaps and moves that are listed, refused ranges that are named. */
const most = { stretches: 1_000, gaps: 100, moves: 200, refused: 50, page: 200 } as const

/** What names a batch, as outside programs see it. */
export const batchBriefView = (row: CouponBatchTable) => {
  const batch = batchOfRow(row)
  const { id, kind, prefix, width, from, to, value, validFrom, validUntil } = batch
  return { id, kind, prefix, width, from, to, serials: writeRange(batch, batch), value, validFrom, validUntil }
}

/** Batches with how many of their coupons stand in which state today. */
export async function batchViews(
  read: Reader,
  rows: readonly CouponBatchTable[],
  today: BusinessDate,
): Promise<BatchView[]> {
  const counts = await countsOfBatches(
    read,
    rows.map((row) => row.id),
  )
  const nameOf = await staffNames(read)
  return rows.map((row): BatchView => {
    const batch = batchOfRow(row)
    return {
      ...batchBriefView(row),
      ...(row.printed_on !== null && { printedOn: row.printed_on }),
      ...(row.note !== null && { note: row.note }),
      issuedOn: row.business_date,
      issuedBy: nameOf(row.created_by),
      validity: isExpired(batch, today) ? 'expired' : today < batch.validFrom ? 'ahead' : 'current',
      stock: stockOfCounts(batch, counts.get(row.id) ?? noCounts, today),
    }
  })
}

const noCounts: CouponCounts = { stamped: 0, handed: 0, redeemed: 0, voided: { printed: 0, stamped: 0, handed: 0 } }

export async function batchView(read: Reader, row: CouponBatchTable, today: BusinessDate): Promise<BatchView> {
  const [view] = await batchViews(read, [row], today)
  if (!view) throw new Error('a batch has a view')
  return view
}

interface ListInput {
  readonly validity?: 'usable' | 'expired' | 'all' | undefined
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

/** Batches, those that can still be used unless others are asked for; the latest first. */
export async function listBatches(
  read: Reader,
  { validity = 'usable', limit = most.page, cursor }: ListInput,
  today: BusinessDate,
): Promise<{ items: BatchView[]; next?: string }> {
  const from = Number(/^\d{1,9}$/.exec(cursor ?? '')?.[0] ?? 0)
  let query = read.selectFrom('coupon_batch').selectAll().where('venue_id', '=', venueId)
  if (validity === 'usable') query = query.where('valid_until', '>=', today)
  if (validity === 'expired') query = query.where('valid_until', '<', today)
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(from)
    .limit(limit + 1)
    .execute()
  return {
    items: await batchViews(read, rows.slice(0, limit), today),
    ...(rows.length > limit && { next: String(from + limit) }),
  }
}

const rangeView = (range: SerialRange, shape: SerialShape) => ({
  serials: writeRange(range, shape),
  count: sizeOf(range),
})

/** What an act came with: its stamp, to whom and how, why and by whose leave. */
export const actDetails = ({ row }: KeptMove, nameOf: NameOf) => ({
  ...(row.stamp !== null && { stamp: row.stamp }),
  ...(row.person !== null && { person: row.person }),
  ...(row.customer_id !== null && { customerId: row.customer_id }),
  ...(row.channel !== null && { channel: row.channel }),
  ...(row.reason !== null && { reason: row.reason }),
  ...(row.approved_by !== null && { approvedBy: nameOf(row.approved_by) }),
})

/** One batch with its ranges drawn, its gaps, and what was done to it. */
export async function sheetView(
  read: Reader,
  zone: string,
  row: CouponBatchTable,
  today: BusinessDate,
): Promise<SheetView> {
  const batch = batchOfRow(row)
  const moves = (await movesOfBatches(read, [row.id])).get(row.id) ?? []
  const latest = await latestMoves(read, row.id, most.moves)
  const redemptions = (await redeemedSerials(read, row.id)).map((serial) => ({ serial, on: today, by: '' }))
  const nameOf = await staffNames(read)
  const stretches = stretchesOf({ batch, moves, redemptions }, today)
  const gaps = gapsOf(batch, moves)
  return {
    ...(await batchView(read, row, today)),
    stretches: [...coarseStretches(stretches, most.stretches)],
    coarse: stretches.length > most.stretches,
    gaps: gaps.slice(0, most.gaps).map((gap) => rangeView(gap, batch)),
    gapCount: countOf(gaps),
    moves: latest.moves.map((move) => ({
      id: move.id,
      act: move.act,
      ...rangeView(move, batch),
      at: isoIn(move.row.at, zone),
      by: nameOf(move.by),
      ...actDetails(move, nameOf),
    })),
    moveCount: latest.count,
  }
}

/** What an act would do to the serials of a line, before it is done. */
export async function previewView(
  read: Reader,
  zone: string,
  row: CouponBatchTable,
  input: { readonly act: CouponAct; readonly serials: string },
  today: BusinessDate,
): Promise<PreviewView> {
  const batch = batchOfRow(row)
  const { ranges, problems } = readSerialsOf(input.serials, batch)
  const judged = judgeAct(input.act, ranges, await bookWithin(read, batch, ranges), today)
  const refused = judged.refused
  return {
    count: countOf(judged.allowed) + countOf(refused),
    allowed: lineOf(judged.allowed, batch),
    allowedCount: countOf(judged.allowed),
    refused: await refusedViews(read, zone, judged, batch),
    refusedCount: countOf(refused),
    problems: [...problems],
  }
}

/** Ranges as a line that can be typed, or nothing where they are too many for one. */
function lineOf(ranges: readonly SerialRange[], shape: SerialShape): string {
  if (ranges.length > mostTypedRanges) return ''
  const line = ranges.map((range) => writeRange(range, shape)).join(', ')
  return line.length > longestLine ? '' : line
}

/** The serials an act is refused for, in order, with what happened to them before; the first of many. */
export async function refusedViews(
  read: Reader,
  zone: string,
  { refused }: Judgement<KeptMove, KeptRedemption>,
  shape: SerialShape,
): Promise<PreviewView['refused']> {
  const nameOf = await staffNames(read)
  return refused.slice(0, most.refused).map((one) => {
    const row = one.move?.row ?? one.redemption?.row
    return {
      ...rangeView(one, shape),
      why: one.why,
      ...(row && { at: isoIn(row.at, zone), by: nameOf(row.by) }),
      ...(one.move?.row.person && { person: one.move.row.person }),
    }
  })
}

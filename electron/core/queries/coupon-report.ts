import type { z } from 'zod'
import type { couponsReport } from '#shared/contract/coupon-report.ts'
import { type CouponFigures, couponChecks, couponFigures, couponTable } from '#shared/domain/coupons/coupon-figures.ts'
import { gapsOf } from '#shared/domain/coupons/coupon-stock.ts'
import { countOf, sizeOf } from '#shared/domain/coupons/serial-range.ts'
import { writeRange } from '#shared/domain/coupons/typed-serials.ts'
import { addDays } from '#shared/domain/time/business-day.ts'
import type { CouponBatchTable } from '../store/coupon-tables.ts'
import { venueId } from '../store/schema.ts'
import { batchOfRow, movesOfBatches, redeemedCounts } from './coupon-rows.ts'
import type { ReportSource } from './day-archive.ts'
import { progressOf } from './report-frame.ts'
import { type ReportReader, reportHead } from './report-head.ts'
import { staffNames } from './staff-names.ts'

export type CouponsView = z.output<typeof couponsReport>

const figures = [
  'couponOpening',
  'couponIssued',
  'couponStamped',
  'couponHanded',
  'couponRedeemed',
  'couponVoided',
  'couponExpired',
  'couponOutstanding',
  'couponPersons',
  'couponGaps',
] as const

const mostGaps = 200

interface CouponsInput {
  readonly from: string
  readonly to: string
}

/** 生活体验券发放统计表 (流程24, appendix 07, reports.md §4): every batch that lives in the period, and every person. */
export async function couponsView(
  source: ReportSource,
  reader: ReportReader,
  { from, to }: CouponsInput,
): Promise<CouponsView> {
  const { words } = reader
  const progress = progressOf(source)
  const { today } = progress
  const rows = await batchesIn(source, from, to)
  const ids = rows.map((row) => row.id)
  const moves = await movesOfBatches(source.reader, ids)
  const redeemed = await redeemedCounts(source.reader, ids)
  const table = couponTable(
    rows.map((row) => ({
      batch: batchOfRow(row),
      moves: moves.get(row.id) ?? [],
      redeemed: redeemed.get(row.id) ?? [],
    })),
    { from, to },
    today,
  )
  const head = await reportHead(source, reader, {
    title: words('name.coupons'),
    stretch: { from, to },
    progress,
    filter: {},
    figures,
  })
  const nameOf = await staffNames(source.reader)
  const [until = today] = [to, today].sort()
  const gaps = table.batches.flatMap(({ batch }) =>
    gapsOf(
      batch,
      (moves.get(batch.id) ?? []).filter((move) => move.on <= until),
    ).map((gap) => ({ batch: batch.id, label: batch.kind, serials: writeRange(gap, batch), count: sizeOf(gap), gap })),
  )
  return {
    name: 'coupons',
    ...head,
    checks: couponChecks(table).map((check) => ({
      ...check,
      values: { ...check.values },
      text: words(`coupons.check.${check.name}`, check.values),
    })),
    columns: [...couponFigures],
    columnNames: Object.fromEntries(couponFigures.map((figure) => [figure, words(`coupons.column.${figure}`)])),
    rows: table.batches.map(({ batch, figures: cells }) => ({
      key: batch.id,
      label: `${batch.kind} ${writeRange(batch, batch)}`,
      kind: batch.kind,
      serials: writeRange(batch, batch),
      value: batch.value,
      validFrom: batch.validFrom,
      validUntil: batch.validUntil,
      cells,
    })),
    total: table.total,
    persons: [
      ...table.persons.map(({ staffNo, figures: cells }) => ({
        key: staffNo,
        label: `${nameOf(staffNo).name} ${staffNo}`,
        cells,
      })),
      ...(isAny(table.house) ? [{ key: 'house', label: words('coupons.house'), cells: table.house }] : []),
    ],
    gaps: gaps.slice(0, mostGaps).map(({ gap: _, ...view }) => view),
    gapCount: countOf(gaps.map(({ gap }) => gap)),
  }
}

const isAny = (cells: CouponFigures): boolean => couponFigures.some((figure) => cells[figure] !== 0)

// What expired before the day before the period had nothing left when it began, and nothing happens to it after.
const batchesIn = ({ reader }: ReportSource, from: string, to: string): Promise<CouponBatchTable[]> =>
  reader
    .selectFrom('coupon_batch')
    .selectAll()
    .where('venue_id', '=', venueId)
    .where('valid_until', '>=', addDays(from, -1))
    .where('business_date', '<=', to)
    .orderBy('kind')
    .orderBy('prefix')
    .orderBy('serial_from')
    .execute()

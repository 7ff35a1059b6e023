import type { z } from 'zod'
import type { couponLife, couponRedemption } from '#shared/contract/coupon.ts'
import { type CouponStanding, nextActOf, standingOf } from '#shared/domain/coupons/judge-coupons.ts'
import { readSerial, writeSerial } from '#shared/domain/coupons/typed-serials.ts'
import { addDays, type BusinessDate } from '#shared/domain/time/business-day.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import type { CouponBatchTable } from '../store/coupon-tables.ts'
import { venueId } from '../store/schema.ts'
import { type Outcome, type Reader, refuse } from '../store/tx.ts'
import { actDetails, batchBriefView } from './coupon-batch-view.ts'
import { batchesOfSerial, batchOfRow, bookWithin, type KeptMove, type KeptRedemption } from './coupon-rows.ts'
import { staffNames } from './staff-names.ts'

export type LifeView = z.output<typeof couponLife>
export type RedemptionView = z.output<typeof couponRedemption>

/** A coupon found by what was typed or scanned, and where it stands today. */
export interface FoundCoupon {
  readonly row: CouponBatchTable
  readonly serial: number
  readonly standing: CouponStanding<KeptMove, KeptRedemption>
}

/**
 * Finds a coupon by its serial. Refuses with INVALID for what is no serial, NOT_FOUND where no batch has it, and STATE
 * with the candidates where digits alone fit several batches.
 */
export async function findCoupon(read: Reader, line: string, today: BusinessDate): Promise<Outcome<FoundCoupon>> {
  const typed = readSerial(line)
  if (!typed) return refuse('INVALID', { fields: [{ path: 'serial', reason: 'serial' }] })
  const rows = await batchesOfSerial(read, typed, today)
  const [row] = rows
  if (!row) return refuse('NOT_FOUND', { serial: typed.text })
  if (rows.length > 1)
    return refuse('STATE', {
      why: 'ambiguous',
      candidates: rows.map((one) => ({ serial: writeSerial(typed.from, one), kind: one.kind })),
    })
  const serial = typed.from
  const book = await bookWithin(read, batchOfRow(row), [{ from: serial, to: serial }])
  return { ok: true, result: { row, serial, standing: standingOf(serial, book, today) }, keys: [] }
}

/** Which room a party was in last, and its name. */
async function placesOf(read: Reader, stayIds: readonly (string | null)[]) {
  const ids = [...new Set(stayIds.filter((id) => id !== null))]
  if (ids.length === 0) return () => ({})
  const rows = await read
    .selectFrom('segment')
    .innerJoin('stay', (join) =>
      join.onRef('stay.id', '=', 'segment.stay_id').onRef('stay.venue_id', '=', 'segment.venue_id'),
    )
    .select(['segment.stay_id', 'segment.room_no', 'stay.name'])
    .where('segment.venue_id', '=', venueId)
    .where('segment.stay_id', 'in', ids)
    .orderBy('segment.start_at')
    .execute()
  const places = new Map(rows.map((row) => [row.stay_id, row]))
  return (stayId: string | null) => {
    const place = stayId === null ? undefined : places.get(stayId)
    return place ? { roomNo: place.room_no, ...(place.name !== null && { guest: place.name }) } : {}
  }
}

/** A coupon's whole life as outside programs see it. */
export async function lifeView(
  read: Reader,
  { row, serial, standing }: FoundCoupon,
  zone: string,
  today: BusinessDate,
): Promise<LifeView> {
  const nameOf = await staffNames(read)
  const { state, stamp, hand, void: voiding, redemption } = standing
  const placeOf = await placesOf(read, [redemption?.row.stay_id ?? null])
  const moved = (kind: LifeView['events'][number]['kind'], move: KeptMove | undefined): LifeView['events'] =>
    move
      ? [
          {
            kind,
            at: isoIn(move.row.at, zone),
            businessDate: move.on,
            by: nameOf(move.by),
            ...actDetails(move, nameOf),
          },
        ]
      : []
  const next = nextActOf(state, row.valid_from, today)
  return {
    serial: writeSerial(serial, row),
    batch: batchBriefView(row),
    state,
    ...(next && { next }),
    events: [
      {
        kind: 'issued',
        at: isoIn(row.created_at, zone),
        businessDate: row.business_date,
        by: nameOf(row.created_by),
      },
      ...moved('stamped', stamp),
      ...moved('handed', hand),
      ...moved('voided', voiding),
      ...(redemption
        ? [
            {
              kind: 'redeemed' as const,
              at: isoIn(redemption.row.at, zone),
              businessDate: redemption.on,
              by: nameOf(redemption.by),
              ...(redemption.row.stay_id !== null && { stayId: redemption.row.stay_id }),
              ...placeOf(redemption.row.stay_id),
            },
          ]
        : []),
      ...(state === 'expired' ? [{ kind: 'expired' as const, businessDate: addDays(row.valid_until, 1) }] : []),
    ],
  }
}

interface DayInput {
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

const usualPage = 200

/** Coupons redeemed on a business date, the latest first, with how many and how much they are in all. */
export async function listRedemptions(read: Reader, date: BusinessDate, input: DayInput, zone: string) {
  const { limit = usualPage } = input
  const from = Number(/^\d{1,9}$/.exec(input.cursor ?? '')?.[0] ?? 0)
  const ofDay = () =>
    read
      .selectFrom('coupon_redemption as taken')
      .innerJoin('coupon_batch as batch', (join) =>
        join.onRef('batch.id', '=', 'taken.batch_id').onRef('batch.venue_id', '=', 'taken.venue_id'),
      )
      .where('taken.venue_id', '=', venueId)
      .where('taken.business_date', '=', date)
  const rows = await ofDay()
    .select(['taken.serial', 'taken.at', 'taken.by', 'taken.stay_id'])
    .select(['batch.prefix', 'batch.width', 'batch.kind', 'batch.value'])
    .orderBy('taken.at', 'desc')
    .orderBy('taken.serial', 'desc')
    .offset(from)
    .limit(limit + 1)
    .execute()
  const sum = await ofDay()
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.sum<number>('batch.value').as('value')])
    .executeTakeFirst()
  const shown = rows.slice(0, limit)
  const nameOf = await staffNames(read)
  const placeOf = await placesOf(
    read,
    shown.map((row) => row.stay_id),
  )
  return {
    date,
    items: shown.map(
      (row): RedemptionView => ({
        serial: writeSerial(row.serial, row),
        kind: row.kind,
        value: row.value,
        at: isoIn(row.at, zone),
        by: nameOf(row.by),
        ...placeOf(row.stay_id),
      }),
    ),
    count: Number(sum?.count ?? 0),
    value: Number(sum?.value ?? 0),
    ...(rows.length > limit && { next: String(from + limit) }),
  }
}

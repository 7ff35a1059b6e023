import { sql } from 'kysely'
import type { CouponBatch, CouponBook, CouponMove, CouponRedemption } from '#shared/domain/coupons/coupon-batch.ts'
import type { RedeemedCount } from '#shared/domain/coupons/coupon-figures.ts'
import type { CouponCounts } from '#shared/domain/coupons/coupon-stock.ts'
import { merged, type SerialRange } from '#shared/domain/coupons/serial-range.ts'
import { isOfShape, type TypedRange } from '#shared/domain/coupons/typed-serials.ts'
import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import type { CouponBatchTable, CouponMoveTable, CouponRedemptionTable } from '../store/coupon-tables.ts'
import { venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'

/** A move as the rules have it, with the row it is kept in. */
export interface KeptMove extends CouponMove {
  readonly row: CouponMoveTable
}

export interface KeptRedemption extends CouponRedemption {
  readonly row: CouponRedemptionTable
}

export type KeptBook = CouponBook<KeptMove, KeptRedemption>

export const batchOfRow = (row: CouponBatchTable): CouponBatch => ({
  id: row.id,
  kind: row.kind,
  prefix: row.prefix,
  width: row.width,
  from: row.serial_from,
  to: row.serial_to,
  value: row.value,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  issuedOn: row.business_date,
  issuedBy: row.created_by,
})

const moveOfRow = (row: CouponMoveTable): KeptMove => ({
  id: row.id,
  act: row.kind,
  from: row.serial_from,
  to: row.serial_to,
  on: row.business_date,
  by: row.by,
  row,
})

const redemptionOfRow = (row: CouponRedemptionTable): KeptRedemption => ({
  serial: row.serial,
  on: row.business_date,
  by: row.by,
  row,
})

/** The row of a batch by its id. */
export const batchRow = (read: Reader, id: string): Promise<CouponBatchTable | undefined> =>
  read.selectFrom('coupon_batch').selectAll().where('venue_id', '=', venueId).where('id', '=', id).executeTakeFirst()

/** The batch of this prefix whose serials lie in part or whole in a range; batches of one prefix never overlap. */
export async function batchTouching(
  read: Reader,
  prefix: string,
  { from, to }: SerialRange,
): Promise<CouponBatchTable | undefined> {
  const row = await read
    .selectFrom('coupon_batch')
    .selectAll()
    .where('venue_id', '=', venueId)
    .where('prefix', '=', prefix)
    .where('serial_from', '<=', to)
    .orderBy('serial_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && row.serial_to >= from ? row : undefined
}

/**
 * The batches a typed serial may belong to. With its prefix it is one or none; digits alone are looked for among the
 * batches that can still be used, and then in the one that expired last.
 */
export async function batchesOfSerial(
  read: Reader,
  typed: TypedRange,
  today: BusinessDate,
): Promise<CouponBatchTable[]> {
  const own = await batchTouching(read, typed.prefix, typed)
  if (own) return isOfShape(typed, own) ? [own] : []
  if (typed.prefix !== '') return []
  const holding = () =>
    read
      .selectFrom('coupon_batch')
      .selectAll()
      .where('venue_id', '=', venueId)
      .where('serial_from', '<=', typed.from)
      .where('serial_to', '>=', typed.from)
  const isOwn = (row: CouponBatchTable) => isOfShape(typed, row)
  const usable = (await holding().where('valid_until', '>=', today).execute()).filter(isOwn)
  if (usable.length > 0) return usable
  const over = await holding().where('valid_until', '<', today).orderBy('valid_until', 'desc').execute()
  return over.filter(isOwn).slice(0, 1)
}

async function movesWithin(
  read: Reader,
  batchId: string,
  act: CouponMoveTable['kind'],
  { from, to }: SerialRange,
): Promise<CouponMoveTable[]> {
  const of = () =>
    read
      .selectFrom('coupon_move')
      .selectAll()
      .where('venue_id', '=', venueId)
      .where('batch_id', '=', batchId)
      .where('kind', '=', act)
  const before = await of().where('serial_from', '<', from).orderBy('serial_from', 'desc').limit(1).executeTakeFirst()
  const inside = await of().where('serial_from', '>=', from).where('serial_from', '<=', to).execute()
  return before && before.serial_to >= from ? [before, ...inside] : inside
}

/** What has happened to the serials of some ranges of a batch; nothing else of it is read. */
export async function bookWithin(read: Reader, batch: CouponBatch, ranges: readonly SerialRange[]): Promise<KeptBook> {
  const moves = new Map<string, KeptMove>()
  const redemptions: KeptRedemption[] = []
  for (const range of merged(ranges)) {
    for (const act of ['stamp', 'hand', 'void'] as const)
      for (const row of await movesWithin(read, batch.id, act, range)) moves.set(row.id, moveOfRow(row))
    const rows = await read
      .selectFrom('coupon_redemption')
      .selectAll()
      .where('venue_id', '=', venueId)
      .where('batch_id', '=', batch.id)
      .where('serial', '>=', range.from)
      .where('serial', '<=', range.to)
      .execute()
    redemptions.push(...rows.map(redemptionOfRow))
  }
  return { batch, moves: [...moves.values()], redemptions }
}

/** All moves of some batches: what figures and pictures are made of, and no more of each. */
export async function movesOfBatches(read: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, CouponMove[]>> {
  if (ids.length === 0) return new Map()
  const rows = await read
    .selectFrom('coupon_move')
    .select(['id', 'batch_id', 'kind', 'serial_from', 'serial_to', 'business_date', 'by'])
    .where('venue_id', '=', venueId)
    .where('batch_id', 'in', ids)
    .execute()
  const moves = rows.map((row) => ({
    batchId: row.batch_id,
    id: row.id,
    act: row.kind,
    from: row.serial_from,
    to: row.serial_to,
    on: row.business_date,
    by: row.by,
  }))
  return Map.groupBy(moves, (move) => move.batchId)
}

/** The latest moves of a batch, and how many there are. */
export async function latestMoves(
  read: Reader,
  batchId: string,
  limit: number,
): Promise<{ moves: KeptMove[]; count: number }> {
  const of = () => read.selectFrom('coupon_move').where('venue_id', '=', venueId).where('batch_id', '=', batchId)
  const rows = await of().selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  const all = await of()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return { moves: rows.map(moveOfRow), count: Number(all?.count ?? 0) }
}

/** How many coupons of some batches were stamped, handed out, redeemed and voided, added up by the database. */
export async function countsOfBatches(
  read: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CouponCounts>> {
  if (ids.length === 0) return new Map()
  const moved = await read
    .selectFrom('coupon_move')
    .select(['batch_id', 'kind', 'stage', sql<number>`sum(serial_to - serial_from + 1)`.as('count')])
    .where('venue_id', '=', venueId)
    .where('batch_id', 'in', ids)
    .groupBy(['batch_id', 'kind', 'stage'])
    .execute()
  const redeemed = await read
    .selectFrom('coupon_redemption')
    .select(['batch_id', ({ fn }) => fn.countAll<number>().as('count')])
    .where('venue_id', '=', venueId)
    .where('batch_id', 'in', ids)
    .groupBy('batch_id')
    .execute()
  return new Map(
    ids.map((id) => {
      const of = (kind: CouponMoveTable['kind'], stage: CouponMoveTable['stage'] = null) =>
        Number(moved.find((row) => row.batch_id === id && row.kind === kind && row.stage === stage)?.count ?? 0)
      return [
        id,
        {
          stamped: of('stamp'),
          handed: of('hand'),
          redeemed: Number(redeemed.find((row) => row.batch_id === id)?.count ?? 0),
          voided: { printed: of('void', 'printed'), stamped: of('void', 'stamped'), handed: of('void', 'handed') },
        },
      ]
    }),
  )
}

/** Which serials of a batch are redeemed, in order. */
export async function redeemedSerials(read: Reader, batchId: string): Promise<number[]> {
  const rows = await read
    .selectFrom('coupon_redemption')
    .select('serial')
    .where('venue_id', '=', venueId)
    .where('batch_id', '=', batchId)
    .orderBy('serial')
    .execute()
  return rows.map((row) => row.serial)
}

/** Redemptions of some batches, counted by day, person and handing out. */
export async function redeemedCounts(
  read: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RedeemedCount[]>> {
  if (ids.length === 0) return new Map()
  const rows = await read
    .selectFrom('coupon_redemption')
    .select(['batch_id', 'hand_id', 'business_date', 'by', ({ fn }) => fn.countAll<number>().as('count')])
    .where('venue_id', '=', venueId)
    .where('batch_id', 'in', ids)
    .groupBy(['batch_id', 'hand_id', 'business_date', 'by'])
    .execute()
  const counts = rows.map((row) => ({
    batchId: row.batch_id,
    handId: row.hand_id,
    on: row.business_date,
    by: row.by,
    count: Number(row.count),
  }))
  return Map.groupBy(counts, (row) => row.batchId)
}

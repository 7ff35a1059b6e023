import type { CouponMoveTable } from './coupon-tables.ts'
import { type JournaledTable, venueId } from './schema.ts'
import type { Reader } from './tx.ts'

/** Who did something that could not stand without the row, and when. */
interface Leaning {
  readonly by: string
  readonly at: number
}

/**
 * What has been built since on a row of the coupons that is to be taken back (流程24): on a batch its first move, on
 * a stamping the handing out of its serials, on a handing out their redemption, on either their voiding. A redemption
 * and a voiding end a coupon's life, so nothing leans on them.
 */
export async function leansOnCoupons(
  read: Reader,
  table: JournaledTable,
  row: Readonly<Record<string, unknown>>,
): Promise<Leaning | undefined> {
  if (table === 'coupon_batch') return firstMove(read, row.id as string)
  if (table !== 'coupon_move') return undefined
  const move = row as unknown as CouponMoveTable
  if (move.kind === 'stamp') return laterMove(read, move, ['hand', 'void'])
  if (move.kind === 'hand') return (await laterMove(read, move, ['void'])) ?? firstRedemption(read, move)
  return undefined
}

const firstMove = (read: Reader, batchId: string): Promise<Leaning | undefined> =>
  read
    .selectFrom('coupon_move')
    .select(['by', 'at'])
    .where('venue_id', '=', venueId)
    .where('batch_id', '=', batchId)
    .orderBy('at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

const laterMove = (
  read: Reader,
  { batch_id, serial_from, serial_to }: CouponMoveTable,
  kinds: readonly CouponMoveTable['kind'][],
): Promise<Leaning | undefined> =>
  read
    .selectFrom('coupon_move')
    .select(['by', 'at'])
    .where('venue_id', '=', venueId)
    .where('batch_id', '=', batch_id)
    .where('kind', 'in', kinds)
    .where('serial_from', '<=', serial_to)
    .where('serial_to', '>=', serial_from)
    .limit(1)
    .executeTakeFirst()

const firstRedemption = (
  read: Reader,
  { batch_id, serial_from, serial_to }: CouponMoveTable,
): Promise<Leaning | undefined> =>
  read
    .selectFrom('coupon_redemption')
    .select(['by', 'at'])
    .where('venue_id', '=', venueId)
    .where('batch_id', '=', batch_id)
    .where('serial', '>=', serial_from)
    .where('serial', '<=', serial_to)
    .limit(1)
    .executeTakeFirst()

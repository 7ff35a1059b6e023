import { typeOf } from '#shared/domain/room/room-type.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'
import { type ClaimTable, venueId } from '../store/schema.ts'
import type { NewRow, Reader, Tx } from '../store/tx.ts'

/** Minutes of cleaning after a use of a room of the type. */
export const cleaningMinutesOf = (venue: Venue, typeCode: string): number =>
  typeOf(venue, typeCode)?.cleaningMinutes ?? 0

/** Active claims of a booking or a stay. */
export function activeClaims(
  read: Reader,
  owner: { readonly bookingCode: string } | { readonly stayId: string },
): Promise<ClaimTable[]> {
  const query = read.selectFrom('claim').selectAll().where('venue_id', '=', venueId).where('active', '=', 1)
  return 'stayId' in owner
    ? query.where('stay_id', '=', owner.stayId).orderBy('id').execute()
    : query.where('booking_code', '=', owner.bookingCode).where('kind', '=', 'booking').orderBy('id').execute()
}

/** Takes a booking's claims off the board. */
export async function dropBookingClaims(tx: Tx, bookingCode: string): Promise<string[]> {
  const claims = await activeClaims(tx.read, { bookingCode })
  for (const claim of claims) await tx.update('claim', { id: claim.id }, { active: 0 })
  return claims.map((claim) => claim.room_no)
}

interface ClaimOwner {
  readonly bookingCode?: string
  readonly stayId?: string
  readonly booked: boolean
  readonly party: number
  readonly name: string | null
}

/** Puts a booking or a use on a room, cleaning after it included. */
export async function addClaim(
  tx: Tx,
  kind: 'booking' | 'use',
  roomNo: string,
  span: { readonly start: number; readonly end: number; readonly cleaningMinutes: number },
  owner: ClaimOwner,
): Promise<void> {
  const row: NewRow<'claim'> = {
    id: tx.newId('k'),
    room_no: roomNo,
    kind,
    start_at: span.start,
    end_at: span.end,
    occupied_until: span.end + span.cleaningMinutes * minute,
    active: 1,
    booked: owner.booked ? 1 : 0,
    booking_code: owner.bookingCode ?? null,
    stay_id: owner.stayId ?? null,
    block_id: null,
    block_kind: null,
    party: owner.party,
    name: owner.name,
  }
  await tx.insert('claim', row)
}

/** Start of the next active claim on a room after `after`; a use and its cleaning never grow into it. */
export async function nextClaimStart(
  read: Reader,
  roomNo: string,
  after: number,
  exceptClaimId: string,
): Promise<number> {
  const row = await read
    .selectFrom('claim')
    .select('start_at')
    .where('venue_id', '=', venueId)
    .where('room_no', '=', roomNo)
    .where('active', '=', 1)
    .where('occupied_until', '>', after)
    .where('start_at', '>=', after)
    .where('id', '<>', exceptClaimId)
    .orderBy('start_at')
    .limit(1)
    .executeTakeFirst()
  return row?.start_at ?? Number.POSITIVE_INFINITY
}

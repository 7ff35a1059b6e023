import { type BookingTable, type PromiseState, type PromiseTable, type StayTable, venueId } from '../store/schema.ts'
import type { Reader, Tx } from '../store/tx.ts'

type Party = Pick<BookingTable, 'type_code' | 'requested_type_code' | 'party'> & {
  readonly guest_name?: string
  readonly name?: StayTable['name']
}

/** Notes that the party is to move when a right-sized room settles (flows 10, 11). */
export async function addPromise(
  tx: Tx,
  party: Party,
  owner: { readonly bookingCode?: string; readonly stayId?: string },
): Promise<void> {
  await tx.insert('promise', {
    id: tx.newId('p'),
    booking_code: owner.bookingCode ?? null,
    stay_id: owner.stayId ?? null,
    from_type_code: party.type_code,
    to_type_code: party.requested_type_code,
    party: party.party,
    name: party.guest_name ?? party.name ?? null,
    state: 'open',
    created_at: tx.now,
    closed_at: null,
  })
}

/** Open promises of a booking or a stay. */
export function openPromises(
  read: Reader,
  owner: { readonly bookingCode: string } | { readonly stayId: string },
): Promise<PromiseTable[]> {
  const query = read.selectFrom('promise').selectAll().where('venue_id', '=', venueId).where('state', '=', 'open')
  return 'stayId' in owner
    ? query.where('stay_id', '=', owner.stayId).execute()
    : query.where('booking_code', '=', owner.bookingCode).execute()
}

/** Closes what is open: kept, declined by the guest, or lapsed at the end. */
export async function closePromises(
  tx: Tx,
  owner: { readonly bookingCode: string } | { readonly stayId: string },
  state: Exclude<PromiseState, 'open'>,
): Promise<string[]> {
  const open = await openPromises(tx.read, owner)
  for (const promise of open) await tx.update('promise', { id: promise.id }, { state, closed_at: tx.now })
  return open.map((promise) => `promise:${promise.id}`)
}

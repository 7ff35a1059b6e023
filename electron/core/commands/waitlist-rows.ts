import { nextWaitState, type WaitStep } from '#shared/domain/waitlist/order.ts'
import { venueId, type WaitlistEntryTable } from '../store/schema.ts'
import type { Reader, Tx } from '../store/tx.ts'

/** The row of a waiting party. */
export const waitlistRow = (read: Reader, id: string): Promise<WaitlistEntryTable | undefined> =>
  read.selectFrom('waitlist_entry').selectAll().where('venue_id', '=', venueId).where('id', '=', id).executeTakeFirst()

const stepTo: Readonly<Record<'left' | 'expired', WaitStep>> = { left: 'leave', expired: 'expire' }

/** Takes a party off the list, if it is still on it. */
export async function closeEntry(tx: Tx, id: string, state: 'left' | 'expired'): Promise<void> {
  const entry = await waitlistRow(tx.read, id)
  if (!entry || nextWaitState(entry.state, stepTo[state]) === undefined) return
  await tx.update('waitlist_entry', { id }, { state, closed_at: tx.now })
}

import { type StayState, venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'
import { type StayView, stayViews } from './stay-view.ts'

const most = 500

/** Parties inside, those who came first at the head; or those of one state. */
export async function listStays(
  read: Reader,
  state: StayState | undefined,
  zone: string,
): Promise<{ items: StayView[] }> {
  const rows = await read
    .selectFrom('stay')
    .selectAll()
    .where('venue_id', '=', venueId)
    .where('state', 'in', state ? [state] : ['open', 'settled'])
    .orderBy('opened_at', state === 'left' ? 'desc' : 'asc')
    .limit(most)
    .execute()
  return { items: await stayViews(read, rows, zone) }
}

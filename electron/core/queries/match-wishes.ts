import { decide } from '#shared/domain/booking/decide.ts'
import { minute } from '#shared/domain/time/span.ts'
import { type Desk, snapshotFor } from '../commands/desk.ts'
import { type BookingTable, venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'

/** As many wishes for one day and type as are looked at; more have no chance of a room. */
const most = 50

const placeOf = (row: Pick<BookingTable, 'source'>): number => (row.source === 'jump' ? 0 : 1)

/**
 * Rooms that have come free for wishes of later days (flow 05, 12): each room goes to the first in standby, jumps
 * before the others. By booking code.
 */
export async function matchWishes(
  read: Reader,
  desk: Desk,
  shown: readonly BookingTable[],
  now: number,
): Promise<ReadonlyMap<string, string>> {
  const matches = new Map<string, string>()
  const wishes = shown.filter((row) => row.status === 'standby' || row.status === 'advance')
  const days = new Set(wishes.map((row) => row.business_date))
  for (const date of days) {
    const rows = await read
      .selectFrom('booking')
      .selectAll()
      .where('venue_id', '=', venueId)
      .where('business_date', '=', date)
      .where('status', 'in', ['standby', 'advance'])
      .limit(most)
      .execute()
    const taken = new Set<string>()
    for (const row of rows.sort((a, b) => placeOf(a) - placeOf(b) || a.created_at - b.created_at)) {
      const roomNo = roomFor(row, desk, now)
      if (roomNo === undefined || taken.has(roomNo)) continue
      taken.add(roomNo)
      matches.set(row.code, roomNo)
    }
  }
  return matches
}

function roomFor(row: BookingTable, desk: Desk, now: number): string | undefined {
  const minutes = Math.round((row.end_at - row.start_at) / minute)
  const snapshot = snapshotFor(desk, now, row.start_at, minutes, '')
  const wish = { party: row.party, start: row.start_at, minutes, typeCode: row.type_code, channel: 'phone' } as const
  return decide(wish, snapshot, now).roomNo
}

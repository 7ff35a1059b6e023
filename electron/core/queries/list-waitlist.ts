import type { z } from 'zod'
import type { waitlistContract } from '#shared/contract/waitlist.ts'
import { askOf, contextOf } from '#shared/domain/booking/ask.ts'
import { freeRooms, limitsOf } from '#shared/domain/booking/judge.ts'
import { rankByFit } from '#shared/domain/room/best-fit.ts'
import { openingSpan } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import { compareWaiting } from '#shared/domain/waitlist/order.ts'
import { type Desk, snapshotFor } from '../commands/desk.ts'
import { roomsNotReady } from '../commands/stay-rows.ts'
import { venueId, type WaitlistEntryTable } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'
import { type WaitlistView, waitlistView } from './waitlist-view.ts'

export type ListInput = z.output<(typeof waitlistContract)['list']['~orpc']['inputSchema'] & z.ZodType>

const usualPage = 200

const isWaiting = (row: WaitlistEntryTable): boolean => row.state === 'waiting' || row.state === 'called'

/** Today's list: those who wait in the order they will be called, each with a room that is free for him; then the rest. */
export async function listWaitlist(
  read: Reader,
  desk: Desk,
  input: ListInput,
  now: number,
): Promise<{ items: WaitlistView[]; next?: string }> {
  const limit = input.limit ?? usualPage
  const from = Number(/^\d{1,6}$/.exec(input.cursor ?? '')?.[0] ?? 0)
  const zone = desk.model.venue.timeZone
  const today = desk.model.venue.businessDateOf(now)
  const all = await read
    .selectFrom('waitlist_entry')
    .selectAll()
    .where('venue_id', '=', venueId)
    .where('business_date', '=', today)
    .orderBy('since')
    .execute()
  const rows = all
    .filter((row) => input.state === undefined || row.state === input.state)
    .sort((a, b) => Number(isWaiting(b)) - Number(isWaiting(a)) || compareWaiting(a, b))
  const matches = await matchRooms(read, desk, all.filter(isWaiting).sort(compareWaiting), now)
  const page = rows.slice(from, from + limit)
  return {
    items: page.map((row) => waitlistView(row, zone, now, matches.get(row.id))),
    ...(rows.length > from + limit && { next: String(from + limit) }),
  }
}

// Each room that is free now goes to the first in the list whom it suits, and to nobody else. Who waits by telephone for
// a later hour gets his turn when that hour is near; before opening there is nothing to call anybody for.
async function matchRooms(
  read: Reader,
  desk: Desk,
  waiting: readonly WaitlistEntryTable[],
  now: number,
): Promise<ReadonlyMap<string, string>> {
  const matches = new Map<string, string>()
  if (waiting.length === 0) return matches
  const snapshot = snapshotFor(desk, now, now, snapshotMinutes, '')
  const context = contextOf(snapshot, now)
  const { policy } = snapshot.venue
  const open = openingSpan(context.today, snapshot.venue)
  if (!open || now < open.start) return matches
  const startOf = await wishedStarts(read, waiting)
  const roomNos = snapshot.venue.rooms.map((room) => room.roomNo)
  const taken = new Set(await roomsNotReady(read, roomNos, now))
  for (const row of waiting) {
    const wished = startOf.get(row.booking_code ?? '') ?? now
    if (wished > now + policy.shortNoticeMinutes * minute) continue
    const ask = askOf(
      {
        party: row.party,
        start: now,
        channel: 'walkIn',
        typeCode: row.type_code,
        // A long wish is cut where it must be; a room free for the least session is worth calling for.
        minutes: policy.walkInMinMinutes,
      },
      context,
    )
    const free = freeRooms(row.type_code, ask, context).filter((room) => !taken.has(room.roomNo))
    const best = rankByFit(free, ask, limitsOf(ask, context), snapshot, {})[0]
    if (!best) continue
    taken.add(best.roomNo)
    matches.set(row.id, best.roomNo)
  }
  return matches
}

const snapshotMinutes = 60

/** When the bookings that wait were to begin, by code. */
async function wishedStarts(
  read: Reader,
  waiting: readonly WaitlistEntryTable[],
): Promise<ReadonlyMap<string, number>> {
  const codes = waiting.flatMap((row) => row.booking_code ?? [])
  if (codes.length === 0) return new Map()
  const rows = await read
    .selectFrom('booking')
    .select(['code', 'start_at'])
    .where('venue_id', '=', venueId)
    .where('code', 'in', codes)
    .execute()
  return new Map(rows.map((row) => [row.code, row.start_at]))
}

import type { z } from 'zod'
import type { promise, promiseContract, queueJump } from '#shared/contract/waitlist.ts'
import { keptRate, matchPromises, type OpenPromise } from '#shared/domain/promise/promise-book.ts'
import { isFree } from '#shared/domain/room/obstruction.ts'
import { maxSeatsOf, typeOf } from '#shared/domain/room/room-type.ts'
import { minute } from '#shared/domain/time/span.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import type { Auth } from '../auth/auth.ts'
import type { Desk } from '../commands/desk.ts'
import { type PromiseState, type PromiseTable, venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'

export type PromiseView = z.output<typeof promise>
type ListInput = z.output<(typeof promiseContract)['list']['~orpc']['inputSchema'] & z.ZodType>
type QueueJumpView = z.output<typeof queueJump>

const usualPage = 200
/** Closed promises are shown, and the share kept is counted, over the last half year. */
const rememberedMs = 183 * 24 * 60 * minute
const closedStates = ['kept', 'declined', 'lapsed'] as const

interface Place {
  readonly roomNo: string | null
  /** When the party's time is over; undefined while it is not inside. */
  readonly until?: number
}

/** Transfer promises: the open ones, oldest first, then the closed ones, latest first; each with the room that is ready for it, and the share kept. */
export async function listPromises(
  read: Reader,
  desk: Desk,
  input: ListInput,
  now: number,
): Promise<{ items: PromiseView[]; keptRate: number | null; next?: string }> {
  const limit = input.limit ?? usualPage
  const from = Number(/^\d{1,9}$/.exec(input.cursor ?? '')?.[0] ?? 0)
  const since = now - rememberedMs
  const of = (state: PromiseState) =>
    read.selectFrom('promise').selectAll().where('venue_id', '=', venueId).where('state', '=', state)
  const open =
    input.state === undefined || input.state === 'open' ? await of('open').orderBy('created_at').execute() : []
  const closed = closedStates.filter((state) => input.state === undefined || input.state === state)
  const reach = from + limit + 1
  const rest: PromiseTable[] = []
  for (const state of closed)
    rest.push(...(await of(state).where('created_at', '>', since).orderBy('created_at', 'desc').limit(reach).execute()))
  const rows = [...open, ...rest.sort((a, b) => b.created_at - a.created_at || (a.id < b.id ? 1 : -1))]
  return {
    items: await promiseViews(read, desk, rows.slice(from, from + limit), now),
    keptRate: keptRate({ kept: await countOf(read, 'kept', since), lapsed: await countOf(read, 'lapsed', since) }),
    ...(rows.length > from + limit && { next: String(from + limit) }),
  }
}

async function countOf(read: Reader, state: PromiseState, since: number): Promise<number> {
  const row = await read
    .selectFrom('promise')
    .select(({ fn }) => fn.countAll<number>().as('times'))
    .where('venue_id', '=', venueId)
    .where('state', '=', state)
    .where('created_at', '>', since)
    .executeTakeFirst()
  return Number(row?.times ?? 0)
}

/** Promises as outside programs see them. */
export async function promiseViews(
  read: Reader,
  desk: Desk,
  rows: readonly PromiseTable[],
  now: number,
): Promise<PromiseView[]> {
  const zone = desk.model.venue.timeZone
  const places = await placesOf(read, rows)
  const ready = readyRooms(desk, rows, places, now)
  return rows.map((row) => {
    const roomReady = ready.get(row.id)
    return {
      id: row.id,
      ...(row.booking_code !== null && { bookingCode: row.booking_code }),
      ...(row.stay_id !== null && { stayId: row.stay_id }),
      party: row.party,
      ...(row.name !== null && { name: row.name }),
      roomNo: places.get(row.id)?.roomNo ?? null,
      fromTypeCode: row.from_type_code,
      toTypeCode: row.to_type_code,
      state: row.state,
      ...(roomReady !== undefined && { roomReady }),
      createdAt: isoIn(row.created_at, zone),
      ...(row.closed_at !== null && { closedAt: isoIn(row.closed_at, zone) }),
    }
  })
}

async function placesOf(read: Reader, rows: readonly PromiseTable[]): Promise<ReadonlyMap<string, Place>> {
  const stayIds = rows.flatMap((row) => row.stay_id ?? [])
  const codes = rows.flatMap((row) => (row.stay_id === null && row.booking_code !== null ? [row.booking_code] : []))
  const segments =
    stayIds.length === 0
      ? []
      : await read
          .selectFrom('segment')
          .innerJoin('stay', (join) =>
            join.onRef('stay.id', '=', 'segment.stay_id').onRef('stay.venue_id', '=', 'segment.venue_id'),
          )
          .select(['segment.stay_id', 'segment.room_no', 'segment.end_at', 'stay.planned_end'])
          .where('segment.venue_id', '=', venueId)
          .where('segment.stay_id', 'in', stayIds)
          .orderBy('segment.start_at')
          .execute()
  const bookings =
    codes.length === 0
      ? []
      : await read
          .selectFrom('booking')
          .select(['code', 'room_no'])
          .where('venue_id', '=', venueId)
          .where('code', 'in', codes)
          .execute()
  const places = new Map<string, Place>()
  for (const row of rows) {
    const segment = segments.findLast((one) => one.stay_id === row.stay_id)
    const inside = segment && segment.end_at === null
    if (segment) places.set(row.id, { roomNo: segment.room_no, ...(inside && { until: segment.planned_end }) })
    else places.set(row.id, { roomNo: bookings.find((one) => one.code === row.booking_code)?.room_no ?? null })
  }
  return places
}

// A right-sized room that has settled, or is free for the rest of the party's time (booking.md §6, Transfer promises).
function readyRooms(
  desk: Desk,
  rows: readonly PromiseTable[],
  places: ReadonlyMap<string, Place>,
  now: number,
): ReadonlyMap<string, string> {
  const inside = rows.filter((row) => row.state === 'open' && places.get(row.id)?.until !== undefined)
  if (inside.length === 0) return new Map()
  const venue = desk.model.venue.at(now)
  const settled = desk.model.presence.settledRooms()
  const claims = desk.model.claimsByRoom(now)
  const latest = Math.max(...inside.map((row) => places.get(row.id)?.until ?? now))
  const ready = venue.rooms.filter((room) => {
    if (settled.has(room.roomNo)) return true
    const cleaning = typeOf(venue, room.typeCode)?.cleaningMinutes ?? 0
    return isFree(claims.get(room.roomNo) ?? [], { start: now, end: Math.max(now, latest) }, cleaning)
  })
  const promises = inside.map(
    (row): OpenPromise => ({ id: row.id, toTypeCode: row.to_type_code, party: row.party, createdAt: row.created_at }),
  )
  return matchPromises(
    promises,
    ready.map((room) => ({ roomNo: room.roomNo, typeCode: room.typeCode, maxSeats: maxSeatsOf(venue, room) })),
  )
}

/** The ledger of queue jumps, the latest first (flow 09). */
export async function listQueueJumps(
  read: Reader,
  auth: Auth,
  zone: string,
  input: { readonly limit?: number; readonly cursor?: string },
): Promise<{ items: QueueJumpView[]; next?: string }> {
  const limit = input.limit ?? usualPage
  const from = Number(/^\d{1,9}$/.exec(input.cursor ?? '')?.[0] ?? 0)
  const rows = await read
    .selectFrom('queue_jump')
    .selectAll()
    .where('venue_id', '=', venueId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .offset(from)
    .limit(limit + 1)
    .execute()
  return {
    items: rows.slice(0, limit).map((row): QueueJumpView => {
      const approverName = auth.nameOf(row.approver)
      return {
        id: row.id,
        at: isoIn(row.at, zone),
        ...(row.booking_code !== null && { bookingCode: row.booking_code }),
        ...(row.waitlist_number !== null && { waitlistNumber: row.waitlist_number }),
        approver: row.approver,
        ...(approverName !== undefined && { approverName }),
        requestedBy: row.requested_by,
        reason: row.reason,
        displaced: JSON.parse(row.displaced) as QueueJumpView['displaced'],
      }
    }),
    ...(rows.length > limit && { next: String(from + limit) }),
  }
}

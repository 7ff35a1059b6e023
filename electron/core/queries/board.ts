import type { z } from 'zod'
import type { boardClaim, boardContract } from '#shared/contract/board.ts'
import type { Claim } from '#shared/domain/room/claim.ts'
import { type RoomClaimFact, roomState } from '#shared/domain/room/room-state.ts'
import { typeOf } from '#shared/domain/room/room-type.ts'
import { businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf, openingSpan } from '#shared/domain/time/opening-hours.ts'
import { minute, type Span } from '#shared/domain/time/span.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import type { Core } from '../core.ts'
import { claimOfRow } from '../store/claim-index.ts'
import type { Hold } from '../store/holds.ts'
import { venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'

export type BoardView = z.output<(typeof boardContract)['day']['~orpc']['outputSchema'] & z.ZodType>
type ClaimView = z.output<typeof boardClaim>

/** What a booking's claim does not say itself. */
interface BookingFacts {
  readonly specified: boolean
  readonly holdUntil?: number
  readonly vipTier?: string
  readonly promise: boolean
}

/** The longest a claim reaches into a day from before it. */
const longestClaimMs = 3 * 24 * 60 * minute
/** From so many minutes before its start on, a booking shows until when it is held. */
const holdShownMinutes = 60

/**
 * Rooms of the house with all that is claimed on them in a business day, and how each stands now (booking.md §6).
 * @param only the rooms wanted; all of them when left out
 */
export async function boardOf(core: Core, date: string | undefined, only?: readonly string[]): Promise<BoardView> {
  const { model, holds } = core
  const now = core.clock.now()
  const businessDate = date ?? model.venue.businessDateOf(now)
  const venue = model.venue.on(businessDate)
  const zone = venue.timeZone
  const day = businessDaySpan(businessDate, calendarOf(venue))
  const live = model.claimsByRoom(now)
  const claims = day.start >= model.remembersSince(now) ? live : await claimsOfPast(core.reader, day)
  const facts = await bookingFacts(core.reader, businessDate, now)
  const reasons = await blockReasons(core.reader, claims, day)
  const held = holds.current()
  const settled = model.presence.settledRooms()
  const stateOfUse = (claim: Claim) =>
    model.presence.isInside(claim) ? (settled.has(claim.roomNo) ? 'settled' : 'open') : 'left'
  const settledAt = (stayId: string) => model.presence.settledAt(stayId)
  const shown = only ? venue.rooms.filter((room) => only.includes(room.roomNo)) : venue.rooms
  const open = openingSpan(businessDate, venue)
  const iso = rememberedIso(zone)
  return {
    businessDate,
    open: open ? isoIn(open.start, zone) : null,
    close: open ? isoIn(open.end, zone) : null,
    now: isoIn(now, zone),
    seq: core.door.head().seq,
    rooms: shown.map((room) => {
      const list = claims.get(room.roomNo) ?? []
      const touching = list.filter((claim) => claim.start < day.end && claim.occupiedUntil > day.start)
      const present = (live.get(room.roomNo) ?? []).map((claim): RoomClaimFact => {
        const state = claim.kind === 'use' ? { useState: stateOfUse(claim) as 'open' | 'settled' | 'left' } : {}
        return { kind: claim.kind, start: claim.start, end: claim.end, cleanUntil: claim.occupiedUntil, ...state }
      })
      return {
        roomNo: room.roomNo,
        typeCode: room.typeCode,
        floor: room.floor,
        seats: room.maxSeats ?? typeOf(venue, room.typeCode)?.seats ?? 0,
        state: roomState(present, now, {
          held: held.some((hold) => hold.roomNo === room.roomNo),
          dueSoonMinutes: venue.policy.dueSoonMinutes,
        }),
        claims: touching.flatMap((claim) =>
          claimViews(claim, claim.kind === 'use' ? stateOfUse(claim) : undefined, {
            facts,
            reasons,
            now,
            iso,
            settledAt,
          }),
        ),
      }
    }),
    holds: held.map((hold) => holdView(hold, zone)),
  }
}

/** A soft hold as the other stations see it. */
export const holdView = (hold: Hold, zone: string) => ({
  roomNo: hold.roomNo,
  start: isoIn(hold.start, zone),
  end: isoIn(hold.end, zone),
  staffNo: hold.staffNo,
  staffName: hold.staffName,
  station: hold.station,
  expiresAt: isoIn(hold.expiresAt, zone),
})

// Bookings begin and end on the grid: a day of hundreds of claims has a few dozen instants to write.
function rememberedIso(zone: string): (instant: number) => string {
  const written = new Map<number, string>()
  return (instant) => {
    const known = written.get(instant)
    if (known !== undefined) return known
    const text = isoIn(instant, zone)
    written.set(instant, text)
    return text
  }
}

interface Lookups {
  readonly facts: ReadonlyMap<string, BookingFacts>
  readonly reasons: ReadonlyMap<string, string>
  readonly now: number
  readonly iso: (instant: number) => string
  readonly settledAt: (stayId: string) => number | undefined
}

// A booking or a use, and the cleaning that follows it. What says nothing is left out: a day has hundreds of claims.
function claimViews(claim: Claim, useState: string | undefined, lookups: Lookups): ClaimView[] {
  const { facts, reasons, now, iso } = lookups
  const start = iso(claim.start)
  const end = iso(claim.end)
  if (claim.kind === 'block') {
    const reason = claim.blockId === undefined ? undefined : reasons.get(claim.blockId)
    return [{ kind: 'block', start, end, blockId: claim.blockId, state: claim.blockKind, reason }]
  }
  const known = claim.bookingCode === undefined ? undefined : facts.get(claim.bookingCode)
  const settledAt = useState === 'settled' && claim.stayId !== undefined ? lookups.settledAt(claim.stayId) : undefined
  const near = claim.kind === 'booking' && claim.start <= now + holdShownMinutes * minute
  const holdUntil = near ? known?.holdUntil : undefined
  const own: ClaimView = {
    kind: claim.kind,
    start,
    end,
    ...(claim.bookingCode !== undefined && { bookingCode: claim.bookingCode }),
    ...(claim.stayId !== undefined && { stayId: claim.stayId }),
    ...(claim.party !== undefined && { party: claim.party }),
    ...(claim.name !== undefined && { name: claim.name }),
    ...(useState !== undefined && { state: useState }),
    ...(claim.plannedEnd !== undefined && { plannedEnd: iso(claim.plannedEnd) }),
    ...(settledAt !== undefined && { settledAt: iso(settledAt) }),
    ...(holdUntil !== undefined && { holdUntil: iso(holdUntil) }),
    ...(known?.vipTier !== undefined && { vipTier: known.vipTier }),
    ...(known?.promise && { promise: true }),
    ...(known?.specified && { specifiedRoom: true }),
  }
  const cleaning: ClaimView = { kind: 'cleaning', start: end, end: iso(claim.occupiedUntil) }
  // A party that went in the minute it came leaves only cleaning behind; one that just moved in is there all the same.
  const shown = claim.end > claim.start || useState === 'open' || useState === 'settled'
  return [...(shown ? [own] : []), ...(claim.occupiedUntil > claim.end ? [cleaning] : [])]
}

async function claimsOfPast(read: Reader, day: Span): Promise<ReadonlyMap<string, readonly Claim[]>> {
  const touching = () =>
    read
      .selectFrom('claim')
      .selectAll()
      .where('venue_id', '=', venueId)
      .where('active', '=', 1)
      .where('start_at', '<', day.end)
      .where('occupied_until', '>', day.start)
  const spans = await touching()
    .where('start_at', '>', day.start - longestClaimMs)
    .where('kind', '<>', 'block')
    .execute()
  const blocks = await touching().where('kind', '=', 'block').execute()
  const claims = [...spans, ...blocks].map(claimOfRow).sort((a, b) => a.start - b.start)
  return Map.groupBy(claims, (claim) => claim.roomNo)
}

// Only bookings of which there is something to tell besides the claim.
async function bookingFacts(read: Reader, date: string, now: number): Promise<ReadonlyMap<string, BookingFacts>> {
  const rows = await read
    .selectFrom('booking')
    .innerJoin('customer', (join) =>
      join.onRef('customer.id', '=', 'booking.customer_id').onRef('customer.venue_id', '=', 'booking.venue_id'),
    )
    .select(['booking.code', 'booking.specified', 'booking.hold_until', 'booking.flow', 'customer.vip_tier'])
    .where('booking.venue_id', '=', venueId)
    .where('booking.business_date', '=', date)
    .where('booking.status', 'in', ['confirmed', 'arrived', 'done'])
    .where((eb) =>
      eb.or([
        eb('booking.specified', '=', 1),
        eb('customer.vip_tier', 'is not', null),
        eb('booking.flow', 'in', ['10', '11']),
        eb.and([eb('booking.status', '=', 'confirmed'), eb('booking.start_at', '<=', now + holdShownMinutes * minute)]),
      ]),
    )
    .execute()
  const mismatched = rows.filter((row) => row.flow === '10' || row.flow === '11').map((row) => row.code)
  const promises =
    mismatched.length === 0
      ? []
      : await read
          .selectFrom('promise')
          .select('booking_code')
          .where('venue_id', '=', venueId)
          .where('booking_code', 'in', mismatched)
          .where('state', '=', 'open')
          .execute()
  const promised = new Set(promises.map((row) => row.booking_code))
  return new Map(
    rows.map((row) => [
      row.code,
      {
        specified: row.specified === 1,
        ...(row.hold_until !== null && { holdUntil: row.hold_until }),
        ...(row.vip_tier !== null && { vipTier: row.vip_tier }),
        promise: promised.has(row.code),
      },
    ]),
  )
}

async function blockReasons(
  read: Reader,
  claims: ReadonlyMap<string, readonly Claim[]>,
  day: Span,
): Promise<ReadonlyMap<string, string>> {
  const ids: string[] = []
  for (const list of claims.values())
    for (const claim of list)
      if (claim.blockId !== undefined && claim.start < day.end && claim.end > day.start) ids.push(claim.blockId)
  if (ids.length === 0) return new Map()
  const rows = await read
    .selectFrom('block')
    .select(['id', 'reason'])
    .where('venue_id', '=', venueId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.reason]))
}

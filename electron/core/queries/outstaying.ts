import { roomOf, typeOf } from '#shared/domain/room/room-type.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { Desk } from '../commands/desk.ts'
import { venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'

/** A booking in the way of a party that stays on. */
export interface InTheWay {
  readonly bookingCode: string
  readonly roomNo: string
  readonly stayId: string
  /** The first minute at which the party, and the cleaning after it, reached into the booking. */
  readonly since: number
}

/** Bookings that parties inside have grown into by `now` (booking.md §6, Outstaying). */
export async function bookingsInTheWay(read: Reader, desk: Desk, now: number): Promise<InTheWay[]> {
  const { model } = desk
  const venue = model.venue.at(now)
  const found: { readonly bookingCode: string; readonly roomNo: string; readonly stayId: string; start: number }[] = []
  for (const [roomNo, claims] of model.claimsByRoom(now)) {
    for (const [at, claim] of claims.entries()) {
      if (claim.start > now) break
      const next = claims[at + 1]
      if (claim.kind !== 'use' || !claim.stayId || next?.kind !== 'booking' || !next.bookingCode) continue
      if (claim.occupiedUntil < next.start || !model.presence.isInside(claim)) continue
      found.push({ bookingCode: next.bookingCode, roomNo, stayId: claim.stayId, start: next.start })
    }
  }
  if (found.length === 0) return []
  const stays = await read
    .selectFrom('stay')
    .select(['id', 'planned_end'])
    .where('venue_id', '=', venueId)
    .where(
      'id',
      'in',
      found.map((one) => one.stayId),
    )
    .execute()
  const plannedEnd = new Map(stays.map((row) => [row.id, row.planned_end]))
  return found.flatMap((one) => {
    const typeCode = roomOf(venue, one.roomNo)?.typeCode ?? ''
    const cleaning = (typeOf(venue, typeCode)?.cleaningMinutes ?? 0) * minute
    const planned = plannedEnd.get(one.stayId) ?? now
    const since = Math.max(planned, one.start - cleaning) + minute
    return since <= now ? [{ ...one, since }] : []
  })
}

import type { z } from 'zod'
import type { bookingRequest } from '#shared/contract/request.ts'
import { readBookingCode } from '#shared/domain/booking/code.ts'
import { toMinute } from '#shared/domain/booking/life.ts'
import type { BookingRequest } from '#shared/domain/booking/request.ts'
import type { Snapshot } from '#shared/domain/booking/snapshot.ts'
import { roomOf, typeOf } from '#shared/domain/room/room-type.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'
import { bookingRow } from '../queries/booking-view.ts'
import { type Outcome, type Reader, refuse } from '../store/tx.ts'
import { callerFacts } from './customer-file.ts'
import { type Desk, snapshotFor } from './desk.ts'

export type RequestInput = z.output<typeof bookingRequest>

/** A request as the engine takes it, with all it may look at. */
export interface ReadRequest {
  readonly request: BookingRequest
  readonly snapshot: Snapshot
}

/** A field that is wrong, in the words of api.md: its path and the reason. */
export const invalid = (path: string, reason: string): Outcome<never> =>
  refuse('INVALID', { fields: [{ path, reason }] })

/** An unknown type, or one that is not the room's, is a mistake in the form; an unknown room is the engine's to refuse. */
export function typeMistake(
  wish: { readonly typeCode?: string; readonly roomNo?: string },
  venue: Venue,
  path: string,
): Outcome<never> | undefined {
  if (wish.typeCode === undefined) return undefined
  if (!typeOf(venue, wish.typeCode)) return invalid(path, 'unknown type')
  const room = wish.roomNo === undefined ? undefined : roomOf(venue, wish.roomNo)
  return room && room.typeCode !== wish.typeCode ? invalid(path, 'not the type of the room') : undefined
}

/**
 * Turns a request from outside into the engine's: instants to milliseconds, the caller by his number, the booking it
 * changes by its code. A walk-in's start is now, to the minute.
 */
export async function readRequest(
  desk: Desk,
  read: Reader,
  input: RequestInput,
  at: { readonly now: number; readonly station: string },
  options: { readonly callerPhone?: string; readonly path?: string } = {},
): Promise<Outcome<ReadRequest>> {
  const channel = input.channel ?? 'phone'
  const start = channel === 'walkIn' ? toMinute(at.now) : Date.parse(input.start)
  const { model } = desk
  const venue = model.venue.at(start)
  const mistake = typeMistake(input, venue, `${options.path ?? ''}typeCode`)
  if (mistake) return mistake
  const snapshot = snapshotFor(desk, at.now, start, input.minutes ?? venue.policy.session.default, at.station)
  const phone = input.phone ?? options.callerPhone
  const customer = await callerFacts(read, phone, at.now, venue.policy, snapshot.habitualRooms)
  const code = input.bookingCode === undefined ? undefined : readBookingCode(input.bookingCode)
  const changed = code === undefined ? undefined : await bookingRow(read, code)
  const request: BookingRequest = {
    party: input.party,
    start,
    channel,
    ...(input.minutes !== undefined && { minutes: input.minutes }),
    ...(input.typeCode !== undefined && { typeCode: input.typeCode }),
    ...(input.roomNo !== undefined && { roomNo: input.roomNo }),
    ...(customer && { customer }),
    ...(input.asks?.queueJump && { asks: { queueJump: true } }),
    ...(changed && {
      ref: changed.code,
      preferRooms: [changed.room_no, changed.second_room_no].filter((roomNo) => roomNo !== null),
    }),
  }
  return { ok: true, result: { request, snapshot }, keys: [] }
}

import { contextOf } from '#shared/domain/booking/ask.ts'
import { limitsOf } from '#shared/domain/booking/judge.ts'
import type { Snapshot } from '#shared/domain/booking/snapshot.ts'
import { rankByFit } from '#shared/domain/room/best-fit.ts'
import { isFree } from '#shared/domain/room/obstruction.ts'
import { maxSeatsOf, roomOf, roomsOfType } from '#shared/domain/room/room-type.ts'
import { minutesOf } from '#shared/domain/time/span.ts'
import { bookingRow } from '../queries/booking-view.ts'
import type { BookingTable } from '../store/schema.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import { activeClaims, addClaim, cleaningMinutesOf } from './claim-rows.ts'
import { type Desk, snapshotFor } from './desk.ts'
import { touchedKeys } from './touched-keys.ts'

/** The room a booking could move to, out of the way of a party that stays on; undefined when there is none. */
export function roomToMoveTo(row: BookingTable, roomNo: string, snapshot: Snapshot, at: number): string | undefined {
  const { venue, claimsByRoom } = snapshot
  const typeCode = roomOf(venue, roomNo)?.typeCode ?? row.type_code
  const span = { start: Math.max(row.start_at, at), end: row.end_at }
  // Looked at after its end (the program was off that night), a booking needs no room any more.
  if (span.start >= span.end) return undefined
  // One of two rooms seats its share; a single room seats the party.
  const seats = row.second_room_no === null ? row.party : 0
  const free = roomsOfType(venue, typeCode).filter(
    (room) =>
      room.roomNo !== roomNo &&
      maxSeatsOf(venue, room) >= seats &&
      isFree(claimsByRoom.get(room.roomNo) ?? [], span, cleaningMinutesOf(venue, typeCode)),
  )
  const limits = limitsOf(span, contextOf(snapshot, at))
  return rankByFit(free, span, limits, snapshot, { id: row.customer_id })[0]?.roomNo
}

export interface MoveAsideInput {
  readonly code: string
  readonly roomNo: string
  /** The minute at which the party before grew into it. */
  readonly at: number
}

/** Moves a booking to another room of its type because a party stays on in its own (outstaying, booking.md §6). */
export const moveAside = (desk: Desk): Command<MoveAsideInput, { readonly code: string; readonly roomNo: string }> => ({
  name: 'booking.moveAside',
  async run(tx, { code, roomNo, at }) {
    const row = await bookingRow(tx.read, code)
    if (row?.status !== 'confirmed' || row.specified === 1) return refuse('STATE')
    const snapshot = snapshotFor(
      desk,
      at,
      row.start_at,
      minutesOf({ start: row.start_at, end: row.end_at }),
      tx.station,
    )
    const target = roomToMoveTo(row, roomNo, snapshot, at)
    const claims = await activeClaims(tx.read, { bookingCode: code })
    const claim = claims.find((one) => one.room_no === roomNo)
    if (!target || !claim) return refuse('ROOM_TAKEN')
    await tx.update('claim', { id: claim.id }, { active: 0 })
    const cleaningMinutes = cleaningMinutesOf(snapshot.venue, row.type_code)
    await addClaim(
      tx,
      'booking',
      target,
      { start: row.start_at, end: row.end_at, cleaningMinutes },
      { bookingCode: code, booked: true, party: row.party, name: row.guest_name },
    )
    const place = row.room_no === roomNo ? { room_no: target } : { second_room_no: target }
    await tx.update('booking', { code }, { ...place, version: row.version + 1 })
    return done(
      { code, roomNo: target },
      touchedKeys({ bookings: [code], rooms: [roomNo, target], dates: [row.business_date] }),
    )
  },
})

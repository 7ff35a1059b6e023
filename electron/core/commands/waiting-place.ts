import type { Snapshot } from '#shared/domain/booking/snapshot.ts'
import { minute } from '#shared/domain/time/span.ts'
import { compareWaiting, waitNumber } from '#shared/domain/waitlist/order.ts'
import { quotedWait } from '#shared/domain/waitlist/quoted-wait.ts'
import { type BookingTable, type Priority, venueId, type WaitlistEntryTable } from '../store/schema.ts'
import type { Approver, NewRow, Reader, Tx } from '../store/tx.ts'
import type { Desk } from './desk.ts'

export interface NewPlace {
  readonly typeCode: string
  readonly party: number
  /** When the party would like to sit down. */
  readonly from: number
  readonly minutes?: number
  readonly name: string | null
  readonly phone: string | null
  readonly customerId: string | null
  readonly bookingCode: string | null
  readonly priority: Priority
}

/** One who stands behind a party that jumped, and by how many minutes he waits longer. */
export interface Displaced {
  readonly number: string
  readonly name?: string
  readonly minutes: number
}

/** Those who wait for a type today, first come first. */
async function waitingFor(read: Reader, typeCode: string): Promise<WaitlistEntryTable[]> {
  const rows = await read
    .selectFrom('waitlist_entry')
    .selectAll()
    .where('venue_id', '=', venueId)
    .where('state', 'in', ['waiting', 'called'])
    .where('type_code', '=', typeCode)
    .execute()
  return rows.sort(compareWaiting)
}

/** Gives a party its number and place in today's list (booking.md §7). */
export async function addPlace(
  tx: Tx,
  desk: Desk,
  snapshot: Snapshot,
  place: NewPlace,
): Promise<{ readonly entry: WaitlistEntryTable; readonly displaced: readonly Displaced[] }> {
  const date = desk.model.venue.businessDateOf(tx.now)
  const count = await tx.nextNumber(`waitlist:${date}:${place.typeCode}`)
  const id = tx.newId('w')
  const others = await waitingFor(tx.read, place.typeCode)
  const mine = { id, priority: place.priority, since: tx.now }
  const behind = others.filter((other) => compareWaiting(mine, other) < 0)
  const ahead = others.length - behind.length
  const wish = { typeCode: place.typeCode, party: place.party }
  const wait = quotedWait(wish, place.from, snapshot, tx.now, ahead)
  const row: NewRow<'waitlist_entry'> = {
    id,
    number: waitNumber(place.typeCode, count),
    type_code: place.typeCode,
    business_date: date,
    party: place.party,
    minutes: place.minutes ?? null,
    name: place.name,
    phone: place.phone,
    customer_id: place.customerId,
    booking_code: place.bookingCode,
    state: 'waiting',
    priority: place.priority,
    quoted_minutes: wait.medianMinutes,
    p90_minutes: wait.p90Minutes,
    since: tx.now,
    called_at: null,
    seated_at: null,
    closed_at: null,
    stay_id: null,
    created_by: tx.actor.staffNo,
  }
  await tx.insert('waitlist_entry', row)
  const quoteAt = (place: number) => quotedWait(wish, tx.now, snapshot, tx.now, place).medianMinutes
  const displaced = behind.map((other, at) => ({
    number: other.number,
    ...(other.name !== null && { name: other.name }),
    minutes: Math.max(0, quoteAt(ahead + at + 1) - quoteAt(ahead + at)),
  }))
  return { entry: { ...row, venue_id: venueId }, displaced }
}

/** Those a party passes that is given a room at once: all who wait for the type today. */
export async function passedInList(tx: Tx, typeCode: string, minutes: number): Promise<Displaced[]> {
  const waiting = await waitingFor(tx.read, typeCode)
  return waiting.map((entry) => ({
    number: entry.number,
    ...(entry.name !== null && { name: entry.name }),
    minutes,
  }))
}

/** Standby requests for the type on the same day, first come first; jumps stand before them. */
export async function standbysBehind(tx: Tx, booking: BookingTable): Promise<Displaced[]> {
  const rows = await tx.read
    .selectFrom('booking')
    .select(['code', 'guest_name', 'source'])
    .where('venue_id', '=', venueId)
    .where('status', '=', 'standby')
    .where('business_date', '=', booking.business_date)
    .where('type_code', '=', booking.type_code)
    .where('code', '<>', booking.code)
    .where('source', '<>', 'jump')
    .orderBy('created_at')
    .execute()
  const minutes = Math.round((booking.end_at - booking.start_at) / minute)
  return rows.map((row) => ({ number: row.code, name: row.guest_name, minutes }))
}

/** Writes a queue jump into the ledger: who approved, why, and whom it put back (flow 09). */
export async function addQueueJump(
  tx: Tx,
  approver: Approver,
  jump: {
    readonly bookingCode?: string
    readonly entry?: WaitlistEntryTable
    readonly displaced: readonly Displaced[]
  },
): Promise<void> {
  await tx.insert('queue_jump', {
    id: tx.newId('j'),
    at: tx.now,
    booking_code: jump.bookingCode ?? null,
    waitlist_id: jump.entry?.id ?? null,
    waitlist_number: jump.entry?.number ?? null,
    stay_id: null,
    approver: approver.staffNo,
    requested_by: tx.actor.staffNo,
    reason: approver.reason,
    displaced: JSON.stringify(jump.displaced),
  })
}

import { toMinute } from '#shared/domain/booking/life.ts'
import { roomOf } from '#shared/domain/room/room-type.ts'
import { minute } from '#shared/domain/time/span.ts'
import { type SegmentTable, type Source, type StayTable, venueId } from '../store/schema.ts'
import type { NewRow, Reader, Tx } from '../store/tx.ts'
import { activeClaims, addClaim, cleaningMinutesOf, nextClaimStart } from './claim-rows.ts'
import type { Desk } from './desk.ts'

export interface NewStay {
  readonly bookingCode: string | null
  readonly customerId: string | null
  readonly name: string | null
  readonly phone: string | null
  readonly party: number
  readonly source: Source
  readonly flow: string
  readonly typeCode: string
  readonly requestedTypeCode: string
  readonly roomNos: readonly string[]
  readonly plannedEnd: number
  readonly quoteTotal: number
}

/** Lets a party in: a stay with one segment and one claim for each room, from this minute on. */
export async function openStayRows(tx: Tx, desk: Desk, stay: NewStay): Promise<StayTable> {
  const start = toMinute(tx.now)
  const id = tx.newId('s')
  const row: NewRow<'stay'> = {
    id,
    booking_code: stay.bookingCode,
    customer_id: stay.customerId,
    name: stay.name,
    phone: stay.phone,
    party: stay.party,
    source: stay.source,
    flow: stay.flow,
    state: 'open',
    type_code: stay.typeCode,
    requested_type_code: stay.requestedTypeCode,
    business_date: desk.model.venue.businessDateOf(start),
    opened_at: start,
    planned_end: stay.plannedEnd,
    settled_at: null,
    left_at: null,
    amount: null,
    quote_total: stay.quoteTotal,
    extended: 0,
    opened_by: tx.actor.staffNo,
    version: 1,
  }
  await tx.insert('stay', row)
  for (const roomNo of stay.roomNos) {
    await enterRoom(tx, desk, { ...row, venue_id: venueId }, roomNo, { reason: null, charge: null, approvedBy: null })
  }
  return { ...row, venue_id: venueId }
}

interface Entering {
  readonly reason: SegmentTable['reason']
  readonly charge: SegmentTable['charge']
  readonly approvedBy: string | null
  readonly chargeTypeCode?: string
}

/** Opens a segment and its claim, from this minute to the planned end. */
export async function enterRoom(
  tx: Tx,
  desk: Desk,
  stay: StayTable,
  roomNo: string,
  entering: Entering,
): Promise<void> {
  const start = toMinute(tx.now)
  const venue = desk.model.venue.at(start)
  const typeCode = roomOf(venue, roomNo)?.typeCode ?? stay.type_code
  await tx.insert('segment', {
    id: tx.newId('g'),
    stay_id: stay.id,
    room_no: roomNo,
    type_code: typeCode,
    start_at: start,
    end_at: null,
    cleaned_at: null,
    clean_due_at: null,
    reason: entering.reason,
    charge: entering.charge,
    charge_type_code: entering.chargeTypeCode ?? typeCode,
    approved_by: entering.approvedBy,
  })
  const span = {
    start,
    end: Math.max(start, stay.planned_end),
    cleaningMinutes: cleaningMinutesOf(venue, typeCode),
  }
  await addClaim(tx, 'use', roomNo, span, {
    stayId: stay.id,
    bookingCode: stay.booking_code ?? undefined,
    booked: stay.booking_code !== null && stay.source !== 'waitlist',
    party: stay.party,
    name: stay.name,
  })
}

/** Segments a party is in now. */
export const openSegments = (read: Reader, stayId: string): Promise<SegmentTable[]> =>
  read
    .selectFrom('segment')
    .selectAll()
    .where('venue_id', '=', venueId)
    .where('stay_id', '=', stayId)
    .where('end_at', 'is', null)
    .orderBy('id')
    .execute()

/** Ends the party's segments this minute; each room is to be cleaned, never into the next claim. */
export async function leaveRooms(tx: Tx, desk: Desk, stayId: string): Promise<string[]> {
  const now = toMinute(tx.now)
  const venue = desk.model.venue.at(now)
  const segments = await openSegments(tx.read, stayId)
  const claims = await activeClaims(tx.read, { stayId })
  for (const segment of segments) {
    const end = Math.max(now, segment.start_at)
    const cleaned = end + cleaningMinutesOf(venue, segment.type_code) * minute
    await tx.update(
      'segment',
      { id: segment.id },
      { end_at: end, clean_due_at: venue.policy.autoClean ? cleaned : null },
    )
    const claim = claims.find((one) => one.room_no === segment.room_no && one.start_at === segment.start_at)
    if (!claim) continue
    const limit = await nextClaimStart(tx.read, claim.room_no, claim.start_at, claim.id)
    await tx.update(
      'claim',
      { id: claim.id },
      { end_at: Math.max(claim.start_at, Math.min(end, limit)), occupied_until: Math.min(cleaned, limit) },
    )
  }
  return segments.map((segment) => segment.room_no)
}

const remembered = 3 * 24 * 60 * minute

/** Rooms among these that are not both empty and clean: somebody is inside, or cleaning is not done. */
export async function roomsNotReady(read: Reader, roomNos: readonly string[], now: number): Promise<Set<string>> {
  if (roomNos.length === 0) return new Set()
  const rows = await read
    .selectFrom('segment')
    .select('room_no')
    .where('venue_id', '=', venueId)
    .where('room_no', 'in', roomNos)
    .where('start_at', '>', now - remembered)
    .where((eb) =>
      eb.or([
        eb('end_at', 'is', null),
        eb.and([eb('cleaned_at', 'is', null), eb.or([eb('clean_due_at', 'is', null), eb('clean_due_at', '>', now)])]),
      ]),
    )
    .execute()
  return new Set(rows.map((row) => row.room_no))
}

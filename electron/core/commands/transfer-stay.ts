import { toMinute } from '#shared/domain/booking/life.ts'
import { roomOf, typeOf } from '#shared/domain/room/room-type.ts'
import {
  type ChargeChoice,
  chargedType,
  chargesAsRightFromStart,
  transferRefusal,
} from '#shared/domain/stay/transfer.ts'
import { minutesOf } from '#shared/domain/time/span.ts'
import { type StayView, stayRow, stayView } from '../queries/stay-view.ts'
import { type StayTable, venueId } from '../store/schema.ts'
import { type Command, done, refuse, type Tx } from '../store/tx.ts'
import { type Desk, snapshotFor } from './desk.ts'
import { closePromises, openPromises } from './promise-rows.ts'
import { refuseRoom } from './stay-refusal.ts'
import { enterRoom, leaveRooms, openSegments, roomsNotReady } from './stay-rows.ts'
import { touchedKeys } from './touched-keys.ts'

export interface TransferInput {
  readonly id: string
  readonly roomNo: string
  readonly reason: 'guest' | 'promise' | 'fault'
  readonly charge: ChargeChoice
}

/**
 * Moves a party to another room (转包, booking.md §6): closes one segment and opens the next, and the party is still
 * counted once. Refuses with STATE, ROOM_UNKNOWN, ROOM_BLOCKED, ROOM_TOO_SMALL or ROOM_TAKEN; waiving the charge needs
 * a supervisor.
 */
export const transferStay = (desk: Desk): Command<TransferInput, StayView> => ({
  name: 'stay.transfer',
  async run(tx, input) {
    const stay = await stayRow(tx.read, input.id)
    if (!stay) return refuse('NOT_FOUND')
    if (stay.state === 'left') return refuse('STATE', { state: stay.state })
    const now = toMinute(tx.now)
    const span = { start: now, end: Math.max(now, stay.planned_end) }
    const snapshot = snapshotFor(desk, tx.now, now, Math.max(1, minutesOf(span)), tx.station)
    const room = roomOf(snapshot.venue, input.roomNo)
    const type = room && typeOf(snapshot.venue, room.typeCode)
    const target = room && type && { room, type, claims: snapshot.claimsByRoom.get(room.roomNo) ?? [] }
    const refusal = transferRefusal(target, stay.party, span)
    if (refusal) return refuseRoom({ ...refusal, roomNo: input.roomNo, span }, snapshot)
    const notReady = await roomsNotReady(tx.read, [input.roomNo], now)
    if (notReady.size > 0) return refuseRoom({ reason: 'ROOM_TAKEN', roomNo: input.roomNo, span }, snapshot)
    const approver = input.charge === 'waive' ? tx.approver() : undefined
    if (input.charge === 'waive' && !approver) return refuse('NEEDS_MISSING', { needs: ['supervisor'] })

    const from = await openSegments(tx.read, stay.id)
    const left = await leaveRooms(tx, desk, stay.id)
    const toType = room?.typeCode ?? stay.type_code
    await enterRoom(tx, desk, stay, input.roomNo, {
      reason: input.reason,
      charge: input.charge,
      approvedBy: approver?.staffNo ?? null,
      chargeTypeCode: chargedType(input.charge, from[0]?.charge_type_code ?? stay.type_code, toType),
    })
    await chargeRightFromStart(tx, stay, toType, now, snapshot.venue.policy.rightSizeMinutes)
    const promises = await keepPromise(tx, stay, toType, input.reason)
    const changed = await tx.update('stay', { id: stay.id }, { state: 'open', version: stay.version + 1 })
    return done(
      await stayView(tx.read, changed, snapshot.venue.timeZone),
      touchedKeys({
        stays: [stay.id],
        bookings: [stay.booking_code],
        rooms: [...left, input.roomNo],
        dates: [stay.business_date],
        others: promises,
      }),
    )
  },
})

// Moved to the right type soon after the start, the party pays as if it had sat there from the start.
async function chargeRightFromStart(tx: Tx, stay: StayTable, toType: string, now: number, withinMinutes: number) {
  if (!chargesAsRightFromStart(stay.opened_at, now, toType, stay.requested_type_code, withinMinutes)) return
  const segments = await tx.read
    .selectFrom('segment')
    .select(['id', 'charge_type_code'])
    .where('venue_id', '=', venueId)
    .where('stay_id', '=', stay.id)
    .execute()
  for (const segment of segments)
    if (segment.charge_type_code !== toType)
      await tx.update('segment', { id: segment.id }, { charge_type_code: toType })
}

// The promise is kept by a move for its sake, or by any move to the type that was promised.
async function keepPromise(tx: Tx, stay: StayTable, toType: string, reason: string): Promise<string[]> {
  const open = await openPromises(tx.read, { stayId: stay.id })
  const kept = open.some((promise) => reason === 'promise' || promise.to_type_code === toType)
  return kept ? closePromises(tx, { stayId: stay.id }, 'kept') : []
}

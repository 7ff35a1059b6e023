import type { z } from 'zod'
import type { boardContract } from '#shared/contract/board.ts'
import { obstructionOf } from '#shared/domain/room/obstruction.ts'
import { roomOf } from '#shared/domain/room/room-type.ts'
import { minute, minutesOf } from '#shared/domain/time/span.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import { type Command, done } from '../store/tx.ts'
import { type Desk, snapshotFor } from './desk.ts'
import { invalid } from './read-request.ts'
import { refuseRoom } from './stay-refusal.ts'
import { touchedKeys } from './touched-keys.ts'

type Shape = (typeof boardContract)['addBlock']['~orpc']
export type BlockInput = z.output<Shape['inputSchema'] & z.ZodType>
export type BlockView = z.output<Shape['outputSchema'] & z.ZodType>

// Longer than a year is a room that should leave the venue's list.
const longestBlock = 366 * 24 * 60 * minute

/** Takes a room off sale (维修、停用、锁定). Refuses with ROOM_TAKEN over another claim, its cleaning included. */
export const addBlock = (desk: Desk): Command<BlockInput, BlockView> => ({
  name: 'board.addBlock',
  async run(tx, input) {
    const span = { start: Date.parse(input.start), end: Date.parse(input.end) }
    if (span.end <= span.start) return invalid('end', 'not after start')
    if (span.end - span.start > longestBlock) return invalid('end', 'longer than a year')
    if (span.end <= tx.now) return invalid('end', 'in the past')
    const snapshot = snapshotFor(desk, tx.now, span.start, minutesOf(span), tx.station)
    const refused = { roomNo: input.roomNo, span }
    if (!roomOf(snapshot.venue, input.roomNo)) return refuseRoom({ ...refused, reason: 'ROOM_UNKNOWN' }, snapshot)
    const found = obstructionOf(snapshot.claimsByRoom.get(input.roomNo) ?? [], span, 0)
    if (found) return refuseRoom({ ...refused, reason: 'ROOM_TAKEN', claim: found.claim }, snapshot)
    const id = tx.newId('b')
    await tx.insert('block', {
      id,
      room_no: input.roomNo,
      kind: input.kind,
      start_at: span.start,
      end_at: span.end,
      reason: input.reason,
      active: 1,
      created_at: tx.now,
      created_by: tx.actor.staffNo,
      removed_at: null,
      removed_by: null,
    })
    await tx.insert('claim', {
      id: tx.newId('k'),
      room_no: input.roomNo,
      kind: 'block',
      start_at: span.start,
      end_at: span.end,
      occupied_until: span.end,
      active: 1,
      booked: 0,
      booking_code: null,
      stay_id: null,
      block_id: id,
      block_kind: input.kind,
      party: null,
      name: null,
    })
    const zone = snapshot.venue.timeZone
    const { roomNo, kind, reason } = input
    const dates = [desk.model.venue.businessDateOf(span.start)]
    return done(
      { id, roomNo, kind, start: isoIn(span.start, zone), end: isoIn(span.end, zone), reason },
      touchedKeys({ rooms: [roomNo], dates, others: [`block:${id}`] }),
    )
  },
})

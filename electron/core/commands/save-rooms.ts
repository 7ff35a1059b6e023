import type { Room } from '#shared/domain/venue/venue.ts'
import { venueId } from '../store/schema.ts'
import { type Command, done, refuse } from '../store/tx.ts'

/**
 * Replaces the venue's rooms. Refuses with STATE while something is booked, in use or blocked in a room that would go
 * or change its type.
 */
export const saveRooms: Command<{ readonly rooms: readonly Room[] }, { readonly count: number }> = {
  name: 'venue.saveRooms',
  async run(tx, { rooms }) {
    const known = await tx.read
      .selectFrom('room')
      .select(['room_no', 'type_code'])
      .where('venue_id', '=', venueId)
      .execute()
    const types = await tx.read.selectFrom('room_type').select('code').where('venue_id', '=', venueId).execute()
    const typeCodes = new Set(types.map((type) => type.code))
    const stranger = rooms.findIndex((room) => !typeCodes.has(room.typeCode))
    if (stranger >= 0)
      return refuse('INVALID', { fields: [{ path: `rooms.${stranger}.typeCode`, reason: 'unknown type' }] })
    const typeAfter = new Map(rooms.map((room) => [room.roomNo, room.typeCode]))
    const changed = known.filter((room) => typeAfter.get(room.room_no) !== room.type_code).map((room) => room.room_no)
    if (changed.length > 0) {
      const claim = await tx.read
        .selectFrom('claim')
        .select('room_no')
        .where('venue_id', '=', venueId)
        .where('active', '=', 1)
        .where('room_no', 'in', changed)
        .where('occupied_until', '>', tx.now)
        .executeTakeFirst()
      if (claim) return refuse('STATE', { why: 'roomInUse', roomNo: claim.room_no })
    }
    for (const { room_no } of known) if (!typeAfter.has(room_no)) await tx.remove('room', { room_no })
    for (const [position, room] of rooms.entries()) {
      const row = {
        room_no: room.roomNo,
        type_code: room.typeCode,
        floor: room.floor,
        max_seats: room.maxSeats ?? null,
        features: JSON.stringify(room.features),
        neighbours: JSON.stringify(room.neighbours),
        position,
      }
      if (known.some(({ room_no }) => room_no === room.roomNo)) await tx.update('room', { room_no: room.roomNo }, row)
      else await tx.insert('room', row)
    }
    return done({ count: rooms.length }, ['venue'])
  },
}

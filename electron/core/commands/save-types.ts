import type { RoomType } from '#shared/domain/venue/venue.ts'
import { venueId } from '../store/schema.ts'
import { type Command, done, refuse } from '../store/tx.ts'

/** Replaces the venue's room types. Refuses with STATE to take away a type that still has rooms. */
export const saveTypes: Command<{ readonly types: readonly RoomType[] }, { readonly count: number }> = {
  name: 'venue.saveTypes',
  async run(tx, { types }) {
    const known = await tx.read.selectFrom('room_type').select('code').where('venue_id', '=', venueId).execute()
    const rooms = await tx.read.selectFrom('room').select('type_code').where('venue_id', '=', venueId).execute()
    const kept = new Set(types.map((type) => type.code))
    const missing = rooms.find((room) => !kept.has(room.type_code))
    if (missing) return refuse('STATE', { why: 'typeInUse', typeCode: missing.type_code })
    for (const { code } of known) if (!kept.has(code)) await tx.remove('room_type', { code })
    for (const type of types) {
      const row = {
        code: type.code,
        name: type.name,
        rank: type.rank,
        seats: type.seats,
        min_party: type.minParty,
        max_seats: type.maxSeats,
        cleaning_minutes: type.cleaningMinutes,
      }
      if (known.some(({ code }) => code === type.code)) await tx.update('room_type', { code: type.code }, row)
      else await tx.insert('room_type', row)
    }
    return done({ count: types.length }, ['venue'])
  },
}

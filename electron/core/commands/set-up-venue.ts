import type { Policy } from '#shared/domain/venue/policy.ts'
import type { Room, RoomType } from '#shared/domain/venue/venue.ts'
import type { Role } from '../store/schema.ts'
import { type Command, done, refuse } from '../store/tx.ts'

export interface NewVenue {
  readonly name: string
  readonly timeZone: string
  readonly training: boolean
  readonly types: readonly RoomType[]
  readonly rooms: readonly Room[]
  readonly policy: Policy
  readonly staff: readonly {
    readonly staffNo: string
    readonly name: string
    readonly role: Role
    readonly pinHash: string
  }[]
}

/** Makes the venue, once: the first-run wizard's last step, and the practice venue. */
export const setUpVenue: Command<NewVenue, { readonly name: string }> = {
  name: 'setup.complete',
  async run(tx, input) {
    const existing = await tx.read.selectFrom('venue').select('name').executeTakeFirst()
    if (existing) return refuse('VENUE_EXISTS')
    await tx.insert('venue', {
      name: input.name,
      time_zone: input.timeZone,
      training: input.training ? 1 : 0,
      created_at: tx.now,
    })
    for (const type of input.types)
      await tx.insert('room_type', {
        code: type.code,
        name: type.name,
        rank: type.rank,
        seats: type.seats,
        min_party: type.minParty,
        max_seats: type.maxSeats,
        cleaning_minutes: type.cleaningMinutes,
      })
    for (const [position, room] of input.rooms.entries())
      await tx.insert('room', {
        room_no: room.roomNo,
        type_code: room.typeCode,
        floor: room.floor,
        max_seats: room.maxSeats ?? null,
        features: JSON.stringify(room.features),
        neighbours: JSON.stringify(room.neighbours),
        position,
      })
    await tx.insert('policy_version', {
      version: 1,
      // The first policy holds for every day before it too.
      effective_from: '0000-01-01',
      policy: JSON.stringify(input.policy),
      created_at: tx.now,
      created_by: tx.actor.staffNo,
    })
    for (const person of input.staff)
      await tx.insert('staff', {
        staff_no: person.staffNo,
        name: person.name,
        role: person.role,
        pin_hash: person.pinHash,
        active: 1,
      })
    return done({ name: input.name }, ['venue'])
  },
}

import type { Room, RoomType, Venue } from '../venue/venue.ts'

interface VenueIndex {
  readonly typeByCode: ReadonlyMap<string, RoomType>
  readonly roomByNo: ReadonlyMap<string, Room>
  readonly roomsByType: ReadonlyMap<string, readonly Room[]>
  readonly typesByRank: readonly RoomType[]
}

// A venue is plain data that never changes; what is looked up in it a hundred times a decision is arranged once.
const arranged = new WeakMap<Venue, VenueIndex>()

/** Look-up tables over a venue. */
export function venueIndex(venue: Venue): VenueIndex {
  const known = arranged.get(venue)
  if (known) return known
  const index: VenueIndex = {
    typeByCode: new Map(venue.types.map((type) => [type.code, type])),
    roomByNo: new Map(venue.rooms.map((room) => [room.roomNo, room])),
    roomsByType: Map.groupBy(venue.rooms, (room) => room.typeCode),
    typesByRank: [...venue.types].sort((a, b) => a.rank - b.rank),
  }
  arranged.set(venue, index)
  return index
}

import type { Room, RoomType, Venue } from '../venue/venue.ts'
import { venueIndex } from './venue-index.ts'

/** The type by its code. */
export const typeOf = (venue: Venue, code: string): RoomType | undefined => venueIndex(venue).typeByCode.get(code)

/** The room by its number. */
export const roomOf = (venue: Venue, roomNo: string): Room | undefined => venueIndex(venue).roomByNo.get(roomNo)

/** All rooms of a type, in the venue's order. */
export const roomsOfType = (venue: Venue, code: string): readonly Room[] =>
  venueIndex(venue).roomsByType.get(code) ?? []

/** Most people a room takes: its own number where it has one, else its type's. */
export const maxSeatsOf = (venue: Venue, room: Room): number =>
  room.maxSeats ?? typeOf(venue, room.typeCode)?.maxSeats ?? 0

/**
 * The right type for a party: the lowest rank that seats it in comfort, else the lowest that takes it at all
 * (booking.md §1). Undefined when no type takes it.
 */
export function rightType(venue: Venue, party: number): RoomType | undefined {
  const types = venueIndex(venue).typesByRank
  return types.find((type) => type.seats >= party) ?? types.find((type) => type.maxSeats >= party)
}

/** The largest type of the venue. */
export function largestType(venue: Venue): RoomType {
  const largest = venueIndex(venue).typesByRank.at(-1)
  if (!largest) throw new Error('a venue has at least one room type')
  return largest
}

/** Room numbers in the order people count them: 99 before 101, 305 before 305A. */
export const compareRoomNo = (a: string, b: string): number =>
  Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : a > b ? 1 : 0)

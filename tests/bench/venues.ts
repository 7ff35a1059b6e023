import { demoVenue } from '#shared/demo/demo-venue.ts'
import type { Room, Venue } from '#shared/domain/venue/venue.ts'

const counts: Readonly<Record<string, { readonly rooms: number; readonly floors: readonly string[] }>> = {
  S: { rooms: 60, floors: ['2', '12'] },
  M: { rooms: 50, floors: ['3', '13'] },
  L: { rooms: 25, floors: ['5'] },
  XL: { rooms: 10, floors: ['6'] },
  P: { rooms: 5, floors: ['7'] },
}

function roomsOf(typeCode: string): Room[] {
  const { rooms, floors } = counts[typeCode] ?? { rooms: 0, floors: ['1'] }
  const perFloor = Math.ceil(rooms / floors.length)
  return Array.from({ length: rooms }, (_, i) => {
    const floor = floors[Math.floor(i / perFloor)] ?? '1'
    const first = Number(floor) * 100 + 1
    const number = first + (i % perFloor)
    const last = first + Math.min(perFloor, rooms - Math.floor(i / perFloor) * perFloor) - 1
    const neighbours = [number - 1, number + 1].filter((n) => n >= first && n <= last).map(String)
    return { roomNo: String(number), typeCode, floor, features: [], neighbours }
  })
}

/** The demo venue grown to 150 rooms, in its own proportions. */
export const largeVenue: Venue = {
  ...demoVenue,
  name: '示范大店',
  rooms: demoVenue.types
    .flatMap((type) => roomsOf(type.code))
    .sort((a, b) => Number.parseInt(a.roomNo, 10) - Number.parseInt(b.roomNo, 10)),
}

/** Venues the numbers are taken in, by number of rooms. */
export const venues: Readonly<Record<number, Venue>> = { 60: demoVenue, 150: largeVenue }

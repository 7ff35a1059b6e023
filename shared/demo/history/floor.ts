import type { House, HouseType } from './house.ts'

/** A room taken from one minute to another: by a booking that may yet be called off, or by a party inside. */
export interface Use {
  from: number
  /** End as planned; cleaning follows. */
  planned: number
  readonly cleaning: number
  /** A booking, or the use by a party that booked: what the walk-in reserve counts. */
  readonly booked: boolean
  /** From when on it counts no more: called off, released. */
  voidAt: number
  leftAt: number
  cleanedAt: number
}

const never = Number.POSITIVE_INFINITY

export const newUse = (from: number, planned: number, cleaning: number, booked: boolean): Use => ({
  from,
  planned,
  cleaning,
  booked,
  voidAt: never,
  leftAt: never,
  cleanedAt: never,
})

/** Until when a use takes its room, as one sees it at `now`: a party that stays on grows with the clock. */
const takenUntil = (use: Use, now: number): number =>
  now >= use.leftAt ? use.cleanedAt : Math.max(use.planned, now) + use.cleaning

interface Room {
  readonly no: string
  readonly type: HouseType
  /** In no order; what is over is thrown away as new ones come. */
  uses: Use[]
  /** Not for sale in this stretch. */
  block: { readonly from: number; readonly to: number } | undefined
}

/** A room that was found, and for how long it is free. */
export interface Found {
  readonly roomNo: string
  readonly minutes: number
}

/**
 * The rooms of one evening and who has them when. What is taken is seen as of a minute, so that a booking that will be
 * called off keeps its room until then, and nobody knows how long a party will stay. The minutes it is asked at go
 * forwards only.
 */
export class Floor {
  readonly #byType = new Map<string, readonly Room[]>()
  readonly #byNo = new Map<string, Room>()
  /** Where looking for a room begins, so that no room is always the first. */
  readonly #turn: number

  constructor(house: House, turn: number) {
    this.#turn = turn
    for (const type of house.types) {
      const rooms = type.rooms.map((no): Room => ({ no, type, uses: [], block: undefined }))
      this.#byType.set(type.code, rooms)
      for (const room of rooms) this.#byNo.set(room.no, room)
    }
  }

  block(roomNo: string, from: number, to: number): void {
    const room = this.#byNo.get(roomNo)
    if (room) room.block = { from, to }
  }

  put(roomNo: string, use: Use, now: number): void {
    const room = this.#byNo.get(roomNo)
    if (!room) return
    room.uses = room.uses.filter((other) => other.voidAt > now && other.cleanedAt > now)
    room.uses.push(use)
  }

  /** Free from `from` to `to`, and for the cleaning after it. `except`: a use that does not stand in its own way. */
  isFree(roomNo: string, from: number, to: number, now: number, except?: Use): boolean {
    const room = this.#byNo.get(roomNo)
    return room !== undefined && free(room, from, to + room.type.cleaning, now, except)
  }

  /** When the next party comes into a room after `from`. */
  nextStart(roomNo: string, from: number, now: number, except: Use): number {
    const room = this.#byNo.get(roomNo)
    return room ? nextStart(room, from, now, except) : never
  }

  hasFree(typeCode: string, from: number, to: number, now: number): boolean {
    const rooms = this.#roomsOf(typeCode)
    for (let i = 0; i < rooms.length; i += 1) {
      const room = rooms[i] as Room
      if (free(room, from, to + room.type.cleaning, now)) return true
    }
    return false
  }

  /** The room of a type that is free and leaves the shortest gap (booking.md §3, Which room). */
  bestFit(typeCode: string, from: number, to: number, now: number): string | undefined {
    const rooms = this.#roomsOf(typeCode)
    let best: string | undefined
    let shortest = never
    for (let i = 0; i < rooms.length; i += 1) {
      const room = rooms[(i + this.#turn) % rooms.length] as Room
      const gap = gapAround(room, from, to + room.type.cleaning, now)
      if (gap >= shortest) continue
      shortest = gap
      best = room.no
    }
    return best
  }

  /** The room of a type that is free longest from `from` on, up to `most` minutes; its cleaning fits in behind. */
  longest(typeCode: string, from: number, most: number, now: number): Found | undefined {
    const rooms = this.#roomsOf(typeCode)
    let best: Found | undefined
    for (let i = 0; i < rooms.length; i += 1) {
      const room = rooms[i] as Room
      if (!free(room, from, from + 1, now)) continue
      const minutes = Math.min(most, nextStart(room, from, now) - room.type.cleaning - from)
      if (minutes > 0 && (!best || minutes > best.minutes)) best = { roomNo: room.no, minutes }
      if (minutes === most) break
    }
    return best
  }

  /** How many rooms of a type bookings have in a stretch, and how many are for sale in it. */
  booked(
    typeCode: string,
    from: number,
    to: number,
    now: number,
  ): { readonly taken: number; readonly sellable: number } {
    let taken = 0
    let sellable = 0
    for (const room of this.#roomsOf(typeCode)) {
      if (!room.block || room.block.from >= to || room.block.to <= from) sellable += 1
      for (const use of room.uses)
        if (use.booked && use.voidAt > now && use.from < to && takenUntil(use, now) > from) {
          taken += 1
          break
        }
    }
    return { taken, sellable }
  }

  /** For each room of a type, when it is next free for an hour, soonest first. */
  freeTimes(typeCode: string, from: number, now: number, close: number): Float64Array {
    const rooms = this.#roomsOf(typeCode)
    const times = new Float64Array(rooms.length)
    for (let i = 0; i < rooms.length; i += 1) times[i] = freeHour(rooms[i] as Room, from, now, close)
    return times.sort()
  }

  #roomsOf(typeCode: string): readonly Room[] {
    return this.#byType.get(typeCode) ?? []
  }
}

const longestGap = 1440

function free(room: Room, from: number, to: number, now: number, except?: Use): boolean {
  const { block, uses } = room
  if (block && block.from < to && block.to > from) return false
  for (let i = 0; i < uses.length; i += 1) {
    const use = uses[i] as Use
    if (use.from < to && use.voidAt > now && use !== except && takenUntil(use, now) > from) return false
  }
  return true
}

// From each party that stands in the way to the end of its cleaning, until nobody does.
function freeHour(room: Room, from: number, now: number, close: number): number {
  let at = from
  while (at + 60 <= close) {
    const to = at + 60 + room.type.cleaning
    let next = at
    if (room.block && room.block.from < to && room.block.to > at) next = room.block.to
    for (let i = 0; i < room.uses.length; i += 1) {
      const use = room.uses[i] as Use
      if (use.from < to && use.voidAt > now && takenUntil(use, now) > next) next = takenUntil(use, now)
    }
    if (next === at) return at
    at = next
  }
  return close
}

function nextStart(room: Room, from: number, now: number, except?: Use): number {
  const { block, uses } = room
  let next = block && block.from >= from ? block.from : never
  for (let i = 0; i < uses.length; i += 1) {
    const use = uses[i] as Use
    if (use.from >= from && use.from < next && use.voidAt > now && use !== except) next = use.from
  }
  return next
}

/** The free stretch around `from` and `to`, in minutes; endless when it is not free. */
function gapAround(room: Room, from: number, to: number, now: number): number {
  const { block, uses } = room
  let last = 0
  let next = longestGap
  if (block) {
    if (block.from < to && block.to > from) return never
    if (block.to <= from) last = block.to
    else next = block.from
  }
  for (let i = 0; i < uses.length; i += 1) {
    const use = uses[i] as Use
    if (use.voidAt <= now) continue
    if (use.from >= to) {
      if (use.from < next) next = use.from
      continue
    }
    const end = now >= use.leftAt ? use.cleanedAt : Math.max(use.planned, now) + use.cleaning
    if (end > from) return never
    if (end > last) last = end
  }
  return next - last
}

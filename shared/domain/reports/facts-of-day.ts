import { minute as minuteMs, type Span } from '../time/span.ts'
import type {
  BlockFact,
  DayDesk,
  DayFacts,
  DayParties,
  DayUses,
  DepartureFact,
  DueFact,
  InsideFact,
  PartyFact,
  RefusalFact,
  RoomFact,
  TypeFact,
  UseFact,
  WaitFact,
} from './day-facts.ts'
import { type DayHours, lengthOfDay } from './day-hours.ts'

/** A stay as it is stored: `typeCode` is the type used first. Instants are epoch milliseconds. */
export interface StayRow {
  readonly id: string
  readonly openedAt: number
  readonly leftAt: number | null
  readonly party: number
  readonly source: string
  readonly typeCode: string
  readonly requestedTypeCode: string
  /** The room it was let into; the first of two. */
  readonly firstRoomNo: string
  /** It stayed on beyond what was agreed at first. */
  readonly extended: boolean
  readonly vipTier: string
}

/** A segment with what its stay says of the party. */
export interface SegmentRow {
  readonly stayId: string
  readonly roomNo: string
  readonly typeCode: string
  readonly start: number
  readonly end: number | null
  /** Entered by a transfer, not by a new party. */
  readonly transferred: boolean
  readonly party: number
  readonly source: string
  readonly vipTier: string
}

/** A block for as long as it really held. */
export interface BlockRow {
  readonly roomNo: string
  readonly start: number
  readonly end: number
}

export interface WaitRow {
  readonly id: string
  readonly since: number
  readonly typeCode: string
  readonly state: 'waiting' | 'called' | 'seated' | 'left' | 'expired'
  readonly seatedAt: number | null
  readonly closedAt: number | null
  readonly quotedMinutes: number
}

/** A booking of the day that was still confirmed when its grace ran out, or came before. */
export interface DueRow {
  readonly code: string
  readonly start: number
  readonly typeCode: string
  readonly roomNo: string | null
  readonly source: string
  readonly vipTier: string
  readonly arrivedAt: number | null
  readonly arrivedLate: boolean
}

export interface RefusalRow {
  readonly id: string
  readonly start: number
  readonly typeCode: string
  readonly kind: 'denial' | 'regret'
  readonly reason: string
  readonly party: number
}

/** A promise that was closed on the day. */
export interface PromiseRow {
  readonly id: string
  readonly toTypeCode: string
  readonly state: 'kept' | 'declined' | 'lapsed'
}

/** The rows a day is made of. */
export interface DayRows {
  /** Stays that began on the day, and those that ended on it. */
  readonly entered: readonly StayRow[]
  readonly left: readonly StayRow[]
  /** Segments that touch the day. */
  readonly segments: readonly SegmentRow[]
  readonly blocks: readonly BlockRow[]
  readonly waits: readonly WaitRow[]
  readonly due: readonly DueRow[]
  readonly refusals: readonly RefusalRow[]
  readonly promises: readonly PromiseRow[]
}

/** The venue as it stood on the day, and how far the day has come. */
export interface House {
  readonly hours: DayHours
  readonly dayStart: number
  /** Now while the day runs, its end once it is over. */
  readonly until: number
  readonly open: Span | undefined
  readonly rooms: readonly RoomFact[]
  readonly types: readonly TypeFact[]
}

/** The facts of one business day out of its rows (reports.md §1). Rows that do not touch the day are left out. */
export function factsOfDay(rows: DayRows, house: House): DayFacts {
  const lookup = lookupOf(house)
  return { parties: partiesOf(rows, lookup), uses: usesOf(rows, lookup), desk: deskOf(rows, lookup) }
}

type HouseType = House['types'][number]

/** The house with its rooms and types at hand. */
interface Lookup {
  readonly house: House
  readonly dayEnd: number
  readonly roomOf: (roomNo: string | null) => RoomFact | undefined
  readonly typeOf: (code: string) => HouseType | undefined
  readonly minutesInto: (instant: number) => number
}

function lookupOf(house: House): Lookup {
  const rooms = new Map(house.rooms.map((room) => [room.roomNo, room]))
  const types = new Map(house.types.map((type) => [type.code, type]))
  return {
    house,
    dayEnd: house.dayStart + lengthOfDay(house.hours) * minuteMs,
    roomOf: (roomNo) => (roomNo === null ? undefined : rooms.get(roomNo)),
    typeOf: (code) => types.get(code),
    minutesInto: (instant) => Math.round((instant - house.dayStart) / minuteMs),
  }
}

function partiesOf({ entered, left, segments }: DayRows, lookup: Lookup): DayParties {
  const { house, dayEnd, roomOf, minutesInto } = lookup
  const firstRooms = Map.groupBy(
    segments.filter((segment) => !segment.transferred),
    (segment) => segment.stayId,
  )
  const counted = (stay: StayRow) => ({
    typeCode: stay.typeCode,
    floor: roomOf(stay.firstRoomNo)?.floor ?? '',
    source: stay.source,
    vipTier: stay.vipTier,
  })
  // Gone at the very edge of the day belongs to the day it closed; only who also came at that minute belongs to the next.
  const wentToday = (stay: StayRow) =>
    stay.leftAt !== null &&
    stay.leftAt <= house.until &&
    stay.openedAt < dayEnd &&
    (stay.leftAt > house.dayStart || stay.openedAt === house.dayStart)
  return {
    hours: house.hours,
    parties: entered.map((stay): PartyFact => {
      const types = firstRooms.get(stay.id)?.map((room) => room.typeCode) ?? [stay.typeCode]
      const seats = types.reduce((sum, code) => sum + (lookup.typeOf(code)?.seats ?? 0), 0)
      return {
        ...counted(stay),
        stayId: stay.id,
        minute: minutesInto(stay.openedAt),
        requestedTypeCode: stay.requestedTypeCode,
        guests: stay.party,
        seats,
        rooms: types.length,
        mismatch: mismatchOf(stay.party, types, seats, lookup),
      }
    }),
    departures: left.filter(wentToday).map(
      (stay): DepartureFact => ({
        ...counted(stay),
        stayId: stay.id,
        stayed: minutesInto(stay.leftAt ?? 0) - minutesInto(stay.openedAt),
        extended: stay.extended ? 1 : 0,
      }),
    ),
    insideBefore: insideAt(segments, (segment) => segment.start < house.dayStart, house.dayStart, lookup),
    insideAfter: insideAt(segments, (segment) => segment.start <= house.until, house.until, lookup),
  }
}

function mismatchOf(party: number, types: readonly string[], seats: number, lookup: Lookup): PartyFact['mismatch'] {
  if (party > seats) return 'smaller'
  const [only] = types
  const least = types.length === 1 && only !== undefined ? (lookup.typeOf(only)?.minParty ?? 0) : 0
  return party < least ? 'larger' : ''
}

// A party of two rooms is inside once.
function insideAt(
  segments: readonly SegmentRow[],
  begun: (segment: SegmentRow) => boolean,
  instant: number,
  { roomOf }: Lookup,
): InsideFact[] {
  const inside = segments.filter((segment) => begun(segment) && (segment.end === null || segment.end > instant))
  return [...new Map(inside.map((segment) => [segment.stayId, segment])).values()].map((segment) => ({
    stayId: segment.stayId,
    typeCode: segment.typeCode,
    floor: roomOf(segment.roomNo)?.floor ?? '',
    source: segment.source,
    vipTier: segment.vipTier,
  }))
}

function usesOf({ segments, blocks }: DayRows, { house, roomOf, typeOf, minutesInto }: Lookup): DayUses {
  const length = Math.min(lengthOfDay(house.hours), minutesInto(house.until))
  const clip = (instant: number) => Math.max(0, Math.min(length, minutesInto(instant)))
  const open = house.open && { from: clip(house.open.start), to: clip(house.open.end) }
  // What ended as the day began belongs to the day before.
  const begun = segments.filter(
    ({ start, end }) => start <= house.until && (start >= house.dayStart || end === null || end > house.dayStart),
  )
  const roomsOfEntry = Map.groupBy(
    begun.filter((segment) => !segment.transferred),
    (segment) => segment.stayId,
  )
  return {
    hours: house.hours,
    open: open && open.to > open.from ? open : undefined,
    rooms: house.rooms,
    types: house.types.map(({ code, seats, minParty }) => ({ code, seats, minParty })),
    blocks: blocks.flatMap(({ roomNo, start, end }): BlockFact[] => {
      const room = roomOf(roomNo)
      const [from, to] = [clip(start), clip(end)]
      return room && to > from ? [{ ...room, from, to }] : []
    }),
    uses: begun.map((segment): UseFact => {
      const type = typeOf(segment.typeCode)
      const alone = segment.transferred || (roomsOfEntry.get(segment.stayId)?.length ?? 0) < 2
      return {
        stayId: segment.stayId,
        roomNo: segment.roomNo,
        typeCode: segment.typeCode,
        floor: roomOf(segment.roomNo)?.floor ?? '',
        source: segment.source,
        vipTier: segment.vipTier,
        from: clip(segment.start),
        to: clip(segment.end ?? house.until),
        began: segment.start < house.dayStart ? 'carried' : segment.transferred ? 'transfer' : 'opened',
        guests: segment.party,
        spareSeats: alone && type && segment.party < type.minParty ? type.seats - segment.party : 0,
      }
    }),
  }
}

function deskOf({ waits, due, refusals, promises }: DayRows, { house, roomOf, minutesInto }: Lookup): DayDesk {
  return {
    hours: house.hours,
    waits: waits.map((wait): WaitFact => {
      const ended = wait.seatedAt ?? wait.closedAt
      const waiting = wait.state === 'waiting' || wait.state === 'called'
      return {
        id: wait.id,
        minute: minutesInto(wait.since),
        typeCode: wait.typeCode,
        outcome: wait.state === 'seated' ? 'seated' : waiting ? 'waiting' : 'left',
        waited: waiting || ended === null ? -1 : Math.max(0, Math.round((ended - wait.since) / minuteMs)),
        quoted: wait.quotedMinutes,
      }
    }),
    due: due.map(
      (booking): DueFact => ({
        code: booking.code,
        minute: minutesInto(booking.start),
        typeCode: booking.typeCode,
        floor: roomOf(booking.roomNo)?.floor ?? '',
        vipTier: booking.vipTier,
        source: booking.source,
        outcome: booking.arrivedAt === null ? 'released' : booking.arrivedLate ? 'late' : 'arrived',
      }),
    ),
    refusals: refusals.map(
      (refusal): RefusalFact => ({
        id: refusal.id,
        minute: minutesInto(refusal.start),
        typeCode: refusal.typeCode,
        kind: refusal.kind,
        reason: refusal.reason,
        guests: refusal.party,
      }),
    ),
    promises: promises.map((promise) => ({
      id: promise.id,
      typeCode: promise.toTypeCode,
      outcome: promise.state,
    })),
  }
}

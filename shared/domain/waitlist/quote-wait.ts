import type { Snapshot } from '../booking/snapshot.ts'
import type { Claim } from '../room/claim.ts'
import { maxSeatsOf, roomsOfType, typeOf } from '../room/room-type.ts'
import { businessDateOf, wallMinutesOf } from '../time/business-day.ts'
import { calendarOf } from '../time/opening-hours.ts'
import { minute } from '../time/span.ts'

/** A quoted wait, in steps of five minutes: half of all parties wait no longer, and nine of ten. */
export interface QuotedWait {
  readonly quotedMinutes: number
  readonly p90Minutes: number
}

export interface WaitWish {
  readonly typeCode: string
  readonly party: number
  /** How many parties are seated before this one; all who wait for the type when absent. */
  readonly ahead?: number
}

const step = 5
/** When nobody knows how late parties leave: nine of ten by then. */
const p90OverrunWithoutHistory = 15
/** Nine of ten overruns stay under this multiple of the median, when overruns die away evenly. */
const p90PerMedian = Math.log2(10)
/** Longer than any evening: what is said when no room of the type will come free. */
const longestQuote = 600

function overrun(snapshot: Snapshot, typeCode: string, at: number): number {
  const calendar = calendarOf(snapshot.venue)
  const hour = Math.floor(wallMinutesOf(at, businessDateOf(at, calendar), calendar) / 60)
  return snapshot.overrunMinutes.get(`${typeCode}:${hour}`) ?? 0
}

/** When the room is free for a party to sit down in it for the shortest walk-in session. */
function freeAt(
  claims: readonly Claim[],
  snapshot: Snapshot,
  room: { readonly roomNo: string; readonly typeCode: string; readonly cleaningMinutes: number },
  now: number,
  late: (median: number, past: boolean) => number,
): number {
  const useMinutes = snapshot.venue.policy.walkInMinMinutes + room.cleaningMinutes
  let at = now
  for (const claim of claims) {
    if (claim.occupiedUntil <= at) continue
    if (claim.kind === 'use' && claim.start <= now) {
      const settled = snapshot.settledRooms.has(room.roomNo)
      // An open use has grown to this minute; one that ended before it has been left.
      const gone = claim.end < Math.floor(now / minute) * minute
      const past = claim.end <= now
      const median = overrun(snapshot, room.typeCode, past ? now : claim.end)
      const end = settled ? now : (past ? now : claim.end) + late(median, past) * minute
      at = gone ? claim.occupiedUntil : end + room.cleaningMinutes * minute
    } else if (claim.start < at + useMinutes * minute) at = claim.occupiedUntil
  }
  return at
}

const inSteps = (milliseconds: number): number =>
  Math.min(longestQuote, Math.ceil(Math.max(0, milliseconds) / minute / step) * step)

/**
 * How long a party would wait for a room of a type (booking.md §3, Quoted wait): each suitable room has an expected
 * free time, those ahead in the list take the earliest ones, and the next one is the answer. The tenth of the parties
 * that waits longest is reckoned from late leavers.
 */
export function quoteWait(wish: WaitWish, snapshot: Snapshot, now: number): QuotedWait {
  const type = typeOf(snapshot.venue, wish.typeCode)
  const ahead = wish.ahead ?? snapshot.waiting.filter((party) => party.typeCode === wish.typeCode).length
  const rooms = roomsOfType(snapshot.venue, wish.typeCode).filter(
    (room) => maxSeatsOf(snapshot.venue, room) >= wish.party,
  )
  const times = (late: (median: number, past: boolean) => number): number[] =>
    rooms
      .map((room) =>
        freeAt(
          snapshot.claimsByRoom.get(room.roomNo) ?? [],
          snapshot,
          { roomNo: room.roomNo, typeCode: room.typeCode, cleaningMinutes: type?.cleaningMinutes ?? 0 },
          now,
          late,
        ),
      )
      .sort((a, b) => a - b)
  // More parties ahead than rooms: they come round again, one session later.
  const nth = (sorted: readonly number[]): number => {
    if (sorted.length === 0) return now + longestQuote * minute
    const round = Math.floor(ahead / sorted.length)
    return (sorted[ahead % sorted.length] ?? now) + round * snapshot.venue.policy.session.min * minute
  }
  const median = nth(times((known, past) => (past ? known : 0)))
  const late = nth(times((known) => (known > 0 ? known * p90PerMedian : p90OverrunWithoutHistory)))
  const quotedMinutes = inSteps(median - now)
  return { quotedMinutes, p90Minutes: Math.max(quotedMinutes, inSteps(late - now)) }
}

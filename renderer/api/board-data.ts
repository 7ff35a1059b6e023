import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { boardContract } from '#shared/contract/board.ts'
import type { BoardClaim, BoardHold } from '#shared/domain/room/board-item.ts'
import { api } from './client.ts'
import { useSession } from './session-store.ts'

type DayOutput = z.output<NonNullable<(typeof boardContract)['day']['~orpc']['outputSchema']>>
type RawRoom = DayOutput['rooms'][number]
type RawHold = DayOutput['holds'][number]

/** One room of the board with its times as epoch milliseconds. */
export interface BoardRoom {
  readonly roomNo: string
  readonly typeCode: string
  readonly floor: string
  readonly seats: number
  readonly claims: readonly BoardClaim[]
  readonly holds: readonly BoardHold[]
}

export interface BoardDay {
  readonly businessDate: string
  /** Undefined on a day the venue stays closed. */
  readonly open: number | undefined
  readonly close: number | undefined
  readonly rooms: readonly BoardRoom[]
}

const instantOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Date.parse(text))

const claimOf = (raw: RawRoom['claims'][number]): BoardClaim => ({
  ...raw,
  start: Date.parse(raw.start),
  end: Date.parse(raw.end),
  holdUntil: instantOf(raw.holdUntil),
  plannedEnd: instantOf(raw.plannedEnd),
  settledAt: instantOf(raw.settledAt),
})

/** What is left of a hold is counted by this screen's own clock, from when it was heard of. */
const longestHoldMs = 10 * 60_000
function holdEnd(raw: RawHold, heardAt: string): number {
  const byCore = Date.parse(raw.expiresAt) - Date.parse(heardAt)
  // The practice clock stands where it was put; a hold runs by the real one.
  return byCore > 0 && byCore < longestHoldMs ? Date.now() + byCore : Date.parse(raw.expiresAt)
}

const holdOf = (raw: RawHold, heardAt: string): BoardHold => ({
  start: Date.parse(raw.start),
  end: Date.parse(raw.end),
  staffNo: raw.staffNo,
  staffName: raw.staffName,
  expiresAt: holdEnd(raw, heardAt),
})

const noHolds: readonly BoardHold[] = []
const parsed = new WeakMap<RawRoom, BoardRoom>()
const parsedHolds = new WeakMap<RawHold, BoardHold>()

/**
 * The cache keeps a room that did not change as the same object; so it stays the same object here, and a change of
 * one room paints one row.
 */
function roomOf(raw: RawRoom, { holds, now }: DayOutput): BoardRoom {
  const kept = parsed.get(raw)
  const own = holds
    .filter((hold) => hold.roomNo === raw.roomNo)
    .map((hold) => {
      const known = parsedHolds.get(hold) ?? holdOf(hold, now)
      parsedHolds.set(hold, known)
      return known
    })
  if (kept && kept.holds.length === own.length && kept.holds.every((hold, i) => hold === own[i])) return kept
  const room: BoardRoom = {
    roomNo: raw.roomNo,
    typeCode: raw.typeCode,
    floor: raw.floor,
    seats: raw.seats,
    claims: kept?.claims ?? raw.claims.map(claimOf),
    holds: own.length === 0 ? noHolds : own,
  }
  parsed.set(raw, room)
  return room
}

function dayOf(raw: DayOutput): BoardDay {
  return {
    businessDate: raw.businessDate,
    open: raw.open === null ? undefined : Date.parse(raw.open),
    close: raw.close === null ? undefined : Date.parse(raw.close),
    rooms: raw.rooms.map((room) => roomOf(room, raw)),
  }
}

/** The query of one business date's board; today when none is named. */
export const boardDayQuery = (date?: string) =>
  api.board.day.queryOptions({ input: date === undefined ? {} : { date } })

/** The board of a business date, kept true by the live stream. */
export function useBoardDay(date?: string) {
  const session = useSession()
  return useQuery({
    ...boardDayQuery(date),
    enabled: session !== undefined,
    select: dayOf,
    // Rooms keep their identity by themselves; comparing 3,000 claims again would cost a frame.
    structuralSharing: true,
    placeholderData: undefined,
  })
}

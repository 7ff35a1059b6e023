import type { z } from 'zod'
import type { boardContract } from '#shared/contract/board.ts'
import { boardDayQuery } from './board-data.ts'
import { queryClient } from './query-client.ts'

type DayOutput = z.output<NonNullable<(typeof boardContract)['day']['~orpc']['outputSchema']>>
type RawClaim = DayOutput['rooms'][number]['claims'][number]

/** Which claim is moved, and to where; instants in epoch ms. */
export interface ClaimMove {
  readonly fromRoomNo: string
  readonly toRoomNo: string
  readonly bookingCode?: string
  readonly stayId?: string
  readonly start: number
  readonly end: number
  readonly cleaningMinutes: number
}

const iso = (at: number): string => new Date(at).toISOString()
const isMoved = (claim: RawClaim, move: ClaimMove): boolean =>
  move.stayId !== undefined
    ? claim.kind === 'use' && claim.stayId === move.stayId && claim.state !== 'left'
    : claim.kind === 'booking' && claim.bookingCode === move.bookingCode

/**
 * Paints a move before the core has answered. Answers how to take the paint off again; the core's own answer, when it
 * comes, replaces it either way.
 */
export function paintMove(date: string | undefined, move: ClaimMove): () => void {
  const { queryKey } = boardDayQuery(date)
  const before = queryClient.getQueryData(queryKey)
  const claim = before?.rooms.find((room) => room.roomNo === move.fromRoomNo)?.claims.find((one) => isMoved(one, move))
  if (!before || !claim) return () => undefined
  const moved: RawClaim = {
    ...claim,
    start: iso(move.start),
    end: iso(move.end),
    ...(claim.plannedEnd ? { plannedEnd: iso(move.end) } : {}),
  }
  const cleaning: RawClaim = {
    kind: 'cleaning',
    start: moved.end,
    end: iso(move.end + move.cleaningMinutes * 60_000),
  }
  const after: DayOutput = {
    ...before,
    rooms: before.rooms.map((room) => {
      if (room.roomNo !== move.fromRoomNo && room.roomNo !== move.toRoomNo) return room
      let claims = room.claims
      if (room.roomNo === move.fromRoomNo)
        claims = claims.filter((one) => one !== claim && !(one.kind === 'cleaning' && one.start === claim.end))
      if (room.roomNo === move.toRoomNo)
        claims = [...claims, moved, cleaning].sort((a, b) => Date.parse(a.start) - Date.parse(b.start))
      return { ...room, claims }
    }),
  }
  queryClient.setQueryData(queryKey, after)
  return () => queryClient.setQueryData(queryKey, (current) => (current === after ? before : current))
}

import type { api } from '#renderer/api/client.ts'
import type { DecisionView, OfferView } from '#shared/contract/decision.ts'

type BoardDay = Awaited<ReturnType<typeof api.board.day.call>>
export type MiniRoom = BoardDay['rooms'][number]
export type MiniClaim = MiniRoom['claims'][number]

/** A span that is proposed on a room: the answer, or an offer with its digit. */
export interface Proposal {
  readonly start: number
  readonly end: number
  readonly digit?: number
  readonly offer?: OfferView
}

export interface MiniRow {
  readonly room: MiniRoom
  readonly proposals: readonly Proposal[]
  /** What stands in the way, on rows that are neither answer nor offer. */
  readonly obstacle?: MiniClaim
  readonly overlapMinutes: number
}

export interface MiniRows {
  readonly rows: readonly MiniRow[]
  /** How many rows are the answer and offers. */
  readonly proposed: number
  readonly misses: number
  /** Rooms of the type that are not listed. */
  readonly rest: number
}

const rowsAtMost = 8
const minute = 60_000

const overlapOf = (claim: MiniClaim, start: number, end: number): number =>
  Math.max(0, Math.min(Date.parse(claim.end), end) - Math.max(Date.parse(claim.start), start)) / minute

/** The claim a wish meets first in a room, and for how many minutes in all. */
export function obstacleIn(room: MiniRoom, start: number, end: number) {
  const met = room.claims.filter((claim) => overlapOf(claim, start, end) > 0)
  const overlap = met.reduce((sum, claim) => sum + overlapOf(claim, start, end), 0)
  const first = met.filter((claim) => claim.kind !== 'cleaning').sort((a, b) => a.start.localeCompare(b.start))[0]
  return { obstacle: first ?? met[0], overlap }
}

/**
 * Rows of the mini board: the room of the answer, each offered room with its digits (two offers in one room share its
 * row), then the rooms of the type that come nearest to the wish.
 */
export function miniRows(
  decision: DecisionView,
  offers: readonly OfferView[],
  taken: OfferView | undefined,
  rooms: readonly MiniRoom[],
): MiniRows {
  const start = Date.parse(decision.start)
  const end = Date.parse(decision.end)
  const byNo = new Map(rooms.map((room) => [room.roomNo, room]))
  const proposals = new Map<string, Proposal[]>()
  const propose = (roomNo: string, proposal: Proposal) =>
    proposals.set(roomNo, [...(proposals.get(roomNo) ?? []), proposal])
  if (decision.outcome === 'available' && decision.roomNo) propose(decision.roomNo, { start, end })
  offers.forEach((offer, index) => {
    if (offer.kind === 'otherDay') return
    for (const roomNo of offer.roomNos)
      propose(roomNo, { start: Date.parse(offer.start), end: Date.parse(offer.end), digit: index + 1, offer })
  })
  if (taken && !offers.some((offer) => offer.offerId === taken.offerId))
    for (const roomNo of taken.roomNos)
      propose(roomNo, { start: Date.parse(taken.start), end: Date.parse(taken.end), offer: taken })

  const shown: MiniRow[] = []
  for (const [roomNo, all] of proposals) {
    const room = byNo.get(roomNo)
    if (room && shown.length < rowsAtMost) shown.push({ room, proposals: all, overlapMinutes: 0 })
  }
  const others = rooms
    .filter((room) => room.typeCode === decision.typeCode && !proposals.has(room.roomNo))
    .map((room): MiniRow => {
      const { obstacle, overlap } = obstacleIn(room, start, end)
      return { room, proposals: [], obstacle, overlapMinutes: overlap }
    })
    .sort((a, b) => a.overlapMinutes - b.overlapMinutes || a.room.roomNo.localeCompare(b.room.roomNo))
  const misses = others.slice(0, rowsAtMost - shown.length)
  return {
    rows: [...shown, ...misses],
    proposed: shown.length,
    misses: misses.length,
    rest: others.length - misses.length,
  }
}

/** Rooms to show before anything is asked: those whose state changes next. */
export function quietRows(rooms: readonly MiniRoom[], now: number): MiniRow[] {
  const nextChange = (room: MiniRoom) =>
    Math.min(
      ...room.claims
        .filter((claim) => claim.kind !== 'cleaning')
        .flatMap((claim) => [Date.parse(claim.start), Date.parse(claim.end)])
        .filter((at) => at >= now),
      Number.POSITIVE_INFINITY,
    )
  return rooms
    .map((room) => ({ room, at: nextChange(room) }))
    .sort((a, b) => a.at - b.at || a.room.roomNo.localeCompare(b.room.roomNo))
    .slice(0, rowsAtMost)
    .map(({ room }) => ({ room, proposals: [], overlapMinutes: 0 }))
}

/** Ten hours around the asked time, on the hour: some before it, never long before now or opening. */
export function miniWindow(start: number, now: number, open = 0): { from: number; to: number } {
  const hour = 60 * minute
  const wished = start - 3.5 * hour
  const from =
    Math.floor(Math.max(wished, Math.min(now, start - hour / 2), Math.min(open, start - hour / 2)) / hour) * hour
  return { from, to: from + 10 * hour }
}

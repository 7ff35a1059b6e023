import { minute, type Span } from '../time/span.ts'
import type { RoomState } from './room-state.ts'

/** An active claim as the board's read model gives it (api.md, GET /board), instants in epoch ms. */
export interface BoardClaim extends Span {
  readonly kind: 'booking' | 'use' | 'cleaning' | 'block'
  readonly bookingCode?: string
  readonly stayId?: string
  readonly blockId?: string
  readonly party?: number
  readonly name?: string
  readonly state?: string
  readonly reason?: string
  readonly holdUntil?: number
  /** When an open use was to end; its `end` grows with the clock. */
  readonly plannedEnd?: number
  readonly settledAt?: number
  readonly vipTier?: string
  readonly promise?: boolean
  readonly specifiedRoom?: boolean
}

/** Another station's soft hold while talking (booking.md §5). */
export interface BoardHold extends Span {
  readonly staffNo: string
  readonly staffName: string
  /** When it goes by itself, by the clock of the screen: a conversation takes real seconds, also in practice. */
  readonly expiresAt: number
}

/** One bar of the board. */
export interface BoardItem extends Span {
  readonly key: string
  readonly kind: 'booking' | 'use' | 'block' | 'hold'
  /** What colour, pattern and letter it wears; `past` is neutral and wears none. */
  readonly state: Exclude<RoomState, 'free'> | 'past'
  /** End of the cleaning after it; equals `end` when there is none. */
  readonly cleanUntil: number
  /** The party has left and the room is being cleaned now: the tail carries the letter. */
  readonly beingCleaned: boolean
  readonly claim?: BoardClaim
  readonly hold?: BoardHold
}

const claimKey = (claim: BoardClaim): string =>
  `${claim.kind}:${claim.bookingCode ?? ''}:${claim.stayId ?? claim.blockId ?? ''}:${claim.start}`

function itemState(claim: BoardClaim, now: number, dueSoonMinutes: number): BoardItem['state'] {
  if (claim.kind === 'block') return claim.end <= now ? 'past' : 'blocked'
  if (claim.kind === 'booking') {
    if (claim.end <= now) return 'past'
    return claim.start <= now ? 'lateParty' : 'reserved'
  }
  if (claim.state === 'left') return 'past'
  if (claim.state === 'settled') return 'settled'
  return now >= plannedEndOf(claim) - dueSoonMinutes * minute ? 'dueSoon' : 'inUse'
}

/** When a use was to end; for everything else its end. */
export const plannedEndOf = (claim: BoardClaim): number => claim.plannedEnd ?? claim.end

/**
 * The bars of one room in order of time: each claim with the cleaning that follows it as its tail, and the soft holds
 * between them (booking.md §6).
 */
export function boardItems(
  claims: readonly BoardClaim[],
  holds: readonly BoardHold[],
  now: number,
  dueSoonMinutes: number,
): readonly BoardItem[] {
  const tails = new Map<number, number>()
  for (const claim of claims) if (claim.kind === 'cleaning') tails.set(claim.start, claim.end)
  const items: BoardItem[] = []
  for (const claim of claims) {
    if (claim.kind === 'cleaning') continue
    const cleanUntil = claim.kind === 'block' ? claim.end : (tails.get(claim.end) ?? claim.end)
    const left = claim.kind === 'use' && claim.state === 'left'
    items.push({
      key: claimKey(claim),
      kind: claim.kind,
      state: itemState(claim, now, dueSoonMinutes),
      start: claim.start,
      end: claim.end,
      cleanUntil,
      beingCleaned: left && claim.end <= now && now < cleanUntil,
      claim,
    })
  }
  // A party that left in the minute it came leaves only its cleaning behind.
  const ends = new Set(items.map((item) => item.end))
  for (const claim of claims) {
    if (claim.kind !== 'cleaning' || ends.has(claim.start)) continue
    items.push({
      key: claimKey(claim),
      kind: 'use',
      state: 'past',
      start: claim.start,
      end: claim.start,
      cleanUntil: claim.end,
      beingCleaned: claim.start <= now && now < claim.end,
      claim,
    })
  }
  for (const hold of holds) {
    items.push({
      key: `hold:${hold.staffNo}:${hold.start}`,
      kind: 'hold',
      state: 'held',
      start: hold.start,
      end: hold.end,
      cleanUntil: hold.end,
      beingCleaned: false,
      hold,
    })
  }
  return items.sort((a, b) => a.start - b.start)
}

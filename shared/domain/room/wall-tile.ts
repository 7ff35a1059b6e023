import { minute } from '../time/span.ts'
import { type BoardClaim, type BoardHold, boardItems, plannedEndOf } from './board-item.ts'
import type { RoomState } from './room-state.ts'

/** The one line that matters now. Minutes are whole and rounded up, so that "剩 1 分" lasts until it is over. */
export type WallNow =
  | { readonly kind: 'freeAllDay' }
  | { readonly kind: 'freeUntil'; readonly until: number }
  | { readonly kind: 'left'; readonly minutes: number; readonly party?: number }
  | { readonly kind: 'over'; readonly minutes: number; readonly party?: number }
  | { readonly kind: 'arrives'; readonly at: number; readonly minutes: number }
  | { readonly kind: 'held'; readonly seconds: number }
  | { readonly kind: 'settled'; readonly at?: number; readonly party?: number }
  | { readonly kind: 'cleaning'; readonly minutes: number; readonly doneMinutes: number }
  | { readonly kind: 'waits'; readonly minutes: number; readonly since: number }
  | { readonly kind: 'blocked'; readonly reason: string }

/** The smaller line below: who it is, or what comes next. */
export type WallNext =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'party'; readonly at: number; readonly name: string; readonly party?: number }
  | { readonly kind: 'guest'; readonly name: string; readonly party?: number }
  | { readonly kind: 'talking'; readonly staffName: string; readonly staffNo: string }
  | { readonly kind: 'until'; readonly at: number }

export interface WallTile {
  readonly roomNo: string
  readonly typeCode: string
  readonly floor: string
  readonly state: RoomState
  readonly now: WallNow
  readonly next: WallNext
  readonly vip: boolean
  readonly promise: boolean
  /** When the room will be free for somebody else; `now` when it is. */
  readonly freeAt: number
  /** The claim an action on this tile is about. */
  readonly claim?: BoardClaim
}

export interface WallRoom {
  readonly roomNo: string
  readonly typeCode: string
  readonly floor: string
  readonly state: RoomState
  readonly claims: readonly BoardClaim[]
}

const upMinutes = (span: number): number => Math.max(0, Math.ceil(span / minute))

/**
 * The tile of one room (look.md 房态墙). The state comes from the read model; countdowns from the clock given.
 * @param screenNow the clock of the screen, for soft holds
 */
export function wallTile(
  room: WallRoom,
  holds: readonly BoardHold[],
  now: number,
  dueSoonMinutes: number,
  screenNow: number,
): WallTile {
  const items = boardItems(room.claims, holds, now, dueSoonMinutes)
  const inside = items.find((item) => item.kind === 'use' && item.state !== 'past')
  const block = items.find((item) => item.state === 'blocked' && item.start <= now)
  const cleaned = items.find((item) => item.beingCleaned)
  const late = items.find((item) => item.state === 'lateParty')
  const hold = items.find((item) => item.kind === 'hold')
  const coming = items.find((item) => (item.kind === 'booking' || item.kind === 'block') && item.start > now)
  const state = room.state === 'inUse' && inside?.state === 'dueSoon' ? 'dueSoon' : room.state

  const next: WallNext = coming?.claim
    ? {
        kind: 'party',
        at: coming.start,
        name: coming.claim.name ?? coming.claim.reason ?? '',
        party: coming.claim.party,
      }
    : { kind: 'nothing' }
  const base = { roomNo: room.roomNo, typeCode: room.typeCode, floor: room.floor, state, next }
  const badges = (claim: BoardClaim | undefined) => ({
    // A guest of honour who is due next counts as well: the room should be ready.
    vip: Boolean(claim?.vipTier ?? coming?.claim?.vipTier),
    promise: Boolean(claim?.promise),
    claim,
  })

  if (inside?.claim) {
    const { claim } = inside
    const rest = plannedEndOf(claim) - now
    const line: WallNow =
      inside.state === 'settled'
        ? { kind: 'settled', at: claim.settledAt, party: claim.party }
        : rest >= 0
          ? { kind: 'left', minutes: upMinutes(rest), party: claim.party }
          : { kind: 'over', minutes: Math.floor(-rest / minute), party: claim.party }
    return { ...base, now: line, ...badges(claim), freeAt: inside.cleanUntil }
  }
  if (block?.claim) {
    return {
      ...base,
      now: { kind: 'blocked', reason: block.claim.reason ?? '' },
      next: { kind: 'until', at: block.end },
      ...badges(block.claim),
      freeAt: block.end,
    }
  }
  if (cleaned?.claim) {
    const line: WallNow = {
      kind: 'cleaning',
      minutes: upMinutes(cleaned.cleanUntil - now),
      doneMinutes: Math.floor((now - cleaned.end) / minute),
    }
    return { ...base, now: line, ...badges(undefined), claim: cleaned.claim, freeAt: cleaned.cleanUntil }
  }
  if (late?.claim) {
    const line: WallNow = {
      kind: 'waits',
      minutes: upMinutes((late.claim.holdUntil ?? late.end) - now),
      since: late.start,
    }
    const guest: WallNext = { kind: 'guest', name: late.claim.name ?? '', party: late.claim.party }
    return { ...base, now: line, next: guest, ...badges(late.claim), freeAt: late.claim.holdUntil ?? late.end }
  }
  if (hold?.hold && state === 'held') {
    const line: WallNow = { kind: 'held', seconds: Math.max(0, Math.ceil((hold.hold.expiresAt - screenNow) / 1000)) }
    const talking: WallNext = { kind: 'talking', staffName: hold.hold.staffName, staffNo: hold.hold.staffNo }
    return { ...base, now: line, next: talking, ...badges(undefined), freeAt: hold.end }
  }
  if (coming?.claim && state === 'reserved') {
    const line: WallNow = { kind: 'arrives', at: coming.start, minutes: upMinutes(coming.start - now) }
    const guest: WallNext = { kind: 'guest', name: coming.claim.name ?? '', party: coming.claim.party }
    return { ...base, now: line, next: guest, ...badges(coming.claim), freeAt: now }
  }
  const line: WallNow = coming ? { kind: 'freeUntil', until: coming.start } : { kind: 'freeAllDay' }
  return { ...base, now: line, ...badges(undefined), freeAt: now }
}

/** What wants a hand within the minutes ahead, most pressing first: what is over time, then what comes first. */
export interface WallTodo {
  readonly roomNo: string
  readonly state: RoomState
  readonly kind: 'over' | 'ends' | 'arrives' | 'releases' | 'ready'
  readonly minutes: number
}

/** Things to do within `withinMinutes` (10 分内要做的). */
export function wallTodos(tiles: readonly WallTile[], withinMinutes: number): readonly WallTodo[] {
  const todos: WallTodo[] = []
  for (const { roomNo, state, now } of tiles) {
    if (now.kind === 'over') todos.push({ roomNo, state, kind: 'over', minutes: -now.minutes })
    else if (now.kind === 'left' && now.minutes <= withinMinutes)
      todos.push({ roomNo, state, kind: 'ends', minutes: now.minutes })
    else if (now.kind === 'arrives' && now.minutes <= withinMinutes)
      todos.push({ roomNo, state, kind: 'arrives', minutes: now.minutes })
    else if (now.kind === 'waits' && now.minutes <= withinMinutes)
      todos.push({ roomNo, state, kind: 'releases', minutes: now.minutes })
    else if (now.kind === 'cleaning' && now.minutes <= withinMinutes)
      todos.push({ roomNo, state, kind: 'ready', minutes: now.minutes })
  }
  return todos.sort((a, b) => a.minutes - b.minutes || a.roomNo.localeCompare(b.roomNo))
}

/** Tiles in the order in which their rooms become free; those free now first, then by room number. */
export const byTimeToFree = (tiles: readonly WallTile[]): readonly WallTile[] =>
  [...tiles].sort((a, b) => a.freeAt - b.freeAt || a.roomNo.localeCompare(b.roomNo))

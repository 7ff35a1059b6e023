import { minute, overlaps, type Span } from '../time/span.ts'
import { type BoardClaim, type BoardItem, plannedEndOf } from './board-item.ts'

/** A room as a target of a drag. */
export interface DragRoom {
  readonly roomNo: string
  readonly typeCode: string
  readonly rank: number
  readonly maxSeats: number
  readonly cleaningMinutes: number
  /** Everything that holds it, cleaning included. */
  readonly claims: readonly BoardClaim[]
}

/** Where a bar is held over the board; nothing is stored until it is let go. */
export interface DragTarget extends Span {
  readonly roomNo: string
}

export interface DragConflict {
  readonly claim: BoardClaim
  /** What of the dragged span the claim holds; of the cleaning after it where only that is in the way. */
  readonly overlap: Span
}

export type DragVerdict =
  /** Back where it was: nothing to do. */
  | { readonly kind: 'unchanged' }
  /** May be dropped. */
  | { readonly kind: 'ok' }
  /** A smaller type, or too few seats: only with the guest's word, by dialog. */
  | { readonly kind: 'ask'; readonly smaller: boolean; readonly tooSmall: boolean }
  | { readonly kind: 'conflict'; readonly conflict: DragConflict; readonly fits: readonly string[] }
  | { readonly kind: 'outside'; readonly why: 'past' | 'closing' }

/** What may be dragged: a booking to come, or a party that is inside and has not paid. */
export const canDrag = (item: BoardItem): boolean =>
  (item.kind === 'booking' && item.state !== 'past') ||
  (item.kind === 'use' && (item.state === 'inUse' || item.state === 'dueSoon'))

/** True when the claim is the dragged party itself or the cleaning after it. */
function isOwn(claim: BoardClaim, item: BoardItem): boolean {
  if (claim.kind === 'cleaning') return claim.start === item.end && item.cleanUntil === claim.end
  return claim === item.claim || (claim.kind === item.kind && claim.start === item.start && claim.end === item.end)
}

/** The span a room must be free for: a party that is inside moves from now on, a booking as it stands. */
export const neededSpan = (item: BoardItem, target: Span, now: number): Span =>
  item.kind === 'use' ? { start: Math.max(target.start, now), end: target.end } : target

/** The first claim on the room that the span with its cleaning would overlap; the room's own bar is not in its way. */
export function conflictIn(room: DragRoom, item: BoardItem, homeRoomNo: string, span: Span): DragConflict | undefined {
  const wanted = { start: span.start, end: span.end + room.cleaningMinutes * minute }
  const inTheWay = room.claims.filter(
    (claim) => overlaps(claim, wanted) && !(room.roomNo === homeRoomNo && isOwn(claim, item)),
  )
  // A party is named rather than the cleaning that goes with it.
  const claim = inTheWay.find((one) => one.kind !== 'cleaning') ?? inTheWay[0]
  if (!claim) return undefined
  // What people call the overlap is the parties' own time; only where that is clear it is the cleaning's.
  const reach = claim.start < span.end ? span.end : wanted.end
  const start = Math.max(claim.start, span.start)
  return { claim, overlap: { start, end: Math.max(start, Math.min(claim.end, reach)) } }
}

/** Rooms of the same or a higher type where the span fits and the party sits: nearest type first, at most `most`. */
export function roomsThatFit(
  rooms: readonly DragRoom[],
  item: BoardItem,
  homeRoomNo: string,
  span: Span,
  most: number,
): readonly string[] {
  const home = rooms.find((room) => room.roomNo === homeRoomNo)
  const party = item.claim?.party ?? 1
  return rooms
    .filter((room) => room.rank >= (home?.rank ?? 0) && room.maxSeats >= party && room.roomNo !== homeRoomNo)
    .filter((room) => !conflictIn(room, item, homeRoomNo, span))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map((room) => room.roomNo)
}

/**
 * What letting go here would do (screens.md 2): up in type free, down only by dialog, never onto another claim.
 * The server decides again when it is stored.
 */
export function judgeDrag(
  item: BoardItem,
  homeRoomNo: string,
  target: DragTarget,
  rooms: readonly DragRoom[],
  clock: { readonly now: number; readonly close: number },
): DragVerdict {
  const home = rooms.find((room) => room.roomNo === homeRoomNo)
  const room = rooms.find((one) => one.roomNo === target.roomNo)
  const homeEnd = item.claim ? plannedEndOf(item.claim) : item.end
  if (!home || !room) return { kind: 'unchanged' }
  if (room.roomNo === homeRoomNo && target.start === item.start && target.end === homeEnd) return { kind: 'unchanged' }
  if (target.end > clock.close && target.end > homeEnd) return { kind: 'outside', why: 'closing' }
  if (item.kind === 'booking' && target.start < clock.now && target.start !== item.start)
    return { kind: 'outside', why: 'past' }
  if (target.end <= clock.now) return { kind: 'outside', why: 'past' }
  const span = neededSpan(item, target, clock.now)
  const conflict = conflictIn(room, item, homeRoomNo, span)
  if (conflict) return { kind: 'conflict', conflict, fits: roomsThatFit(rooms, item, homeRoomNo, span, 3) }
  const tooSmall = (item.claim?.party ?? 1) > room.maxSeats
  if (room.rank < home.rank || tooSmall) return { kind: 'ask', smaller: room.rank < home.rank, tooSmall }
  return { kind: 'ok' }
}

/** How the target differs from where the bar was: for the words beside the pointer. */
export interface DragChange {
  readonly room: boolean
  readonly type: 'same' | 'larger' | 'smaller'
  /** Minutes later (+) or earlier (−). */
  readonly startMinutes: number
  /** Minutes longer (+) or shorter (−). */
  readonly lengthMinutes: number
}

export function dragChange(
  item: BoardItem,
  homeRoomNo: string,
  target: DragTarget,
  rooms: readonly DragRoom[],
): DragChange {
  const homeEnd = item.claim ? plannedEndOf(item.claim) : item.end
  const rank = (roomNo: string) => rooms.find((room) => room.roomNo === roomNo)?.rank ?? 0
  const step = rank(target.roomNo) - rank(homeRoomNo)
  return {
    room: target.roomNo !== homeRoomNo,
    type: step === 0 ? 'same' : step > 0 ? 'larger' : 'smaller',
    startMinutes: Math.round((target.start - item.start) / minute),
    lengthMinutes: Math.round((target.end - target.start - (homeEnd - item.start)) / minute),
  }
}

/** Moves a held bar: by minutes in time (a party inside keeps its start) and to a room. */
export function moveTarget(
  item: BoardItem,
  target: DragTarget,
  change: { minutes?: number; roomNo?: string },
): DragTarget {
  const by = item.kind === 'use' ? 0 : (change.minutes ?? 0) * minute
  return { roomNo: change.roomNo ?? target.roomNo, start: target.start + by, end: target.end + by }
}

/** Makes a held bar longer or shorter at its end; never shorter than one slot, a party inside never shorter than it was. */
export function stretchTarget(item: BoardItem, target: DragTarget, minutes: number, slotMinutes: number): DragTarget {
  const homeEnd = item.claim ? plannedEndOf(item.claim) : item.end
  const least = item.kind === 'use' ? homeEnd : target.start + slotMinutes * minute
  return { ...target, end: Math.max(least, target.end + minutes * minute) }
}

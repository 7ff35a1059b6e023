/** What the clock does to a use: it grows past its plan, and to the cleaning after it (booking.md §6). */

import { minute } from '../time/span.ts'

export interface UseFact {
  readonly start: number
  readonly plannedEnd: number
  /** When the party left the room, if it has. */
  readonly leftAt?: number
  /** When the room was reported clean, if it was. */
  readonly cleanedAt?: number
  readonly cleaningMinutes: number
}

export interface UseSpan {
  readonly end: number
  readonly occupiedUntil: number
}

/**
 * The span a use really takes at `now`: as planned, or to now when the party stays on, or to when it left; then its
 * cleaning, shorter once the room was reported clean, growing while nobody has (when cleaning does not end by itself).
 * @param limit start of the next claim on the room: a use never grows into it
 */
export function useSpan(use: UseFact, now: number, autoClean: boolean, limit = Number.POSITIVE_INFINITY): UseSpan {
  const grown = use.leftAt ?? Math.max(use.plannedEnd, Math.floor(now / minute) * minute)
  const end = Math.max(use.start, Math.min(grown, limit))
  const cleaned = use.cleanedAt !== undefined ? Math.max(use.cleanedAt, end) : undefined
  const byItself = end + use.cleaningMinutes * minute
  const stillDirty = use.leftAt !== undefined && !autoClean && cleaned === undefined
  const cleaning = cleaned ?? (stillDirty ? Math.max(byItself, Math.floor(now / minute) * minute + minute) : byItself)
  return { end, occupiedUntil: Math.max(end, Math.min(cleaning, limit)) }
}

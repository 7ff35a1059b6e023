import type { Span } from '../time/span.ts'
import { minute } from '../time/span.ts'
import type { Claim } from './claim.ts'

/** What stands in the way of a span on one room; undefined when the span is free (booking.md §3). */
export interface Obstruction {
  /** `block`: out of order; `cleaning`: only cleaning, before or after; `use`: somebody has the room. */
  readonly by: 'block' | 'cleaning' | 'use'
  readonly claim: Claim
}

// Claims of a room are disjoint and sorted, so their ends are sorted too: the first that could matter is found by halving.
function firstEndingAfter(claims: readonly Claim[], instant: number): number {
  let low = 0
  let high = claims.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((claims[middle] as Claim).occupiedUntil > instant) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * Looks whether `[start, end + cleaning)` overlaps a claim, or a claim's own cleaning overlaps `start`.
 * `ref`: claims of that booking do not stand in its own way.
 */
export function obstructionOf(
  claims: readonly Claim[],
  span: Span,
  cleaningMinutes: number,
  ref?: string,
): Obstruction | undefined {
  const until = span.end + cleaningMinutes * minute
  let found: Obstruction | undefined
  for (let i = firstEndingAfter(claims, span.start); i < claims.length; i += 1) {
    const claim = claims[i] as Claim
    if (claim.start >= until) break
    if (ref !== undefined && claim.bookingCode === ref) continue
    if (claim.kind === 'block') return { by: 'block', claim }
    const cleaningOnly = claim.end <= span.start || claim.start >= span.end
    if (!found || (found.by === 'cleaning' && !cleaningOnly)) found = { by: cleaningOnly ? 'cleaning' : 'use', claim }
  }
  return found
}

/** True when the span and the cleaning after it are free on the room. */
export const isFree = (claims: readonly Claim[], span: Span, cleaningMinutes: number, ref?: string): boolean =>
  obstructionOf(claims, span, cleaningMinutes, ref) === undefined

/** The free stretch around a free span: from the cleaning before it to the next claim, within `limits`. */
export function freeStretch(claims: readonly Claim[], span: Span, limits: Span, ref?: string): Span {
  let start = limits.start
  let end = limits.end
  for (const claim of claims) {
    if (ref !== undefined && claim.bookingCode === ref) continue
    if (claim.occupiedUntil <= span.start) start = Math.max(start, claim.occupiedUntil)
    else if (claim.start >= span.end) {
      end = Math.min(end, claim.start)
      break
    }
  }
  return { start, end }
}

/**
 * The earliest instant in `[from, latest]` at which a session of `minutes` begins free on the room, or undefined.
 * The end of the session may not pass `mustEndBy`; its cleaning may.
 */
export function earliestFreeStart(
  claims: readonly Claim[],
  search: {
    readonly from: number
    readonly mustEndBy: number
    readonly minutes: number
    readonly cleaningMinutes: number
  },
  ref?: string,
): number | undefined {
  let at = Math.ceil(search.from / minute) * minute
  const length = search.minutes * minute
  while (at + length <= search.mustEndBy) {
    const obstruction = obstructionOf(claims, { start: at, end: at + length }, search.cleaningMinutes, ref)
    if (!obstruction) return at
    const next = Math.ceil(obstruction.claim.occupiedUntil / minute) * minute
    if (next <= at) return undefined
    at = next
  }
  return undefined
}

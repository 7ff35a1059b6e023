/** Space on a room's line of claims, for parties that are already inside or expected (booking.md §4, §6). */

import type { Claim } from '../room/claim.ts'
import { minute } from '../time/span.ts'

/** Something that stands in the way, and whether only cleaning does. */
export interface Obstacle {
  readonly claim: Claim
  readonly cleaningOnly: boolean
}

/**
 * The first claim in the way of using a room over `[start, end)` with its cleaning after.
 * @param ignore true for claims that are the party's own
 */
export function obstacle(
  claims: readonly Claim[],
  span: { readonly start: number; readonly end: number; readonly cleaningMinutes: number },
  ignore: (claim: Claim) => boolean = () => false,
): Obstacle | undefined {
  const occupiedUntil = span.end + span.cleaningMinutes * minute
  let mild: Obstacle | undefined
  for (const claim of claims) {
    if (ignore(claim) || claim.occupiedUntil <= span.start || claim.start >= occupiedUntil) continue
    if (claim.start < span.end && span.start < claim.end) return { claim, cleaningOnly: false }
    mild ??= { claim, cleaningOnly: true }
  }
  return mild
}

/** True when nothing, cleaning included, is in the way. */
export const isFree = (
  claims: readonly Claim[],
  span: { readonly start: number; readonly end: number; readonly cleaningMinutes: number },
  ignore?: (claim: Claim) => boolean,
): boolean => obstacle(claims, span, ignore) === undefined

/** The next claim that begins at `after` or later and is not ignored. */
export function nextClaim(
  claims: readonly Claim[],
  after: number,
  ignore: (claim: Claim) => boolean = () => false,
): Claim | undefined {
  let next: Claim | undefined
  for (const claim of claims) {
    if (ignore(claim) || claim.start < after) continue
    if (!next || claim.start < next.start) next = claim
  }
  return next
}

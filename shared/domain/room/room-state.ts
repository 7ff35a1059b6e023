/** What the wall shows of a room: derived from claims, segments and the clock, never stored (booking.md §6). */

import { minute } from '../time/span.ts'

/** The states of a room in the order of the legend: 空 订 锁 用 将 买 清 未 修. */
export const roomStates = [
  'free',
  'reserved',
  'held',
  'inUse',
  'dueSoon',
  'settled',
  'cleaning',
  'lateParty',
  'blocked',
] as const

export type RoomState = (typeof roomStates)[number]

/** One claim as the wall looks at it. */
export interface RoomClaimFact {
  readonly kind: 'booking' | 'use' | 'block'
  readonly start: number
  /** Planned end of an open use; the end of everything else. */
  readonly end: number
  /** When the cleaning after it is done. */
  readonly cleanUntil: number
  /** Of a use only. */
  readonly useState?: 'open' | 'settled' | 'left'
}

/** Minutes before its start from which a booking marks its room as reserved. */
export const reservedMinutes = 60

/**
 * The state of one room at `now`. Facts outrank plans: a block, then the party inside, then cleaning, then a booked
 * party that is late, then a soft hold, then the booking to come.
 */
export function roomState(
  claims: readonly RoomClaimFact[],
  now: number,
  options: { readonly held?: boolean; readonly dueSoonMinutes: number },
): RoomState {
  const inside = claims.find((claim) => claim.kind === 'use' && claim.useState !== 'left' && claim.start <= now)
  if (inside) {
    if (inside.useState === 'settled') return 'settled'
    return now >= inside.end - options.dueSoonMinutes * minute ? 'dueSoon' : 'inUse'
  }
  if (claims.some((claim) => claim.kind === 'block' && claim.start <= now && now < claim.end)) return 'blocked'
  if (claims.some((c) => c.kind === 'use' && c.useState === 'left' && c.start <= now && now < c.cleanUntil))
    return 'cleaning'
  const bookings = claims.filter((claim) => claim.kind === 'booking' && claim.end > now)
  if (bookings.some((claim) => claim.start <= now)) return 'lateParty'
  if (options.held) return 'held'
  return bookings.some((claim) => claim.start <= now + reservedMinutes * minute) ? 'reserved' : 'free'
}

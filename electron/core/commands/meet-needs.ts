import type { Need } from '#shared/domain/booking/decision.ts'
import { maxSeatsOf, roomOf } from '#shared/domain/room/room-type.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'

/** What the desk brings to meet the needs of a decision or an offer. */
export interface Given {
  readonly deposit?: number
  readonly headCount?: number
  readonly transferConsent?: boolean
}

/**
 * The needs that are still open (api.md, Saving): a deposit of at least what is due, the real head count within the
 * room's seats, the caller's word on moving later, yes or no.
 */
export function missingNeeds(
  needs: readonly Need[],
  due: number | undefined,
  roomNos: readonly string[],
  given: Given,
  venue: Venue,
): Need[] {
  const seats = roomNos.reduce((sum, roomNo) => {
    const room = roomOf(venue, roomNo)
    return sum + (room ? maxSeatsOf(venue, room) : 0)
  }, 0)
  const met: Readonly<Record<Need, boolean>> = {
    deposit: (given.deposit ?? 0) >= (due ?? 0),
    headCount: given.headCount !== undefined && given.headCount <= seats,
    transferConsent: given.transferConsent !== undefined,
    supervisor: false,
  }
  return needs.filter((need) => !met[need])
}

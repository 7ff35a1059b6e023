import { type Ask, type Context, dateOf, daysAhead } from './ask.ts'
import type { Need, Reason } from './decision.ts'

/**
 * Cents of deposit a booking of this ask in a room of the type owes, or 0 (booking.md §2, deposit). By the minute of the
 * span; not asked of walk-ins.
 */
export function depositDue(ask: Ask, typeCode: string, context: Context): number {
  if (ask.channel === 'walkIn') return 0
  const { deposit, peakDates, bookingWindowDays } = context.venue.policy
  const due =
    deposit.types.includes(typeCode) ||
    (deposit.onPeakDates && peakDates.includes(dateOf(ask.start, context))) ||
    (deposit.beyondWindow && daysAhead(ask.start, context) > bookingWindowDays) ||
    (ask.customer?.noShows ?? 0) >= deposit.fromNoShows
  return due ? Math.round((deposit.centsPerHour * ask.minutes) / 60) : 0
}

const jumpable: readonly Reason[] = ['ROOM_TAKEN', 'WALK_IN_RESERVE', 'CLEANING_BUFFER', 'NOT_CONTIGUOUS', 'TYPE_FULL']

/** True when a supervisor's approval would change a refusal: beyond the window, a barred caller, a queue jump. */
export function supervisorHelps(ask: Ask, reason: Reason): boolean {
  if (ask.approved || ask.channel === 'walkIn') return false
  if (reason === 'BEYOND_WINDOW' || reason === 'CUSTOMER_BLOCKED') return true
  return ask.queueJump && jumpable.includes(reason)
}

/** The needs of a booking in a room of the type, besides those its kind of offer has. */
export const bookingNeeds = (depositCents: number): Need[] => (depositCents > 0 ? ['deposit'] : [])

/** Life of a booking (booking.md §5): which step is possible from which state, and what the clock does to it. */

import { minute } from '../time/span.ts'

export type BookingStatus =
  | 'confirmed'
  | 'arrived'
  | 'done'
  | 'cancelled'
  | 'released'
  | 'advance'
  | 'standby'
  | 'waiting'

export type BookingStep = 'change' | 'cancel' | 'arrive' | 'release' | 'finish' | 'expire' | 'seat'

const steps: Readonly<Record<BookingStep, { readonly from: readonly BookingStatus[]; readonly to: BookingStatus }>> = {
  change: { from: ['confirmed'], to: 'confirmed' },
  cancel: { from: ['confirmed', 'advance', 'standby', 'waiting'], to: 'cancelled' },
  // A released party that comes late is seated while a room is free (流程 01, booking.md §5).
  arrive: { from: ['confirmed', 'released'], to: 'arrived' },
  release: { from: ['confirmed'], to: 'released' },
  finish: { from: ['arrived'], to: 'done' },
  // A wish that nobody could meet ends with its day; it is no no-show.
  expire: { from: ['standby', 'waiting', 'advance'], to: 'cancelled' },
  seat: { from: ['waiting', 'standby'], to: 'arrived' },
}

/** The state after a step, or undefined when the step is not possible from `status`. */
export function nextStatus(status: BookingStatus, step: BookingStep): BookingStatus | undefined {
  const rule = steps[step]
  return rule.from.includes(status) ? rule.to : undefined
}

/** Until when a booked room waits for its party. */
export const holdUntilOf = (start: number, graceMinutes: number): number => start + graceMinutes * minute

/** True when a cancellation counts as late: less than `cancelFreeMinutes` before the start (booking.md §2). */
export const isLateCancellation = (start: number, now: number, cancelFreeMinutes: number): boolean =>
  start - now < cancelFreeMinutes * minute

/** True while a deposit goes back to the guest: until so many hours before the start. */
export const isDepositRefundable = (start: number, now: number, refundableUntilHours: number): boolean =>
  start - now >= refundableUntilHours * 60 * minute

/** The instant of a fact: the minute it fell in. */
export const toMinute = (at: number): number => Math.floor(at / minute) * minute

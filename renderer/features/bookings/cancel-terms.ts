/** What cancelling now means, by the policy: is it free, and does the deposit go back (flow 12). */
export interface CancelTerms {
  readonly free: boolean
  /** Until when cancelling is (or was) free. */
  readonly freeUntil: number
  readonly deposit?: { readonly cents: number; readonly refunded: boolean; readonly refundedUntil: number }
}

const minute = 60_000

/**
 * Terms of cancelling at `now`. `cancelFreeMinutes` and `refundableUntilHours` are the policy's (booking.md §2); the
 * last minute still counts as in time.
 */
export function cancelTerms(
  booking: { readonly start: number; readonly deposit?: number | undefined },
  policy: { readonly cancelFreeMinutes: number; readonly deposit: { readonly refundableUntilHours: number } },
  now: number,
): CancelTerms {
  const freeUntil = booking.start - policy.cancelFreeMinutes * minute
  const refundedUntil = booking.start - policy.deposit.refundableUntilHours * 60 * minute
  return {
    free: now <= freeUntil,
    freeUntil,
    ...(booking.deposit === undefined || booking.deposit === 0
      ? {}
      : { deposit: { cents: booking.deposit, refunded: now <= refundedUntil, refundedUntil } }),
  }
}

/** Whether what the caller says (last four digits, or the code) belongs to the booking. */
export function isVerified(said: string, booking: { readonly code: string; readonly phone: string }): boolean {
  const plain = said.replace(/[\s-]/g, '').toUpperCase()
  if (plain.length < 4) return false
  return booking.code.replace('-', '').toUpperCase() === plain || booking.phone.replace(/\D/g, '').slice(-4) === plain
}

import type { Span } from '../time/span.ts'

/** One stretch at one rate. `rate` and `amount` in cents, the rate per hour. */
export interface QuoteLine extends Span {
  readonly rate: number
  readonly amount: number
}

export interface Quote {
  readonly lines: readonly QuoteLine[]
  /** The sum of the lines, in cents. */
  readonly total: number
}

import { distributionOf, medianOf, quantileOf } from '../reports/distribution.ts'
import type { CallKind, CallState } from './call.ts'

/** A call as the figures see it. Instants in epoch milliseconds; the hour is the business day's, 25 is 01:00. */
export interface CountedCall {
  readonly direction: 'in' | 'out'
  readonly state: CallState
  readonly startedAt: number
  readonly answeredAt: number | null
  readonly answeredBy: string | null
  readonly kind: CallKind | null
  readonly hour: number
}

/** Incoming calls by how they went (calls.md §4). */
export interface CallFigures {
  /** 来电: all that came in. */
  readonly offered: number
  readonly answered: number
  /** 未接: missed, and met a busy line. */
  readonly missed: number
  /** Answered within two rings, six seconds. */
  readonly withinTwoRings: number
  readonly withinRate: number | null
  readonly answeredRate: number | null
  /** Seconds from the first ring to the answer. */
  readonly median: number | null
  readonly p90: number | null
}

export const twoRingsMs = 6_000

const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

/** The figures of the incoming ones among these calls. */
export function callFigures(calls: readonly CountedCall[]): CallFigures {
  const offered = calls.filter((call) => call.direction === 'in')
  const answered = offered.flatMap((call) => (call.answeredAt === null ? [] : [call.answeredAt - call.startedAt]))
  const waited = distributionOf(answered.map((ms) => Math.max(0, Math.round(ms / 1_000))))
  const within = answered.filter((ms) => ms <= twoRingsMs).length
  return {
    offered: offered.length,
    answered: answered.length,
    missed: offered.filter((call) => call.state === 'missed' || call.state === 'busy').length,
    withinTwoRings: within,
    withinRate: share(within, answered.length),
    answeredRate: share(answered.length, offered.length),
    median: medianOf(waited),
    p90: quantileOf(waited, 0.9),
  }
}

/** Bookings made ÷ callers who asked or booked; null when nobody did. */
export function bookingsOfEnquiries(calls: readonly CountedCall[]): number | null {
  const of = (kind: CallKind) => calls.filter((call) => call.direction === 'in' && call.kind === kind).length
  return share(of('booking'), of('booking') + of('enquiry'))
}

/** Outgoing calls: dialled, and reached, which is answered by whom they were for (calls.md §4). */
export interface OutboundFigures {
  readonly dialled: number
  readonly reached: number
  readonly reachedRate: number | null
}

/** The figures of the outgoing ones among these calls. */
export function outboundFigures(calls: readonly CountedCall[]): OutboundFigures {
  const dialled = calls.filter((call) => call.direction === 'out')
  const reached = dialled.filter((call) => call.answeredAt !== null).length
  return { dialled: dialled.length, reached, reachedRate: share(reached, dialled.length) }
}

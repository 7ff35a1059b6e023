import type { Quote } from '../pricing/quote.ts'

/** The flows of booking by phone (flows.md A). */
export type FlowNo = '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12' | '13'

/** Why a request is not simply available, in the order of the checks (booking.md §3). */
export type Reason =
  | 'PAST'
  | 'CLOSED'
  | 'OFF_GRID'
  | 'BEYOND_WINDOW'
  | 'DURATION'
  | 'PARTY_TOO_BIG'
  | 'CUSTOMER_BLOCKED'
  | 'ROOM_UNKNOWN'
  | 'ROOM_BLOCKED'
  | 'ROOM_TOO_SMALL'
  | 'SPECIFIED_NOT_ALLOWED'
  | 'ROOM_TAKEN'
  | 'WALK_IN_RESERVE'
  | 'CLEANING_BUFFER'
  | 'NOT_CONTIGUOUS'
  | 'TYPE_FULL'
  | 'NO_SUCH_ROOMS'

export type Outcome = 'available' | 'offers' | 'advance' | 'refused'

export type Need = 'deposit' | 'supervisor' | 'transferConsent' | 'headCount'

/** The kinds of offer, in the order of booking.md §3. */
export const offerKinds = [
  'sameTypeOtherRoom',
  'otherTime',
  'shorter',
  'longer',
  'largerType',
  'smallerType',
  'twoRooms',
  'otherDay',
  'waitlist',
  'standby',
  'advance',
] as const

export type OfferKind = (typeof offerKinds)[number]

export interface Blocker {
  readonly roomNo: string
  readonly code: Reason | 'SAME_CALLER'
  /** When what stands in the way ends. */
  readonly until?: number
  readonly bookingCode?: string
}

export interface Offer {
  readonly offerId: string
  readonly kind: OfferKind
  readonly flow?: FlowNo
  readonly typeCode: string
  readonly roomNos: readonly string[]
  readonly start: number
  readonly end: number
  /** Cost to the caller in points: minutes moved and cut, ranks, days (booking.md §3). */
  readonly cost: number
  readonly quote: Quote
  /** Offer's total less the asked span's total at the asked or right type, in cents. */
  readonly priceDifference: number
  readonly needs: readonly Need[]
  /** Cents due when `deposit` is among the needs. */
  readonly deposit?: number
  /** Median wait in minutes, for the waiting list. */
  readonly quotedMinutes?: number
  readonly p90Minutes?: number
}

export interface Decision {
  readonly outcome: Outcome
  readonly flow: FlowNo
  readonly typeCode: string
  /** The room assigned; only when available. */
  readonly roomNo?: string
  readonly start: number
  readonly end: number
  readonly reason?: Reason
  readonly blockers: readonly Blocker[]
  readonly offers: readonly Offer[]
  readonly quote: Quote
  readonly needs: readonly Need[]
  /** Cents due when `deposit` is among the needs. */
  readonly deposit?: number
  /** Minutes the room waits for its party after the start; only when available and booked. */
  readonly graceMinutes?: number
  /** Until when the room could be kept on, cleaning of the next claim's room included; only when available. */
  readonly extendableUntil?: number
  /** Id of the 话术 for this answer. */
  readonly script: string
}

import type { FlowNo, OfferKind, Reason } from '#shared/domain/booking/decision.ts'
import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import type { VipTier } from '#shared/domain/venue/policy.ts'
import type { HistoryBlock } from './blocks.ts'

/** What one made-up business day leaves behind. Times are minutes since the day began; negative is before it. */
export interface HistoryDay {
  readonly date: BusinessDate
  /** Instant at which the business day began. */
  readonly dayStart: number
  /** Minutes of the day. */
  readonly length: number
  readonly parties: readonly HistoryParty[]
  readonly refusals: readonly HistoryRefusal[]
  /** Blocks that touch this day. */
  readonly blocks: readonly HistoryBlock[]
}

export type HistorySource = 'phone' | 'walkIn' | 'waitlist' | 'jump' | 'internal' | 'slip' | 'online'

/** One party: what it asked for and what became of it. */
export interface HistoryParty {
  /** Running number within the day, from 0. */
  readonly number: number
  /** Number of the guest who has a file; a party from the street mostly has none. */
  readonly guest: number | undefined
  readonly tier: VipTier | undefined
  readonly party: number
  readonly source: HistorySource
  flow: FlowNo
  readonly requestedTypeCode: string
  booking?: HistoryBooking
  wait?: HistoryWait
  stay?: HistoryStay
  promise?: HistoryPromise
  jump?: HistoryJump
}

export interface HistoryBooking {
  status: 'done' | 'cancelled' | 'released'
  readonly channel: 'phone' | 'online'
  /** What it waited as, when it had no room. */
  readonly wish?: 'waiting' | 'standby' | 'advance'
  typeCode: string
  roomNos: readonly string[]
  readonly specified: boolean
  readonly start: number
  readonly end: number
  readonly askedAt: number
  holdUntil: number | undefined
  cancelledAt?: number
  cancelReason?: 'guest' | 'noRoom' | 'duplicate' | 'weather' | 'other'
  lateCancel?: boolean
  releasedAt?: number
  arrivedAt?: number
  arrivedLate?: boolean
  /** Cents due and paid. */
  readonly deposit?: number
  readonly offerKind?: OfferKind
  readonly approved?: boolean
  readonly internal: boolean
  readonly quoteTotal: number
}

export interface HistoryWait {
  readonly typeCode: string
  /** Count of the type and day, from 1. */
  readonly count: number
  readonly since: number
  readonly quoted: number
  readonly p90: number
  readonly priority: 'normal' | 'vip' | 'jump'
  readonly minutes: number
  state: 'seated' | 'left' | 'expired'
  calledAt?: number
  seatedAt?: number
  closedAt: number
}

export interface HistorySegment {
  readonly roomNo: string
  readonly typeCode: string
  readonly from: number
  to: number
  /** When the room was clean again. */
  cleanedAt: number
  /** Somebody reported it clean before its time. */
  swept: boolean
  readonly reason: 'guest' | 'promise' | 'fault' | null
  readonly charge: 'keep' | 'recalculate' | null
  readonly chargeTypeCode: string
}

export interface HistoryStay {
  readonly openedAt: number
  /** Type used first. */
  readonly typeCode: string
  readonly rooms: number
  plannedEnd: number
  settledAt: number
  leftAt: number
  extended: number
  readonly quoteTotal: number
  amount: number
  readonly segments: HistorySegment[]
}

export interface HistoryPromise {
  readonly fromTypeCode: string
  readonly toTypeCode: string
  readonly madeAt: number
  state: 'kept' | 'declined' | 'lapsed'
  closedAt: number
}

/** An approved queue jump, for the ledger (flow 09). */
export interface HistoryJump {
  readonly at: number
  /** Numbers in the waiting list that it passed, and by how many minutes. */
  readonly displaced: readonly { readonly number: string; readonly minutes: number }[]
}

export interface HistoryRefusal {
  readonly number: number
  readonly at: number
  readonly kind: 'denial' | 'regret'
  readonly reason: Reason | 'price' | 'time' | 'size' | 'undecided'
  readonly flow: FlowNo
  readonly typeCode: string
  readonly party: number
  readonly start: number
  readonly minutes: number
  readonly channel: 'phone' | 'online' | 'walkIn'
}

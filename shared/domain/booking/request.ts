import type { VipTier } from '../venue/policy.ts'

export type Channel = 'phone' | 'online' | 'slip' | 'walkIn'

/** What the desk knows of the caller when it decides. */
export interface CustomerFacts {
  readonly id?: string
  readonly vipTier?: VipTier
  readonly blocked: boolean
  /** Bookings released without the party ever coming, in the policy's days (365). */
  readonly noShows: number
  /** The caller's own open bookings, for the question of a second one (`SAME_CALLER`). */
  readonly bookings: readonly {
    readonly code: string
    readonly roomNo: string
    readonly start: number
    readonly end: number
  }[]
  /** Rooms this very caller habitually specifies; they are not kept from him. */
  readonly habitualRooms: readonly string[]
}

/** A wish for a room, as `decide` takes it (booking.md §3). */
export interface BookingRequest {
  readonly party: number
  readonly start: number
  /** Minutes asked for; the policy's default session when absent. */
  readonly minutes?: number
  readonly typeCode?: string
  /** The very room the caller wants (指定包厢). */
  readonly roomNo?: string
  readonly channel: Channel
  readonly customer?: CustomerFacts
  readonly asks?: {
    readonly queueJump?: boolean
    /** Set by a save that carries a supervisor's approval. */
    readonly supervisorApproval?: boolean
  }
  /** Code of the booking being changed: its own claims do not stand in its way. */
  readonly ref?: string
  /** Rooms to keep while they are free, best first: those of the booking being changed. */
  readonly preferRooms?: readonly string[]
}

import type { Policy } from './policy.ts'

/** A kind of room; `rank` orders the kinds from small to large (booking.md §1). */
export interface RoomType {
  readonly code: string
  readonly name: string
  readonly rank: number
  /** People who sit in comfort; the right type for a party is chosen by it. */
  readonly seats: number
  /** Smallest party the type is meant for. For scripts and reports only: it refuses nobody. */
  readonly minParty: number
  /** Most people the type really takes. */
  readonly maxSeats: number
  readonly cleaningMinutes: number
}

export interface Room {
  readonly roomNo: string
  readonly typeCode: string
  readonly floor: string
  /** Only when this room takes more or fewer people than its type. */
  readonly maxSeats?: number
  readonly features: readonly string[]
  /** Rooms next door, for offers of two rooms. */
  readonly neighbours: readonly string[]
}

/** Everything about the venue a decision needs, as it stands for one business date. */
export interface Venue {
  readonly name: string
  readonly timeZone: string
  /** Ordered by rank. */
  readonly types: readonly RoomType[]
  /** Ordered by room number. */
  readonly rooms: readonly Room[]
  readonly policy: Policy
}

export type BlockKind = 'repair' | 'closed' | 'locked'

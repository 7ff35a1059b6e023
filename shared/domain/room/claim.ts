import type { BlockKind } from '../venue/venue.ts'

/**
 * A span of time on a room that nothing else may overlap (占用).
 * `[start, end)` is the use itself; until `occupiedUntil` the room is being cleaned. For a block both are the same.
 */
export interface Claim {
  readonly id: string
  readonly roomNo: string
  readonly kind: 'booking' | 'use' | 'block'
  readonly start: number
  /** The effective end: an open use that outstays its plan grows with the clock. */
  readonly end: number
  readonly occupiedUntil: number
  /** When an open use that outstays was to end. */
  readonly plannedEnd?: number
  /** True for a booking and for the use by a party that booked: it counts against the bookings' share. */
  readonly booked: boolean
  readonly bookingCode?: string
  readonly stayId?: string
  readonly blockId?: string
  readonly blockKind?: BlockKind
  readonly party?: number
  readonly name?: string
}

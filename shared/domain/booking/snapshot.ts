import type { Claim } from '../room/claim.ts'
import type { Venue } from '../venue/venue.ts'
import type { WaitingParty } from '../waitlist/waiting-party.ts'

/** All that `decide` may look at besides the request and the clock. Plain data, never changed by it. */
export interface Snapshot {
  readonly venue: Venue
  /** Active claims by room number, each list sorted by start. */
  readonly claimsByRoom: ReadonlyMap<string, readonly Claim[]>
  /** Rooms somebody specifies as a habit (3 times in 180 days), with the customers who do. */
  readonly habitualRooms: ReadonlyMap<string, readonly string[]>
  /** Walk-ins seated in the last 180 days, by room. */
  readonly walkInsByRoom: ReadonlyMap<string, number>
  /** Rooms another station is talking about (soft hold): avoided while another room will do. */
  readonly heldRooms: ReadonlySet<string>
  /** Parties waiting today, first come first. */
  readonly waiting: readonly WaitingParty[]
  /** Median minutes by which parties outstay, by type code and hour of the business day (`"S:21"`); 0 when unknown. */
  readonly overrunMinutes: ReadonlyMap<string, number>
  /** Rooms whose party has paid: free as soon as they are cleaned. */
  readonly settledRooms: ReadonlySet<string>
}

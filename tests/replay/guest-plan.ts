/** What one record became: a guest with a wish and a character. Instants are epoch milliseconds, five minutes apart. */
export interface GuestPlan {
  readonly number: number
  readonly name: string
  readonly phone: string
  readonly channel: 'phone' | 'online'
  /** A house guest (market segment Complementary): a staff booking. */
  readonly internal: boolean
  readonly party: number
  readonly typeCode?: string
  readonly roomNo?: string
  readonly minutes?: number
  readonly start: number
  readonly askAt: number
  readonly queueJump: boolean
  readonly character: Character
  /** Share of the time between asking and coming after which the guest calls it off. */
  readonly cancelsAfter?: number
  readonly comes: boolean
  /** Minutes after the booked start (before, when negative). */
  readonly arrivesAfter: number
  /** One change of mind between asking and coming. */
  readonly change?: { readonly after: number; readonly shiftMinutes?: number; readonly partyBy?: number }
  readonly stay: StayPlan
}

/** How the guest answers what the desk offers. */
export interface Character {
  /** The highest cost of an offer that is still taken (booking.md §3, cost to the caller). */
  readonly patience: number
  /** Agrees to move to the right size later. */
  readonly wouldMove: boolean
  readonly paysDeposit: boolean
  readonly waits: boolean
  /** Whether a supervisor is asked to confirm beyond the window. */
  readonly asksSupervisor: boolean
}

/** How the party behaves once inside. */
export interface StayPlan {
  /** Minutes after the planned end at which it pays; negative is before. */
  readonly settlesAfter: number
  readonly leavesAfterSettling: number
  readonly asksForMinutes?: number
  /** Type the hotel moved the guest to, which the party asks for after 40 minutes. */
  readonly movesToType?: string
  /** Whether somebody reports the room clean, and after what share of its cleaning. */
  readonly cleanedAfter?: number
}

/** A party from the street. */
export interface WalkInPlan {
  readonly number: number
  readonly name: string
  readonly phone: string
  readonly at: number
  readonly party: number
  readonly minutes?: number
  readonly typeCode?: string
  readonly character: Character
  readonly stay: StayPlan
}

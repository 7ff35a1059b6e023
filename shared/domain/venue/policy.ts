/**
 * The venue's rules as settings (booking.md §2). A policy is versioned: a change takes effect from a business date on,
 * and a booking keeps the policy it was made under.
 */

/** Wall-clock minutes after midnight of the business date; beyond 1440 means the next calendar day. */
export type ClockMinutes = number

export interface OpeningHours {
  readonly open: ClockMinutes
  readonly close: ClockMinutes
}

export type DayKind = 'weekday' | 'friday' | 'saturday' | 'sunday' | 'holiday' | 'peak'
export type PriceBand = 'day' | 'prime' | 'night'

/** Whole cents per hour, by band: 12–18 (and 06–12), 18–24, 24–06. */
export type BandRates = Readonly<Record<PriceBand, number>>

export type VipTier = 'silver' | 'gold'

export interface Policy {
  /** A business date runs from this wall-clock minute to the same one of the next day. */
  readonly dayStart: ClockMinutes
  readonly opening: OpeningHours
  /** Other hours by ISO weekday 1–7; null is closed. */
  readonly openingByWeekday: Readonly<Record<string, OpeningHours | null>>
  /** Other hours by business date; null is closed. Wins over the weekday. */
  readonly openingByDate: Readonly<Record<string, OpeningHours | null>>
  readonly bookingWindowDays: number
  readonly slotMinutes: number
  readonly session: { readonly min: number; readonly default: number; readonly max: number }
  readonly walkInMinMinutes: number
  readonly shortSessionMin: number
  readonly shortNoticeMinutes: number
  readonly grace: {
    readonly standard: number
    readonly shortNotice: number
    /** Extra minutes by VIP tier. */
    readonly vipExtra: Readonly<Record<VipTier, number>>
    /** The most staff may give by hand. */
    readonly max: number
  }
  readonly prime: { readonly from: ClockMinutes; readonly to: ClockMinutes }
  readonly walkInReserve: {
    /** Per cent of the sellable rooms, by type code. */
    readonly percentByType: Readonly<Record<string, number>>
    /** The reserve lapses this many minutes before the asked start. */
    readonly lapsesMinutes: number
  }
  readonly specifiedRoom: {
    readonly laterDays: 'everyone' | 'vipOrOffPrime' | 'vip' | 'nobody'
    readonly onPeakDates: boolean
  }
  readonly deposit: {
    readonly types: readonly string[]
    readonly onPeakDates: boolean
    readonly beyondWindow: boolean
    readonly fromNoShows: number
    readonly centsPerHour: number
    readonly refundableUntilHours: number
  }
  readonly noShow: { readonly limit: number; readonly days: number }
  readonly sameCallerGapMinutes: number
  readonly cancelFreeMinutes: number
  /** Moving to the right type within this many minutes charges as if it were right from the start. */
  readonly rightSizeMinutes: number
  readonly dueSoonMinutes: number
  readonly autoClean: boolean
  readonly waitlistCallMinutes: number
  readonly habit: { readonly times: number; readonly days: number }
  /** Rank from which a type counts as large for flows 08 and 09. */
  readonly largeRank: number
  readonly peakDates: readonly string[]
  readonly peakSessionMin: number
  /** Public holidays: business date to name. */
  readonly holidays: Readonly<Record<string, string>>
  /** Rates by type code and kind of day. */
  readonly prices: Readonly<Record<string, Readonly<Record<DayKind, BandRates>>>>
  /** Optional minimum spend per head in cents, by type code. */
  readonly minimumSpendPerHead: Readonly<Record<string, number>>
  /** Shows 02:00 次日 as 26:00 when true. */
  readonly clock26: boolean
}

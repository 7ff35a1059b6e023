/**
 * What one business day leaves behind for the reports: small facts, each with the words it may be counted by. They are
 * made from the rows of the day while it runs, and kept as they were when it was closed (reports.md §1): every figure
 * of every report is a sum over them. Minutes are counted from the beginning of the business day.
 */
import type { DayHours } from './day-hours.ts'

/** Where a party comes from (来源). */
export const sources = ['phone', 'walkIn', 'waitlist', 'jump', 'internal', 'slip', 'online'] as const

/** By what any party or use may be counted. */
export interface Counted {
  readonly typeCode: string
  readonly floor: string
  readonly source: string
  /** Tier of the party's card, empty without one. */
  readonly vipTier: string
}

/** A party that came in on this day, counted once, where and when its first segment began (进场). */
export interface PartyFact extends Counted {
  readonly stayId: string
  readonly minute: number
  readonly requestedTypeCode: string
  readonly guests: number
  /** Seats, in comfort, of the rooms it was let into. */
  readonly seats: number
  /** Rooms it was let into: one, or two. */
  readonly rooms: number
  /** 小用大: fewer guests than the type is meant for; 大用小: more than it seats in comfort. */
  readonly mismatch: '' | 'larger' | 'smaller'
}

/** A party that went on this day, whenever it came. */
export interface DepartureFact extends Counted {
  readonly stayId: string
  /** Minutes from coming to going. */
  readonly stayed: number
  /** 1 when it stayed on beyond what was agreed at first (续时). */
  readonly extended: number
}

/** A party that was inside at an edge of the day. */
export interface InsideFact extends Counted {
  readonly stayId: string
}

/** The part of a use of a room that falls on this day. */
export interface UseFact extends Counted {
  readonly stayId: string
  readonly roomNo: string
  readonly from: number
  readonly to: number
  /** Began today by letting a new party in, began today by a transfer, or was carried over from the day before. */
  readonly began: 'opened' | 'transfer' | 'carried'
  readonly guests: number
  /** Seats left empty by a party smaller than the type is meant for (小用大). */
  readonly spareSeats: number
}

export interface RoomFact {
  readonly roomNo: string
  readonly typeCode: string
  readonly floor: string
}

/** A room type as it was on the day. */
export interface TypeFact {
  readonly code: string
  readonly seats: number
  readonly minParty: number
}

/** A room that was not for sale from one minute to another. */
export interface BlockFact extends RoomFact {
  readonly from: number
  readonly to: number
}

export interface WaitFact {
  readonly id: string
  readonly minute: number
  readonly typeCode: string
  readonly outcome: 'seated' | 'left' | 'waiting'
  /** Minutes from joining to being seated, or to leaving; −1 while it waits. */
  readonly waited: number
  readonly quoted: number
}

/** A booking of this day that was confirmed when its grace ran out, or came before (应到). */
export interface DueFact {
  readonly code: string
  readonly minute: number
  readonly typeCode: string
  readonly floor: string
  readonly vipTier: string
  readonly source: string
  /** Came in time, came after its room had been released, or never came. */
  readonly outcome: 'arrived' | 'late' | 'released'
}

/** A caller who went without, by the hour he asked for. */
export interface RefusalFact {
  readonly id: string
  readonly minute: number
  readonly typeCode: string
  readonly kind: 'denial' | 'regret'
  readonly reason: string
  readonly guests: number
}

/** A promise to move a party (转包承诺) that came to its end on this day. */
export interface PromiseFact {
  readonly id: string
  readonly typeCode: string
  readonly outcome: 'kept' | 'declined' | 'lapsed'
}

/** Who came and went. */
export interface DayParties {
  readonly hours: DayHours
  readonly parties: readonly PartyFact[]
  readonly departures: readonly DepartureFact[]
  readonly insideBefore: readonly InsideFact[]
  readonly insideAfter: readonly InsideFact[]
}

/** How the rooms were used, and what there was to use. */
export interface DayUses {
  readonly hours: DayHours
  /** Opening hours; undefined when the venue was closed. */
  readonly open: { readonly from: number; readonly to: number } | undefined
  readonly rooms: readonly RoomFact[]
  readonly types: readonly TypeFact[]
  readonly blocks: readonly BlockFact[]
  readonly uses: readonly UseFact[]
}

/** What the desk did besides: the waiting list, bookings due, refusals, promises. */
export interface DayDesk {
  readonly hours: DayHours
  readonly waits: readonly WaitFact[]
  readonly due: readonly DueFact[]
  readonly refusals: readonly RefusalFact[]
  readonly promises: readonly PromiseFact[]
}

/** All there is of a day. Each part is kept by itself: an entry table never reads the uses. */
export interface DayFacts {
  readonly parties: DayParties
  readonly uses: DayUses
  readonly desk: DayDesk
}

export type DayPart = keyof DayFacts
export const dayParts = ['parties', 'uses', 'desk'] as const satisfies readonly DayPart[]

/** Cards of the guests: VIP cards and comment cards (流程22). */

import type { CardEventKind, CardState, CardTier } from '#shared/domain/members/card-life.ts'

/** A VIP card (贵宾卡). Dates are business dates; it is good through `valid_until`. */
export interface CardTable {
  venue_id: number
  card_no: string
  customer_id: string
  tier: CardTier
  state: CardState
  issued_on: string
  valid_until: string
  /** The card it took the place of, and the one that took its place. */
  replaces: string | null
  replaced_by: string | null
  created_at: number
  created_by: string
  version: number
}

/** What happened to a card, each thing once: the statistics count these. */
export interface CardEventTable {
  venue_id: number
  card_no: string
  /**
   * Sequence of the journal line it came with: the order in which things happened to a card. Negative, and counted for
   * each card, where a made-up history wrote it.
   */
  seq: number
  customer_id: string
  kind: CardEventKind
  /** Tier afterwards. */
  tier: CardTier
  /** State and tier before; null of a card that is new. */
  was: CardState | null
  was_tier: CardTier | null
  business_date: string
  at: number
  by: string
  note: string | null
  /** Until when it was good afterwards. */
  valid_until: string
}

/** A comment card (贵宾意见卡): five items from 1 to 5, null where left blank. */
export interface CommentCardTable {
  venue_id: number
  id: string
  /** The day it is about. */
  business_date: string
  /** When on that day, for its shift: when the party came in, or the time on the card; null where neither is known. */
  at: number | null
  room_no: string | null
  type_code: string | null
  floor: string | null
  stay_id: string | null
  service: number | null
  food: number | null
  sound: number | null
  environment: number | null
  price: number | null
  words: string | null
  contact: string | null
  phone: string | null
  /** A low score with a phone proposes a complaint. */
  proposal: 'open' | 'accepted' | 'dismissed' | null
  proposal_by: string | null
  proposal_at: number | null
  proposal_note: string | null
  /** 0 when it was entered by mistake and taken back. */
  active: 0 | 1
  created_at: number
  created_by: string
  version: number
}

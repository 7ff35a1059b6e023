/** Figures of VIP cards over any dates (reports.md §3), each with one definition, counted from the cards' events. */

import type { BusinessDate } from '../time/business-day.ts'
import { type CardEventKind, type CardState, type CardTier, cardTiers, stateAfter } from './card-life.ts'

/** One thing that happened to a card. Of one card, later events have a higher `seq` and never an earlier date. */
export interface CardEvent {
  readonly seq: number
  readonly cardNo: string
  readonly customerId: string
  readonly kind: CardEventKind
  /** Tier and state afterwards follow from this event, and before it from these. */
  readonly tier: CardTier
  readonly was: CardState | null
  readonly wasTier: CardTier | null
  readonly date: BusinessDate
}

/** A card as it stood at the end of a day. */
export interface CardStanding {
  readonly cardNo: string
  readonly customerId: string
  readonly tier: CardTier
  readonly state: CardState
  /** When this card was issued. */
  readonly issuedOn: BusinessDate
}

const began: readonly CardEventKind[] = ['issued', 'tookOver']

/** Every card as it stood at the end of a date, whatever has happened to it since: by its last event up to then. */
export function cardsAtEndOf(events: readonly CardEvent[], date: BusinessDate): CardStanding[] {
  const last = new Map<string, CardEvent>()
  const issued = new Map<string, BusinessDate>()
  for (const event of events) {
    if (event.date > date) continue
    const known = last.get(event.cardNo)
    if (known === undefined || known.seq < event.seq) last.set(event.cardNo, event)
    if (began.includes(event.kind)) issued.set(event.cardNo, event.date)
  }
  return [...last.values()].map(({ cardNo, customerId, tier, kind, date: on }) => ({
    cardNo,
    customerId,
    tier,
    state: stateAfter(kind),
    issuedOn: issued.get(cardNo) ?? on,
  }))
}

/** What brings active cards, and what takes them away; each counted only for cards that were, or became, active. */
export interface CardMoves {
  readonly gains: {
    readonly issued: number
    readonly tookOver: number
    readonly unfrozen: number
    readonly tierIn: number
  }
  readonly losses: {
    readonly frozen: number
    readonly lost: number
    readonly replaced: number
    readonly expired: number
    readonly tierOut: number
  }
}

export interface CardFigures extends CardMoves {
  /** Active cards at the beginning and at the end. */
  readonly opening: number
  readonly active: number
  /** Cards frozen, and reported lost but not replaced, at the end. */
  readonly frozenAtEnd: number
  readonly lostAtEnd: number
  /** What happened in the period, from whichever state. */
  readonly issued: number
  readonly renewed: number
  readonly frozen: number
  readonly unfrozen: number
  readonly lost: number
  readonly replaced: number
  readonly expired: number
}

interface Stretch {
  readonly from: BusinessDate
  readonly to: BusinessDate
}

/** Figures of one tier; of all tiers together without one. Opening and closing are looked up, not added up. */
export function cardFigures(
  events: readonly CardEvent[],
  opening: readonly CardStanding[],
  closing: readonly CardStanding[],
  { from, to }: Stretch,
  tier?: CardTier,
): CardFigures {
  const happened = events.filter((event) => event.date >= from && event.date <= to)
  const own = happened.filter((event) => tier === undefined || event.tier === tier)
  const count = (kind: CardEventKind) => own.filter((event) => event.kind === kind).length
  const fromActive = (kind: CardEventKind) =>
    own.filter((event) => event.kind === kind && event.was === 'active').length
  const standing = (cards: readonly CardStanding[], state: CardState) =>
    cards.filter((card) => card.state === state && (tier === undefined || card.tier === tier)).length
  return {
    opening: standing(opening, 'active'),
    active: standing(closing, 'active'),
    frozenAtEnd: standing(closing, 'frozen'),
    lostAtEnd: standing(closing, 'lost'),
    issued: count('issued'),
    renewed: count('renewed'),
    frozen: count('frozen'),
    unfrozen: count('unfrozen'),
    lost: count('lost'),
    replaced: count('replaced'),
    expired: count('expired'),
    gains: {
      issued: count('issued'),
      tookOver: count('tookOver'),
      unfrozen: count('unfrozen'),
      tierIn: count('tierChanged'),
    },
    losses: {
      frozen: fromActive('frozen'),
      lost: fromActive('lost'),
      replaced: fromActive('replaced'),
      expired: fromActive('expired'),
      tierOut: happened.filter(
        (event) => event.kind === 'tierChanged' && (tier === undefined || event.wasTier === tier),
      ).length,
    },
  }
}

const sum = (parts: Readonly<Record<string, number>>): number =>
  Object.values(parts).reduce((total, part) => total + part, 0)

/** What must hold of any tier and any dates; red on the sheet when it does not (reports.md §1). */
export interface CardCheck {
  readonly ok: boolean
  readonly values: {
    readonly opening: number
    readonly gains: number
    readonly losses: number
    readonly active: number
  }
}

/** Active at the start + gains − losses = active at the end. */
export function checkCards(figures: CardFigures): CardCheck {
  const values = {
    opening: figures.opening,
    gains: sum(figures.gains),
    losses: sum(figures.losses),
    active: figures.active,
  }
  return { ok: values.opening + values.gains - values.losses === values.active, values }
}

/** Days without a visit after which a card counts as unused. */
export const unusedAfterDays = 90

/**
 * Active cards whose holder has not been here in the days up to the end of the period. A card that has not been out for
 * so long cannot have lain unused for so long.
 * @param since first of these days
 */
export const unusedCards = (
  closing: readonly CardStanding[],
  visited: ReadonlySet<string>,
  since: BusinessDate,
): CardStanding[] =>
  closing.filter((card) => card.state === 'active' && card.issuedOn < since && !visited.has(card.customerId))

/** Visits and share: how often parties came in with each tier. */
export const visitsByTier = (parties: readonly { readonly vipTier: string }[]): Readonly<Record<CardTier, number>> => {
  const counts = { gold: 0, silver: 0 }
  for (const { vipTier } of parties) for (const tier of cardTiers) if (vipTier === tier) counts[tier] += 1
  return counts
}

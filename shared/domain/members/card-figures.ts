/** Figures of VIP cards over any dates (reports.md §3), each with one definition, counted from the cards' events. */

import { addDays, type BusinessDate } from '../time/business-day.ts'
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
function cardsAtEndOf(events: readonly CardEvent[], date: BusinessDate): CardStanding[] {
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

/** Figures of a period; what each one counts is said in `cardsBehind`. */
export const cardFigures = [
  'opening',
  'issued',
  'tookOver',
  'renewed',
  'frozen',
  'unfrozen',
  'lost',
  'replaced',
  'expired',
  'tierIn',
  'frozenFrom',
  'lostFrom',
  'replacedFrom',
  'expiredFrom',
  'tierOut',
  'active',
  'frozenAtEnd',
  'lostAtEnd',
] as const
export type CardFigure = (typeof cardFigures)[number]

/** What brings active cards, and what takes them away. */
export const cardGains = ['issued', 'tookOver', 'unfrozen', 'tierIn'] as const satisfies readonly CardFigure[]
export const cardLosses = [
  'frozenFrom',
  'lostFrom',
  'replacedFrom',
  'expiredFrom',
  'tierOut',
] as const satisfies readonly CardFigure[]

/** The cards of a period: all that happened up to its end, and how they stood before its first day and after its last. */
export interface CardBook {
  readonly events: readonly CardEvent[]
  readonly from: BusinessDate
  readonly to: BusinessDate
  readonly opening: readonly CardStanding[]
  readonly closing: readonly CardStanding[]
}

/** @param events in any order, none left out up to `to` */
export const bookOfCards = (events: readonly CardEvent[], from: BusinessDate, to: BusinessDate): CardBook => ({
  events: events.filter((event) => event.date >= from && event.date <= to),
  from,
  to,
  opening: cardsAtEndOf(events, addDays(from, -1)),
  closing: cardsAtEndOf(events, to),
})

/** One card that counts in a figure, with the day it counts on. */
export interface CountedCard {
  readonly cardNo: string
  readonly customerId: string
  readonly tier: CardTier
  /** Day of the event, or of its issue where the figure says how cards stood. */
  readonly date: BusinessDate
  /** Of the event. */
  readonly seq?: number
}

/** How cards stood: at the beginning, at the end. */
const standings: { readonly [Figure in CardFigure]?: readonly [edge: 'opening' | 'closing', state: CardState] } = {
  opening: ['opening', 'active'],
  active: ['closing', 'active'],
  frozenAtEnd: ['closing', 'frozen'],
  lostAtEnd: ['closing', 'lost'],
}

/** What happened: from whichever state, or only to cards that were active until then. */
const happenings: { readonly [Figure in CardFigure]?: readonly [kind: CardEventKind, only?: 'fromActive'] } = {
  issued: ['issued'],
  tookOver: ['tookOver'],
  renewed: ['renewed'],
  frozen: ['frozen'],
  unfrozen: ['unfrozen'],
  lost: ['lost'],
  replaced: ['replaced'],
  expired: ['expired'],
  tierIn: ['tierChanged'],
  frozenFrom: ['frozen', 'fromActive'],
  lostFrom: ['lost', 'fromActive'],
  replacedFrom: ['replaced', 'fromActive'],
  expiredFrom: ['expired', 'fromActive'],
  tierOut: ['tierChanged'],
}

/** The cards a figure counts, of one tier or of all: the figure is how many there are. */
export function cardsBehind(book: CardBook, figure: CardFigure, tier?: CardTier): CountedCard[] {
  const standing = standings[figure]
  const all = standing
    ? book[standing[0]]
        .filter((card) => card.state === standing[1])
        .map(({ cardNo, customerId, tier: own, issuedOn }) => ({ cardNo, customerId, tier: own, date: issuedOn }))
    : eventsBehind(book, figure)
  return tier === undefined ? all : all.filter((card) => card.tier === tier)
}

function eventsBehind(book: CardBook, figure: CardFigure): CountedCard[] {
  const [kind, only] = happenings[figure] ?? []
  return book.events
    .filter((event) => event.kind === kind && (only === undefined || event.was === 'active'))
    .map(({ cardNo, customerId, tier, wasTier, date, seq }) => ({
      cardNo,
      customerId,
      // Who leaves a tier counts in the one he leaves.
      tier: figure === 'tierOut' ? (wasTier ?? tier) : tier,
      date,
      seq,
    }))
}

/** How many cards each figure counts. Opening and closing are looked up, never added up. */
export const countCards = (book: CardBook, tier?: CardTier): Readonly<Record<CardFigure, number>> =>
  Object.fromEntries(cardFigures.map((figure) => [figure, cardsBehind(book, figure, tier).length])) as Record<
    CardFigure,
    number
  >

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
export function checkCards(counts: Readonly<Record<CardFigure, number>>): CardCheck {
  const sum = (figures: readonly CardFigure[]) => figures.reduce((total, figure) => total + counts[figure], 0)
  const values = {
    opening: counts.opening,
    gains: sum(cardGains),
    losses: sum(cardLosses),
    active: counts.active,
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

/** A guest who came in. */
export interface GuestVisit {
  readonly customerId: string
  readonly date: BusinessDate
}

/** Who may have held an active card at some time of a period: the others need not be asked about. */
export const holdersIn = ({ opening, events }: CardBook): ReadonlySet<string> =>
  new Set([...opening, ...events].map((one) => one.customerId))

/**
 * Visits of guests who held an active card when the day they came was closed, each with that card's tier; a tier marked
 * by hand in the file is no card.
 * @param visits of the period
 */
export function visitsWithCard<Visit extends GuestVisit>(
  { opening, events }: CardBook,
  visits: readonly Visit[],
): (Visit & { readonly tier: CardTier })[] {
  interface Step {
    readonly date: BusinessDate
    readonly tier: CardTier | undefined
  }
  const stepsOf = new Map<string, Map<string, Step[]>>()
  const add = (customerId: string, cardNo: string, step: Step) => {
    const cards = stepsOf.get(customerId) ?? new Map<string, Step[]>()
    stepsOf.set(customerId, cards.set(cardNo, [...(cards.get(cardNo) ?? []), step]))
  }
  const held = (tier: CardTier, state: CardState) => (state === 'active' ? tier : undefined)
  for (const card of opening)
    add(card.customerId, card.cardNo, { date: card.issuedOn, tier: held(card.tier, card.state) })
  for (const event of events.toSorted((a, b) => a.seq - b.seq))
    add(event.customerId, event.cardNo, { date: event.date, tier: held(event.tier, stateAfter(event.kind)) })
  const tierOn = ({ customerId, date }: GuestVisit): CardTier | undefined => {
    const tiers = [...(stepsOf.get(customerId)?.values() ?? [])].map(
      (steps) => steps.findLast((step) => step.date <= date)?.tier,
    )
    return cardTiers.find((tier) => tiers.includes(tier))
  }
  return visits.flatMap((visit) => {
    const tier = tierOn(visit)
    return tier === undefined ? [] : [{ ...visit, tier }]
  })
}

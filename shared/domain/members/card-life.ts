/**
 * Life of a VIP card (流程22): issued → active, frozen and back, lost → replaced by a new card, renewed, expired by
 * itself after its last day. A card that was replaced or has expired is dead, and nothing brings it back: its holder
 * gets another card with another number.
 */

import { addDays, type BusinessDate } from '../time/business-day.ts'

export const cardTiers = ['gold', 'silver'] as const
export type CardTier = (typeof cardTiers)[number]

export const cardStates = ['active', 'frozen', 'lost', 'replaced', 'expired'] as const
export type CardState = (typeof cardStates)[number]

/** What staff, or the clock, do to a card that has been issued. */
export const cardActs = ['renew', 'freeze', 'unfreeze', 'reportLost', 'replace', 'changeTier', 'expire'] as const
export type CardAct = (typeof cardActs)[number]

/** What is written down of a card, each thing once: the statistics count these. `tookOver`: issued in place of another. */
export const cardEventKinds = [
  'issued',
  'tookOver',
  'renewed',
  'frozen',
  'unfrozen',
  'lost',
  'replaced',
  'tierChanged',
  'expired',
] as const
export type CardEventKind = (typeof cardEventKinds)[number]

interface Rule {
  readonly from: readonly CardState[]
  readonly to: CardState
  readonly kind: CardEventKind
}

/** What may follow what. */
const rules: Readonly<Record<CardAct, Rule>> = {
  renew: { from: ['active'], to: 'active', kind: 'renewed' },
  freeze: { from: ['active'], to: 'frozen', kind: 'frozen' },
  unfreeze: { from: ['frozen'], to: 'active', kind: 'unfrozen' },
  reportLost: { from: ['active', 'frozen'], to: 'lost', kind: 'lost' },
  // A card that is worn out or broken is replaced at once, without having been lost.
  replace: { from: ['active', 'lost'], to: 'replaced', kind: 'replaced' },
  changeTier: { from: ['active'], to: 'active', kind: 'tierChanged' },
  expire: { from: ['active', 'frozen', 'lost'], to: 'expired', kind: 'expired' },
}

/** States of a card that still stands for its holder; he gets no second one meanwhile. */
export const livingStates = ['active', 'frozen', 'lost'] as const satisfies readonly CardState[]

export const isLiving = (state: CardState): boolean => livingStates.some((living) => living === state)

/** The state after an act, or undefined when the act is not possible from `state`. */
export function nextCardState(state: CardState, act: CardAct): CardState | undefined {
  const rule = rules[act]
  return rule.from.includes(state) ? rule.to : undefined
}

/** As what an act is written down. */
export const kindOfAct = (act: CardAct): CardEventKind => rules[act].kind

/** The state a card is in after an event of this kind. */
export const stateAfter = (kind: CardEventKind): CardState =>
  Object.values(rules).find((rule) => rule.kind === kind)?.to ?? 'active'

/** What staff may do to a card in this state. */
export const possibleActs = (state: CardState): CardAct[] =>
  cardActs.filter((act) => act !== 'expire' && nextCardState(state, act) !== undefined)

/** Months a card is good for from its issue, and for which a renewal makes it good again. */
export const cardMonths = 12

/** A renewal never makes a card good for longer than this from today, so that a key pressed twice renews once. */
const longestMonths = 24

/** The last day of so many months that begin with `from`: a year from 6 March ends on 5 March. */
export function validThrough(from: BusinessDate, months: number = cardMonths): BusinessDate {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const index = year * 12 + (month - 1) + months
  const first = (at: number): BusinessDate => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`
  const same = addDays(first(index), day - 1)
  // A month too short for the day ends before it.
  const [after = same] = [same, first(index + 1)].sort()
  return addDays(after, -1)
}

/** Until when a card is good once it is renewed: the new year follows the old one, so that nobody loses days. */
export function renewedUntil(validUntil: BusinessDate, today: BusinessDate): BusinessDate | undefined {
  const from = validUntil < today ? today : addDays(validUntil, 1)
  const until = validThrough(from)
  return until <= validThrough(today, longestMonths) ? until : undefined
}

/** True from the first business day on which the card is no longer good. */
export const isOver = (validUntil: BusinessDate, today: BusinessDate): boolean => validUntil < today

/** The state of a card on a day: past its last day it is expired, also in the minutes before the clock has said so. */
export const stateOn = (
  card: { readonly state: CardState; readonly validUntil: BusinessDate },
  today: BusinessDate,
): CardState => (isLiving(card.state) && isOver(card.validUntil, today) ? 'expired' : card.state)

/** The tier a card gives its holder: its own while it is active, none otherwise. */
export const tierGiven = (state: CardState, tier: CardTier): CardTier | null => (state === 'active' ? tier : null)

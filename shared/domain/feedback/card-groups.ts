import { share } from '../reports/operations.ts'
import { type FiguresByItem, itemFigures } from './item-figures.ts'
import type { Scores } from './scores.ts'

/** By what cards are told apart (reports.md §3). */
export const groupings = ['floor', 'type', 'shift'] as const
export type Grouping = (typeof groupings)[number]

/** Where a card or a party belongs; an empty text where it is not known. */
export type Place = Readonly<Record<Grouping, string>>

/** Key of the cards whose place is not known. */
export const unplaced = ''

export interface CardFact extends Place {
  readonly scores: Scores
}

export interface CardGroup {
  readonly key: string
  readonly cards: number
  /** Parties that came in on the same dates; null where that says nothing: for cards without a place. */
  readonly parties: number | null
  /** 回收率: cards ÷ parties; null without parties. */
  readonly returnRate: number | null
  readonly items: FiguresByItem
}

/**
 * Cards by floor, room type or shift, with the return rate of each.
 * @param known the venue's own, in its order; what it no longer has comes after them, cards without a place last
 */
export function groupCards(
  by: Grouping,
  cards: readonly CardFact[],
  parties: readonly Place[],
  known: readonly string[],
): CardGroup[] {
  const cardsBy = Map.groupBy(cards, (card) => card[by])
  const partiesBy = Map.groupBy(parties, (party) => party[by])
  const met = [...new Set([...cardsBy.keys(), ...partiesBy.keys()])].filter((key) => key !== unplaced)
  const others = met.filter((key) => !known.includes(key)).sort()
  const keys = [...known, ...others, ...(cardsBy.has(unplaced) ? [unplaced] : [])]
  return keys.map((key) => {
    const own = cardsBy.get(key) ?? []
    const came = key === unplaced ? null : (partiesBy.get(key)?.length ?? 0)
    return {
      key,
      cards: own.length,
      parties: came,
      returnRate: came === null ? null : share(own.length, came),
      items: itemFigures(own.map((card) => card.scores)),
    }
  })
}

/** A party that was in the room on the card's business date. Instants in epoch milliseconds. */
export interface RoomStay {
  readonly stayId: string
  readonly start: number
  /** Undefined while the party is still inside. */
  readonly end?: number
}

export type FoundStay<Stay extends RoomStay> =
  | { readonly outcome: 'found'; readonly stay: Stay }
  | { readonly outcome: 'none' }
  /** More than one could have written the card: someone has to say which. */
  | { readonly outcome: 'unclear'; readonly stays: readonly Stay[] }

const end = (stay: RoomStay): number => stay.end ?? Number.POSITIVE_INFINITY

/**
 * The party a comment card belongs to (流程22): the only one in that room that day; of several the one inside at the
 * time on the card, or that had left last before it. Without a time, or before anybody came, several stay unclear.
 */
export function findStay<Stay extends RoomStay>(stays: readonly Stay[], at: number | undefined): FoundStay<Stay> {
  const [only] = stays
  if (only === undefined) return { outcome: 'none' }
  if (stays.length === 1) return { outcome: 'found', stay: only }
  if (at === undefined) return { outcome: 'unclear', stays }
  const inside = stays.filter((stay) => stay.start <= at && at < end(stay))
  const left = stays.filter((stay) => end(stay) <= at).sort((a, b) => end(a) - end(b))
  const stay = inside.length === 1 ? inside[0] : inside.length === 0 ? left.at(-1) : undefined
  return stay === undefined
    ? { outcome: 'unclear', stays: inside.length > 1 ? inside : stays }
    : { outcome: 'found', stay }
}

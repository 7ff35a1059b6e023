import { type CommentItem, commentItems, isDissatisfied, isSatisfied, type Scores, scoreValues } from './scores.ts'

/** Below so many answers an item shows its counts only: neither a mean nor a rate (reports.md §3). */
export const fewestAnswers = 10

/** How one item of the comment cards was answered. Rates are shares of the answers: blanks leave the denominator. */
export interface ItemFigures {
  /** Cards with a score for the item. */
  readonly n: number
  /** Cards on which it was left blank. */
  readonly blanks: number
  /** How often each score was given, 1 first. */
  readonly counts: readonly number[]
  /** Scores of 4 and 5, and of 1 and 2. */
  readonly satisfied: number
  readonly dissatisfied: number
  /** Null below `fewestAnswers`. */
  readonly mean: number | null
  readonly satisfiedRate: number | null
  readonly dissatisfiedRate: number | null
}

export type FiguresByItem = Readonly<Record<CommentItem, ItemFigures>>

/** One item against the dates before: of the mean the difference, of the rates percentage points. Null where either side has too few answers. */
export interface ItemChange {
  readonly mean: number | null
  readonly satisfiedPoints: number | null
  readonly dissatisfiedPoints: number | null
}

function figuresOf(scores: readonly (number | null)[]): ItemFigures {
  const counts = scoreValues.map((value) => scores.filter((score) => score === value).length)
  const n = counts.reduce((sum, count) => sum + count, 0)
  const of = (meant: (score: number) => boolean) =>
    scoreValues.reduce((sum, value, index) => sum + (meant(value) ? (counts[index] ?? 0) : 0), 0)
  const [satisfied, dissatisfied] = [of(isSatisfied), of(isDissatisfied)]
  const total = scoreValues.reduce((sum, value, index) => sum + value * (counts[index] ?? 0), 0)
  const enough = n >= fewestAnswers
  return {
    n,
    blanks: scores.length - n,
    counts,
    satisfied,
    dissatisfied,
    mean: enough ? total / n : null,
    satisfiedRate: enough ? satisfied / n : null,
    dissatisfiedRate: enough ? dissatisfied / n : null,
  }
}

/** Every item over some cards (reports.md §3). */
export const itemFigures = (cards: readonly Scores[]): FiguresByItem =>
  Object.fromEntries(
    commentItems.map((item) => [item, figuresOf(cards.map((card) => card[item]))]),
  ) as unknown as FiguresByItem

const minus = (now: number | null, before: number | null): number | null =>
  now === null || before === null ? null : now - before

const points = (now: number | null, before: number | null): number | null => {
  const difference = minus(now, before)
  return difference === null ? null : difference * 100
}

/** An item of one period against the same item of another. */
export const itemChange = (now: ItemFigures, before: ItemFigures): ItemChange => ({
  mean: minus(now.mean, before.mean),
  satisfiedPoints: points(now.satisfiedRate, before.satisfiedRate),
  dissatisfiedPoints: points(now.dissatisfiedRate, before.dissatisfiedRate),
})

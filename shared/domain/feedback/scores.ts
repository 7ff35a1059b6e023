/** What a comment card (贵宾意见卡) asks about, in the order in which it stands on the card (流程22). */
export const commentItems = ['service', 'food', 'sound', 'environment', 'price'] as const
export type CommentItem = (typeof commentItems)[number]

/** 1 很不满意 … 5 很满意; null where the guest left it blank. */
export type Scores = Readonly<Record<CommentItem, number | null>>

export const scoreValues = [1, 2, 3, 4, 5] as const

export const blankScores: Scores = { service: null, food: null, sound: null, environment: null, price: null }

/** Satisfied is 4 or 5, dissatisfied 1 or 2 (reports.md §3). */
export const isSatisfied = (score: number): boolean => score >= 4
export const isDissatisfied = (score: number): boolean => score <= 2

/** The items a guest was dissatisfied with, in the order of the card. */
export const lowItems = (scores: Scores): CommentItem[] =>
  commentItems.filter((item) => {
    const score = scores[item]
    return score !== null && isDissatisfied(score)
  })

/** A score of 1 or 2 with a telephone to call back on proposes a complaint (reports.md §3). */
export const proposesComplaint = (scores: Scores, phone: string | null): boolean =>
  phone !== null && lowItems(scores).length > 0

/** A card that says nothing, neither by a score nor in words, is not worth keeping. */
export const saysSomething = (scores: Scores, words: string | null): boolean =>
  words !== null || commentItems.some((item) => scores[item] !== null)

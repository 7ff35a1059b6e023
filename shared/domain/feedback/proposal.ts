import { proposesComplaint, type Scores } from './scores.ts'

/** A complaint a card proposes: waiting for a supervisor, passed on, or put aside with a reason. */
export type Proposal = 'open' | 'accepted' | 'dismissed'

/**
 * The proposal of a card after it was entered or corrected. What a supervisor has decided stays decided; an open
 * proposal goes when the card no longer gives reason for it.
 */
export function proposalAfter(
  before: Proposal | null,
  card: { readonly scores: Scores; readonly phone: string | null },
): Proposal | null {
  if (before === 'accepted' || before === 'dismissed') return before
  return proposesComplaint(card.scores, card.phone) ? 'open' : null
}

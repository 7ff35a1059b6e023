import type { z } from 'zod'
import type { commentContract } from '#shared/contract/comment.ts'
import { phoneKey } from '#shared/domain/customer/phone.ts'
import { proposalAfter } from '#shared/domain/feedback/proposal.ts'
import { blankScores, type Scores, saysSomething } from '#shared/domain/feedback/scores.ts'
import { type CommentDesk, type CommentView, commentView } from '../queries/comment-view.ts'
import { venueId } from '../store/schema.ts'
import { type Command, done } from '../store/tx.ts'
import { placeComment } from './place-comment.ts'
import { invalid } from './read-request.ts'

export type EnterInput = z.output<(typeof commentContract)['enter']['~orpc']['inputSchema'] & z.ZodType>

type GivenScores = { readonly [Item in keyof Scores]?: number | null | undefined }

/** Scores as they stand after some were given; what was left out stays. */
export const withScores = (before: Scores, given: GivenScores = {}): Scores =>
  Object.fromEntries(
    Object.entries(before).map(([item, score]) => {
      const now = given[item as keyof Scores]
      return [item, now === undefined ? score : now]
    }),
  ) as unknown as Scores

/** An empty text is none. */
export const written = (text: string | null | undefined): string | null => text || null

export const nothingOnIt = invalid('scores', 'neither a score nor words')

/** Enters a comment card (流程22) and finds the party that wrote it; a low score with a phone proposes a complaint. */
export const enterComment = (desk: CommentDesk): Command<EnterInput, CommentView> => ({
  name: 'comment.enter',
  async run(tx, input) {
    const scores = withScores(blankScores, input.scores)
    const words = written(input.words)
    if (!saysSomething(scores, words)) return nothingOnIt
    const place = await placeComment(tx, desk, input)
    if (!place.ok) return place
    const phone = input.phone === undefined ? null : phoneKey(input.phone)
    const row = {
      id: tx.newId('m'),
      ...place.result,
      ...scores,
      words,
      contact: written(input.contact),
      phone,
      proposal: proposalAfter(null, { scores, phone }),
      proposal_by: null,
      proposal_at: null,
      proposal_note: null,
      active: 1 as const,
      created_at: tx.now,
      created_by: tx.actor.staffNo,
      version: 1,
    }
    await tx.insert('comment_card', row)
    return done(await commentView(tx.read, desk, { ...row, venue_id: venueId }), [`comment:${row.id}`])
  },
})

import { type CommentDesk, type CommentView, commentRow, commentView } from '../queries/comment-view.ts'
import { type Command, done, refuse } from '../store/tx.ts'

/** A supervisor passes a card's complaint on (转投诉), or puts it aside and says why. Refuses with STATE when that is settled. */
export const decideProposal = (
  desk: CommentDesk,
  decision: 'accepted' | 'dismissed',
): Command<{ readonly id: string; readonly note?: string | undefined }, CommentView> => ({
  name: decision === 'accepted' ? 'comment.accept' : 'comment.dismiss',
  async run(tx, { id, note }) {
    const row = await commentRow(tx.read, id)
    if (!row) return refuse('NOT_FOUND')
    if (row.active === 0 || row.proposal !== 'open')
      return refuse('STATE', { proposal: row.active === 0 ? 'takenBack' : row.proposal })
    const changed = await tx.update(
      'comment_card',
      { id },
      {
        proposal: decision,
        proposal_by: tx.actor.staffNo,
        proposal_at: tx.now,
        proposal_note: note || null,
        version: row.version + 1,
      },
    )
    return done(await commentView(tx.read, desk, changed), [`comment:${id}`])
  },
})

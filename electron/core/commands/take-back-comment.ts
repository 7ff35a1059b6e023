import { type CardDesk, type CommentView, commentView } from '../queries/comment-view.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import { ownCard } from './correct-comment.ts'

/** Takes back a card that was entered by mistake: it counts nowhere, and stays in the journal. Refuses with STATE once its complaint was passed on. */
export const takeBackComment = (
  desk: CardDesk,
): Command<{ readonly id: string; readonly version?: number | undefined }, CommentView> => ({
  name: 'comment.takeBack',
  async run(tx, { id, version }) {
    const own = await ownCard(tx, id, version, desk)
    if (!own.ok) return own
    if (own.result.proposal === 'accepted') return refuse('STATE', { why: 'passedOn' })
    const changed = await tx.update('comment_card', { id }, { active: 0, version: own.result.version + 1 })
    return done(await commentView(tx.read, desk, changed), [`comment:${id}`])
  },
})

import { type CommentDesk, type CommentView, commentView } from '../queries/comment-view.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import { ownComment } from './correct-comment.ts'

/** Takes back a card that was entered by mistake: it counts nowhere, and stays in the journal. Refuses with STATE once its complaint was passed on. */
export const takeBackComment = (
  desk: CommentDesk,
): Command<{ readonly id: string; readonly version?: number | undefined }, CommentView> => ({
  name: 'comment.takeBack',
  async run(tx, { id, version }) {
    const own = await ownComment(tx, id, version, desk)
    if (!own.ok) return own
    if (own.result.proposal === 'accepted') return refuse('STATE', { why: 'passedOn' })
    const changed = await tx.update('comment_card', { id }, { active: 0, version: own.result.version + 1 })
    return done(await commentView(tx.read, desk, changed), [`comment:${id}`])
  },
})

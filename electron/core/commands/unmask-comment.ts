import { commentRow } from '../queries/comment-view.ts'
import { type Command, done, refuse } from '../store/tx.ts'

/** Writes down who looked at the whole number on a card, and why; nothing else changes. */
export const unmaskComment: Command<{ readonly id: string; readonly reason: string }, { readonly id: string }> = {
  name: 'comment.unmask',
  async run(tx, { id }) {
    if (!(await commentRow(tx.read, id))) return refuse('NOT_FOUND')
    return done({ id }, [`comment:${id}`])
  },
}

import { correctComment } from '../commands/correct-comment.ts'
import { decideProposal } from '../commands/decide-proposal.ts'
import { enterComment } from '../commands/enter-comment.ts'
import { takeBackComment } from '../commands/take-back-comment.ts'
import { unmaskComment } from '../commands/unmask-comment.ts'
import { failure } from '../failure.ts'
import { stretchOfRequest } from '../papers/papers.ts'
import { commentRow, commentView } from '../queries/comment-view.ts'
import { commentsView } from '../queries/comments-report.ts'
import { listComments, staysOfComment } from '../queries/list-comments.ts'
import { staffed } from './procedures.ts'
import { readerOf, sourceOf } from './report.ts'

export const commentApi = {
  enter: staffed.comment.enter.handler(({ input, context }) => context.run(enterComment(context.core), input)),
  list: staffed.comment.list.handler(({ input, context: { core } }) => listComments(core.reader, core, input)),
  stays: staffed.comment.stays.handler(({ input, context: { core } }) => staysOfComment(core.reader, core, input)),

  find: staffed.comment.find.handler(async ({ input, context }) => {
    const { core, language } = context
    const row = await commentRow(core.reader, input.id)
    if (!row) throw failure('NOT_FOUND', language)
    if (input.unmask !== undefined) await context.run(unmaskComment, { id: input.id, reason: input.unmask })
    return commentView(core.reader, core, row, input.unmask !== undefined)
  }),

  correct: staffed.comment.correct.handler(({ input, context }) => context.run(correctComment(context.core), input)),
  takeBack: staffed.comment.takeBack.handler(({ input, context }) => context.run(takeBackComment(context.core), input)),
  accept: staffed.comment.accept.handler(({ input, context }) =>
    context.run(decideProposal(context.core, 'accepted'), input),
  ),
  dismiss: staffed.comment.dismiss.handler(({ input, context }) =>
    context.run(decideProposal(context.core, 'dismissed'), input),
  ),

  report: staffed.comment.report.handler(({ input, context }) => {
    const source = sourceOf(context.core)
    const stretch = stretchOfRequest(source, { name: 'comments', ...input })
    return commentsView(source, readerOf(context), { ...stretch, floor: input.floor })
  }),
}

import { auditLines } from '../queries/audit.ts'
import { verifyChain } from '../store/replay.ts'
import { undo } from '../store/undo.ts'
import { liveEvents, liveEventView } from './live-events.ts'
import { staffed } from './procedures.ts'

const usualPage = 100

export const journalApi = {
  live: staffed.journal.live.handler(async function* ({ input, context: { core }, signal, lastEventId }) {
    const resumed = lastEventId === undefined ? undefined : Number(lastEventId)
    const after = Number.isSafeInteger(resumed) ? resumed : input.after
    for await (const event of liveEvents(core.feed, after, signal))
      yield liveEventView(event, core.model.venue.timeZone)
  }),

  undo: staffed.journal.undo.handler(({ input, context }) => context.run(undo, input)),

  audit: staffed.journal.audit.handler(({ input, context: { core } }) =>
    auditLines(
      core.reader,
      {
        limit: input.limit ?? usualPage,
        ...(input.from !== undefined && { from: Date.parse(input.from) }),
        ...(input.to !== undefined && { to: Date.parse(input.to) }),
        ...(input.actor && { actor: input.actor }),
        ...(input.entity && { entity: input.entity }),
        ...(input.cursor !== undefined && { before: Number(input.cursor) }),
      },
      core.model.venue.timeZone,
    ),
  ),

  verify: staffed.journal.verify.handler(({ context: { core } }) => verifyChain(core.reader)),
}

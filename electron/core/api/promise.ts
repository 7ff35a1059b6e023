import { declinePromise } from '../commands/decline-promise.ts'
import { listPromises, listQueueJumps } from '../queries/list-promises.ts'
import { staffed } from './procedures.ts'

export const promiseApi = {
  list: staffed.promise.list.handler(({ input, context: { core } }) =>
    listPromises(core.reader, core, input, core.clock.now()),
  ),
  decline: staffed.promise.decline.handler(({ input, context }) => context.run(declinePromise(context.core), input)),
  queueJumps: staffed.promise.queueJumps.handler(({ input, context: { core } }) =>
    listQueueJumps(core.reader, core.auth, core.model.venue.timeZone, input),
  ),
}

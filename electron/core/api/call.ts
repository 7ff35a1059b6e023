import { changeCall, recordCall } from '../commands/record-call.ts'
import { stretchOfRequest } from '../papers/papers.ts'
import { listCalls } from '../queries/call-view.ts'
import { callsView } from '../queries/calls-report.ts'
import { staffed } from './procedures.ts'
import { readerOf, sourceOf } from './report.ts'

export const callApi = {
  list: staffed.call.list.handler(({ input, context: { core } }) => listCalls(core.reader, core.model.venue, input)),
  record: staffed.call.record.handler(({ input, context }) => context.run(recordCall(context.core), input)),
  change: staffed.call.change.handler(({ input, context }) => context.run(changeCall(context.core), input)),
  report: staffed.call.report.handler(({ input, context }) => {
    const source = sourceOf(context.core)
    return callsView(source, readerOf(context), stretchOfRequest(source, { name: 'calls', ...input }))
  }),
}

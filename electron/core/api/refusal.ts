import { recordRefusal } from '../commands/record-refusal.ts'
import { listRefusals } from '../queries/list-refusals.ts'
import { staffed } from './procedures.ts'

export const refusalApi = {
  record: staffed.refusal.record.handler(({ input, context }) => context.run(recordRefusal(context.core), input)),
  list: staffed.refusal.list.handler(({ input, context: { core } }) =>
    listRefusals(core.reader, core.model.venue.timeZone, input),
  ),
}

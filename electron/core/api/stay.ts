import { arrive } from '../commands/arrive.ts'
import { snapshotFor } from '../commands/desk.ts'
import { extendStay } from '../commands/extend-stay.ts'
import { leaveStay } from '../commands/leave-stay.ts'
import { openStay } from '../commands/open-stay.ts'
import { roomCleaned } from '../commands/room-cleaned.ts'
import { settleStay } from '../commands/settle-stay.ts'
import { openSegments } from '../commands/stay-rows.ts'
import { transferStay } from '../commands/transfer-stay.ts'
import { failureOf } from '../failure.ts'
import { extensionView } from '../queries/extension.ts'
import { listStays } from '../queries/list-stays.ts'
import { stayRow } from '../queries/stay-view.ts'
import { staffed } from './procedures.ts'

export const stayApi = {
  arrive: staffed.stay.arrive.handler(({ input, context }) => context.run(arrive(context.core), input)),
  open: staffed.stay.open.handler(({ input, context }) => context.run(openStay(context.core), input)),
  list: staffed.stay.list.handler(({ input, context: { core } }) =>
    listStays(core.reader, input.state, core.model.venue.timeZone),
  ),
  extend: staffed.stay.extend.handler(({ input, context }) => context.run(extendStay(context.core), input)),

  extension: staffed.stay.extension.handler(async ({ input, context: { core, language, station } }) => {
    const stay = await stayRow(core.reader, input.id)
    if (!stay) throw failureOf({ code: 'NOT_FOUND' }, language)
    if (stay.state === 'left') throw failureOf({ code: 'STATE', details: { state: stay.state } }, language)
    const now = core.clock.now()
    const segments = await openSegments(core.reader, stay.id)
    const roomNos = segments.map((segment) => segment.room_no)
    return extensionView(stay, roomNos, snapshotFor(core, now, stay.planned_end - 1, 1, station))
  }),

  transfer: staffed.stay.transfer.handler(({ input, context }) => context.run(transferStay(context.core), input)),
  settle: staffed.stay.settle.handler(({ input, context }) => context.run(settleStay(context.core), input)),
  leave: staffed.stay.leave.handler(({ input, context }) => context.run(leaveStay(context.core), input)),
  cleaned: staffed.stay.cleaned.handler(({ input, context }) => context.run(roomCleaned(context.core), input)),
}

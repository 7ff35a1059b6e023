import { callWaitlist } from '../commands/call-waitlist.ts'
import { joinWaitlist } from '../commands/join-waitlist.ts'
import { leaveWaitlist } from '../commands/leave-waitlist.ts'
import { seatWaitlist } from '../commands/seat-waitlist.ts'
import { listWaitlist } from '../queries/list-waitlist.ts'
import { staffed } from './procedures.ts'

export const waitlistApi = {
  join: staffed.waitlist.join.handler(({ input, context }) => context.run(joinWaitlist(context.core), input)),
  list: staffed.waitlist.list.handler(({ input, context: { core } }) =>
    listWaitlist(core.reader, core, input, core.clock.now()),
  ),
  call: staffed.waitlist.call.handler(({ input, context }) => context.run(callWaitlist(context.core), input)),
  seat: staffed.waitlist.seat.handler(({ input, context }) => context.run(seatWaitlist(context.core), input)),
  leave: staffed.waitlist.leave.handler(({ input, context }) => context.run(leaveWaitlist(context.core), input)),
}

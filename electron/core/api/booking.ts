import { alternatives, decide } from '#shared/domain/booking/decide.ts'
import { cancelBooking } from '../commands/cancel-booking.ts'
import { changeBooking } from '../commands/change-booking.ts'
import type { RequestInput } from '../commands/read-request.ts'
import { readRequest } from '../commands/read-request.ts'
import { saveBooking } from '../commands/save-booking.ts'
import { failureOf } from '../failure.ts'
import { decisionView, freeCount, offerView } from '../queries/decision-view.ts'
import { findBooking } from '../queries/find-booking.ts'
import { listBookings } from '../queries/list-bookings.ts'
import { type StaffContext, staffed } from './procedures.ts'

/** A question about a room: read like a save, and nothing is stored. */
async function asked(input: RequestInput, { core, language, station }: StaffContext) {
  const now = core.clock.now()
  const read = await readRequest(core, core.reader, input, { now, station })
  if (!read.ok) throw failureOf(read.refusal, language)
  return { ...read.result, now }
}

export const bookingApi = {
  decide: staffed.booking.decide.handler(async ({ input, context }) => {
    const { request, snapshot, now } = await asked(input, context)
    const decision = decide(request, snapshot, now)
    const view = decisionView(decision, snapshot)
    return { ...view, free: freeCount(request, decision, snapshot, now) }
  }),

  alternatives: staffed.booking.alternatives.handler(async ({ input, context }) => {
    const { request, snapshot, now } = await asked(input, context)
    return { offers: alternatives(request, snapshot, now).map((offer) => offerView(offer, snapshot.venue.timeZone)) }
  }),

  save: staffed.booking.save.handler(({ input, context }) => context.run(saveBooking(context.core), input)),

  list: staffed.booking.list.handler(({ input, context: { core } }) =>
    listBookings(core.reader, core, input, core.clock.now()),
  ),

  find: staffed.booking.find.handler(async ({ input, context: { core, language } }) => {
    const found = await findBooking(core.reader, input.code, core)
    if (!found) throw failureOf({ code: 'NOT_FOUND' }, language)
    return found
  }),

  change: staffed.booking.change.handler(({ input, context }) => context.run(changeBooking(context.core), input)),

  cancel: staffed.booking.cancel.handler(({ input, context }) => context.run(cancelBooking(context.core), input)),
}

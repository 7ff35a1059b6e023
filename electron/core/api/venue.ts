import type { Policy } from '#shared/domain/venue/policy.ts'
import { renameVenue } from '../commands/rename-venue.ts'
import { savePolicy } from '../commands/save-policy.ts'
import { saveRooms } from '../commands/save-rooms.ts'
import { saveStaff } from '../commands/save-staff.ts'
import { saveTypes } from '../commands/save-types.ts'
import type { Core } from '../core.ts'
import { failure } from '../failure.ts'
import { listPolicies, listStaff, venueView } from '../queries/venue-view.ts'
import { staffed } from './procedures.ts'
import { setupFaults } from './setup-faults.ts'

const current = (core: Core) => venueView(core.model, core.clock.now())

export const venueApi = {
  current: staffed.venue.current.handler(({ context: { core } }) => current(core)),

  rename: staffed.venue.rename.handler(async ({ input, context }) => {
    await context.run(renameVenue, input)
    return current(context.core)
  }),

  saveTypes: staffed.venue.saveTypes.handler(async ({ input, context }) => {
    const fields = setupFaults({ types: input.types, rooms: [] })
    if (fields.length > 0) throw failure('INVALID', context.language, { fields })
    await context.run(saveTypes, input)
    return current(context.core)
  }),

  saveRooms: staffed.venue.saveRooms.handler(async ({ input, context }) => {
    const types = context.core.model.venue.at(context.core.clock.now()).types.map((type) => ({ ...type }))
    const fields = setupFaults({ types, rooms: input.rooms })
    if (fields.length > 0) throw failure('INVALID', context.language, { fields })
    await context.run(saveRooms, input)
    return current(context.core)
  }),

  policies: staffed.venue.policies.handler(({ context: { core } }) =>
    listPolicies(core.reader, core.model.venue.timeZone),
  ),

  savePolicy: staffed.venue.savePolicy.handler(({ input, context }) =>
    context.run(savePolicy(context.core), { effectiveFrom: input.effectiveFrom, policy: input.policy as Policy }),
  ),

  staff: staffed.venue.staff.handler(({ context: { core } }) => listStaff(core.reader)),

  saveStaff: staffed.venue.saveStaff.handler(async ({ input, context }) => {
    const { pin, ...person } = input
    const pinHash = pin === undefined ? undefined : await context.core.auth.hash(pin)
    return context.run(saveStaff, { ...person, ...(pinHash && { pinHash }) })
  }),
}

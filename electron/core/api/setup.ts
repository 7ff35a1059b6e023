import { demoVenue } from '#shared/demo/demo-venue.ts'
import { isoIn, isTimeZone } from '#shared/domain/time/zone.ts'
import type { Policy } from '#shared/domain/venue/policy.ts'
import { setUpVenue } from '../commands/set-up-venue.ts'
import { failure, failureOf } from '../failure.ts'
import { systemActor } from '../store/tx.ts'
import { open } from './procedures.ts'
import { setupFaults } from './setup-faults.ts'

export const setupApi = {
  status: open.setup.status.handler(({ context: { core } }) => ({
    needed: !core.model.venue.ready,
    training: core.training,
  })),

  template: open.setup.template.handler(() => ({
    name: demoVenue.name,
    timeZone: demoVenue.timeZone,
    types: demoVenue.types.map((type) => ({ ...type })),
    rooms: demoVenue.rooms.map((room) => ({
      ...room,
      features: [...room.features],
      neighbours: [...room.neighbours],
    })),
    policy: structuredClone(demoVenue.policy) as never,
  })),

  complete: open.setup.complete.handler(async ({ input, context: { core, language, device, station } }) => {
    if (core.model.venue.ready) throw failure('VENUE_EXISTS', language)
    const fields = setupFaults(input)
    if (!isTimeZone(input.timeZone)) fields.push({ path: 'timeZone', reason: 'zone' })
    if (fields.length > 0) throw failure('INVALID', language, { fields })
    const people = [{ ...input.admin, role: 'admin' as const }, ...(input.staff ?? [])]
    const staff = await Promise.all(
      people.map(async ({ pin, ...person }) => ({ ...person, pinHash: await core.auth.hash(pin) })),
    )
    const answer = await core.door.execute(setUpVenue, {
      input: {
        name: input.name,
        timeZone: input.timeZone,
        training: false,
        types: input.types,
        rooms: input.rooms,
        policy: input.policy as Policy,
        staff,
      },
      actor: systemActor,
      station: station ?? device,
    })
    if (!answer.ok) throw failureOf(answer.refusal, language)
    const opened = await core.auth.openUnchecked(input.admin.staffNo, station ?? device)
    return { token: opened.token, staff: opened.actor, expiresAt: isoIn(opened.expiresAt, core.model.venue.timeZone) }
  }),
}

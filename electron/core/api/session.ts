import { isoIn } from '#shared/domain/time/zone.ts'
import { failureOf } from '../failure.ts'
import { open, staffed } from './procedures.ts'

export const sessionApi = {
  open: open.session.open.handler(async ({ input, context: { core, language, device, station } }) => {
    const name = input.station ?? station ?? device
    const opened = await core.auth.open(input.staffNo, input.pin, name, device)
    if (!opened.ok) throw failureOf(opened.refusal, language)
    const { token, actor, expiresAt } = opened.result
    return { token, staff: actor, expiresAt: isoIn(expiresAt, core.model.venue.timeZone) }
  }),

  current: staffed.session.current.handler(({ context: { core, actor, station, expiresAt } }) => ({
    staff: actor,
    station,
    expiresAt: isoIn(expiresAt, core.model.venue.timeZone),
  })),

  close: staffed.session.close.handler(async ({ context: { core, token } }) => ({
    closed: await core.auth.close(token),
  })),
}

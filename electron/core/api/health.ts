import { isoIn } from '#shared/domain/time/zone.ts'
import type { Core } from '../core.ts'
import { failure } from '../failure.ts'
import { open, staffed } from './procedures.ts'

function clockView({ clock, model }: Core) {
  const now = clock.now()
  return { now: isoIn(now, model.venue.timeZone), businessDate: model.venue.businessDateOf(now) }
}

export const healthApi = {
  check: open.health.check.handler(({ context: { core } }) => ({
    status: 'ok' as const,
    ...clockView(core),
    mode: core.training ? ('training' as const) : ('live' as const),
    version: core.version,
    ready: core.model.venue.ready,
    warnings: core.warnings.list(),
  })),

  moveClock: staffed.health.moveClock.handler(async ({ input, context: { core, language } }) => {
    if (!core.moveClock) throw failure('NOT_FOUND', language)
    const moved = await core.moveClock(Date.parse(input.now))
    if (!moved) throw failure('CLOCK_BACKWARDS', language, { now: clockView(core).now })
    const due = await core.runDue()
    return { ...clockView(core), released: due.released, expired: due.expired }
  }),
}

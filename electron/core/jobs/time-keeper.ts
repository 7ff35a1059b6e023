import type { Core } from '../core.ts'

const everyMs = 1_000
const habitsMs = 60 * 60 * 1_000

/** Does what falls due while the clock runs; a practice clock that stands still has nothing to wait for. */
export function keepTime(core: Core): () => void {
  let busy = false
  const tick = setInterval(() => {
    if (busy || core.clock.standing || !core.model.venue.ready) return
    busy = true
    core
      .runDue()
      .catch(core.report)
      .finally(() => {
        busy = false
      })
  }, everyMs)
  const hourly = setInterval(() => {
    if (core.model.venue.ready) core.model.refreshHabits(core.clock.now()).catch(core.report)
  }, habitsMs)
  tick.unref()
  hourly.unref()
  return () => {
    clearInterval(tick)
    clearInterval(hourly)
  }
}

import { healthApi } from './api/health.ts'
import { journalApi } from './api/journal.ts'
import { sessionApi } from './api/session.ts'
import { setupApi } from './api/setup.ts'

/** The contract, answered. One file per area; the commands and queries behind them do the work. */
export const createRouter = () => ({
  health: healthApi,
  setup: setupApi,
  session: sessionApi,
  journal: journalApi,
})

export type DeskRouter = ReturnType<typeof createRouter>

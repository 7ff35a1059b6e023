import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import type { Auth } from './auth/auth.ts'
import type { Clock } from './clock.ts'
import type { RunOutcome } from './commands/record-report-run.ts'
import type { Exports } from './exports/exports.ts'
import type { Secrets } from './secrets.ts'
import type { Door } from './store/execute.ts'
import type { LiveFeed } from './store/feed.ts'
import type { Holds } from './store/holds.ts'
import type { LiveModel } from './store/live-model.ts'
import type { Reader } from './store/tx.ts'
import type { Warnings } from './warnings.ts'

/** What commands, queries and jobs work with; made once by the host. */
export interface Core {
  readonly version: string
  readonly training: boolean
  readonly clock: Clock
  readonly reader: Reader
  readonly door: Door
  readonly model: LiveModel
  readonly holds: Holds
  readonly feed: LiveFeed
  readonly auth: Auth
  readonly warnings: Warnings
  readonly exports: Exports
  readonly secrets: Secrets
  readonly daily: DailyDesk
  /** Moves the practice clock; false when that would be backwards. Absent outside practice. */
  readonly moveClock?: (instant: number) => Promise<boolean>
  /** Does what has fallen due by the clock. */
  readonly runDue: () => Promise<DueWork>
  readonly report: (defect: unknown) => void
}

/** The daily report, as the rest of the program knows it (daily/daily-reports.ts). */
export interface DailyDesk {
  /** Where reports go as things stand. */
  readonly folder: string
  /** Makes the report of a closed day, now; undefined for a day that is not closed. */
  make(date: BusinessDate): Promise<RunOutcome | undefined>
  /** Resolves when nothing is being made any more. */
  idle(): Promise<void>
}

/** What the clock did: bookings released, calls from the waiting list run out. */
export interface DueWork {
  readonly released: number
  readonly expired: number
}

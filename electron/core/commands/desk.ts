import type { Snapshot } from '#shared/domain/booking/snapshot.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { Holds } from '../store/holds.ts'
import type { LiveModel } from '../store/live-model.ts'

/** What commands and queries share besides the database: the present in memory, and the soft holds. */
export interface Desk {
  readonly model: LiveModel
  readonly holds: Holds
}

/** The snapshot for a request that starts at `start`, as the station sees it. */
export const snapshotFor = (desk: Desk, now: number, start: number, minutes: number, station: string): Snapshot =>
  desk.model.snapshotFor(now, start, start + minutes * minute, station, desk.holds)

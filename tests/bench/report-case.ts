import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHost } from '#electron/core/host.ts'
import { daysBetween, instantAt } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import { startHub } from '#tests/replay/hub-process.ts'
import { asked } from './full-saturday.ts'
import { megabytesOf } from './many-desks.ts'
import { PlainHttp, startFloor } from './plain-http.ts'
import { type ReportTiming, timeLastWeeks, timeReports } from './report-jobs.ts'
import { type Seeded, seedStore } from './seed-store.ts'
import { venues } from './venues.ts'

const longDays = 800

interface ReportCase {
  readonly rooms: number
  readonly parties: number
}

/** A month, ten years of the venue of 60 rooms, and as many for each room of the large one as it takes. */
export const reportCases: readonly ReportCase[] = [
  { rooms: 60, parties: 5_000 },
  { rooms: 60, parties: 600_000 },
  { rooms: 150, parties: 3_000_000 },
]

export interface ReportNumbers extends ReportCase {
  readonly seeded: Seeded
  readonly reports: readonly ReportTiming[]
  readonly lastWeeks: readonly ReportTiming[]
  readonly hubMegabytes: number | undefined
}

/** A venue with one length of history, its days closed, and its reports beside their SQL on the same file. */
export async function measureReports(
  one: ReportCase,
  { rounds, say }: { readonly rounds: number; readonly say: (text: string) => void },
): Promise<ReportNumbers> {
  const venue = venues[one.rooms]
  if (!venue) throw new Error(`there is no venue of ${one.rooms} rooms to measure in`)
  const folder = mkdtempSync(join(tmpdir(), 'bench-reports-'))
  const now = instantAt(asked, 15 * 60, calendarOf(venue))
  try {
    const host = await createHost({ dataFolder: folder, version: 'bench', station: 'bench', training: { now } })
    await host.close()
    const seeded = await seedStore({ folder, venue, parties: one.parties, guests: 0, until: asked, lines: 'recipes' })
    say(
      `${one.rooms} rooms: ${seeded.parties} parties since ${seeded.since}, ${seeded.rows} rows in ${seeded.seconds.toFixed(0)} s (${Math.round(seeded.rows / seeded.seconds)} rows/s), ${seeded.megabytes.toFixed(0)} MB`,
    )
    const hub = await startHub(folder, ['--training', '--now', isoIn(now, venue.timeZone)])
    const server = await startFloor(folder)
    const floor = new PlainHttp(server.url)
    try {
      // A short history has nothing to compare with: it is there for what must not grow.
      const isLong = daysBetween(seeded.since, asked) > longDays
      const reports = isLong ? await timeReports({ url: hub.url, floor, venue, until: asked }, rounds) : []
      const lastWeeks = await timeLastWeeks(hub.url, asked, rounds)
      return { ...one, seeded, reports, lastWeeks, hubMegabytes: megabytesOf(hub.pid) }
    } finally {
      floor.close()
      await server.stop()
      await hub.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createHost } from '#electron/core/host.ts'
import { instantAt } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import { startHub } from '#tests/replay/hub-process.ts'
import { asked } from './full-saturday.ts'
import { type HttpFloors, httpFloors } from './http-floors.ts'
import { type HubNumbers, hubJobs } from './hub-jobs.ts'
import { type DesksNumbers, manyDesks, megabytesOf } from './many-desks.ts'
import { type RawFloors, rawFloors } from './raw-floors.ts'
import { type Seeded, seedStore } from './seed-store.ts'
import { type StartNumbers, timeStarts } from './starts.ts'
import { venues } from './venues.ts'

export interface BenchCase {
  readonly rooms: number
  readonly parties: number
}

export interface CaseNumbers extends BenchCase {
  readonly seeded: Seeded
  readonly raw: RawFloors
  readonly floors: HttpFloors
  readonly hub: HubNumbers
  readonly desks: DesksNumbers
  readonly starts: StartNumbers
  readonly idleMegabytes: number | undefined
}

export interface BenchOptions {
  readonly rounds: number
  readonly guests: number
  readonly desks: number
  readonly deskSeconds: number
  readonly say: (text: string) => void
}

/** One venue with one length of history: filled, then floors and hub measured one after the other on the same file. */
export async function measureCase(one: BenchCase, options: BenchOptions): Promise<CaseNumbers> {
  const venue = venues[one.rooms]
  if (!venue) throw new Error(`there is no venue of ${one.rooms} rooms to measure in`)
  const { rounds, say } = options
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const now = instantAt(asked, 15 * 60, calendarOf(venue))
  const args = ['--training', '--now', isoIn(now, venue.timeZone)]
  try {
    const host = await createHost({ dataFolder: folder, version: 'bench', station: 'bench', training: { now } })
    await host.close()
    const seeded = await seedStore({ folder, venue, parties: one.parties, guests: options.guests, until: asked })
    say(
      `${one.rooms} rooms: ${seeded.parties} parties, ${seeded.rows} rows in ${seeded.seconds.toFixed(0)} s (${Math.round(seeded.rows / seeded.seconds)} rows/s), ${seeded.megabytes.toFixed(0)} MB`,
    )
    const raw = rawFloors(folder, venue, rounds)
    const floors = await httpFloors(folder, venue, rounds)
    dropFloorTable(folder)
    // The first start writes the journal's second copy, which a venue has had from its first day on.
    const first = await startHub(folder, args)
    await first.stop()
    const starts = await timeStarts(folder, args)
    say(`  start ${starts.afterCleanStopMs.toFixed(0)} ms, after kill ${starts.afterKillMs.toFixed(0)} ms`)
    const hub = await startHub(folder, args)
    const idleMegabytes = megabytesOf(hub.pid)
    const numbers = await hubJobs(hub.url, venue, rounds)
    const desks = await manyDesks(hub.url, hub.pid, venue, { desks: options.desks, seconds: options.deskSeconds })
    await hub.stop()
    return { ...one, seeded, raw, floors, hub: numbers, desks, starts, idleMegabytes }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function dropFloorTable(folder: string): void {
  const db = new Database(join(folder, 'desk.db'))
  db.exec('drop table if exists floor_booking')
  db.pragma('wal_checkpoint(truncate)')
  db.close()
}

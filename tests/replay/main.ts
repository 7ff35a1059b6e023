import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { addDays, instantAt } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'
import { writeSection } from '#tests/bench/measured.ts'
import { ApiClient } from './api-client.ts'
import { bookingsOn, lookAtDay } from './board-watch.ts'
import { Callers } from './caller.ts'
import { readDemand } from './demand.ts'
import { startHub } from './hub-process.ts'
import { planEverything } from './mapping.ts'
import { Progress } from './progress.ts'
import { readRecords } from './records.ts'
import { replayReport } from './report.ts'
import { Tally } from './tally.ts'
import { WaitingRoom } from './waiting-room.ts'
import { walkIn } from './walk-ins.ts'
import { admin, World } from './world.ts'

const usage = `npm run replay -- FILE.csv [options]
  --limit N        only the first N records
  --seed N         another draw of hours and characters (1)
  --from DATE      first business day (2026-01-12)
  --per-day N      records a business day on average (105)
  --walk-ins N     walk-in parties for each record (0.25)
  --lines N        calls at a time (4)
  --demand FILE    demand-shape.json (beside FILE)
  --out FILE       where the table is kept (docs/measured.md)
  --keep DIR       data folder to use and keep
  --remarks FILE   parties turned away, seats that were refused: each with its request
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    limit: { type: 'string' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '2026-01-12' },
    'per-day': { type: 'string', default: '105' },
    'walk-ins': { type: 'string', default: '0.25' },
    lines: { type: 'string', default: '4' },
    demand: { type: 'string' },
    out: { type: 'string' },
    keep: { type: 'string' },
    remarks: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
const [file] = positionals
if (values.help || file === undefined) {
  process.stdout.write(usage)
  process.exit(file === undefined && !values.help ? 2 : 0)
}

const measured = values.out ?? fileURLToPath(new URL('../../docs/measured.md', import.meta.url))
const demandFile = values.demand ?? join(file, '..', 'demand-shape.json')
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'replay-'))
const lines = Number(values.lines)
const longestLead = 45

/** Watches of a day: before opening, through the evening, and after closing. Hours of the business day. */
const watchHours = [11, 18, 19, 20, 21, 22, 24, 26, 30]

await replay(file)

async function replay(source: string): Promise<void> {
  const begun = performance.now()
  let badLines = 0
  const records = await readRecords(source, Number(values.limit ?? Number.POSITIVE_INFINITY), ({ line, why }) => {
    badLines += 1
    if (badLines <= 20) process.stderr.write(`line ${line} left out: ${why}\n`)
  })
  if (records.length === 0) throw new Error(`${source} holds no record that can be read`)
  const demand = readDemand(demandFile)
  const calendar = { timeZone: 'Asia/Shanghai', dayStart: 480 }
  const now = instantAt(addDays(values.from, -longestLead), 10 * 60, calendar)
  const hub = await startHub(folder, ['--training', '--now', isoIn(now, calendar.timeZone)])
  const tally = new Tally()
  const api = new ApiClient(hub.url, { sockets: lines + 1, keyPrefix: `replay-${values.seed}`, watch: tally.watch })
  try {
    const { body: venue } = await api.call<Venue>('GET', '/venue', undefined, admin)
    const plans = planEverything(records, {
      venue,
      demand,
      seed: Number(values.seed),
      from: values.from,
      perDay: Number(values['per-day']),
      walkInShare: Number(values['walk-ins']),
    })
    const world = new World({ api, tally, venue, now, lines })
    const waitingRoom = new WaitingRoom(world)
    const callers = new Callers(world, waitingRoom)
    const progress = new Progress(plans.guests.length)
    for (const plan of plans.guests)
      world.agenda.add(world.later(plan.askAt), 'ask', () => {
        progress.done(world.iso(world.now).slice(0, 16))
        return callers.ask(plan)
      })
    for (const plan of plans.walkIns)
      world.agenda.add(world.later(plan.at), 'walkIn', () => walkIn(world, waitingRoom, plan))
    for (const date of plans.dates)
      for (const hour of watchHours)
        world.agenda.add(instantAt(date, hour * 60, calendarOf(venue)), 'look', () =>
          lookAtDay(world, date, hour <= 12),
        )
    const last = plans.dates.at(-1) ?? values.from
    while ((world.agenda.next() ?? Number.POSITIVE_INFINITY) < instantAt(addDays(last, 1), 12 * 60, calendar))
      await world.step()
    progress.end()

    for (const date of plans.dates) {
      await lookAtDay(world, date, false)
      for (const booking of await bookingsOn(world, date)) tally.statuses.add(booking.flow, booking.status)
    }
    const { promises, keptRate } = await allPromises(api)
    const jumps = await countItems(api, '/queue-jumps')
    const summary = {
      file: basename(source),
      records: records.length,
      badLines,
      walkIns: plans.walkIns.length,
      from: plans.dates[0] ?? values.from,
      to: last,
      days: plans.dates.length,
      seed: Number(values.seed),
      lines,
      seconds: (performance.now() - begun) / 1000,
      promises,
      keptRate,
      queueJumps: jumps,
      uses: world.uses.count,
      stillInside: world.uses.inside,
      useOverlaps: world.uses.overlapping(),
    }
    const report = replayReport(summary, tally)
    process.stdout.write(`\n${report}\n`)
    for (const overlap of [...tally.overlaps, ...summary.useOverlaps].slice(0, 20))
      process.stdout.write(`OVERLAP ${overlap}\n`)
    for (const answer of tally.unexpected) process.stdout.write(`UNEXPECTED ${answer}\n`)
    if (values.remarks !== undefined) writeFileSync(values.remarks, `${tally.remarks.join('\n')}\n`)
    writeSection(measured, 'replay', report)
    const failed = tally.overlaps.length + summary.useOverlaps.length + tally.serverErrors
    if (failed > 0) process.exitCode = 1
  } finally {
    api.close()
    const status = await hub.stop()
    if (status !== 0) process.stdout.write(`the hub ended with ${status}\n`)
    if (values.keep === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

async function allPromises(api: ApiClient) {
  const promises: Record<string, number> = {}
  let keptRate: number | null = null
  let cursor = ''
  do {
    const { body } = await api.call<{ items?: { state: string }[]; keptRate?: number | null; next?: string }>(
      'GET',
      `/promises?limit=500${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    )
    for (const promise of body.items ?? []) promises[promise.state] = (promises[promise.state] ?? 0) + 1
    keptRate ??= body.keptRate ?? null
    cursor = body.next ?? ''
  } while (cursor)
  return { promises, keptRate }
}

async function countItems(api: ApiClient, path: string): Promise<number> {
  let count = 0
  let cursor = ''
  do {
    const { body } = await api.call<{ items?: unknown[]; next?: string }>(
      'GET',
      `${path}?limit=500${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    )
    count += body.items?.length ?? 0
    cursor = body.next ?? ''
  } while (cursor)
  return count
}

import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FileOrder } from '#electron/core/exports/file-maker.ts'
import { createHost, type Host } from '#electron/core/host.ts'
import { makeFile } from '#electron/workbook/make-file.ts'
import { addDays, instantAt } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { asked } from './full-saturday.ts'
import { ms } from './measure.ts'
import { markdownTable } from './measured.ts'
import { seedStore } from './seed-store.ts'
import { venues } from './venues.ts'

interface FileNumbers {
  readonly what: string
  readonly seconds: number
  /** Of all threads together; says more than the clock where others are at work. */
  readonly processorSeconds: number
  readonly grownMegabytes: number
  readonly fileMegabytes: number
  /** The longest the desk's own thread was away meanwhile. */
  readonly heldUpMs: number
}

/** In the books; four in five come in, so that a list has somewhat more than a hundred thousand rows. */
const parties = 125_000
const rooms = 60

/** Files of a venue with years behind it: the longest list there may be, and the month's workbook. */
export async function measureFiles(say: (text: string) => void): Promise<string> {
  const venue = venues[rooms]
  if (!venue) throw new Error(`there is no venue of ${rooms} rooms`)
  const folder = mkdtempSync(join(tmpdir(), 'bench-files-'))
  const now = instantAt(asked, 15 * 60, calendarOf(venue))
  const open = () => createHost({ dataFolder: folder, version: 'bench', station: 'bench', makeFile, training: { now } })
  try {
    await (await open()).close()
    await seedStore({ folder, venue, parties, guests: 20_000, until: asked })
    // Started once more, every day is closed.
    const host = await open()
    const { rows, from } = await longestStretch(host, addDays(asked, -1))
    const list = { name: 'list-stays', from, to: addDays(asked, -1) }
    const month = { name: 'month', date: addDays(asked, -40) }
    const orders: readonly (readonly [string, Pick<FileOrder, 'request' | 'format'>])[] = [
      [`${rows} rows, .xlsx`, { request: list, format: 'xlsx' }],
      [`${rows} rows, .csv`, { request: list, format: 'csv' }],
      ['month’s workbook', { request: month, format: 'xlsx' }],
      ['month’s workbook, once more', { request: month, format: 'xlsx' }],
    ]
    const numbers: FileNumbers[] = []
    for (const [what, order] of orders) {
      const one = await measured(host, what, {
        ...order,
        reading: 'zh-Hans',
        reader: { staffNo: '1', name: '量' },
        now,
      })
      say(`${what}: ${one.seconds.toFixed(2)} s, ${one.grownMegabytes.toFixed(0)} MB more`)
      numbers.push(one)
    }
    await host.close()
    return report(numbers)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** From how far back a list of parties has a hundred thousand rows: a report covers three years at most. */
async function longestStretch(host: Host, to: string): Promise<{ readonly rows: number; readonly from: string }> {
  const from = addDays(to, -1_099)
  const { count } = await host.core.reader
    .selectFrom('stay')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('venue_id', '=', 1)
    .where('business_date', '>=', from)
    .where('business_date', '<=', to)
    .executeTakeFirstOrThrow()
  return { rows: count, from }
}

async function measured({ core }: Host, what: string, order: FileOrder): Promise<FileNumbers> {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let most = before
  const sampling = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const used = process.cpuUsage()
  const begun = performance.now()
  const { body } = await core.exports.make(order)
  const seconds = (performance.now() - begun) / 1_000
  const { user, system } = process.cpuUsage(used)
  delay.disable()
  clearInterval(sampling)
  return {
    what,
    seconds,
    processorSeconds: (user + system) / 1e6,
    grownMegabytes: (Math.max(most, process.memoryUsage.rss()) - before) / 1e6,
    fileMegabytes: body.length / 1e6,
    heldUpMs: delay.max / 1e6,
  }
}

function report(numbers: readonly FileNumbers[]): string {
  const rows = numbers.map((one) => [
    one.what,
    `${one.seconds.toFixed(2)} s`,
    `${one.processorSeconds.toFixed(2)} s`,
    `${one.grownMegabytes.toFixed(0)} MB`,
    `${one.fileMegabytes.toFixed(1)} MB`,
    `${ms(one.heldUpMs)} ms`,
  ])
  return `## Files

\`npm run bench -- --files\`: ${rooms} rooms, ${parties} past parties, every day closed, Node ${process.versions.node}, ${availableParallelism()} cores,
load ${loadavg()[0]?.toFixed(1)} when it ended. Asked of the core and made on a thread of its own, the first with the start of that thread. Aims: 100,000 rows ≤ 5 s and ≤ 200 MB, month ≤ 2 s.

${markdownTable(['file', 'time', 'processor', 'memory, at most more', 'size', 'desk’s thread away, at most'], rows)}`
}

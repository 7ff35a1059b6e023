import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Auth } from './auth/auth.ts'
import { createPracticeClock, systemClock } from './clock.ts'
import { markTouchedDays } from './commands/mark-touched-days.ts'
import type { Core, DueWork } from './core.ts'
import { DailyReports } from './daily/daily-reports.ts'
import { Exports } from './exports/exports.ts'
import type { MakeFile } from './exports/file-maker.ts'
import { type HistoryProgress, keepDemoHistory } from './history/demo-history.ts'
import { madeHistory } from './history/made-history.ts'
import { runDue } from './jobs/run-due.ts'
import { keepTime } from './jobs/time-keeper.ts'
import { refuseOtherKind, storedPracticeClock, storePracticeClock } from './practice.ts'
import { setUpPracticeVenue } from './practice-venue.ts'
import { createRouter, type DeskRouter } from './router.ts'
import { Secrets } from './secrets.ts'
import { type Committed, createDoor } from './store/execute.ts'
import { LiveFeed } from './store/feed.ts'
import { Holds } from './store/holds.ts'
import { LiveModel } from './store/live-model.ts'
import { openStore } from './store/store.ts'
import { Warnings } from './warnings.ts'

export interface HostConfig {
  readonly dataFolder: string
  readonly version: string
  /** Name of the machine this host runs on. */
  readonly station: string
  readonly mirrorFolder?: string
  /** Practice: the demo venue and a clock that can be set. `now` is where it stands at the start. */
  readonly training?: {
    readonly now?: number
    /** Months of past evenings for a new practice venue. */
    readonly demoHistoryMonths?: number
    /** Ten years take a while to make. */
    readonly onHistory?: (progress: HistoryProgress) => void
  }
  /** Makes workbooks and other files (electron/workbook); a host without it offers none. */
  readonly makeFile?: MakeFile
  readonly report?: (defect: unknown) => void
}

/** The core with its router: what a hub or a shell serves. */
export interface Host {
  readonly core: Core
  readonly router: DeskRouter
  close(): Promise<void>
}

function pepperOf(folder: string): Buffer {
  const file = join(folder, 'pepper.key')
  if (existsSync(file)) return readFileSync(file)
  const pepper = randomBytes(32)
  writeFileSync(file, pepper, { mode: 0o600, flag: 'wx', flush: true })
  return pepper
}

/** Opens the data folder and brings everything to where it was. Throws FolderInUse when another program holds it. */
export async function createHost(config: HostConfig): Promise<Host> {
  const warnings = new Warnings()
  const report = config.report ?? ((defect) => console.error(defect))
  const store = await openStore({
    folder: config.dataFolder,
    station: config.station,
    origins: [madeHistory],
    ...(config.mirrorFolder !== undefined && { mirrorFolder: config.mirrorFolder }),
    onMirrorWritable: (writable) => (writable ? warnings.putOut('mirror') : warnings.light('mirror')),
    report,
  })
  try {
    return await createOpened(config, store, warnings, report)
  } catch (error) {
    await store.close()
    throw error
  }
}

async function createOpened(
  config: HostConfig,
  store: Awaited<ReturnType<typeof openStore>>,
  warnings: Warnings,
  report: (defect: unknown) => void,
): Promise<Host> {
  const { reader, writer } = store
  const training = config.training !== undefined
  await refuseOtherKind(reader, training)
  if (store.reconciled === 'mirrorSetAside') warnings.light('mirrorSetAside')
  if (store.reconciled === 'databaseReplayed') warnings.light('databaseReplayed')

  const practice = training
    ? createPracticeClock(latest(config.training?.now, await storedPracticeClock(reader)))
    : undefined
  const clock = practice ?? systemClock
  const realNow = () => Date.now()
  const model = new LiveModel(reader)
  const feed = new LiveFeed(reader)

  const onCommit = async ({ entry, changes, keys }: Committed) => {
    const mirrored = store.mirror.append(entry)
    warnings.putOut('disk')
    for (const change of changes) auth.apply(change)
    const ready = model.venue.ready
    if (model.apply(changes)) await (ready ? model.venue.load() : model.load(clock.now()))
    feed.publish({ seq: entry.seq, at: entry.at, type: entry.command, keys })
    return { mirrored }
  }
  const onUnwritable = (error: unknown) => {
    warnings.light('disk')
    report(error)
  }
  const door = await createDoor({
    writer,
    dialect: store.dialect,
    now: () => clock.now(),
    beforeCommit: markTouchedDays(model),
    onCommit,
    onUnwritable,
  })
  const holds = new Holds({
    realNow,
    onChange: (rooms) =>
      feed.publish({ seq: door.head().seq, at: clock.now(), type: 'holds', keys: rooms.map((room) => `room:${room}`) }),
  })
  const auth = new Auth({ door, reader, pepper: pepperOf(config.dataFolder), realNow, report })
  await auth.load()
  if (config.training) {
    await setUpPracticeVenue(door, auth, model, clock.now())
    const { demoHistoryMonths = 0, onHistory } = config.training
    await keepDemoHistory({ door, reader, model, now: clock.now() }, demoHistoryMonths, onHistory)
  } else await model.load(clock.now())

  const exports = new Exports({
    folder: join(config.dataFolder, 'exports'),
    database: store.file,
    makeFile: config.makeFile,
    report,
  })
  let due: Promise<DueWork> = Promise.resolve({ released: 0, expired: 0 })
  const parts: Omit<Core, 'daily'> = {
    version: config.version,
    training,
    clock,
    reader,
    door,
    model,
    holds,
    feed,
    auth,
    warnings,
    exports,
    secrets: new Secrets(config.dataFolder),
    ...(practice && {
      async moveClock(instant: number) {
        const before = model.venue.businessDateOf(practice.now())
        if (!practice.moveTo(instant)) return false
        await storePracticeClock(door, instant)
        if (model.venue.businessDateOf(instant) !== before) await model.refreshHabits(instant)
        return true
      },
    }),
    // One run at a time: the clock's own and the one somebody waits for must not do the same work twice.
    runDue() {
      due = due.catch(() => undefined).then(() => runDue(core))
      return due
    },
    report,
  }
  const daily = new DailyReports({ core: parts, folder: join(config.dataFolder, 'reports') })
  const core: Core = { ...parts, daily }
  if (model.venue.ready) await core.runDue()
  daily.makeOwed()
  const stop = keepTime(core)
  return {
    core,
    router: createRouter(),
    async close() {
      stop()
      holds.close()
      const ended = daily.close()
      await exports.close()
      await ended
      await due.catch(() => undefined)
      await door.exclusively(async () => undefined)
      await store.close()
    },
  }
}

const latest = (...instants: (number | undefined)[]): number | undefined => {
  const known = instants.filter((instant) => instant !== undefined)
  return known.length > 0 ? Math.max(...known) : undefined
}

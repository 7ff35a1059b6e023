import { addDays, type BusinessDate } from '#shared/domain/time/business-day.ts'
import { minute } from '#shared/domain/time/span.ts'
import { type RunOutcome, recordReportRun } from '../commands/record-report-run.ts'
import type { Core, DailyDesk } from '../core.ts'
import { FileNotMade } from '../exports/file-maker.ts'
import { dayName } from '../exports/file-names.ts'
import { sendMail } from '../mail/send-mail.ts'
import { closedVersion, type Owed, owedReports } from '../queries/report-runs.ts'
import { dailySinceKey } from '../store/live-model.ts'
import { venueId } from '../store/schema.ts'
import { systemActor } from '../store/tx.ts'
import { wordsIn } from '../words.ts'
import { putWhole } from './daily-file.ts'
import { dailyLetter } from './daily-letter.ts'

/** What a daily report follows from. */
const givesReports: ReadonlySet<string> = new Set(['report.closeDays', 'report.correctDay', 'report.saveSettings'])

/** Days that are made up for after an absence. */
const madeUpFor = 62
const againMs = 10 * 60_000

export interface DailyReportsConfig {
  readonly core: Omit<Core, 'daily'>
  /** Where reports go when the venue has chosen nothing. */
  readonly folder: string
}

/**
 * The daily report: a workbook of each business day once it is closed, in a folder and by mail, and again when a
 * correction has changed its figures (reports.md §5). One at a time and beside the desk's work; what could not be made
 * is tried again while the program runs and when it starts.
 */
export class DailyReports implements DailyDesk {
  readonly #core: DailyReportsConfig['core']
  readonly #folder: string
  readonly #stop: () => void
  #turn: Promise<unknown> = Promise.resolve()
  #isQueued = false
  #isClosed = false

  constructor({ core, folder }: DailyReportsConfig) {
    this.#core = core
    this.#folder = folder
    const again = setInterval(() => this.makeOwed(), againMs)
    again.unref()
    const end = core.feed.subscribe(({ type }) => {
      if (givesReports.has(type)) this.makeOwed()
    })
    this.#stop = () => {
      clearInterval(again)
      end()
    }
  }

  /** Where reports go as things stand. */
  get folder(): string {
    return this.#core.model.reportSettings.daily.folder ?? this.#folder
  }

  /** Makes what is owed, by and by. */
  makeOwed(): void {
    const { model } = this.#core
    if (this.#isQueued || this.#isClosed || !model.venue.ready || !model.reportSettings.daily.on) return
    this.#isQueued = true
    void this.#inTurn(() => this.#makeAll()).catch(this.#core.report)
  }

  /** Makes the report of a closed day, now; undefined for a day that is not closed. */
  async make(date: BusinessDate): Promise<RunOutcome | undefined> {
    const version = await closedVersion(this.#core.reader, date)
    return version === undefined ? undefined : this.#inTurn(() => this.#make({ date, version }))
  }

  /** Resolves when nothing is being made any more. */
  async idle(): Promise<void> {
    await this.#turn.catch(() => undefined)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#stop()
    await this.idle()
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work, work)
    this.#turn = mine.catch(() => undefined)
    return mine
  }

  async #makeAll(): Promise<void> {
    this.#isQueued = false
    const { reader, model, clock } = this.#core
    const now = clock.now()
    const row = await reader
      .selectFrom('setting')
      .select('value')
      .where('venue_id', '=', venueId)
      .where('key', '=', dailySinceKey)
      .executeTakeFirst()
    const from = addDays(model.venue.businessDateOf(now), -madeUpFor)
    const owed = await owedReports(reader, from, Math.max(now - madeUpFor * 24 * 60 * minute, Number(row?.value ?? 0)))
    for (const one of owed) {
      if (this.#isClosed) return
      await this.#make(one)
    }
  }

  async #make({ date, version, failed: before }: Owed): Promise<RunOutcome> {
    const outcome = await this.#made(date, version)
    // What the end of the program has broken off is owed at the next start.
    if (this.#isClosed && outcome.failed !== undefined) return outcome
    const { warnings, door } = this.#core
    if (outcome.failed) warnings.light('dailyReport')
    else warnings.putOut('dailyReport')
    // Trying again in vain is not written down each time.
    if (outcome.failed === undefined || outcome.failed !== before)
      await door.execute(recordReportRun, { input: outcome, actor: systemActor, station: 'system' })
    return outcome
  }

  async #made(date: BusinessDate, version: number): Promise<RunOutcome> {
    const { model, reader, clock, exports, report, secrets } = this.#core
    const { daily, mail } = model.reportSettings
    const reading = daily.language ?? 'zh-Hans'
    const words = wordsIn(reading)
    const by = { staffNo: systemActor.staffNo, name: words('daily.by') }
    const now = clock.now()
    const order = { request: { name: dayName, date }, format: 'xlsx', reading, reader: by, now } as const
    let made: { readonly name: string; readonly body: Buffer<ArrayBuffer> }
    try {
      made = await exports.make(order)
    } catch (error) {
      if (!(error instanceof FileNotMade)) throw error
      return { date, version, mailed: false, failed: 'workbook' }
    }
    const name = version === 1 ? made.name : made.name.replace('.xlsx', ` ${words('daily.version', { version })}.xlsx`)
    let file: string
    try {
      file = await putWhole(this.folder, name, made.body)
    } catch (error) {
      report(error)
      return { date, version, mailed: false, failed: 'folder' }
    }
    if (!mail) return { date, version, file, mailed: false }
    const source = { reader, model, now }
    const about = { date, isCorrection: version > 1 }
    const letter = await dailyLetter(source, { ...by, words }, about, { name, body: made.body })
    const sent = await sendMail(mail, secrets.get('mail'), letter)
    return { date, version, file, mailed: sent.ok, ...(!sent.ok && { failed: 'mail' as const }) }
  }
}

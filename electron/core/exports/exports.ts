import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ErrorCode } from '#shared/contract/errors.ts'
import {
  type FileMaking,
  FileNotMade,
  type FileOrder,
  type FileProgress,
  type MadeFile,
  type MakeFile,
} from './file-maker.ts'

export interface ExportsConfig {
  /** Where files lie until they are taken; emptied at start. */
  readonly folder: string
  readonly database: string
  /** Undefined: this host makes no files. */
  readonly makeFile: MakeFile | undefined
  readonly report: (defect: unknown) => void
}

/** A file in the making or made, as its owner knows it. */
export interface ExportJob {
  readonly id: string
  readonly order: FileOrder
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  readonly progress: FileProgress
  readonly made?: MadeFile
  readonly failed?: ErrorCode
}

interface Job {
  shown: ExportJob
  readonly target: string
  readonly ended: Promise<void>
  readonly end: () => void
  making?: FileMaking
  forgetting?: NodeJS.Timeout
}

/** So many threads at once: one more would only make all of them slow. */
const atOnce = 2
/** So many files may be there or waited for; whoever wants one more while all are being made is told to come back. */
const mostJobs = 20
const keptMs = 10 * 60_000

/**
 * Files being made and files waiting to be taken. They belong to whoever asked for them, lie in a folder that only this
 * program reads, and go by themselves: after a while, when the program ends, and at the latest when it starts again.
 */
export class Exports {
  readonly #config: ExportsConfig
  readonly #jobs = new Map<string, Job>()
  readonly #waiting: (() => void)[] = []
  /** Jobs somebody is on the line for: they never make room for others. */
  readonly #awaited = new Set<string>()
  #running = 0
  #closed = false
  #direct = 0

  constructor(config: ExportsConfig) {
    this.#config = config
    this.#clear()
  }

  /** Begins a file under an id; under a known one, what has become of it. Throws FileNotMade when there are too many. */
  start(id: string, order: FileOrder): ExportJob {
    const known = this.#jobs.get(id)
    if (known) return known.shown
    if (this.#jobs.size >= mostJobs) this.#makeRoom()
    if (!this.#config.makeFile || this.#closed) throw new FileNotMade('UNAVAILABLE')
    const ending = Promise.withResolvers<void>()
    const job: Job = {
      shown: { id, order, state: 'running', progress: { done: 0, of: 0, unit: 'rows' } },
      target: join(this.#config.folder, `${id}.${order.format}`),
      ended: ending.promise,
      end: ending.resolve,
    }
    this.#jobs.set(id, job)
    void this.#run(job, this.#config.makeFile)
    return job.shown
  }

  /** A job of somebody's own; undefined for anybody else's. */
  find(id: string, owner: string): ExportJob | undefined {
    const job = this.#jobs.get(id)
    return job?.shown.order.reader.staffNo === owner ? job.shown : undefined
  }

  /** Stops a job and takes its file away. */
  cancel(id: string, owner: string): ExportJob | undefined {
    if (!this.find(id, owner)) return undefined
    const job = this.#jobs.get(id)
    if (!job) return undefined
    this.#settle(job, { state: 'cancelled' })
    job.making?.cancel()
    this.#remove(job)
    return job.shown
  }

  /** A made file, to be handed out. */
  async file(
    id: string,
    owner: string,
  ): Promise<{ readonly name: string; readonly body: Buffer<ArrayBuffer> } | undefined> {
    const { made } = this.find(id, owner) ?? {}
    const job = this.#jobs.get(id)
    return made && job ? { name: made.name, body: await readFile(job.target) } : undefined
  }

  /**
   * Makes a file while somebody waits, and keeps nothing of it.
   * @throws FileNotMade
   */
  async make(
    order: FileOrder,
    signal?: AbortSignal,
  ): Promise<{ readonly name: string; readonly body: Buffer<ArrayBuffer> }> {
    this.#direct += 1
    const id = `direct-${this.#direct}`
    const owner = order.reader.staffNo
    this.start(id, order)
    this.#awaited.add(id)
    const stop = () => this.cancel(id, owner)
    signal?.addEventListener('abort', stop)
    try {
      await this.#jobs.get(id)?.ended
      const file = await this.file(id, owner)
      if (file) return file
      throw new FileNotMade(this.find(id, owner)?.failed ?? 'CANCELLED')
    } finally {
      signal?.removeEventListener('abort', stop)
      this.#awaited.delete(id)
      this.cancel(id, owner)
    }
  }

  /** Stops everything and leaves no file behind. */
  async close(): Promise<void> {
    this.#closed = true
    const making = [...this.#jobs.values()].map((job) => job.making?.made.catch(() => undefined))
    for (const { shown } of [...this.#jobs.values()]) this.cancel(shown.id, shown.order.reader.staffNo)
    await Promise.all(making)
    rmSync(this.#config.folder, { recursive: true, force: true })
  }

  async #run(job: Job, makeFile: MakeFile): Promise<void> {
    if (this.#running >= atOnce) await new Promise<void>((go) => this.#waiting.push(go))
    else this.#running += 1
    if (job.shown.state !== 'running') return this.#next()
    try {
      const { target } = job
      job.making = makeFile(job.shown.order, { database: this.#config.database, target }, (progress) => {
        if (job.shown.state === 'running') job.shown = { ...job.shown, progress }
      })
      const made = await job.making.made
      if (job.shown.state === 'running') this.#settle(job, { state: 'done', made })
      else rmSync(target, { force: true })
    } catch (error) {
      const code = error instanceof FileNotMade ? error.code : 'INTERNAL'
      if (code === 'INTERNAL') this.#config.report(error)
      if (job.shown.state === 'running')
        this.#settle(job, code === 'CANCELLED' ? { state: 'cancelled' } : { state: 'failed', failed: code })
    } finally {
      this.#next()
    }
  }

  /** The oldest that is over gives way; while all of them are under way, nobody else is let in. */
  #makeRoom(): void {
    const over = [...this.#jobs.values()].find(({ shown }) => shown.state !== 'running' && !this.#awaited.has(shown.id))
    if (!over) throw new FileNotMade('RATE_LIMITED')
    this.#remove(over)
  }

  /** Whoever waits takes the place over; with nobody waiting it is free. */
  #next(): void {
    const go = this.#waiting.shift()
    if (go) go()
    else this.#running -= 1
  }

  #settle(job: Job, outcome: Pick<ExportJob, 'state' | 'made' | 'failed'>): void {
    job.shown = { ...job.shown, ...outcome }
    job.end()
    job.forgetting ??= setTimeout(() => this.#remove(job), keptMs).unref()
  }

  #remove(job: Job): void {
    clearTimeout(job.forgetting)
    this.#jobs.delete(job.shown.id)
    rmSync(job.target, { force: true })
  }

  #clear(): void {
    const { folder } = this.#config
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // An earlier umask, or a folder that was there: only this program reads it.
    chmodSync(folder, 0o700)
  }
}

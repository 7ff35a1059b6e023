import { mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { genesisHash } from './journal.ts'
import { readSegment, SegmentWriter } from './mirror-segment.ts'
import { headOf, journalLines, type ReplayDeps, replayJournal } from './replay.ts'
import type { Tables } from './schema.ts'
import type { Reader } from './tx.ts'
import type { JournalTable } from './unjournaled-tables.ts'

interface Segment {
  readonly file: string
  readonly firstSeq: number
}

const segmentName = /^journal-(\d{10})\.seg$/
const retryMs = 5_000
const settled = Promise.resolve()

export interface MirrorDeps {
  /** May lie on another drive. */
  readonly folder: string
  readonly reader: Reader
  readonly replay: ReplayDeps
  readonly onWritable: (writable: boolean) => void
  readonly report: (defect: unknown) => void
}

/**
 * The journal once more, outside the database: a deleted write-ahead log leaves a database that looks whole, and only
 * a second copy notices. A mirror that cannot be written is a warning, never a stop.
 */
export class Mirror {
  readonly #deps: MirrorDeps
  #writer: SegmentWriter | undefined
  #head = { seq: 0, hash: genesisHash }
  #brokenAt: number | undefined
  #catchingUp = false

  constructor(deps: MirrorDeps) {
    this.#deps = deps
  }

  get head(): { readonly seq: number; readonly hash: string } {
    return this.#head
  }

  /** Compares the heads of both copies and brings the one that is behind up to the other. */
  async reconcile(
    writer: Kysely<Tables>,
  ): Promise<'same' | 'mirrorFilled' | 'databaseReplayed' | 'mirrorSetAside' | 'unwritable'> {
    try {
      this.#open()
    } catch (error) {
      this.#broken(error)
      return 'unwritable'
    }
    const database = await headOf(this.#deps.reader)
    const mirror = this.#head
    if (database.seq < mirror.seq && (await this.#hashAt(database.seq)) === database.hash) {
      await replayJournal(writer, this.#linesAfter(database.seq), this.#deps.replay)
      return 'databaseReplayed'
    }
    if (database.seq >= mirror.seq && (await hashInDatabase(this.#deps.reader, mirror.seq)) === mirror.hash) {
      if (database.seq === mirror.seq) return 'same'
      await this.#fill()
      return 'mirrorFilled'
    }
    // They tell different stories: keep the other one for whoever has to find out, and begin anew.
    this.#setAside()
    await this.#fill()
    return 'mirrorSetAside'
  }

  /** Writes a line behind the last. The promise says when it is on the disk, or that it will not be; it never fails. */
  append(line: JournalTable): Promise<void> {
    if (this.#brokenAt !== undefined) {
      if (Date.now() - this.#brokenAt > retryMs) this.#recover()
      return settled
    }
    // A line committed while the mirror was catching up has been missed: read what is missing once more.
    if (line.seq !== this.#head.seq + 1) {
      this.#recover()
      return settled
    }
    try {
      this.#write([line])
    } catch (error) {
      this.#broken(error)
      return settled
    }
    return this.#durable()
  }

  close(): void {
    this.#writer?.close()
    this.#writer = undefined
  }

  #open(): void {
    const { folder } = this.#deps
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.#head = { seq: 0, hash: genesisHash }
    for (const segment of this.#segments().reverse()) {
      const { lines, end } = readSegment(segment.file)
      const last = lines.at(-1)
      if (last) this.#head = { seq: last.seq, hash: last.hash }
      this.#writer ??= new SegmentWriter(segment.file, end)
      if (last) break
    }
  }

  #write(lines: readonly JournalTable[]): void {
    const [first] = lines
    const last = lines.at(-1)
    if (!first || !last) return
    if (!this.#writer || this.#writer.full) {
      this.#writer?.close()
      const name = `journal-${String(first.seq).padStart(10, '0')}.seg`
      this.#writer = new SegmentWriter(join(this.#deps.folder, name), 0)
    }
    this.#writer.append(lines)
    this.#head = { seq: last.seq, hash: last.hash }
  }

  #durable(): Promise<void> {
    return this.#writer?.durable().catch((error: unknown) => this.#broken(error)) ?? settled
  }

  async #fill(): Promise<void> {
    let batch: JournalTable[] = []
    for await (const line of journalLines(this.#deps.reader, this.#head.seq)) {
      batch.push(line)
      if (batch.length === 200) {
        this.#write(batch)
        batch = []
      }
    }
    this.#write(batch)
    await this.#durable()
  }

  #broken(error: unknown): void {
    this.#deps.report(error)
    this.#brokenAt = Date.now()
    this.close()
    this.#deps.onWritable(false)
  }

  #recover(): void {
    if (this.#catchingUp) return
    this.#catchingUp = true
    const attempt = async () => {
      this.#open()
      // Commits go on while it reads; the last lines are written without letting go of the thread.
      await this.#fill()
      this.#brokenAt = undefined
      this.#deps.onWritable(true)
    }
    attempt()
      .catch((error: unknown) => this.#broken(error))
      .finally(() => {
        this.#catchingUp = false
      })
  }

  #segments(): Segment[] {
    return readdirSync(this.#deps.folder)
      .flatMap((name) => {
        const found = segmentName.exec(name)
        return found ? [{ file: join(this.#deps.folder, name), firstSeq: Number(found[1]) }] : []
      })
      .sort((a, b) => a.firstSeq - b.firstSeq)
  }

  async *#linesAfter(seq: number): AsyncGenerator<JournalTable> {
    const segments = this.#segments()
    for (const [at, segment] of segments.entries()) {
      const next = segments[at + 1]
      if (next && next.firstSeq <= seq + 1) continue
      for (const line of readSegment(segment.file).lines) if (line.seq > seq) yield line
    }
  }

  async #hashAt(seq: number): Promise<string | undefined> {
    if (seq === 0) return genesisHash
    for await (const line of this.#linesAfter(seq - 1)) return line.seq === seq ? line.hash : undefined
    return undefined
  }

  #setAside(): void {
    this.close()
    renameSync(this.#deps.folder, `${this.#deps.folder}-aside-${Date.now()}`)
    this.#open()
  }
}

async function hashInDatabase(reader: Reader, seq: number): Promise<string | undefined> {
  if (seq === 0) return genesisHash
  for await (const line of journalLines(reader, seq - 1, 1)) return line.seq === seq ? line.hash : undefined
  return undefined
}

import {
  closeSync,
  existsSync,
  fdatasync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import type { JournalTable } from './unjournaled-tables.ts'

/** Room set aside at once, so that an append changes no metadata and its fsync is short. */
const segmentBytes = 4 * 1024 * 1024
const headerBytes = 8

export interface SegmentContent {
  readonly lines: readonly JournalTable[]
  /** Where the next line goes; what follows is empty or torn. */
  readonly end: number
}

/** Reads the whole lines of a segment: length, checksum, JSON. The first that is not whole ends it. */
export function readSegment(file: string): SegmentContent {
  const bytes = readFileSync(file)
  const lines: JournalTable[] = []
  let at = 0
  while (at + headerBytes <= bytes.length) {
    const length = bytes.readUInt32LE(at)
    const end = at + headerBytes + length
    if (length === 0 || end > bytes.length) break
    const payload = bytes.subarray(at + headerBytes, end)
    if (crc32(payload) !== bytes.readUInt32LE(at + 4)) break
    lines.push(JSON.parse(payload.toString('utf8')) as JournalTable)
    at = end
  }
  return { lines, end: at }
}

/** One file of the mirror, open for appending. */
export class SegmentWriter {
  readonly #fd: number
  #end: number
  #syncing: Promise<void> | undefined
  #next: Promise<void> | undefined

  constructor(file: string, end: number) {
    const fresh = !existsSync(file)
    this.#fd = openSync(file, fresh ? 'wx+' : 'r+', 0o600)
    this.#end = end
    if (!fresh) return
    ftruncateSync(this.#fd, segmentBytes)
    fsyncSync(this.#fd)
    syncFolder(dirname(file))
  }

  get full(): boolean {
    return this.#end >= segmentBytes
  }

  /** Writes whole lines behind the last; they are durable once `durable` says so. */
  append(lines: readonly JournalTable[]): void {
    const parts = lines.flatMap((line) => {
      const payload = Buffer.from(JSON.stringify(line), 'utf8')
      const header = Buffer.alloc(headerBytes)
      header.writeUInt32LE(payload.length, 0)
      header.writeUInt32LE(crc32(payload), 4)
      return [header, payload]
    })
    const bytes = Buffer.concat(parts)
    let written = 0
    while (written < bytes.length)
      written += writeSync(this.#fd, bytes, written, bytes.length - written, this.#end + written)
    this.#end += bytes.length
  }

  /** Resolves when all that was appended before is on the disk. Those who wait at the same time share one sync. */
  durable(): Promise<void> {
    if (!this.#syncing) {
      this.#syncing = this.#sync()
      return this.#syncing
    }
    // The one under way may have begun before the last line was written.
    this.#next ??= this.#syncing
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined
        this.#syncing = this.#sync()
        return this.#syncing
      })
    return this.#next
  }

  #sync(): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      fdatasync(this.#fd, (error) => (error ? reject(error) : resolve()))
    }).finally(() => {
      this.#syncing = undefined
    })
  }

  /** Syncs and closes, once nobody waits for the disk any more. */
  close(): void {
    const last = this.#next ?? this.#syncing
    if (last) {
      void last.catch(() => undefined).then(() => this.close())
      return
    }
    try {
      fdatasyncSync(this.#fd)
    } finally {
      closeSync(this.#fd)
    }
  }
}

/** Makes a new name in a folder durable. Some systems cannot open a folder; there the name is durable by itself. */
export function syncFolder(folder: string): void {
  let fd: number
  try {
    fd = openSync(folder, 'r')
  } catch {
    return
  }
  try {
    fsyncSync(fd)
  } catch {
    // Windows refuses to sync a folder.
  } finally {
    closeSync(fd)
  }
}

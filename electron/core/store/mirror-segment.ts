import {
  closeSync,
  existsSync,
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
    fdatasyncSync(this.#fd)
    this.#end += bytes.length
  }

  close(): void {
    closeSync(this.#fd)
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

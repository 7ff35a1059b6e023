import { type FileHandle, open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'
import type { ZipPart } from './zip-parts.ts'

const localHeader = 0x04034b50
const directoryEntry = 0x02014b50
const endOfDirectory = 0x06054b50
const deflated = 8
/** Names are UTF-8. */
const flags = 0x0800
/** 1 January 1980: the same content makes the same file. */
const firstDate = 33
const most = 0xffff_ffff
/**
 * Quick rather than small: the desk's disk is large, and somebody waits. A few pages may be ahead of the packing, which
 * runs on a thread of the system's own, so that reading and packing go on side by side.
 */
const packing = { level: 3, chunkSize: 256 * 1024, writableHighWaterMark: 2 * 1024 * 1024 }

interface Written {
  readonly name: Buffer
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly offset: number
}

/**
 * An archive written to a file part by part, each of any length in little memory. Sizes are written into each part's
 * head once they are known, so that even the plainest reader opens it.
 */
export class ZipFile {
  readonly #file: FileHandle
  readonly #written: Written[] = []
  #at = 0

  private constructor(file: FileHandle) {
    this.#file = file
  }

  /** Makes the file; it must not be there. */
  static async create(path: string): Promise<ZipFile> {
    return new ZipFile(await open(path, 'wx', 0o600))
  }

  /** Takes a part over from another archive as it is packed there. */
  async copy({ name, method, crc, size, packed }: ZipPart): Promise<void> {
    const written = { name: Buffer.from(name), method, crc, size, packedSize: packed.length, offset: this.#at }
    await this.#append(headOf(written))
    await this.#append(packed)
    this.#written.push(written)
  }

  /** Packs a part while it is being made. */
  async add(name: string, content: AsyncIterable<Buffer>): Promise<void> {
    const offset = this.#at
    const named = Buffer.from(name)
    let [crc, size] = [0, 0]
    await this.#append(headOf({ name: named, method: deflated, crc, size, packedSize: 0, offset }))
    const begins = this.#at
    async function* counted() {
      for await (const chunk of content) {
        crc = crc32(chunk, crc)
        size += chunk.length
        yield chunk
      }
    }
    await pipeline(counted, createDeflateRaw(packing), async (packed: AsyncIterable<Buffer>) => {
      for await (const chunk of packed) await this.#append(chunk)
    })
    const written = { name: named, method: deflated, crc, size, packedSize: this.#at - begins, offset }
    if (size > most || this.#at > most) throw new RangeError('a workbook of more than 4 GB')
    await this.#file.write(headOf(written), 0, 30, offset)
    this.#written.push(written)
  }

  /** Writes the directory; the archive is whole. Answers its length. */
  async finish(): Promise<number> {
    const begins = this.#at
    for (const written of this.#written) await this.#append(directoryOf(written))
    const end = Buffer.alloc(22)
    end.writeUInt32LE(endOfDirectory, 0)
    end.writeUInt16LE(this.#written.length, 8)
    end.writeUInt16LE(this.#written.length, 10)
    end.writeUInt32LE(this.#at - begins, 12)
    end.writeUInt32LE(begins, 16)
    await this.#append(end)
    return this.#at
  }

  close(): Promise<void> {
    return this.#file.close()
  }

  async #append(bytes: Buffer): Promise<void> {
    await this.#file.write(bytes, 0, bytes.length, this.#at)
    this.#at += bytes.length
  }
}

function headOf({ name, method, crc, packedSize, size }: Written): Buffer {
  const head = Buffer.alloc(30 + name.length)
  head.writeUInt32LE(localHeader, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(flags, 6)
  head.writeUInt16LE(method, 8)
  head.writeUInt16LE(firstDate, 12)
  head.writeUInt32LE(crc, 14)
  head.writeUInt32LE(packedSize, 18)
  head.writeUInt32LE(size, 22)
  head.writeUInt16LE(name.length, 26)
  name.copy(head, 30)
  return head
}

function directoryOf({ name, method, crc, packedSize, size, offset }: Written): Buffer {
  const entry = Buffer.alloc(46 + name.length)
  entry.writeUInt32LE(directoryEntry, 0)
  entry.writeUInt16LE(20, 4)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt16LE(flags, 8)
  entry.writeUInt16LE(method, 10)
  entry.writeUInt16LE(firstDate, 14)
  entry.writeUInt32LE(crc, 16)
  entry.writeUInt32LE(packedSize, 20)
  entry.writeUInt32LE(size, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt32LE(offset, 42)
  name.copy(entry, 46)
  return entry
}

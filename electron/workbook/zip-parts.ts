import { inflateRawSync } from 'node:zlib'

/** One file of an archive, as it is packed. */
export interface ZipPart {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly size: number
  readonly packed: Buffer
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const deflated = 8

/** The files of an archive that was just made in memory: no spanning, no encryption, no 64-bit sizes. */
export function zipParts(archive: Uint8Array): ZipPart[] {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = bytes.length - 22
  if (end < 0 || bytes.readUInt32LE(end) !== endOfDirectory) throw new RangeError('an archive without its directory')
  const count = bytes.readUInt16LE(end + 10)
  const parts: ZipPart[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== directoryEntry) throw new RangeError('an archive with a torn directory')
    const packedSize = bytes.readUInt32LE(at + 20)
    const nameLength = bytes.readUInt16LE(at + 28)
    const local = bytes.readUInt32LE(at + 42)
    const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    parts.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      size: bytes.readUInt32LE(at + 24),
      packed: bytes.subarray(data, data + packedSize),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}

/** What a file of an archive says. */
export const unpacked = ({ method, packed }: ZipPart): string =>
  (method === deflated ? inflateRawSync(packed) : packed).toString('utf8')

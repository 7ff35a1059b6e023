import { crc32, inflateRawSync } from 'node:zlib'

/** The parts of an OOXML package by name, each checked against what the archive says of it, twice. */
export function packageParts(bytes: Buffer): ReadonlyMap<string, string> {
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (end < 0) throw new Error('no end of the directory')
  const parts = new Map<string, string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error('a torn directory')
    const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)]
    const [crc, packed, size] = [16, 20, 24].map((offset) => bytes.readUInt32LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const local = bytes.readUInt32LE(at + 42)
    if (bytes.readUInt32LE(local) !== 0x04034b50) throw new Error(`${name}: no head`)
    if (flags & 8) throw new Error(`${name}: its size comes after it`)
    const head = [14, 18, 22].map((offset) => bytes.readUInt32LE(local + offset))
    if (head.join() !== [crc, packed, size].join()) throw new Error(`${name}: head and directory disagree`)
    const begins = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const raw = bytes.subarray(begins, begins + packed)
    const content = method === 8 ? inflateRawSync(raw) : raw
    if (content.length !== size || crc32(content) !== crc) throw new Error(`${name}: damaged`)
    if (parts.has(name)) throw new Error(`${name}: twice`)
    parts.set(name, content.toString('utf8'))
    at += 46 + nameLength + extra + comment
  }
  return parts
}

const name = '[A-Za-z_][\\w.:-]*'
const attributes = `(?:\\s+${name}="[^"<]*")*`
const token = new RegExp(`<\\?xml[^?]*\\?>|<(${name})(${attributes})\\s*(/?)>|</(${name})\\s*>|([^<]+)`, 'y')
// biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const strayAmpersand = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/

/** What is wrong with an XML text: nothing, when it is well-formed. Strict: no comments, no doctypes, none are written. */
export function xmlFault(text: string): string | undefined {
  if (illegal.test(text)) return `a character that XML has not: ${text.search(illegal)}`
  if (!text.isWellFormed()) return 'half a character'
  if (strayAmpersand.test(text)) return `an ampersand by itself: ${text.search(strayAmpersand)}`
  const open: string[] = []
  let roots = 0
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const at = token.lastIndex
    const found = token.exec(text)
    if (!found) return `not understood: ${text.slice(at, at + 80)}`
    const [, begins, given, closed, ends, between] = found
    if (begins !== undefined) {
      const names = [...(given ?? '').matchAll(/\s([\w.:-]+)=/g)].map((one) => one[1])
      if (new Set(names).size !== names.length) return `an attribute twice: ${found[0].slice(0, 80)}`
      if (open.length === 0) roots += 1
      if (closed === '') open.push(begins)
    } else if (ends !== undefined) {
      if (open.pop() !== ends) return `</${ends}> closes another`
    } else if (between !== undefined && open.length === 0 && between.trim() !== '') return 'text outside'
  }
  if (open.length > 0) return `never closed: ${open.at(-1)}`
  return roots === 1 ? undefined : `${roots} roots`
}

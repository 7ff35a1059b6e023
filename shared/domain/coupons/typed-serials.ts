import type { SerialRange } from './serial-range.ts'

/** How a batch's serials are printed: letters, then digits with leading zeros up to a width. */
export interface SerialShape {
  readonly prefix: string
  readonly width: number
}

/** Serials as they were typed or scanned; `width` is the number of digits of the first. */
export interface TypedRange extends SerialRange, SerialShape {
  /** The part of the line it was read from. */
  readonly text: string
}

/**
 * Why a part of the line is not understood: its form, its end before its beginning, more parts than are read, or (where
 * a batch is asked) printed otherwise than the batch.
 */
export interface TypedProblem {
  readonly kind: 'form' | 'backwards' | 'tooMany' | 'foreign'
  readonly text: string
}

export interface TypedSerials {
  readonly ranges: readonly TypedRange[]
  readonly problems: readonly TypedProblem[]
}

/** Ranges that are read from one line. */
export const mostTypedRanges = 50
export const longestPrefix = 8
export const mostDigits = 12

const dashes = /\s*[-‐‑‒–—―−~〜至到]+\s*/gu
const part = new RegExp(
  `^((?:[\\p{L}\\d]{0,${longestPrefix - 1}}\\p{L})?)(\\d{1,${mostDigits}})(?:-((?:[\\p{L}\\d]*\\p{L})?)(\\d{1,${mostDigits}}))?$`,
  'u',
)

/**
 * Full-width letters and digits, and any dash, become plain; a prefix is in capitals and joined to its digits, whether it
 * was written `SH-001`, `SH 001` or `sh001`.
 */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(dashes, '-')
    .replace(/(\p{L})[-\s]+(?=\d)/gu, '$1')
    .trim()

function rangeOf(text: string): TypedRange | TypedProblem {
  const [, prefix = '', first = '', again = '', last] = part.exec(text) ?? []
  if (first === '' || (again !== '' && again !== prefix)) return { kind: 'form', text }
  const from = Number(first)
  const to = last === undefined ? from : Number(last)
  return to < from ? { kind: 'backwards', text } : { prefix, width: first.length, from, to, text }
}

/**
 * Reads serials as people and scanners write them: `1001-1050`, `SH1001-1050`, `SH001001`, several parted by commas or
 * spaces, in full-width too. What is not understood is named.
 */
export function readSerials(line: string): TypedSerials {
  const parts = plain(line)
    .split(/[\s,、;]+/)
    .filter((text) => text !== '')
  const ranges: TypedRange[] = []
  const problems: TypedProblem[] = []
  for (const text of parts.slice(0, mostTypedRanges)) {
    const read = rangeOf(text)
    if ('kind' in read) problems.push(read)
    else ranges.push(read)
  }
  if (parts.length > mostTypedRanges) problems.push({ kind: 'tooMany', text: String(parts.length) })
  return { ranges, problems }
}

/** One serial, as a scanner gives it; undefined for anything else. */
export function readSerial(line: string): TypedRange | undefined {
  const { ranges, problems } = readSerials(line)
  const [only] = ranges
  return only && ranges.length === 1 && problems.length === 0 && only.from === only.to && !only.text.includes('-')
    ? only
    : undefined
}

/** `SH001001`, as printed. */
export const writeSerial = (serial: number, { prefix, width }: SerialShape): string =>
  `${prefix}${String(serial).padStart(width, '0')}`

/** `SH001001`, or `SH001001-001050`: what can be read again. */
export function writeRange({ from, to }: SerialRange, shape: SerialShape): string {
  return from === to
    ? writeSerial(from, shape)
    : `${writeSerial(from, shape)}-${writeSerial(to, { prefix: '', width: shape.width })}`
}

/** A serial typed for a batch: its prefix, or none; its digits as printed, or without their leading zeros. */
export function isOfShape(typed: TypedRange, { prefix, width }: SerialShape): boolean {
  const printed = Math.max(width, String(typed.from).length)
  return (
    (typed.prefix === '' || typed.prefix === prefix) &&
    (typed.width === printed || typed.width === String(typed.from).length)
  )
}

/** Reads a line of serials of one batch; parts that are printed otherwise are named as foreign. */
export function readSerialsOf(line: string, shape: SerialShape): TypedSerials {
  const { ranges, problems } = readSerials(line)
  const foreign = ranges.filter((range) => !isOfShape(range, shape))
  return {
    ranges: ranges.filter((range) => !foreign.includes(range)),
    problems: [...problems, ...foreign.map(({ text }): TypedProblem => ({ kind: 'foreign', text }))],
  }
}

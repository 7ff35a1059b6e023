/**
 * Rows of one shape as a few texts: a closed day is kept for ever and read again in every month and year that holds it,
 * so it is a third as long as plain JSON and read several times as fast. A number is written in digits of 64, each column
 * as wide as its largest value needs.
 */
export interface PackedTable {
  /** The words that occur, each once. */
  readonly words: readonly string[]
  /** The least value of each column (numbers, then places of words), and digits it is written with. */
  readonly low: readonly number[]
  readonly width: readonly number[]
  /** Numbers of each row, then the places of its words, row after row. */
  readonly values: string
  /** Texts that hardly ever repeat (ids), row after row, with a space between them; a list when one is empty or holds a space. */
  readonly texts: string | readonly string[]
}

type KeysOf<Row, Value> = { [Key in keyof Row]: Row[Key] extends Value ? Key : never }[keyof Row] & string

/** Which fields of a row are whole numbers, which are words out of few, and which are texts of their own. */
export interface TableShape<Row> {
  readonly numbers: readonly KeysOf<Row, number>[]
  readonly words: readonly KeysOf<Row, string>[]
  readonly texts: readonly KeysOf<Row, string>[]
  /**
   * The row out of its numbers, words and texts in that order. Written out: a row of a literal is made in a third of the
   * time, and months are made of thousands.
   */
  readonly make: (n: Numbers, w: Words, t: Texts) => Row
}

type Numbers = Readonly<Record<0 | 1 | 2 | 3, number>>
type Words = Readonly<Record<0 | 1 | 2 | 3 | 4 | 5, string>>
type Texts = Readonly<Record<0, string>>

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_'
const base = digits.length
const valueOfDigit = new Uint8Array(128)
for (let value = 0; value < base; value += 1) valueOfDigit[digits.charCodeAt(value)] = value

/** Throws a RangeError for a number that is not whole. */
export function packTable<Row extends object>(rows: readonly Row[], shape: TableShape<Row>): PackedTable {
  const places = new Map<string, number>()
  const placeOf = (word: string): number => {
    const place = places.get(word) ?? places.size
    places.set(word, place)
    return place
  }
  const fieldsOf = rows as readonly Readonly<Record<string, unknown>>[]
  const columns = [
    ...shape.numbers.map((name) => fieldsOf.map((row) => row[name] as number)),
    ...shape.words.map((name) => fieldsOf.map((row) => placeOf(row[name] as string))),
  ]
  const low = columns.map((column) => column.reduce((least, value) => Math.min(least, value), 0))
  const width = columns.map((column, at) =>
    column.reduce((most, value) => Math.max(most, widthOf(value - (low[at] ?? 0))), 1),
  )
  const parts: string[] = []
  for (let row = 0; row < rows.length; row += 1)
    for (const [at, column] of columns.entries())
      parts.push(written((column[row] ?? 0) - (low[at] ?? 0), width[at] ?? 1))
  const texts = fieldsOf.flatMap((row) => shape.texts.map((name) => row[name] as string))
  const joined = texts.some((text) => text === '' || text.includes(' ')) ? texts : texts.join(' ')
  return { words: [...places.keys()], low, width, values: parts.join(''), texts: joined }
}

function widthOf(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`)
  let width = 1
  for (let rest = Math.floor(value / base); rest > 0; rest = Math.floor(rest / base)) width += 1
  return width
}

function written(value: number, width: number): string {
  let text = ''
  let rest = value
  for (let at = 0; at < width; at += 1) {
    text = digits.charAt(rest % base) + text
    rest = Math.floor(rest / base)
  }
  return text
}

/** The rows again; throws a RangeError when the lists do not fit the shape. */
export function unpackTable<Row extends object>(packed: PackedTable, shape: TableShape<Row>): Row[] {
  const { words, low, width, values } = packed
  const columns = shape.numbers.length + shape.words.length
  const texts = textsOf(packed)
  const perRow = width.reduce((sum, digitsOf) => sum + digitsOf, 0)
  const count = values.length / perRow
  if (
    width.length !== columns ||
    low.length !== columns ||
    !Number.isInteger(count) ||
    texts.length !== count * shape.texts.length
  )
    throw new RangeError('a packed table that is not whole')
  const wordsFrom = shape.numbers.length
  const textsPerRow = shape.texts.length
  const rows = new Array<Row>(count)
  const n = new Array<number>(wordsFrom)
  const w = new Array<string>(columns - wordsFrom)
  const t = new Array<string>(textsPerRow)
  let at = 0
  for (let index = 0; index < count; index += 1) {
    for (let column = 0; column < columns; column += 1) {
      let value = 0
      for (let left = width[column] as number; left > 0; left -= 1)
        value = value * base + (valueOfDigit[values.charCodeAt(at++)] as number)
      value += low[column] as number
      if (column < wordsFrom) n[column] = value
      else w[column - wordsFrom] = words[value] as string
    }
    for (let text = 0; text < textsPerRow; text += 1) t[text] = texts[index * textsPerRow + text] as string
    rows[index] = shape.make(n as unknown as Numbers, w as unknown as Words, t as unknown as Texts)
  }
  return rows
}

function textsOf({ texts }: PackedTable): readonly string[] {
  if (typeof texts !== 'string') return texts
  return texts === '' ? [] : texts.split(' ')
}

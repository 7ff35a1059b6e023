/**
 * Rows of one shape as a few flat lists: a closed day is kept for ever and read again in every month and year that holds
 * it, so it is a third as long as plain JSON and read several times as fast.
 */
export interface PackedTable {
  /** The words that occur, each once. */
  readonly words: readonly string[]
  /** Numbers of each row, then the places of its words, row after row. */
  readonly values: readonly number[]
  /** Texts that hardly ever repeat (ids), row after row. */
  readonly texts: readonly string[]
}

type KeysOf<Row, Value> = { [Key in keyof Row]: Row[Key] extends Value ? Key : never }[keyof Row] & string

/** Which fields of a row are numbers, which are words out of few, and which are texts of their own. */
export interface TableShape<Row> {
  readonly numbers: readonly KeysOf<Row, number>[]
  readonly words: readonly KeysOf<Row, string>[]
  readonly texts: readonly KeysOf<Row, string>[]
}

export function packTable<Row extends object>(rows: readonly Row[], shape: TableShape<Row>): PackedTable {
  const places = new Map<string, number>()
  const values: number[] = []
  const texts: string[] = []
  for (const row of rows) {
    const fields = row as Readonly<Record<string, unknown>>
    for (const name of shape.numbers) values.push(fields[name] as number)
    for (const name of shape.words) {
      const word = fields[name] as string
      const place = places.get(word) ?? places.size
      places.set(word, place)
      values.push(place)
    }
    for (const name of shape.texts) texts.push(fields[name] as string)
  }
  return { words: [...places.keys()], values, texts }
}

/** The rows again; throws a RangeError when the lists do not fit the shape. */
export function unpackTable<Row extends object>(packed: PackedTable, shape: TableShape<Row>): Row[] {
  const { words, values, texts } = packed
  const width = shape.numbers.length + shape.words.length
  const count = width === 0 ? 0 : values.length / width
  if (!Number.isInteger(count) || texts.length !== count * shape.texts.length)
    throw new RangeError('a packed table that is not whole')
  const rows = new Array<Row>(count)
  let at = 0
  let textAt = 0
  for (let index = 0; index < count; index += 1) {
    const row: Record<string, unknown> = {}
    for (const name of shape.numbers) row[name] = values[at++]
    for (const name of shape.words) row[name] = words[values[at++] as number]
    for (const name of shape.texts) row[name] = texts[textAt++]
    rows[index] = row as Row
  }
  return rows
}

import { CompiledQuery, type Kysely } from 'kysely'

interface Compilable {
  compile(): CompiledQuery
}

// By the adapter, so that databases of two kinds in one process keep their own SQL.
const textsByAdapter = new WeakMap<object, Map<string, string>>()
const mostTexts = 2_000

/**
 * Runs a query whose SQL is compiled once for its shape: building it costs more than running it, and a desk asks the
 * same few questions all evening.
 * @param shape names the SQL; everything that changes the text must be in it
 * @param build makes the query with any values
 * @param parameters the values, in the order in which the text asks for them
 */
export async function runCompiled<Row>(
  db: Kysely<never>,
  shape: string,
  build: () => Compilable,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const { adapter } = db.getExecutor()
  let texts = textsByAdapter.get(adapter)
  if (!texts || texts.size >= mostTexts) {
    texts = new Map()
    textsByAdapter.set(adapter, texts)
  }
  let text = texts.get(shape)
  if (text === undefined) {
    text = build().compile().sql
    texts.set(shape, text)
  }
  return (await db.executeQuery<Row>(CompiledQuery.raw(text, [...parameters]))).rows
}

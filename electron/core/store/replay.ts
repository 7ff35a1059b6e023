import type { Kysely } from 'kysely'
import { ChangeRecorder } from './change-recorder.ts'
import type { DialectTraits } from './dialect/traits.ts'
import { appendEntry, canonicalJson, genesisHash, hashOfEntry } from './journal.ts'
import { BadRecipe, isMade, type Origin } from './origin.ts'
import { type Tables, venueId } from './schema.ts'
import type { Change, Reader } from './tx.ts'
import type { JournalTable } from './unjournaled-tables.ts'

export class BrokenChain extends Error {
  override readonly name = 'BrokenChain'
}

export interface ReplayDeps {
  readonly dialect: DialectTraits
  readonly origins: readonly Origin<never>[]
}

/**
 * Does again what journal lines say, on a database that ends where they begin. Each line is one transaction, as it was;
 * lines that hold recipes, one after the other, are made again in one. A line that does not follow from the one before
 * stops it, and so does a recipe from which something else comes out than the first time.
 */
export async function replayJournal(
  writer: Kysely<Tables>,
  lines: AsyncIterable<JournalTable>,
  deps: ReplayDeps,
): Promise<number> {
  let count = 0
  let head = await headOf(writer as unknown as Reader)
  let made: JournalTable[] = []
  const makeAgain = async () => {
    if (made.length > 0) await replayMade(writer, made, deps)
    made = []
  }
  for await (const line of lines) {
    if (line.seq !== head.seq + 1 || line.prev_hash !== head.hash || hashOfEntry(line) !== line.hash)
      throw new BrokenChain(`line ${line.seq} does not follow ${head.seq}`)
    if (made.length > 0 && made[0]?.command !== line.command) await makeAgain()
    if (isMade(line.command)) made.push(line)
    else
      await writer.transaction().execute(async (trx) => {
        const recorder = new ChangeRecorder(trx)
        for (const change of JSON.parse(line.changes) as Change[]) await recorder.apply(change)
        await appendEntry(trx, line)
      })
    head = { seq: line.seq, hash: line.hash }
    count += 1
  }
  await makeAgain()
  return count
}

async function replayMade(
  writer: Kysely<Tables>,
  lines: readonly JournalTable[],
  { dialect, origins }: ReplayDeps,
): Promise<void> {
  const command = lines[0]?.command ?? ''
  const origin = origins.find((one) => one.command === command)
  if (!origin) throw new BadRecipe(`nothing here makes ${command}`)
  await dialect.inBulk(writer, origin.tables, async (trx) => {
    const follow = await origin.begin(trx)
    for (const line of lines) {
      const { result } = await follow(JSON.parse(line.input) as never)
      if (canonicalJson(result) !== line.result) throw new BadRecipe(`line ${line.seq} makes other rows than it did`)
      await appendEntry(trx, line)
    }
  })
}

export async function headOf(reader: Reader): Promise<{ readonly seq: number; readonly hash: string }> {
  const last = await reader
    .selectFrom('journal')
    .select(['seq', 'hash'])
    .where('venue_id', '=', venueId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ?? { seq: 0, hash: genesisHash }
}

/** Journal lines after a sequence, in pages. */
export async function* journalLines(reader: Reader, after = 0, page = 500): AsyncGenerator<JournalTable> {
  let last = after
  for (;;) {
    const rows = await reader
      .selectFrom('journal')
      .selectAll()
      .where('venue_id', '=', venueId)
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(page)
      .execute()
    for (const row of rows) {
      last = row.seq
      yield row
    }
    if (rows.length < page) return
  }
}

export interface ChainReport {
  readonly ok: boolean
  readonly entries: number
  readonly head: string
  readonly brokenAt?: number
}

/** Walks the whole chain. Lets others have their turn between pages. */
export async function verifyChain(reader: Reader): Promise<ChainReport> {
  let previous = genesisHash
  let entries = 0
  for await (const line of journalLines(reader)) {
    entries += 1
    if (line.seq !== entries || line.prev_hash !== previous || hashOfEntry(line) !== line.hash)
      return { ok: false, entries, head: previous, brokenAt: line.seq }
    previous = line.hash
    if (entries % 500 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  return { ok: true, entries, head: previous }
}

import { minute } from '#shared/domain/time/span.ts'
import { leansOnCoupons } from './coupon-undo.ts'
import { type JournaledTable, primaryKeys, venueId } from './schema.ts'
import { type Change, type Command, done, type Outcome, refuse, type Tx } from './tx.ts'

export const undoableMs = 10 * minute

type Row = Readonly<Record<string, unknown>>

/** One row over all the changes of a journal line: as it was before the first and after the last. */
interface Touched {
  readonly table: JournaledTable
  readonly key: Row
  readonly before: Row | null
  readonly after: Row | null
}

// Running numbers are never given out twice, so undoing leaves them; a customer stays known once he has called. That a
// closed day was touched stays marked: it has been touched twice then.
const keptTables: ReadonlySet<JournaledTable> = new Set(['counter', 'customer', 'customer_phone', 'day_mark'])
// Except where the file itself was what changed, or its tier followed a card.
const filesGoBack = (command: string): boolean => command === 'customer.change' || command.startsWith('card.')
const isKept = (table: JournaledTable, command: string): boolean =>
  keptTables.has(table) && !((table === 'customer' || table === 'customer_phone') && filesGoBack(command))
// A new card in place of another has been handed over, and a card that has ended stays ended.
const notUndone: ReadonlySet<string> = new Set([
  'setup.complete',
  'journal.undo',
  'customer.create',
  'card.replace',
  'card.expire',
  'made.history',
])

const keyOf = (table: JournaledTable, row: Row): Row =>
  Object.fromEntries(primaryKeys[table].map((column) => [column, row[column]]))

function touchedRows(changes: readonly Change[]): Touched[] {
  const rows = new Map<string, Touched>()
  for (const { table, before, after } of changes) {
    const key = keyOf(table, (after ?? before) as Row)
    const name = `${table} ${JSON.stringify(key)}`
    const first = rows.get(name)
    rows.set(name, { table, key, before: first ? first.before : before, after })
  }
  return [...rows.values()].filter((row) => row.before !== null || row.after !== null)
}

const sameRow = (a: Row | undefined | null, b: Row | null): boolean =>
  b === null ? !a : !!a && Object.entries(b).every(([column, value]) => a[column] === value)

/**
 * Takes back one journal line, by an opposite one: only the last minutes, only one's own (a supervisor anybody's), and
 * only while nobody has touched the rows since. A booking that was made is cancelled rather than forgotten.
 */
export const undo: Command<{ readonly seq: number }, { readonly undone: number; readonly seq: number }> = {
  name: 'journal.undo',
  async run(tx, input) {
    const entry = await tx.read
      .selectFrom('journal')
      .select(['seq', 'at', 'actor', 'command', 'changes', 'keys'])
      .where('venue_id', '=', venueId)
      .where('seq', '=', input.seq)
      .executeTakeFirst()
    if (!entry) return refuse('NOT_FOUND')
    const own = entry.actor === tx.actor.staffNo
    if (!own && (tx.actor.role === 'desk' || tx.actor.role === 'floor')) return refuse('FORBIDDEN')
    if (notUndone.has(entry.command) || entry.at < tx.now - undoableMs)
      return refuse('UNDO_REFUSED', { why: 'tooLate' })
    const rows = touchedRows(JSON.parse(entry.changes) as Change[]).filter(({ table }) => !isKept(table, entry.command))
    for (const row of rows) {
      const current = await findRow(tx, row.table, row.key)
      if (!sameRow(current, row.after)) return touchedSince(tx, input.seq, row)
      const leaning = row.before === null && row.after ? await leansOnCoupons(tx.read, row.table, row.after) : undefined
      if (leaning) return refuse('UNDO_REFUSED', { why: 'changedSince', ...leaning })
    }
    // What gives room comes first, so that what takes it back finds it free.
    for (const row of rows) if (!takesRoom(row)) await restore(tx, row)
    for (const row of rows) if (takesRoom(row)) await restore(tx, row)
    return done({ undone: input.seq, seq: tx.seq }, JSON.parse(entry.keys) as string[])
  },
}

const takesRoom = (row: Touched): boolean => row.table === 'claim' && row.before?.active === 1

async function restore(tx: Tx, { table, key, before, after }: Touched): Promise<void> {
  const write = tx as unknown as LooseTx
  if (before && after) await write.update(table, key, { ...before, ...nextVersion(after) })
  else if (before) await write.insert(table, before)
  else if (table === 'claim') await write.update(table, key, { active: 0 })
  else if (table === 'booking')
    await write.update(table, key, {
      status: 'cancelled',
      cancel_reason: 'other',
      cancel_note: '撤销',
      cancelled_at: tx.now,
      hold_until: null,
      ...(after && nextVersion(after)),
    })
  else await write.remove(table, key)
}

// Going back is a change too: whoever still has the version in between must not write over it.
const nextVersion = (after: Row): Row => (typeof after.version === 'number' ? { version: after.version + 1 } : {})

/** The door's tables by name: what was recorded by name is taken back by name. */
interface LooseTx {
  insert(table: JournaledTable, row: Row): Promise<void>
  update(table: JournaledTable, key: Row, patch: Row): Promise<Row>
  remove(table: JournaledTable, key: Row): Promise<void>
}

interface LooseRead {
  selectFrom(table: string): {
    selectAll(): { where(filter: (eb: LooseFilter) => unknown): { executeTakeFirst(): Promise<Row | undefined> } }
  }
}

interface LooseFilter {
  (column: string, operator: '=', value: unknown): unknown
  and(conditions: readonly unknown[]): unknown
}

function findRow(tx: Tx, table: JournaledTable, key: Row): Promise<Row | undefined> {
  const read = tx.read as unknown as LooseRead
  const named = { venue_id: venueId, ...key }
  return read
    .selectFrom(table)
    .selectAll()
    .where((eb) => eb.and(Object.entries(named).map(([column, value]) => eb(column, '=', value))))
    .executeTakeFirst()
}

async function touchedSince(tx: Tx, seq: number, row: Touched): Promise<Outcome<never>> {
  const later = await tx.read
    .selectFrom('journal')
    .select(['seq', 'at', 'actor', 'changes'])
    .where('venue_id', '=', venueId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(500)
    .execute()
  const name = JSON.stringify(row.key)
  const by = later.find((line) =>
    (JSON.parse(line.changes) as Change[]).some(
      (change) =>
        change.table === row.table &&
        JSON.stringify(keyOf(change.table, (change.after ?? change.before) as Row)) === name,
    ),
  )
  return refuse('UNDO_REFUSED', { why: 'changedSince', ...(by && { by: by.actor, at: by.at, seq: by.seq }) })
}

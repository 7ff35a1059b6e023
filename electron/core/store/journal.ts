import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { runCompiled } from './compiled.ts'
import { type Tables, venueId } from './schema.ts'
import type { JournalTable } from './unjournaled-tables.ts'

/** The chain starts here. */
export const genesisHash = '0'.repeat(64)

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** JSON with the keys in order, so that the same body always gives the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`)
    return `{${fields.join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

const secretFields: ReadonlySet<string> = new Set(['pin', 'pinHash', 'token', 'password'])

/** Takes PINs, tokens and passwords out, at any depth: they enter neither journal nor log. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, secretFields.has(name) ? '•' : withoutSecrets(field)]),
  )
}

export const hashOfBody = (body: unknown): string => sha256(canonicalJson(withoutSecrets(body)))

/** Hash of a journal line over all its columns and the line before it. */
export const hashOfEntry = (entry: Omit<JournalTable, 'hash'>): string =>
  sha256(
    canonicalJson([
      entry.venue_id,
      entry.seq,
      entry.at,
      entry.actor,
      entry.station,
      entry.command,
      entry.idem_key,
      entry.body_hash,
      entry.input,
      entry.result,
      entry.changes,
      entry.keys,
      entry.prev_hash,
    ]),
  )

/** Keys by which single lines are looked for; rooms and dates would name thousands each. */
const indexedKeys = /^(booking|stay|customer|waitlist|promise|block|staff):/

/** Writes a journal line and what it can be found by. */
export async function appendEntry(db: Kysely<Tables>, entry: JournalTable): Promise<void> {
  const plain = db as unknown as Kysely<never>
  const columns = Object.keys(entry)
  await runCompiled(
    plain,
    `journal ${columns.join()}`,
    () => db.insertInto('journal').values(entry),
    Object.values(entry),
  )
  const keys = [...new Set((JSON.parse(entry.keys) as string[]).filter((key) => indexedKeys.test(key)))]
  if (keys.length === 0) return
  const rows = keys.map((key) => ({ venue_id: venueId, key, seq: entry.seq }))
  await runCompiled(
    plain,
    `journal_key ${rows.length}`,
    () => db.insertInto('journal_key').values(rows),
    rows.flatMap((row) => Object.values(row)),
  )
}

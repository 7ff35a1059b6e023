import { primaryKeys, type Tables } from '#electron/core/store/schema.ts'
import type { Reader } from '#electron/core/store/tx.ts'

const derived: readonly (keyof Tables)[] = ['search_token', 'journal', 'journal_key']

/** Every table that the journal can bring back, whole, each row in one order. */
export async function allTables(reader: Reader): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {}
  for (const table of [...(Object.keys(primaryKeys) as (keyof Tables)[]), ...derived]) {
    const rows: unknown[] = await reader.selectFrom(table).selectAll().execute()
    tables[table] = rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }
  return tables
}

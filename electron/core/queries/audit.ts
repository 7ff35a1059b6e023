import { isoIn } from '#shared/domain/time/zone.ts'
import { venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'

export interface AuditFilter {
  readonly from?: number
  readonly to?: number
  readonly actor?: string
  /** `booking:K4-7302`, `customer:…`; a bare booking code will do. */
  readonly entity?: string
  readonly limit: number
  /** The sequence before which to go on. */
  readonly before?: number
}

/** Journal lines, newest first. */
export async function auditLines(reader: Reader, filter: AuditFilter, timeZone: string) {
  const { entity, before } = filter
  let query = reader
    .selectFrom('journal')
    .select(['seq', 'at', 'command', 'actor', 'station', 'input', 'keys', 'prev_hash', 'hash'])
    .where('venue_id', '=', venueId)
  if (entity !== undefined) {
    const key = entity.includes(':') ? entity : `booking:${entity.toUpperCase()}`
    query = query.where('seq', 'in', (keys) =>
      keys.selectFrom('journal_key').select('seq').where('venue_id', '=', venueId).where('key', '=', key),
    )
  }
  if (filter.from !== undefined) query = query.where('at', '>=', filter.from)
  if (filter.to !== undefined) query = query.where('at', '<=', filter.to)
  if (filter.actor) query = query.where('actor', '=', filter.actor)
  if (before !== undefined) query = query.where('seq', '<', before)
  const rows = await query
    .orderBy('seq', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const items = rows.slice(0, filter.limit).map((row) => ({
    seq: row.seq,
    at: isoIn(row.at, timeZone),
    command: row.command,
    actor: row.actor,
    station: row.station,
    input: JSON.parse(row.input) as unknown,
    keys: JSON.parse(row.keys) as string[],
    prevHash: row.prev_hash,
    hash: row.hash,
  }))
  const last = items.at(-1)
  return { items, ...(rows.length > filter.limit && last && { next: String(last.seq) }) }
}

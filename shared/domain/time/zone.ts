import { minute } from './span.ts'

const quarter = 15 * minute
const rememberedQuarters = 20_000

interface ZoneTable {
  readonly format: Intl.DateTimeFormat
  readonly offsets: Map<number, number>
}

// Asking Intl costs microseconds, and a decision asks hundreds of times. An offset holds for a whole quarter of an
// hour (every change of clocks since 1970 falls on one), so each is asked for once. Memory only: same question, same answer.
const zones = new Map<string, ZoneTable>()

function zoneTable(timeZone: string): ZoneTable {
  const known = zones.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const table = { format, offsets: new Map<number, number>() }
  zones.set(timeZone, table)
  return table
}

/** True when the runtime knows the IANA zone name. */
export function isTimeZone(name: string): boolean {
  try {
    zoneTable(name)
    return true
  } catch {
    return false
  }
}

/** Milliseconds the zone's wall clock is ahead of UTC at `instant`. */
export function offsetAt(instant: number, timeZone: string): number {
  const table = zoneTable(timeZone)
  const key = Math.floor(instant / quarter)
  const known = table.offsets.get(key)
  if (known !== undefined) return known
  const at = key * quarter
  const parts: Record<string, number> = {}
  for (const part of table.format.formatToParts(at)) parts[part.type] = Number(part.value)
  const { year = 0, month = 1, day = 1, hour = 0, minute: minutes = 0, second = 0 } = parts
  const offset = Date.UTC(year, month - 1, day, hour, minutes, second) - at
  if (table.offsets.size > rememberedQuarters) table.offsets.clear()
  table.offsets.set(key, offset)
  return offset
}

/**
 * The instant at which the zone's wall clock reads `wallMs` (milliseconds as if the wall clock were UTC).
 * In a gap (clocks forward) the moment just after it; when the reading happens twice, the first.
 */
export function instantOfWall(wallMs: number, timeZone: string): number {
  const before = offsetAt(wallMs - 24 * 60 * minute, timeZone)
  const after = offsetAt(wallMs + 24 * 60 * minute, timeZone)
  const early = wallMs - Math.max(before, after)
  const late = wallMs - Math.min(before, after)
  if (early + offsetAt(early, timeZone) === wallMs) return early
  if (late + offsetAt(late, timeZone) === wallMs) return late
  return wallMs - before
}

/** ISO 8601 with the zone's offset, seconds always, milliseconds only when there are any. */
export function isoIn(instant: number, timeZone: string): string {
  const offset = offsetAt(instant, timeZone)
  const local = new Date(instant + offset).toISOString()
  const seconds = local.endsWith('.000Z') ? local.slice(0, 19) : local.slice(0, 23)
  const sign = offset < 0 ? '-' : '+'
  const total = Math.abs(offset) / minute
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0')
  return `${seconds}${sign}${two(total / 60)}:${two(total % 60)}`
}

import { freshKey } from './fresh-key.ts'

const key = 'desk.station'

/** Name of this work place, sent with every call and kept in the journal; made once for a browser. */
export function stationName(): string {
  const kept = localStorage.getItem(key)
  if (kept) return kept
  const made = `desk-${freshKey().slice(0, 6)}`
  localStorage.setItem(key, made)
  return made
}

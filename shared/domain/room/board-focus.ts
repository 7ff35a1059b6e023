import { minute, type Span, subtract } from '../time/span.ts'
import type { BoardItem } from './board-item.ts'

/** What the keyboard can stand on in one row: a bar, or a stretch of free time that can still be sold. */
export type BoardCell =
  | ({ readonly type: 'item'; readonly key: string; readonly item: BoardItem } & Span)
  | ({ readonly type: 'free'; readonly key: string } & Span)

/** Stretches shorter than this are not worth standing on. */
const leastFree = 15 * minute

/** The cells of one row in order of time; free time in the past is left out, cleaning tails are not free. */
export function cellsOf(items: readonly BoardItem[], day: Span, now: number): readonly BoardCell[] {
  const open = { start: Math.max(day.start, now), end: day.end }
  const holes = items.map((item) => ({ start: item.start, end: item.cleanUntil }))
  const free = open.start < open.end ? subtract(open, holes) : []
  const cells: BoardCell[] = items
    .filter((item) => item.end > Math.max(day.start, item.start) && item.start < day.end)
    .map((item) => ({ type: 'item', key: item.key, item, start: item.start, end: item.end }))
  for (const span of free) {
    if (span.end - span.start < leastFree) continue
    // The key of free time is its end: its start moves with the clock.
    cells.push({ type: 'free', key: `free:${span.end}`, start: span.start, end: span.end })
  }
  return cells.sort((a, b) => a.start - b.start)
}

/** The cell at an instant, else the nearest one; undefined in an empty row. */
export function cellAt(cells: readonly BoardCell[], at: number): BoardCell | undefined {
  let best: BoardCell | undefined
  let bestDistance = Number.POSITIVE_INFINITY
  for (const cell of cells) {
    const distance = at < cell.start ? cell.start - at : at >= cell.end ? at - cell.end + 1 : 0
    if (distance < bestDistance) {
      best = cell
      bestDistance = distance
    }
  }
  return best
}

/** The next cell to the right (+1) or left (−1) of the one with this key; the same one at the end of the row. */
export function cellBeside(cells: readonly BoardCell[], key: string, step: 1 | -1): BoardCell | undefined {
  const at = cells.findIndex((cell) => cell.key === key)
  return at < 0 ? cells[0] : (cells[at + step] ?? cells[at])
}

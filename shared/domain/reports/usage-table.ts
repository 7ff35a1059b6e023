import type { DayUses, UseFact } from './day-facts.ts'
import { hourIndexOf, lengthOfDay } from './day-hours.ts'
import type { DayOf } from './entries-table.ts'
import { counts, type ReportFilter } from './report-filter.ts'
import { type Cells, type ReportTable, type RowsOf, totalColumn } from './report-table.ts'

/** How rooms were used (reports.md §1). Minutes are split by clock hour and by the type really used. */
export interface UsageCell {
  /** 使用时, in minutes; cleaning apart. */
  readonly minutes: number
  /** In a row of an hour: rooms occupied at the half hour. In a row of a day: distinct rooms used, summed over days. */
  readonly rooms: number
  /** 使用率: minutes ÷ minutes for sale; null where nothing was for sale. */
  readonly rate: number | null
  /** The same over all rooms, blocked ones too. */
  readonly rateAll: number | null
  /** 可售包厢时, in minutes. */
  readonly sellable: number
  /** Open minutes of all rooms, blocked ones too. */
  readonly openMinutes: number
  /** Rooms for sale for at least a minute of the hour, or of the day, then summed over days. */
  readonly sellableRooms: number
  /** 开房数: segments opened by new parties. */
  readonly opened: number
  /** 使用次数: 开房数 + transfers in. */
  readonly uses: number
}

interface Sum {
  minutes: number
  rooms: number
  sellable: number
  openMinutes: number
  sellableRooms: number
  opened: number
  uses: number
}

type Sums = Record<string, Sum>

const emptySum = (): Sum => ({
  minutes: 0,
  rooms: 0,
  sellable: 0,
  openMinutes: 0,
  sellableRooms: 0,
  opened: 0,
  uses: 0,
})
const emptySums = (columns: readonly string[]): Sums =>
  Object.fromEntries(columns.map((column) => [column, emptySum()]))

const rateOf = (minutes: number, of: number): number | null => (of > 0 ? minutes / of : null)

const cellsOf = (sums: Sums): Cells<UsageCell> =>
  Object.fromEntries(
    Object.entries(sums).map(([column, sum]) => [
      column,
      { ...sum, rate: rateOf(sum.minutes, sum.sellable), rateAll: rateOf(sum.minutes, sum.openMinutes) },
    ]),
  )

const overlap = (from: number, to: number, start: number, end: number): number =>
  Math.max(0, Math.min(to, end) - Math.max(from, start))

/** One day's uses that count, cut off where the day is. */
function dayOf({ facts, upTo }: DayOf<DayUses>, filter: ReportFilter) {
  const end = Math.min(lengthOfDay(facts.hours), upTo ?? Number.POSITIVE_INFINITY)
  const open = facts.open && { from: facts.open.from, to: Math.min(facts.open.to, end) }
  const rooms = facts.rooms.filter((room) => filter.floor === undefined || room.floor === filter.floor)
  const blocksOf = Map.groupBy(facts.blocks, (block) => block.roomNo)
  const free = new Map<string, number>()
  for (const { roomNo, typeCode } of rooms) if (!blocksOf.has(roomNo)) free.set(typeCode, (free.get(typeCode) ?? 0) + 1)
  return {
    hours: facts.hours,
    open: open && open.to > open.from ? open : undefined,
    /** Rooms of each type that were not blocked at all, and those that were. */
    free,
    blocked: rooms.flatMap((room) => {
      const blocks = blocksOf.get(room.roomNo)
      return blocks ? [{ typeCode: room.typeCode, blocks }] : []
    }),
    uses: facts.uses
      .filter((use) => use.from <= end && counts(use, filter))
      .map((use) => (use.to > end ? { ...use, to: end } : use)),
  }
}
type Day = ReturnType<typeof dayOf>

// What was for sale between two minutes of the day, by type and in all.
function addSellable(sums: Sums, { open, free, blocked }: Day, from: number, to: number): void {
  if (!open) return
  const [start, end] = [Math.max(open.from, from), Math.min(open.to, to)]
  if (end <= start) return
  for (const [typeCode, rooms] of free) addRooms(sums, typeCode, rooms, end - start, end - start)
  for (const { typeCode, blocks } of blocked) {
    const away = blocks.reduce((sum, block) => sum + overlap(block.from, block.to, start, end), 0)
    addRooms(sums, typeCode, 1, end - start, end - start - away)
  }
}

function addRooms(sums: Sums, typeCode: string, rooms: number, openMinutes: number, sellable: number): void {
  for (const sum of [sums[typeCode], sums[totalColumn]]) {
    if (!sum) continue
    sum.openMinutes += rooms * openMinutes
    sum.sellable += rooms * sellable
    if (sellable > 0) sum.sellableRooms += rooms
  }
}

function addDay(sums: Sums, day: Day): void {
  addSellable(sums, day, 0, Number.POSITIVE_INFINITY)
  const usedRooms = new Map<string, Set<string>>()
  for (const use of day.uses)
    for (const column of [use.typeCode, totalColumn]) {
      const sum = sums[column]
      if (!sum) continue
      sum.minutes += use.to - use.from
      if (use.began !== 'carried') sum.uses += 1
      if (use.began === 'opened') sum.opened += 1
      const rooms = usedRooms.get(column) ?? new Set()
      usedRooms.set(column, rooms.add(use.roomNo))
    }
  for (const [column, rooms] of usedRooms) {
    const sum = sums[column]
    if (sum) sum.rooms += rooms.size
  }
}

/** Minutes of use by hour, for a peak hour; and all the rest of an hour's figures where those are rows. */
function addHours(byHour: readonly Sums[], day: Day, whole: boolean): void {
  const { edges } = day.hours
  if (whole)
    for (const [index, sums] of byHour.entries()) addSellable(sums, day, edges[index] ?? 0, edges[index + 1] ?? 0)
  for (const use of day.uses) {
    const first = hourIndexOf(use.from, day.hours)
    for (let index = first; index < byHour.length && (edges[index] ?? 0) <= use.to; index += 1) {
      const [from, to] = [edges[index] ?? 0, edges[index + 1] ?? 0]
      const sums = byHour[index]
      addUseOfHour(sums?.[use.typeCode], use, from, to, index === first)
      addUseOfHour(sums?.[totalColumn], use, from, to, index === first)
    }
  }
}

function addUseOfHour(sum: Sum | undefined, use: UseFact, from: number, to: number, first: boolean): void {
  if (!sum) return
  // hh:30 of the clock, also in the half hours at the ends of a day that begins at half past.
  const halfHour = Math.max(from, to - 30)
  sum.minutes += overlap(use.from, use.to, from, to)
  if (use.from <= halfHour && use.to > halfHour) sum.rooms += 1
  if (first && use.began !== 'carried') sum.uses += 1
  if (first && use.began === 'opened') sum.opened += 1
}

const mergeInto = (sums: Sums, more: Sums): void => {
  for (const [column, sum] of Object.entries(more)) {
    const into = sums[column]
    if (into) for (const name of Object.keys(sum) as (keyof Sum)[]) into[name] += sum[name]
  }
}

/**
 * 包厢使用比较表 (流程23): room-time, occupied rooms and rates by row and type.
 * @param keys the rows, in order; days without a row of their own count in the total alone
 */
export function usageTable(
  days: readonly DayOf<DayUses>[],
  rows: { readonly keys: readonly string[]; readonly of: RowsOf },
  columns: readonly string[],
  filter: ReportFilter,
): ReportTable<UsageCell> {
  const byRow = new Map(rows.keys.map((key) => [key, emptySums(columns)]))
  const peaks = new Map<string, { hour: string; value: number }>()
  const total = emptySums(columns)
  for (const one of days) {
    const day = dayOf(one, filter)
    const sums = emptySums(columns)
    addDay(sums, day)
    mergeInto(total, sums)
    const isHours = rows.of === 'hour'
    const byHour = day.hours.edges.slice(1).map(() => emptySums(isHours ? columns : [totalColumn]))
    addHours(byHour, day, isHours)
    if (rows.of === 'hour') {
      for (const [index, hour] of byHour.entries()) {
        const row = byRow.get(String(day.hours.first + index))
        if (row) mergeInto(row, hour)
      }
      continue
    }
    const key = rows.of(one.date)
    const row = key === undefined ? undefined : byRow.get(key)
    if (!row || key === undefined) continue
    mergeInto(row, sums)
    const minutes = byHour.map((hour) => hour[totalColumn]?.minutes ?? 0)
    const most = Math.max(...minutes)
    if (most > (peaks.get(key)?.value ?? 0))
      peaks.set(key, { hour: String(day.hours.first + minutes.indexOf(most)), value: most })
  }
  return {
    rows: rows.keys.map((key) => {
      const peak = peaks.get(key)
      return { key, cells: cellsOf(byRow.get(key) ?? {}), ...(peak && { peak }) }
    }),
    total: cellsOf(total),
  }
}

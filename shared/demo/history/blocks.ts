import { addDays, type BusinessDate, daysBetween } from '#shared/domain/time/business-day.ts'
import { openingSpan } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { BlockKind, Venue } from '#shared/domain/venue/venue.ts'
import { createDraw, seedOfNumbers } from './draw.ts'

/** A room that was out of order for some hours or days. Instants are epoch milliseconds. */
export interface HistoryBlock {
  readonly id: string
  readonly roomNo: string
  readonly kind: BlockKind
  readonly reason: string
  readonly firstDate: BusinessDate
  readonly start: number
  readonly end: number
  /** Put back on sale before its time. */
  readonly removedAt: number | undefined
}

const epoch = '2000-01-01'
/** In each stretch of so many days a room is blocked once at most. */
const stretchDays = 45
const longestDays = 3
const kinds = [
  ['repair', '空调维修'],
  ['repair', '点歌系统维修'],
  ['repair', '麦克风与音响'],
  ['repair', '沙发翻新'],
  ['locked', '包场预留'],
  ['closed', '消防检查'],
] as const

/**
 * The blocks that touch a business day, in the order of the rooms; a room's next one never touches the last, and none
 * lasts until the day on which the history has ended.
 */
export function blocksOn(date: BusinessDate, venue: Venue, seed: number, until: BusinessDate): HistoryBlock[] {
  return venue.rooms.flatMap((room, index) => {
    const day = daysBetween(epoch, date) + index * 7
    const stretch = Math.floor(day / stretchDays)
    const draw = createDraw(seedOfNumbers(seed, index, stretch))
    if (!draw.chance(0.3)) return []
    const days = draw.pick([1, 1, 1, 2, longestDays])
    const first = draw.below(stretchDays - longestDays)
    const into = day - stretch * stretchDays - first
    if (into < 0 || into >= days) return []
    const firstDate = addDays(date, -into)
    const begins = openingSpan(firstDate, venue)
    const lastDate = addDays(firstDate, days - 1)
    const ends = openingSpan(lastDate, venue)
    if (!begins || !ends || lastDate >= until) return []
    const [kind, reason] = draw.pick(kinds)
    const hours = days === 1 && draw.chance(0.6) ? 3 + draw.below(5) : undefined
    const end = hours === undefined ? ends.end : begins.start + hours * 60 * minute
    const early = draw.chance(0.25) ? end - (30 + draw.below(90)) * minute : undefined
    const id = `hx${firstDate.replaceAll('-', '')}-${room.roomNo}`
    return [{ id, roomNo: room.roomNo, kind, reason, firstDate, start: begins.start, end, removedAt: early }]
  })
}

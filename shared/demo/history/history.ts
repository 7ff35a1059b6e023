import { addDays, type BusinessDate, businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'
import { blocksOn } from './blocks.ts'
import { takeCall } from './calls.ts'
import { demandOn } from './demand.ts'
import { createDraw, seedOf } from './draw.ts'
import { Evening } from './evening.ts'
import type { HistoryDay } from './history-day.ts'
import { houseOn } from './house.ts'
import { WaitingList } from './waiting.ts'
import { takeWalker } from './walk-ins.ts'
import { wishesOf } from './wishes.ts'

export interface HistoryOptions {
  readonly venue: Venue
  readonly seed: number
  /** Date before which the history ends; growth is counted back from here, and nobody stays over into it. */
  readonly until: BusinessDate
}

/**
 * A plausible business day: who called and who came by, who got a room, who waited, who went without, who stayed how
 * long. It depends on nothing but the date and the options, so any day can be made again by itself.
 */
export function historyDay(date: BusinessDate, { venue, seed, until }: HistoryOptions): HistoryDay {
  const house = houseOn(date, venue)
  if (!house) {
    const { start, end } = businessDaySpan(date, calendarOf(venue))
    return { date, dayStart: start, length: (end - start) / minute, parties: [], refusals: [], blocks: [] }
  }
  const draw = createDraw(seedOf('day', seed, date))
  const demand = demandOn(date, venue.rooms.length, until, seed)
  const evening = new Evening(house, draw, seedOf('turn', seed, date) % 1000, addDays(date, 1) < until)
  const blocks = blocksOn(date, venue, seed, until)
  for (const { roomNo, start, end, removedAt } of blocks)
    evening.floor.block(roomNo, (start - house.dayStart) / minute, ((removedAt ?? end) - house.dayStart) / minute)
  const list = new WaitingList(evening)
  const { calls, walkers } = wishesOf(house, demand, seed, draw)
  for (const call of calls)
    if (call.askedAt < 0) takeCall(evening, list, call)
    else evening.at(call.askedAt, () => takeCall(evening, list, call))
  for (const walker of walkers) evening.at(walker.at, (now) => takeWalker(evening, list, walker, now))
  evening.run()
  return {
    date,
    dayStart: house.dayStart,
    length: house.length,
    parties: evening.parties,
    refusals: evening.refusals,
    blocks,
  }
}

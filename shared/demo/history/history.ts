import { quote } from '#shared/domain/pricing/quote.ts'
import { roomsOfType, typeOf } from '#shared/domain/room/room-type.ts'
import { addDays, type BusinessDate, instantAt, isoWeekday } from '#shared/domain/time/business-day.ts'
import { calendarOf, openingSpan } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { Room, Venue } from '#shared/domain/venue/venue.ts'
import { createDraw, type Draw, seedOf, weighted } from './draw.ts'

export interface HistoryOptions {
  readonly venue: Venue
  readonly seed: number
  /** How many different guests book; some come often, most now and then. */
  readonly guests: number
  /** How full the evenings are: 1 is as busy as a good venue, 0.5 half of it. */
  readonly busyness: number
}

/** One party of a made-up day: what it asked for, and what became of it. Instants are epoch milliseconds. */
export interface HistoryParty {
  /** `walkIn` parties came without a booking. */
  readonly came: 'booked' | 'walkIn'
  readonly outcome: 'done' | 'cancelled' | 'released'
  readonly guest: number
  readonly party: number
  readonly roomNo: string
  readonly typeCode: string
  readonly requestedTypeCode: string
  readonly specified: boolean
  readonly start: number
  readonly end: number
  readonly bookedAt: number
  /** Absent when the party never came. */
  readonly visit?: { readonly arrivedAt: number; readonly leftAt: number; readonly cleanedAt: number }
  /** When it was called off, or the hold ran out. */
  readonly closedAt?: number
  readonly flow: '01' | '03' | '04' | '06' | '10' | '13'
  readonly quoteTotal: number
}

export interface HistoryDay {
  readonly date: BusinessDate
  readonly parties: readonly HistoryParty[]
}

// How likely a room is taken at each turn of the evening, by ISO weekday: after the reservations of some 300
// restaurants, Monday's being 1 (shared/data, demand-shape.json, Saturday 2.5 times Monday).
const weekdayWeight: Readonly<Record<number, number>> = { 1: 0.42, 2: 0.45, 3: 0.52, 4: 0.56, 5: 0.9, 6: 0.97, 7: 0.48 }

/** Chance that a room free at this hour is taken before the next: an evening business, some of it past midnight. */
const hourWeight = (hour: number): number =>
  hour < 14 ? 0.18 : hour < 17 ? 0.25 : hour < 19 ? 0.7 : hour < 22 ? 0.95 : hour < 24 ? 0.6 : hour < 26 ? 0.35 : 0.08

const lengths = weighted<number>([
  [120, 18],
  [150, 8],
  [180, 52],
  [240, 16],
  [300, 6],
])

const leadHours = weighted<readonly [number, number]>([
  [[0, 1], 6],
  [[1, 3], 12],
  [[3, 12], 12],
  [[12, 24], 8],
  [[24, 72], 21],
  [[72, 168], 41],
])

/** A plausible business day, the same for the same options and date: who booked, who came, who stayed how long. */
export function historyDay(date: BusinessDate, options: HistoryOptions): HistoryDay {
  const { venue } = options
  const opening = openingSpan(date, venue)
  if (!opening) return { date, parties: [] }
  const draw = createDraw(seedOf('day', options.seed, date))
  const parties: HistoryParty[] = []
  for (const room of venue.rooms) fillRoom(room, date, opening, options, draw, parties)
  for (const party of neverCame(parties, options, draw)) parties.push(party)
  return { date, parties: parties.sort((a, b) => a.start - b.start) }
}

function fillRoom(
  room: Room,
  date: BusinessDate,
  opening: { readonly start: number; readonly end: number },
  options: HistoryOptions,
  draw: Draw,
  parties: HistoryParty[],
): void {
  const { venue } = options
  const midnight = instantAt(date, 0, calendarOf(venue))
  const cleaning = (typeOf(venue, room.typeCode)?.cleaningMinutes ?? 0) * minute
  const weight = (weekdayWeight[isoWeekday(date)] ?? 0.5) * options.busyness
  const slot = venue.policy.slotMinutes * minute
  let at = opening.start
  while (at + 60 * minute < opening.end) {
    if (!draw.chance(hourWeight(Math.floor((at - midnight) / (60 * minute))) * weight)) {
      at += 60 * minute
      continue
    }
    const start = Math.ceil((at + draw.below(4) * 10 * minute) / slot) * slot
    const end = Math.min(start + lengths.draw(draw) * minute, opening.end)
    if (end - start < 60 * minute) break
    const came = draw.chance(0.62) ? 'booked' : 'walkIn'
    const arrivedAt = came === 'walkIn' ? start : start + draw.below(14) * minute
    const leftAt = Math.min(opening.end, end - 12 * minute + draw.below(20) * minute)
    const cleanedAt = leftAt + Math.ceil((cleaning * (0.6 + 0.4 * draw.next())) / minute) * minute
    parties.push({
      ...wish(room, came, start, end, options, draw),
      came,
      outcome: 'done',
      visit: { arrivedAt, leftAt, cleanedAt },
    })
    at = Math.ceil(Math.max(cleanedAt, end) / minute) * minute
  }
}

function wish(
  room: Room,
  came: HistoryParty['came'],
  start: number,
  end: number,
  options: HistoryOptions,
  draw: Draw,
): Omit<HistoryParty, 'came' | 'outcome'> {
  const { venue } = options
  const type = typeOf(venue, room.typeCode)
  const most = type?.seats ?? 4
  const least = Math.max(1, type?.minParty ?? 1)
  const party = least + draw.below(Math.max(1, most - least + 1))
  const smaller = came === 'booked' && draw.chance(0.05) ? lowerType(room.typeCode, venue) : undefined
  const [from, to] = leadHours.draw(draw)
  const lead = (from + (to - from) * draw.next()) * 60 * minute
  const bookedAt = came === 'walkIn' ? start : Math.floor((start - lead) / minute) * minute
  const specified = came === 'booked' && draw.chance(0.06)
  const today = start - bookedAt < 20 * 60 * minute
  // A few hundred regulars make a third of the visits; the rest is spread over everybody.
  const guest = draw.chance(0.33) ? draw.below(Math.min(400, options.guests)) : draw.below(options.guests)
  return {
    guest,
    party: smaller ? Math.max(1, Math.min(party, smaller.seats)) : party,
    roomNo: room.roomNo,
    typeCode: room.typeCode,
    requestedTypeCode: smaller?.code ?? room.typeCode,
    specified,
    start,
    end,
    bookedAt,
    flow: specified
      ? today
        ? '03'
        : '06'
      : smaller
        ? '10'
        : start - bookedAt <= 60 * minute && came === 'booked'
          ? '13'
          : today
            ? '01'
            : '04',
    quoteTotal: quote({ start, end }, room.typeCode, venue).total,
  }
}

const lowerType = (typeCode: string, venue: Venue) => {
  const rank = typeOf(venue, typeCode)?.rank ?? 0
  return venue.types.findLast((type) => type.rank < rank)
}

// Bookings that left no trace on the board: one in six is called off, one in thirty simply never comes.
function* neverCame(came: readonly HistoryParty[], options: HistoryOptions, draw: Draw): Generator<HistoryParty> {
  const { venue } = options
  for (const model of came) {
    if (model.came !== 'booked' || !draw.chance(0.2)) continue
    const rooms = roomsOfType(venue, model.typeCode)
    const { visit: _, ...planned } = model
    const released = draw.chance(0.17)
    const closedAt = released
      ? model.start + venue.policy.grace.standard * minute
      : model.bookedAt + Math.floor(((model.start - model.bookedAt) * draw.next()) / minute) * minute
    yield {
      ...planned,
      outcome: released ? 'released' : 'cancelled',
      guest: draw.below(options.guests),
      roomNo: draw.pick(rooms).roomNo,
      closedAt,
    }
  }
}

/** Business days one after the other, from `from` on. */
export function* historyDays(from: BusinessDate, days: number, options: HistoryOptions): Generator<HistoryDay> {
  for (let i = 0; i < days; i += 1) yield historyDay(addDays(from, i), options)
}

import { demoVenue } from '#shared/demo/demo-venue.ts'
import type { DayFacts } from '#shared/domain/reports/day-facts.ts'
import { hoursOfDay } from '#shared/domain/reports/day-hours.ts'
import {
  type DayRows,
  factsOfDay,
  type House,
  type SegmentRow,
  type StayRow,
} from '#shared/domain/reports/facts-of-day.ts'
import { businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf, openingSpan } from '#shared/domain/time/opening-hours.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'
import { at } from './snapshot.ts'

/** A party as a test tells it: clock times as `20:30`, from 24:00 on the next morning. */
export interface Told {
  readonly room: string | readonly string[]
  readonly in: string
  /** Left out: still there. */
  readonly out?: string
  readonly party?: number
  readonly source?: string
  readonly vip?: 'silver' | 'gold'
  readonly asked?: string
  readonly extended?: boolean
  /** Moves to a room at a time. */
  readonly moves?: readonly (readonly [time: string, room: string])[]
}

/** `25:15` of a business date as an instant. */
export function clock(date: string, time: string, venue: Venue = demoVenue): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const days = Math.floor(hours / 24)
  const wall = `${String(((hours % 24) + 24) % 24).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
  return at(`${date} ${wall}`, venue.timeZone) + days * 86_400_000
}

/** The venue as it stands on a date, up to `until` (the whole day when left out). */
export function houseOn(date: string, until?: string, venue: Venue = demoVenue): House {
  const calendar = calendarOf(venue)
  const day = businessDaySpan(date, calendar)
  return {
    hours: hoursOfDay(date, calendar),
    dayStart: day.start,
    until: until === undefined ? day.end : clock(date, until, venue),
    open: openingSpan(date, venue),
    rooms: venue.rooms.map(({ roomNo, typeCode, floor }) => ({ roomNo, typeCode, floor })),
    types: venue.types,
  }
}

/** Rows of parties that came on the date, and segments of those that came earlier. */
export function rowsOf(date: string, told: readonly Told[], venue: Venue = demoVenue): DayRows {
  const typeOf = (roomNo: string) => venue.rooms.find((room) => room.roomNo === roomNo)?.typeCode ?? '?'
  const day = businessDaySpan(date, calendarOf(venue))
  const stays: StayRow[] = []
  const segments: SegmentRow[] = []
  for (const [index, one] of told.entries()) {
    const rooms = typeof one.room === 'string' ? [one.room] : one.room
    const [first = ''] = rooms
    const id = `s${index + 1}`
    const person = { party: one.party ?? 4, source: one.source ?? 'walkIn', vipTier: one.vip ?? '' }
    const openedAt = clock(date, one.in, venue)
    const leftAt = one.out === undefined ? null : clock(date, one.out, venue)
    stays.push({
      ...person,
      id,
      openedAt,
      leftAt,
      typeCode: typeOf(first),
      requestedTypeCode: one.asked ?? typeOf(first),
      firstRoomNo: first,
      extended: one.extended === true,
    })
    const moves = (one.moves ?? []).map(([time, room]) => ({ at: clock(date, time, venue), room }))
    for (const roomNo of rooms)
      segments.push({
        ...person,
        stayId: id,
        roomNo,
        typeCode: typeOf(roomNo),
        start: openedAt,
        end: moves[0]?.at ?? leftAt,
        transferred: false,
      })
    for (const [step, move] of moves.entries())
      segments.push({
        ...person,
        stayId: id,
        roomNo: move.room,
        typeCode: typeOf(move.room),
        start: move.at,
        end: moves[step + 1]?.at ?? leftAt,
        transferred: true,
      })
  }
  return {
    entered: stays.filter((stay) => stay.openedAt >= day.start && stay.openedAt < day.end),
    left: stays.filter((stay) => stay.leftAt !== null),
    segments: segments.filter((one) => one.start < day.end && (one.end === null || one.end >= day.start)),
    blocks: [],
    waits: [],
    due: [],
    refusals: [],
    promises: [],
  }
}

/** The facts of a day in which these parties came. */
export function dayOf(date: string, told: readonly Told[], until?: string, more: Partial<DayRows> = {}): DayFacts {
  return factsOfDay({ ...rowsOf(date, told), ...more }, houseOn(date, until))
}

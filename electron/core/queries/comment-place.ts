import { shiftAt } from '#shared/domain/feedback/shift-at.ts'
import { type BusinessDate, businessDaySpan, wallMinutesOf } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import type { LiveModel } from '../store/live-model.ts'
import { venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'

/** The name of the shift an instant of a business date falls in; undefined where the venue has none. */
export function shiftOf(model: LiveModel, instant: number, date: BusinessDate): string | undefined {
  const minute = wallMinutesOf(instant, date, calendarOf(model.venue.on(date)))
  return shiftAt(minute, model.reportSettings.shifts)?.name
}

/** A party in a room on a business date, with what a comment card takes over from it. */
export interface PlacedStay {
  readonly stayId: string
  readonly roomNo: string
  readonly typeCode: string
  readonly start: number
  readonly end?: number
  readonly openedAt: number
  readonly party: number
  readonly name: string | null
}

/** The parties that were in a room on a business date, in order. */
export async function staysInRoom(
  read: Reader,
  model: LiveModel,
  date: BusinessDate,
  roomNo: string,
): Promise<PlacedStay[]> {
  const day = businessDaySpan(date, calendarOf(model.venue.on(date)))
  const rows = await read
    .selectFrom('segment')
    .innerJoin('stay', (join) =>
      join.onRef('stay.venue_id', '=', 'segment.venue_id').onRef('stay.id', '=', 'segment.stay_id'),
    )
    .select([
      'segment.stay_id',
      'segment.room_no',
      'segment.type_code',
      'segment.start_at',
      'segment.end_at',
      'stay.opened_at',
      'stay.party',
      'stay.name',
    ])
    .where('segment.venue_id', '=', venueId)
    .where('segment.start_at', '>=', day.start)
    .where('segment.start_at', '<', day.end)
    .where('segment.room_no', '=', roomNo)
    .orderBy('segment.start_at')
    .orderBy('segment.id')
    .execute()
  // Who moved away and came back was there once, from first to last.
  return [...Map.groupBy(rows, (row) => row.stay_id).values()].flatMap((segments) => {
    const [first, last] = [segments[0], segments.at(-1)]
    if (!first || !last) return []
    return [
      {
        stayId: first.stay_id,
        roomNo: first.room_no,
        typeCode: first.type_code,
        start: first.start_at,
        ...(last.end_at !== null && { end: last.end_at }),
        openedAt: first.opened_at,
        party: first.party,
        name: first.name,
      },
    ]
  })
}

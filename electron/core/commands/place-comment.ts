import { usualCardDate } from '#shared/domain/feedback/card-date.ts'
import { findStay } from '#shared/domain/feedback/find-stay.ts'
import { roomOf } from '#shared/domain/room/room-type.ts'
import { type BusinessDate, instantAt, wallMinutesOf } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { staysInRoom } from '../queries/comment-place.ts'
import type { CommentDesk } from '../queries/comment-view.ts'
import { staysOfComment } from '../queries/list-comments.ts'
import { stayRow } from '../queries/stay-view.ts'
import type { CommentCardTable } from '../store/guest-tables.ts'
import { venueId } from '../store/schema.ts'
import { type Outcome, type Reader, refuse, type Tx } from '../store/tx.ts'
import { invalid } from './read-request.ts'

/** What is written on a card about where and when, as it was typed. */
export interface CommentPlace {
  readonly date?: BusinessDate | undefined
  readonly roomNo?: string | undefined
  /** `HH:MM`; before the beginning of the day it is of the night that follows. */
  readonly time?: string | undefined
  readonly stayId?: string | undefined
}

type Placed = Pick<CommentCardTable, 'business_date' | 'at' | 'room_no' | 'type_code' | 'floor' | 'stay_id'>

const placed = (row: Placed): Outcome<Placed> => ({ ok: true, result: row, keys: [] })

/**
 * Finds the party a card belongs to by its room and date, and takes type, floor and time from it (流程22). A card without
 * a room, or of a room nobody was in, is kept all the same. Refuses with STATE (`unclearStay`) and the parties there
 * were when it could be any of several.
 */
export async function placeComment(tx: Tx, desk: CommentDesk, place: CommentPlace): Promise<Outcome<Placed>> {
  const { venue } = desk.model
  const today = venue.businessDateOf(tx.now)
  const named = place.stayId === undefined ? undefined : await stayRow(tx.read, place.stayId)
  if (place.stayId !== undefined && !named) return invalid('stayId', 'no such stay')
  const calendar = calendarOf(venue.on(today))
  const usual = usualCardDate(today, wallMinutesOf(tx.now, today, calendar))
  const date = place.date ?? named?.business_date ?? usual
  if (date > today) return invalid('date', 'still to come')
  const at = place.time === undefined ? null : instantOf(date, place.time, calendarOf(venue.on(date)))
  if (at !== null && at > tx.now) return invalid('time', 'still to come')
  const roomNo = place.roomNo ?? (named && (await firstRoomOf(tx.read, named.id)))
  if (roomNo === undefined)
    return placed({ business_date: date, at, room_no: null, type_code: null, floor: null, stay_id: null })

  const room = roomOf(venue.on(date), roomNo)
  const stays = await staysInRoom(tx.read, desk.model, date, roomNo)
  const inRoom = { business_date: date, room_no: roomNo, floor: room?.floor ?? null }
  const of = (stay: (typeof stays)[number]) =>
    placed({ ...inRoom, type_code: stay.typeCode, stay_id: stay.stayId, at: stay.openedAt })
  if (named) {
    const stay = stays.find((one) => one.stayId === named.id)
    return stay ? of(stay) : invalid('stayId', 'not in this room on this date')
  }
  if (stays.length === 0 && !room) return refuse('ROOM_UNKNOWN', { roomNo })
  const found = findStay(stays, at ?? undefined)
  if (found.outcome === 'found') return of(found.stay)
  if (found.outcome === 'none') return placed({ ...inRoom, type_code: room?.typeCode ?? null, stay_id: null, at })
  const { items } = await staysOfComment(tx.read, desk, { date, roomNo })
  return refuse('STATE', { why: 'unclearStay', stays: items })
}

function instantOf(date: BusinessDate, clock: string, calendar: ReturnType<typeof calendarOf>): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  const minutes = hour * 60 + minute
  return instantAt(date, minutes < calendar.dayStart ? minutes + 24 * 60 : minutes, calendar)
}

async function firstRoomOf(read: Reader, stayId: string): Promise<string | undefined> {
  const row = await read
    .selectFrom('segment')
    .select('room_no')
    .where('venue_id', '=', venueId)
    .where('stay_id', '=', stayId)
    .orderBy('start_at')
    .orderBy((eb) => eb.fn('length', ['id']))
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.room_no
}

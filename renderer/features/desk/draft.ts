import type { VenueView } from '#renderer/api/venue.ts'
import type { RequestInput } from '#shared/contract/request.ts'
import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import { isoWeekday } from '#shared/domain/time/business-day.ts'
import { readNumber } from '#shared/domain/time/chinese-number.ts'
import { readTypedLength, readTypedTime } from '#shared/domain/time/typed-time.ts'
import { isoIn } from '#shared/domain/time/zone.ts'

/** What stands in the booking line and the customer line, as typed. */
export interface Draft {
  readonly party: string
  readonly type: string
  readonly time: string
  readonly length: string
  readonly room: string
  readonly name: string
  readonly phone: string
  readonly notes: string
}
export type DraftField = keyof Draft

export const emptyDraft: Draft = {
  party: '',
  type: '',
  time: '',
  length: '',
  room: '',
  name: '',
  phone: '',
  notes: '',
}

export const isEmptyDraft = (draft: Draft): boolean => Object.values(draft).every((text) => text.trim() === '')

/** What of the draft could be read, and which fields are filled but unreadable. */
export interface ReadDraft {
  readonly party?: number
  readonly typeCode?: string
  readonly start?: number
  readonly minutes?: number
  readonly roomNo?: string
  readonly phone?: string
  readonly unreadable: ReadonlySet<DraftField>
}

const hoursOn = (venue: VenueView) => (date: BusinessDate) => {
  const { opening, openingByDate, openingByWeekday } = venue.policy
  const byDate = openingByDate[date]
  if (byDate !== undefined) return byDate ?? undefined
  const byWeekday = (openingByWeekday as Record<string, typeof opening | null | undefined>)[String(isoWeekday(date))]
  return byWeekday === undefined ? opening : (byWeekday ?? undefined)
}

const phonePattern = /^\+?[\d\s()-]{3,20}$/
const digitsOf = (text: string): string => text.replace(/\D/g, '')

function readType(typed: string, venue: VenueView): string | undefined {
  const byRank = /^\d$/.test(typed) ? venue.types[Number(typed) - 1] : undefined
  const wanted = typed.toUpperCase()
  return (byRank ?? venue.types.find((type) => type.code === wanted || type.name === typed))?.code
}

/** Reads the draft by the venue's clock. */
export function readDraft(draft: Draft, venue: VenueView, now: number): ReadDraft {
  const unreadable = new Set<DraftField>()
  const read = <T>(field: DraftField, reader: (text: string) => T | undefined): T | undefined => {
    const text = draft[field].trim()
    if (text === '') return undefined
    const value = reader(text)
    if (value === undefined) unreadable.add(field)
    return value
  }
  const { timeZone, policy } = venue
  return {
    party: read('party', (text) => {
      const count = /^\d{1,3}$/.test(text) ? Number(text) : readNumber(text.replace(/[位人个]$/, ''))
      return count !== undefined && count >= 1 && count <= 200 ? count : undefined
    }),
    typeCode: read('type', (text) => readType(text, venue)),
    start: read('time', (text) =>
      readTypedTime(text, {
        now,
        timeZone,
        dayStart: policy.dayStart,
        slotMinutes: policy.slotMinutes,
        hoursOn: hoursOn(venue),
      }),
    ),
    minutes: read('length', (text) => {
      const minutes = readTypedLength(text)
      return minutes !== undefined && minutes >= 1 && minutes <= 1440 ? minutes : undefined
    }),
    roomNo: read('room', (text) => (/^[\p{L}\p{N}-]{1,12}$/u.test(text) ? text : undefined)),
    phone: read('phone', (text) => (phonePattern.test(text) && digitsOf(text).length >= 3 ? text : undefined)),
    unreadable,
  }
}

/** The request to decide on, as soon as the party and the time are known and nothing typed is unreadable. */
export function requestOf(read: ReadDraft, venue: VenueView, queueJump: boolean): RequestInput | undefined {
  const { party, start, typeCode, roomNo, minutes, phone } = read
  if (party === undefined || start === undefined) return undefined
  if (['party', 'type', 'time', 'length', 'room'].some((field) => read.unreadable.has(field as DraftField)))
    return undefined
  const ownType = roomNo === undefined ? undefined : venue.rooms.find((room) => room.roomNo === roomNo)?.typeCode
  return {
    party,
    start: isoIn(start, venue.timeZone),
    ...(minutes === undefined ? {} : { minutes }),
    // A room brings its own type; another one beside it would contradict.
    ...(typeCode === undefined || (roomNo !== undefined && ownType !== typeCode) ? {} : { typeCode }),
    ...(roomNo === undefined ? {} : { roomNo }),
    // The caller counts for the answer once the number is long enough to be somebody's.
    ...(phone !== undefined && digitsOf(phone).length >= 7 ? { phone } : {}),
    ...(queueJump ? { asks: { queueJump: true as const } } : {}),
  }
}

/** The first field still to be filled before the booking can be confirmed, in the order a call goes. */
export function nextMissing(draft: Draft, read: ReadDraft): DraftField | undefined {
  if (read.party === undefined) return 'party'
  for (const field of ['type', 'time', 'length', 'room'] as const) if (read.unreadable.has(field)) return field
  if (read.start === undefined) return 'time'
  if (read.phone === undefined) return 'phone'
  if (draft.name.trim() === '') return 'name'
  return undefined
}

import { createDraw, type Draw, seedOf } from '#shared/demo/history/draw.ts'
import { demoGuest } from '#shared/demo/history/guests.ts'
import { rightType, roomsOfType, typeOf } from '#shared/domain/room/room-type.ts'
import { addDays, type BusinessDate, instantAt, isoWeekday, wallMinutesOf } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'
import type { Demand } from './demand.ts'
import type { Character, GuestPlan, StayPlan, WalkInPlan } from './guest-plan.ts'
import type { HotelRecord } from './records.ts'

/** The mapping of docs/replay.md: from hotel records to an evening business. Same file, seed and venue: same plans. */
export interface MappingOptions {
  readonly venue: Venue
  readonly demand: Demand
  readonly seed: number
  readonly from: BusinessDate
  /** Records a business day on average; the weekday makes it more or less. */
  readonly perDay: number
  /** Walk-in parties for each record. */
  readonly walkInShare: number
}

export interface Plans {
  readonly guests: readonly GuestPlan[]
  readonly walkIns: readonly WalkInPlan[]
  readonly dates: readonly BusinessDate[]
}

const tick = 5 * minute
const toTick = (instant: number): number => Math.round(instant / tick) * tick

/** Hotel room letters, from plain to grand, as the venue's types. `A` is the plain room: nobody asks for it by name. */
const typeOfLetter: Readonly<Record<string, string>> = {
  B: 'S',
  C: 'M',
  D: 'M',
  E: 'M',
  F: 'L',
  G: 'L',
  H: 'XL',
  L: 'P',
  P: 'P',
}

export function planEverything(records: readonly HotelRecord[], options: MappingOptions): Plans {
  const { demand, seed } = options
  const days = dealOverDays(records, options)
  const leads = leadHours(records, demand, seed)
  const guests: GuestPlan[] = []
  const walkIns: WalkInPlan[] = []
  for (const [date, arriving] of days) {
    for (const record of arriving) guests.push(planGuest(record, date, leads.get(record) ?? 1, options))
    const many = createDraw(seedOf('street', seed, date))
    const count = Math.floor(arriving.length * options.walkInShare + many.next())
    for (let i = 0; i < count; i += 1) walkIns.push(planWalkIn(1_000_000 + walkIns.length, date, options))
  }
  const byTime =
    <Plan extends { readonly number: number }>(at: (plan: Plan) => number) =>
    (a: Plan, b: Plan) =>
      at(a) - at(b) || a.number - b.number
  return {
    guests: guests.sort(byTime((plan) => plan.askAt)),
    walkIns: walkIns.sort(byTime((plan) => plan.at)),
    dates: [...days.keys()],
  }
}

// In the order of the hotels' own arrival days, each business day takes as many as its weekday is worth.
function dealOverDays(records: readonly HotelRecord[], options: MappingOptions): Map<BusinessDate, HotelRecord[]> {
  const inOrder = [...records].sort((a, b) => a.arrivalDay - b.arrivalDay || a.line - b.line)
  const days = new Map<BusinessDate, HotelRecord[]>()
  let owed = 0
  let at = 0
  for (let date = options.from; at < inOrder.length; date = addDays(date, 1)) {
    owed += options.perDay * options.demand.weekdayShare(isoWeekday(date))
    const count = Math.floor(owed)
    owed -= count
    days.set(date, inOrder.slice(at, at + count))
    at += count
  }
  return days
}

// Who booked early still books early: a record's place among all lead times is its place in the evening's own shape.
function leadHours(records: readonly HotelRecord[], demand: Demand, seed: number): Map<HotelRecord, number> {
  const inOrder = [...records].sort(
    (a, b) => a.leadDays - b.leadDays || seedOf('lead', seed, a.line) - seedOf('lead', seed, b.line),
  )
  return new Map(inOrder.map((record, place) => [record, demand.leadHoursAt((place + 0.5) / inOrder.length)]))
}

function planGuest(record: HotelRecord, date: BusinessDate, lead: number, options: MappingOptions): GuestPlan {
  const { venue, demand, seed } = options
  const draw = createDraw(seedOf('guest', seed, record.line))
  const start = startOn(date, demand, draw, options)
  const group = record.segment === 'Groups'
  const party = group ? Math.max(record.party, demand.groupSize(draw)) : record.party
  const asked = typeOfLetter[record.reservedType]
  // A company asks for what seats it; a plain wish that is too small for the party is not a wish for that type.
  const typeCode = asked !== undefined && (typeOf(venue, asked)?.maxSeats ?? 0) >= party ? asked : undefined
  const specifies = record.specialRequests >= 2
  const person = guestOf(record, seed)
  const roomType = typeCode ?? rightType(venue, party)?.code
  const room = specifies && roomType ? favouriteRoom(venue, roomType, person.phone) : undefined
  const askAt = Math.min(callingHours(toTick(start - lead * 60 * minute), start, options), start)
  return {
    number: record.line,
    name: person.name,
    phone: person.phone,
    channel: record.segment === 'Online TA' ? 'online' : 'phone',
    internal: record.segment === 'Complementary',
    party,
    ...(room ? { roomNo: room } : typeCode ? { typeCode } : {}),
    minutes: minutesOfNights(record.nights),
    start,
    askAt,
    queueJump: record.specialRequests >= 3,
    character: characterOf(record, draw),
    ...(record.status === 'cancelled' && { cancelsAfter: cancelShare(record, draw) }),
    comes: record.status === 'came',
    arrivesAfter: draw.chance(0.04) ? 20 + 5 * draw.below(5) : -10 + 5 * draw.below(5),
    ...(record.changes > 0 && { change: changeOf(draw) }),
    stay: stayOf(
      draw,
      record.assignedType === record.reservedType ? undefined : (typeOfLetter[record.assignedType] ?? 'S'),
    ),
  }
}

function startOn(date: BusinessDate, demand: Demand, draw: Draw, { venue }: MappingOptions): number {
  const hour = demand.visitHour(isoWeekday(date), draw)
  const quarter = draw.pick([0, 0, 0, 0, 0, 30, 30, 30, 15, 45])
  // One caller in a hundred says "ten past".
  const offGrid = draw.chance(0.01) ? 10 : 0
  return instantAt(date, hour * 60 + quarter + offGrid, calendarOf(venue))
}

// Nobody telephones between three and ten in the morning: those calls come when the desk is there again.
function callingHours(askAt: number, start: number, { venue, from }: MappingOptions): number {
  const calendar = calendarOf(venue)
  const wall = ((wallMinutesOf(askAt, from, calendar) % 1440) + 1440) % 1440
  if (wall < 180 || wall >= 600) return askAt
  const opened = askAt + (600 - wall) * minute
  return opened < start ? opened : askAt
}

/** Nights become minutes; three and four nights are the usual session, for which nobody names a length. */
function minutesOfNights(nights: number): number | undefined {
  if (nights === 0) return 90
  if (nights === 1) return 120
  if (nights === 2) return 150
  if (nights <= 4) return undefined
  if (nights === 5) return 210
  if (nights <= 7) return 240
  if (nights <= 10) return 300
  return nights <= 14 ? 360 : 420
}

// The file marks nobody as repeated; contract customers and those with a past of cancellations stand for the regulars.
function guestOf(record: HotelRecord, seed: number) {
  const regular = record.repeated || record.contract || record.earlierCancellations > 0
  return demoGuest(regular ? seedOf('regular', seed, record.line) % 120 : 1000 + record.line, seed)
}

function favouriteRoom(venue: Venue, typeCode: string, phone: string): string | undefined {
  const rooms = roomsOfType(venue, typeCode)
  return rooms[seedOf('favourite', phone) % rooms.length]?.roomNo
}

function characterOf(record: HotelRecord, draw: Draw): Character {
  const moved = record.assignedType !== record.reservedType
  return {
    patience: moved ? 200 : draw.pick([0, 15, 30, 45, 60, 90, 120, 240]),
    wouldMove: draw.chance(0.7),
    paysDeposit: record.deposit !== 'none' || draw.chance(0.7),
    waits: record.waitedForDays > 0 || draw.chance(0.35),
    asksSupervisor: draw.chance(0.05),
  }
}

// The hotel says on which day it was called off; the share of the lead time that had passed by then is kept.
function cancelShare(record: HotelRecord, draw: Draw): number {
  if (record.leadDays <= 0) return draw.next()
  const passed = (record.leadDays - record.statusDaysBefore) / record.leadDays
  return Math.min(0.98, Math.max(0.02, passed))
}

const changeOf = (draw: Draw): NonNullable<GuestPlan['change']> =>
  draw.chance(0.6)
    ? { after: 0.2 + 0.6 * draw.next(), shiftMinutes: draw.pick([-60, -30, 30, 60]) }
    : { after: 0.2 + 0.6 * draw.next(), partyBy: draw.pick([-1, 1, 2]) }

function stayOf(draw: Draw, assignedType: string | undefined): StayPlan {
  const mood = draw.next()
  return {
    settlesAfter: mood < 0.7 ? -5 * draw.below(4) : mood < 0.85 ? -60 + 5 * draw.below(7) : 5 * (1 + draw.below(4)),
    leavesAfterSettling: 5 * (1 + draw.below(2)),
    ...(draw.chance(0.08) && { asksForMinutes: draw.pick([30, 60, 60, 90]) }),
    ...(assignedType !== undefined && draw.chance(0.3) && { movesToType: assignedType }),
    ...(draw.chance(0.4) && { cleanedAfter: 0.6 }),
  }
}

function planWalkIn(number: number, date: BusinessDate, options: MappingOptions): WalkInPlan {
  const { venue, demand, seed } = options
  const draw = createDraw(seedOf('walkIn', seed, number))
  const at = instantAt(date, demand.visitHour(isoWeekday(date), draw) * 60 + 5 * draw.below(12), calendarOf(venue))
  const person = demoGuest(number, seed)
  return {
    number,
    name: person.name,
    phone: person.phone,
    at,
    party: demand.partySize(draw),
    minutes: draw.pick([undefined, undefined, 60, 90, 120, 120, 240]),
    character: {
      patience: draw.pick([0, 20, 40, 60]),
      wouldMove: draw.chance(0.7),
      paysDeposit: true,
      waits: draw.chance(0.5),
      asksSupervisor: false,
    },
    stay: stayOf(draw, undefined),
  }
}

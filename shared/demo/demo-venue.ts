import type { BandRates, DayKind, Policy } from '#shared/domain/venue/policy.ts'
import type { Room, RoomType, Venue } from '#shared/domain/venue/venue.ts'
import { peakEvenings, statutoryHolidays } from './history/festivals.ts'

/** Room types of the demo venue (booking.md §1). */
const types: readonly RoomType[] = [
  { code: 'S', name: '小包', rank: 1, seats: 4, minParty: 1, maxSeats: 6, cleaningMinutes: 10 },
  { code: 'M', name: '中包', rank: 2, seats: 8, minParty: 4, maxSeats: 10, cleaningMinutes: 10 },
  { code: 'L', name: '大包', rank: 3, seats: 14, minParty: 8, maxSeats: 18, cleaningMinutes: 15 },
  { code: 'XL', name: '豪华包', rank: 4, seats: 24, minParty: 14, maxSeats: 30, cleaningMinutes: 15 },
  { code: 'P', name: '总统包', rank: 5, seats: 40, minParty: 20, maxSeats: 50, cleaningMinutes: 20 },
]

interface RoomRange {
  readonly typeCode: string
  readonly floor: string
  readonly from: number
  readonly to: number
}

const demoRanges: readonly RoomRange[] = [
  { typeCode: 'S', floor: '2', from: 201, to: 224 },
  { typeCode: 'M', floor: '3', from: 301, to: 320 },
  { typeCode: 'L', floor: '5', from: 501, to: 510 },
  { typeCode: 'XL', floor: '6', from: 601, to: 604 },
  { typeCode: 'P', floor: '7', from: 701, to: 702 },
]

const featuresOf: Readonly<Record<string, readonly string[]>> = {
  '201': ['无障碍'],
  '301': ['无障碍'],
  '510': ['舞台'],
  '601': ['舞台', '独立洗手间'],
  '602': ['独立洗手间'],
  '603': ['独立洗手间'],
  '604': ['舞台', '独立洗手间'],
  '701': ['舞台', '独立洗手间'],
  '702': ['舞台', '独立洗手间'],
}

/** Rooms of consecutive numbers, each the neighbour of the next. */
function roomsOf({ typeCode, floor, from, to }: RoomRange): Room[] {
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const number = from + i
    const neighbours = [number - 1, number + 1].filter((n) => n >= from && n <= to).map(String)
    return { roomNo: String(number), typeCode, floor, features: featuresOf[String(number)] ?? [], neighbours }
  })
}

// Yuan an hour, Monday to Thursday, by band 12–18, 18–24, 24–06 (booking.md §3, Price quote).
const weekdayYuan: Readonly<Record<string, readonly [number, number, number]>> = {
  S: [38, 88, 58],
  M: [58, 138, 88],
  L: [88, 198, 128],
  XL: [168, 388, 238],
  P: [288, 688, 428],
}

const percentOf: Readonly<Record<DayKind, number>> = {
  weekday: 100,
  friday: 110,
  saturday: 120,
  sunday: 110,
  holiday: 130,
  peak: 150,
}

// Each rate is rounded to whole yuan before it becomes cents.
const cents = (yuan: number, percent: number): number => Math.round((yuan * percent) / 100) * 100

function ratesOf([day, prime, night]: readonly [number, number, number], percent: number): BandRates {
  return { day: cents(day, percent), prime: cents(prime, percent), night: cents(night, percent) }
}

const prices: Policy['prices'] = Object.fromEntries(
  Object.entries(weekdayYuan).map(([typeCode, yuan]) => [
    typeCode,
    Object.fromEntries(Object.entries(percentOf).map(([kind, percent]) => [kind, ratesOf(yuan, percent)])) as Record<
      DayKind,
      BandRates
    >,
  ]),
)

/** The statutory holidays of 2026 in China, for prices and comparisons. */
const holidays2026: Readonly<Record<string, string>> = {
  '2026-01-01': '元旦',
  '2026-02-17': '春节',
  '2026-02-18': '春节',
  '2026-02-19': '春节',
  '2026-04-05': '清明',
  '2026-05-01': '劳动节',
  '2026-05-02': '劳动节',
  '2026-06-19': '端午',
  '2026-09-25': '中秋',
  '2026-10-01': '国庆',
  '2026-10-02': '国庆',
  '2026-10-03': '国庆',
}

/** The ten years before, so that a made-up history has its holidays too. */
const yearsBefore = Array.from({ length: 10 }, (_, at) => 2016 + at)
const holidays: Readonly<Record<string, string>> = Object.assign(
  {},
  ...yearsBefore.map(statutoryHolidays),
  holidays2026,
)

/** Policy defaults of booking.md §2. */
export const demoPolicy: Policy = {
  dayStart: 8 * 60,
  opening: { open: 12 * 60, close: 30 * 60 },
  openingByWeekday: {},
  openingByDate: {},
  bookingWindowDays: 7,
  slotMinutes: 15,
  session: { min: 120, default: 180, max: 360 },
  walkInMinMinutes: 60,
  shortSessionMin: 60,
  shortNoticeMinutes: 60,
  grace: { standard: 15, shortNotice: 10, vipExtra: { silver: 0, gold: 15 }, max: 30 },
  prime: { from: 19 * 60, to: 24 * 60 },
  walkInReserve: { percentByType: { S: 20, M: 20, L: 10 }, lapsesMinutes: 30 },
  specifiedRoom: { laterDays: 'vipOrOffPrime', onPeakDates: false },
  deposit: {
    types: ['XL', 'P'],
    onPeakDates: true,
    beyondWindow: true,
    fromNoShows: 2,
    centsPerHour: 10_000,
    refundableUntilHours: 24,
  },
  noShow: { limit: 4, days: 365 },
  sameCallerGapMinutes: 120,
  cancelFreeMinutes: 120,
  rightSizeMinutes: 30,
  dueSoonMinutes: 10,
  autoClean: true,
  waitlistCallMinutes: 10,
  habit: { times: 3, days: 180 },
  largeRank: 3,
  peakDates: [...yearsBefore.flatMap(peakEvenings), '2026-02-16', '2026-12-31'],
  peakSessionMin: 180,
  holidays,
  prices,
  minimumSpendPerHead: {},
  clock26: false,
}

/** The demo venue of booking.md §1: 60 rooms in Shanghai. */
export const demoVenue: Venue = {
  name: '示范门店',
  timeZone: 'Asia/Shanghai',
  types,
  rooms: demoRanges.flatMap(roomsOf),
  policy: demoPolicy,
}

import type { HotelRecord } from '#tests/replay/records.ts'

/** `demand-shape.json`: counts over restaurant reservations. */
export interface DemandFile {
  readonly reservationsPerBusinessDayByIsoWeekday: Readonly<Record<string, number>>
  readonly visitHourByIsoWeekday: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly leadHours: readonly { readonly from: number; readonly to: number | null; readonly count: number }[]
  readonly partySize: Readonly<Record<string, number>>
}

const firstHour = 12
const lastHour = 29
const longestLeadHours = 1000
/** A hotel's season swings by a factor of seven; an evening out follows it at a distance. */
const seasonDamping = 0.25
/** Of the hotels' cancellations, those that an evening would see: a room for a night costs a hundredth of a journey. */
const cancelScale = 0.34

const share = (part: number, whole: number): number => Number((part / whole).toFixed(4))
const shareOf = (records: readonly HotelRecord[], test: (record: HotelRecord) => boolean): number =>
  share(records.filter(test).length, records.length)

/**
 * Karaoke comes after the meal: a table at `hour` becomes a room at the same hour (one in four), an hour later (half) or
 * two (one in four); after lunch two hours later. The few tables before eleven become the late starts a restaurant does
 * not have: fourteen hours later.
 */
function karaokeHours(counts: Readonly<Record<string, number>>): number[] {
  const hours = new Map<number, number>()
  const add = (hour: number, weight: number) => {
    const at = Math.min(Math.max(hour, firstHour), lastHour)
    hours.set(at, (hours.get(at) ?? 0) + weight)
  }
  for (const [text, count] of Object.entries(counts)) {
    const hour = Number(text)
    if (hour < 11) add(hour + 14, count)
    else if (hour < 15) add(hour + 2, count)
    else
      for (const [later, part] of [
        [0, 0.25],
        [1, 0.5],
        [2, 0.25],
      ] as const)
        add(hour + later, count * part)
  }
  const total = [...hours.values()].reduce((sum, weight) => sum + weight, 0)
  return Array.from({ length: lastHour - firstHour + 1 }, (_, at) => share(hours.get(firstHour + at) ?? 0, total))
}

// Arrivals a day by calendar month, months that are there whole; the city's three beside the resort's same three.
function season(records: readonly HotelRecord[]): number[] {
  const perDay = (resort: boolean): Map<number, number> => {
    const days = records.filter((record) => record.resort === resort).map((record) => record.arrivalDay)
    const [first, last] = [Math.min(...days), Math.max(...days)]
    const byMonth = Map.groupBy(days, (day) => new Date(day * 86_400_000).toISOString().slice(0, 7))
    const whole = [...byMonth].filter(([month]) => {
      const begin = Date.parse(`${month}-01`) / 86_400_000
      return begin >= first && begin + 27 < last - 14
    })
    const means = Map.groupBy(whole, ([month]) => Number(month.slice(5)))
    return new Map(
      [...means].map(([month, months]) => [
        month,
        months.reduce((sum, [, list]) => sum + list.length, 0) / months.length / 30.4,
      ]),
    )
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [resort, city] = [perDay(true), perDay(false)]
  const shared = [...city.keys()].filter((month) => resort.has(month))
  const scale = mean(shared.map((month) => resort.get(month) ?? 0)) / mean(shared.map((month) => city.get(month) ?? 0))
  const months = Array.from({ length: 12 }, (_, at) => {
    const own = resort.get(at + 1) ?? 0
    const other = city.get(at + 1)
    return other === undefined ? own : (own + other * scale) / 2
  })
  const whole = mean(months)
  return months.map((value) => Number((1 + seasonDamping * (value / whole - 1)).toFixed(3)))
}

// A record's place among all lead times is its place among the evening's (as in the replay).
function cancelByLead(records: readonly HotelRecord[], leads: readonly (readonly [number, number, number])[]) {
  const inOrder = [...records].sort((a, b) => a.leadDays - b.leadDays || a.line - b.line)
  let from = 0
  let sum = 0
  const found: [number, number][] = []
  for (const until of [3, 24, 72, 168, longestLeadHours]) {
    sum = leads.filter(([, to]) => to <= until).reduce((total, [, , part]) => total + part, 0)
    const upTo = Math.round(sum * inOrder.length)
    const some = inOrder.slice(from, upTo)
    found.push([until, Number((cancelScale * shareOf(some, (record) => record.status === 'cancelled')).toFixed(3))])
    from = upTo
  }
  return found
}

// How much of the time between asking and coming had passed when it was called off: eleven quantiles.
function cancelTiming(records: readonly HotelRecord[]): number[] {
  const passed = records
    .filter((record) => record.status === 'cancelled' && record.leadDays > 0)
    .map((record) => Math.min(1, Math.max(0, (record.leadDays - record.statusDaysBefore) / record.leadDays)))
    .sort((a, b) => a - b)
  return Array.from({ length: 11 }, (_, at) =>
    Number((passed[Math.min(passed.length - 1, Math.round((at / 10) * (passed.length - 1)))] ?? 0).toFixed(3)),
  )
}

/** Hotel rooms from plain to grand as the venue's types; `A`, the plain room, is no wish for a type. */
const rankOfLetter: Readonly<Record<string, number>> = { A: 0, B: 1, C: 2, D: 2, E: 2, F: 3, G: 3, H: 4, L: 5, P: 5 }
const typeOfRank = ['', 'S', 'M', 'L', 'XL', 'P']

function minutesOfNights(nights: number): number {
  const table = [90, 120, 150, 180, 180, 210, 240, 240]
  return table[nights] ?? (nights <= 10 ? 300 : 360)
}

function counted<Key>(values: readonly Key[]): [Key, number][] {
  return [...Map.groupBy(values, (value) => value)].map(([key, list]) => [key, share(list.length, values.length)])
}

/** All the shapes the made-up history draws from, out of the two files of real data. */
export function deriveShapes(demand: DemandFile, records: readonly HotelRecord[]): object {
  const days = Object.values(demand.reservationsPerBusinessDayByIsoWeekday)
  const mean = days.reduce((sum, count) => sum + count, 0) / days.length
  const leadTotal = demand.leadHours.reduce((sum, { count }) => sum + count, 0)
  const leadHours = demand.leadHours.map(
    ({ from, to, count }) => [from, to ?? longestLeadHours, share(count, leadTotal)] as const,
  )
  const kept = records.filter((record) => record.status !== 'cancelled')
  const rank = (letter: string) => rankOfLetter[letter] ?? 0
  return {
    weekday: days.map((count) => share(count, mean)),
    startHours: Object.values(demand.visitHourByIsoWeekday).map(karaokeHours),
    leadHours,
    partySize: Object.entries(demand.partySize).map(([size, count]) => [Number(size), count]),
    season: season(records),
    groups: shareOf(records, (record) => record.segment === 'Groups'),
    online: shareOf(records, (record) => record.segment === 'Online TA'),
    house: shareOf(records, (record) => record.segment === 'Complementary'),
    specifies: shareOf(records, (record) => record.specialRequests >= 2),
    insists: shareOf(records, (record) => record.specialRequests >= 3),
    waits: shareOf(records, (record) => record.waitedForDays > 0),
    moved: shareOf(kept, (record) => rank(record.assignedType) !== rank(record.reservedType)),
    typeAsked: counted(records.map((record) => typeOfRank[rank(record.reservedType)] ?? '')),
    minutes: counted(records.map((record) => minutesOfNights(record.nights))).sort((a, b) => a[0] - b[0]),
    cancelByLead: cancelByLead(records, leadHours),
    cancelTiming: cancelTiming(records),
    noShow: shareOf(kept, (record) => record.status === 'noShow'),
  }
}

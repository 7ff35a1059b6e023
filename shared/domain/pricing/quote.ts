import { addDays, type BusinessDate, businessDateOf, instantAt, isoWeekday } from '../time/business-day.ts'
import { calendarOf } from '../time/opening-hours.ts'
import { minute, type Span } from '../time/span.ts'
import type { DayKind, Policy, PriceBand } from '../venue/policy.ts'
import type { Venue } from '../venue/venue.ts'

/** One stretch at one rate. `rate` and `amount` in cents, the rate per hour. */
export interface QuoteLine extends Span {
  readonly rate: number
  readonly amount: number
}

export interface Quote {
  readonly lines: readonly QuoteLine[]
  /** The sum of the lines, in cents. */
  readonly total: number
}

/** What kind of day a business date is for prices; a peak date wins over a holiday, a holiday over the weekday. */
export function dayKindOf(date: BusinessDate, policy: Policy): DayKind {
  if (policy.peakDates.includes(date)) return 'peak'
  if (policy.holidays[date] !== undefined) return 'holiday'
  const weekday = isoWeekday(date)
  if (weekday === 5) return 'friday'
  if (weekday === 6) return 'saturday'
  return weekday === 7 ? 'sunday' : 'weekday'
}

// The bands of the price table by the clock (booking.md §3, Price quote): 06–12 is charged as 12–18.
const bandStarts: readonly { readonly hour: number; readonly band: PriceBand }[] = [
  { hour: 0, band: 'night' },
  { hour: 6, band: 'day' },
  { hour: 18, band: 'prime' },
]

interface Stretch extends Span {
  readonly rate: number
}

function stretchAt(instant: number, typeCode: string, venue: Venue): Stretch {
  const calendar = calendarOf(venue)
  const midnight = { ...calendar, dayStart: 0 }
  const calendarDate = businessDateOf(instant, midnight)
  const edges = [
    ...bandStarts.map(({ hour, band }) => ({ at: instantAt(calendarDate, hour * 60, midnight), band })),
    { at: instantAt(addDays(calendarDate, 1), 0, midnight), band: 'night' as const },
  ]
  const index = edges.findLastIndex((edge) => edge.at <= instant)
  const edge = edges[index] ?? { at: instant, band: 'night' as const }
  const date = businessDateOf(instant, calendar)
  const rate = venue.policy.prices[typeCode]?.[dayKindOf(date, venue.policy)]?.[edge.band] ?? 0
  const dayEdge = instantAt(addDays(date, 1), calendar.dayStart, calendar)
  const dayBegin = instantAt(date, calendar.dayStart, calendar)
  return { start: Math.max(edge.at, dayBegin), end: Math.min(edges[index + 1]?.at ?? instant, dayEdge), rate }
}

// Money is counted from the start of the stretch and the two readings are subtracted, so that a span split at any
// minute costs exactly what it costs whole (booking.md §8, property 6).
const centsUntil = (at: number, stretch: Stretch): number =>
  Math.round((stretch.rate * Math.floor((at - stretch.start) / minute)) / 60)

/**
 * Price of a span in a room of the type, by the minute, in integer cents (booking.md §3, Price quote).
 * Priced by the clock even where the venue is closed; `rooms` at once multiply it.
 */
export function quote(span: Span, typeCode: string, venue: Venue, rooms = 1): Quote {
  const lines: QuoteLine[] = []
  let total = 0
  for (let at = span.start; at < span.end; ) {
    const stretch = stretchAt(at, typeCode, venue)
    const end = Math.min(stretch.end, span.end)
    if (end <= at) break
    const amount = (centsUntil(end, stretch) - centsUntil(at, stretch)) * rooms
    const last = lines.at(-1)
    if (last && last.rate === stretch.rate * rooms) {
      lines[lines.length - 1] = { ...last, end, amount: last.amount + amount }
    } else {
      lines.push({ start: at, end, rate: stretch.rate * rooms, amount })
    }
    total += amount
    at = end
  }
  return { lines, total }
}

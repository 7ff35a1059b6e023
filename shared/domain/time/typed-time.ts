import {
  addDays,
  type BusinessCalendar,
  type BusinessDate,
  businessDateOf,
  daysBetween,
  instantAt,
  isoWeekday,
  wallMinutesOf,
} from './business-day.ts'
import { chineseDigits, readNumber } from './chinese-number.ts'
import { minute } from './span.ts'

/** What reading a typed time depends on; nothing else, and no clock. */
export interface TypedTimeContext extends BusinessCalendar {
  readonly now: number
  /** Opening hours of a business date in wall-clock minutes; undefined when closed that day. */
  readonly hoursOn: (date: BusinessDate) => { readonly open: number; readonly close: number } | undefined
  /** `+30` is rounded up to this grid. */
  readonly slotMinutes: number
}

interface Day {
  readonly date: BusinessDate
  /** How the day was named: not at all, by a word for the calendar day (明天), or by its evening (明晚). */
  readonly named: 'not' | 'day' | 'evening'
  readonly rest: string
}

type Period = 'morning' | 'noon' | 'afternoon' | 'evening' | 'small'

const day = 1440
/** A time without a day that passed no longer ago than this is still today's: the desk says that it has passed. */
const stillTodayMinutes = 60

const weekdays: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
  1: 1,
  2: 2,
  3: 3,
  4: 4,
  5: 5,
  6: 6,
  7: 7,
  mon: 1,
  tue: 2,
  wed: 3,
  thu: 4,
  fri: 5,
  sat: 6,
  sun: 7,
}

const dayWords: readonly (readonly [RegExp, number])[] = [
  [/^大[后後](天|日)?/, 3],
  [/^(今(天|日|晚)?|today|tonight)/, 0],
  [/^(明(天|日|晚)?|tomorrow|tmr)/, 1],
  [/^[后後](天|日|晚)?/, 2],
]

const periods: readonly (readonly [RegExp, Period])[] = [
  [/^(早上|早晨|上午|早|am)/, 'morning'],
  [/^(中午|正午)/, 'noon'],
  [/^(下午|午后|傍晚|pm)/, 'afternoon'],
  [/^(晚上|晚间|夜晚|今晚|晚|夜)/, 'evening'],
  [/^(凌晨|半夜|深夜|后半夜)/, 'small'],
]

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[：﹕]/g, ':')
    .replace(/點/g, '点')
    .replace(/週|星期|礼拜|禮拜/g, '周')
    .replace(/號/g, '号')
    .trim()

const two = (value: number) => String(value).padStart(2, '0')

function dateOf(year: number, month: number, dayOfMonth: number): BusinessDate | undefined {
  const date = `${year}-${two(month)}-${two(dayOfMonth)}`
  const at = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? undefined : date
}

/** The next such date of the calendar: this year's, or next year's when it is long past. */
function nextDate(month: number, dayOfMonth: number, today: BusinessDate): BusinessDate | undefined {
  const year = Number(today.slice(0, 4))
  const thisYear = dateOf(year, month, dayOfMonth)
  return thisYear && daysBetween(today, thisYear) >= -60 ? thisYear : dateOf(year + 1, month, dayOfMonth)
}

function readDay(text: string, today: BusinessDate): Day | undefined {
  for (const [pattern, ahead] of dayWords) {
    const found = pattern.exec(text)?.[0]
    if (found) {
      const named = found.endsWith('晚') || found === 'tonight' ? 'evening' : 'day'
      return { date: addDays(today, ahead), named, rest: text.slice(found.length) }
    }
  }
  const week =
    /^(下|这|這|本)?周([一二三四五六日天1-7])/.exec(text) ?? /^(next )?(mon|tue|wed|thu|fri|sat|sun)[a-z]*/.exec(text)
  if (week) {
    const wanted = weekdays[week[2] ?? ''] ?? 1
    const monday = addDays(today, 1 - isoWeekday(today))
    const rest = text.slice(week[0].length)
    if (week[1] === '下' || week[1] === 'next ') return { date: addDays(monday, 6 + wanted), named: 'day', rest }
    const ahead = (wanted - isoWeekday(today) + 7) % 7
    return { date: week[1] ? addDays(monday, wanted - 1) : addDays(today, ahead), named: 'day', rest }
  }
  // `3-15 2030`, `3月15日`, `3/15`; `15号` is of this month or the next.
  const monthDay = /^(\d{1,2})(?:[-/]|月)(\d{1,2})(?:日|号)?(?=\D|$)/.exec(text)
  if (monthDay) {
    const date = nextDate(Number(monthDay[1]), Number(monthDay[2]), today)
    return date === undefined ? undefined : { date, named: 'day', rest: text.slice(monthDay[0].length) }
  }
  const dayOnly = /^(\d{1,2})[日号]/.exec(text)
  if (dayOnly) {
    const month = Number(today.slice(5, 7))
    const inMonth = (offset: number) =>
      dateOf(
        Number(today.slice(0, 4)) + Math.floor((month - 1 + offset) / 12),
        ((month - 1 + offset) % 12) + 1,
        Number(dayOnly[1]),
      )
    const soon = inMonth(0)
    const date = soon && soon >= today ? soon : inMonth(1)
    return date === undefined ? undefined : { date, named: 'day', rest: text.slice(dayOnly[0].length) }
  }
  return { date: today, named: 'not', rest: text }
}

interface Clock {
  readonly minutes: number
  /** The hour may mean morning or evening: `8点`, `8:30`, `830`. */
  readonly twelveHour: boolean
}

const clock = (hour: number, minutes: number, twelveHour: boolean): Clock | undefined =>
  hour > 30 || minutes > 59
    ? undefined
    : { minutes: hour * 60 + minutes, twelveHour: twelveHour && hour >= 1 && hour <= 12 }

function readMinutes(text: string): number | undefined {
  if (text === '' || text === '整' || text === '钟') return 0
  if (text === '半') return 30
  const quarter = /^([一三])刻$/.exec(text)
  if (quarter) return quarter[1] === '一' ? 15 : 45
  return readNumber(text.replace(/分$/, ''))
}

function readClock(text: string): Clock | undefined {
  const bare = /^(\d{1,4})$/.exec(text)?.[1]
  if (bare) {
    if (bare.length <= 2) return clock(Number(bare), 0, bare.length === 1 || Number(bare) <= 12)
    const minutes = Number(bare.slice(-2))
    // While 2030 is being typed, 203 is not yet a time.
    if (bare.length === 3 && minutes % 5 !== 0) return undefined
    return clock(Number(bare.slice(0, -2)), minutes, bare.length === 3)
  }
  const colon = /^(\d{1,2})[:.](\d{2})$/.exec(text)
  if (colon) return clock(Number(colon[1]), Number(colon[2]), colon[1]?.length === 1 || Number(colon[1]) >= 10)
  const said = new RegExp(`^([\\d${chineseDigits}]{1,3})点(.*)$`).exec(text)
  if (said) {
    const hour = readNumber(said[1] ?? '')
    const minutes = readMinutes(said[2] ?? '')
    return hour === undefined || minutes === undefined ? undefined : clock(hour, minutes, true)
  }
  const english = /^(\d{1,2})(?::?(\d{2}))?(am|pm)$/.exec(text)
  if (english) {
    const hour = (Number(english[1]) % 12) + (english[3] === 'pm' ? 12 : 0)
    return clock(hour, Number(english[2] ?? 0), false)
  }
  return undefined
}

/** Minutes after midnight of the business date, by what was said of the part of the day. */
function inPeriod(at: Clock, period: Period): number {
  const { minutes } = at
  if (minutes >= 13 * 60) return minutes
  const noon = minutes >= 720
  if (period === 'morning') return noon ? minutes - 720 : minutes
  if (period === 'noon' || period === 'afternoon') return noon || minutes >= 600 ? minutes : minutes + 720
  if (period === 'small') return noon ? minutes + 720 : minutes + day
  // 晚上八点 is 20:00; 晚上十二点 and 晚上一点 lie after midnight.
  if (noon) return minutes + 720
  return minutes < 6 * 60 ? minutes + day : minutes + 720
}

/**
 * Reads the time a caller names as the desk types it: `2030`, `明2030`, `周六8点`, `8点半`, `3-15 2030`, `+30`.
 * Hours before the start of the business day belong to the evening before: at 23:00 `0100` is 01:00 of tonight, and
 * `明0100` the small hours that end tomorrow's business day; 明天凌晨 alone goes by the calendar. An hour that may be
 * morning or evening is the one at which the venue is open. Answers an instant, or undefined while it can't be read.
 */
export function readTypedTime(typed: string, context: TypedTimeContext): number | undefined {
  const text = fold(typed)
  const { now } = context
  const plus = /^\+\s*(\d{1,3})(?:分|分钟|min)?$/.exec(text)
  if (plus) {
    const slot = context.slotMinutes * minute
    return Math.ceil((now + Number(plus[1]) * minute) / slot) * slot
  }
  const today = businessDateOf(now, context)
  const named = readDay(text, today)
  if (!named) return undefined
  let rest = named.rest.replace(/^[\s,，的]+/, '')
  let period: Period | undefined = named.named === 'evening' ? 'evening' : undefined
  for (const [pattern, meaning] of periods) {
    const found = pattern.exec(rest)?.[0]
    if (!found) continue
    period = meaning
    rest = rest.slice(found.length).trim()
    break
  }
  const at = readClock(rest.replace(/\s+/g, ''))
  if (!at) return undefined

  const nowMinutes = wallMinutesOf(now, today, context)
  const late = (minutes: number) => (minutes < context.dayStart ? minutes + day : minutes)
  const isOpen = (minutes: number, date: BusinessDate) => {
    const hours = context.hoursOn(date)
    return hours !== undefined && minutes >= hours.open && minutes < hours.close
  }
  // Instants of minutes that stand for one business date or, with no day named, for the next time they come round.
  const place = (minutes: number): number => {
    const passed = named.date === today && minutes < nowMinutes - stillTodayMinutes
    const movable = named.named === 'not' || (named.date === today && nowMinutes >= day)
    return instantAt(passed && movable ? addDays(named.date, 1) : named.date, minutes, context)
  }

  if (period === 'small') {
    // 明天凌晨一点 is said of the calendar day, 明晚凌晨 of the night.
    const minutes = inPeriod(at, period)
    const byCalendar = named.named === 'day' && minutes >= day
    return byCalendar ? instantAt(addDays(named.date, -1), minutes, context) : place(minutes)
  }
  if (period) return place(late(inPeriod(at, period)))
  if (at.minutes >= day || !at.twelveHour) return place(late(at.minutes))

  const morning = late(at.minutes % 720 === at.minutes ? at.minutes : at.minutes - 720)
  const evening = at.minutes >= 720 ? at.minutes : at.minutes + 720
  const open = [evening, morning].filter((minutes) => isOpen(minutes, named.date))
  const [only] = open
  if (open.length === 1 && only !== undefined) return place(only)
  if (open.length === 0) return place(evening)
  // Open at both: from six on the evening is meant; before, the next to come, or by day when a day is named.
  if (at.minutes % 720 >= 360 || named.named !== 'not') return place(evening)
  return Math.min(place(evening), place(morning))
}

/**
 * Reads a length as the desk types it, in minutes: `3:00`, `180`, `2.5`, `3`, `两个半小时`. Up to 12 it is hours.
 */
export function readTypedLength(typed: string): number | undefined {
  const text = fold(typed).replace(/\s+/g, '')
  const digits = /^(\d{1,2}):([0-5]\d)$/.exec(text)
  if (digits) return Number(digits[1]) * 60 + Number(digits[2])
  const minutes = /^(\d{1,4})(?:分|分钟|min)$/.exec(text)
  if (minutes) return Number(minutes[1])
  const number = /^(\d{1,4}(?:\.\d{1,2})?)(?:小时|个小时|h|钟头)?$/.exec(text)
  if (number) {
    const value = Number(number[1])
    if (value <= 0) return undefined
    return value <= 12 ? Math.round(value * 60) : value >= 30 && Number.isInteger(value) ? value : undefined
  }
  const said = new RegExp(`^([${chineseDigits}]{1,3})(?:个)?(半)?(?:小时|钟头)(半)?$`).exec(text)
  const hours = said ? readNumber(said[1] ?? '') : undefined
  return hours === undefined ? undefined : hours * 60 + (said?.[2] || said?.[3] ? 30 : 0)
}

import {
  addDays,
  type BusinessCalendar,
  type BusinessDate,
  businessDateOf,
  daysBetween,
  isoWeekday,
  wallMinutesOf,
} from '#shared/domain/time/business-day.ts'
import type { Language } from './i18n/language.ts'

/** How the venue reads its clock: its calendar, whether 01:00 次日 is written 25:00, and the reader's language. */
export interface TimeReading extends BusinessCalendar {
  readonly clock26: boolean
  readonly language: Language
}

const minute = 60_000
const two = (n: number): string => String(n).padStart(2, '0')

const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const vocabulary = {
  'zh-Hans': {
    today: '今天',
    tomorrow: '明天',
    yesterday: '昨天',
    nextDay: '次日',
    weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
    date: (month: number, day: number) => `${month}月${day}日`,
    ofYear: (text: string, year: string) => `${year}年${text}`,
    month: (month: number) => `${month}月`,
    hours: '小时',
    minutes: '分',
    wholeMinutes: '分钟',
  },
  'zh-Hant': {
    today: '今天',
    tomorrow: '明天',
    yesterday: '昨天',
    nextDay: '次日',
    weekdays: ['週一', '週二', '週三', '週四', '週五', '週六', '週日'],
    date: (month: number, day: number) => `${month}月${day}日`,
    ofYear: (text: string, year: string) => `${year}年${text}`,
    month: (month: number) => `${month}月`,
    hours: '小時',
    minutes: '分',
    wholeMinutes: '分鐘',
  },
  en: {
    today: 'today',
    tomorrow: 'tomorrow',
    yesterday: 'yesterday',
    nextDay: '+1',
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    date: (month: number, day: number) => `${day} ${englishMonths[month - 1]}`,
    ofYear: (text: string, year: string) => `${text} ${year}`,
    month: (month: number) => englishMonths[month - 1] ?? '',
    hours: 'h',
    minutes: 'min',
    wholeMinutes: 'min',
  },
} as const

/** `3:07` for 187 minutes; used for lengths and countdowns. */
export const lengthDigits = (minutes: number): string => `${Math.floor(minutes / 60)}:${two(minutes % 60)}`

/** `3 小时`, `2.5 小时`, `45 分钟`: a length as people say it. */
export function lengthWords(minutes: number, language: Language): string {
  const words = vocabulary[language]
  if (minutes < 60) return `${minutes} ${words.wholeMinutes}`
  if (minutes % 30 === 0) return `${minutes / 60} ${words.hours}`
  return `${lengthDigits(minutes)} ${words.hours}`
}

/** `45 分`, `1:15`, `3 小时`: a length beside other words, as short as it goes. */
export function lengthBrief(minutes: number, language: Language): string {
  const words = vocabulary[language]
  if (minutes < 60) return `${minutes} ${words.minutes}`
  return minutes % 60 === 0 ? `${minutes / 60} ${words.hours}` : lengthDigits(minutes)
}

/** `1:12` of what is left until an instant, in minutes and seconds; never below zero. */
export function countdown(until: number, now: number): string {
  const seconds = Math.max(0, Math.ceil((until - now) / 1000))
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`
}

/** `20:30`; after midnight of its business day `次日 01:00`, or `25:00` where the venue reads so. */
export function clockWords(instant: number, reading: TimeReading, relativeTo?: BusinessDate): string {
  const date = relativeTo ?? businessDateOf(instant, reading)
  const wall = Math.floor(wallMinutesOf(instant, date, reading))
  const late = wall >= 1440
  if (late && reading.clock26 && wall < 2880) return `${two(Math.floor(wall / 60))}:${two(wall % 60)}`
  const minutes = ((wall % 1440) + 1440) % 1440
  const plain = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  if (!late) return plain
  const next = vocabulary[reading.language].nextDay
  return reading.language === 'en' ? `${plain} ${next}` : `${next} ${plain}`
}

/** `20:30`, always plain: for places whose day is plain to see. */
export function plainClock(instant: number, reading: BusinessCalendar): string {
  const wall = wallMinutesOf(instant, businessDateOf(instant, reading), reading)
  const minutes = Math.floor(wall) % 1440
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** `3月7日 周六`, in English `Sat 7 Mar`. */
export function dateWords(date: BusinessDate, language: Language): string {
  const words = vocabulary[language]
  const weekday = words.weekdays[isoWeekday(date) - 1]
  const month = Number(date.slice(5, 7))
  const day = Number(date.slice(8, 10))
  return language === 'en' ? `${weekday} ${words.date(month, day)}` : `${words.date(month, day)} ${weekday}`
}

/** `2026年3月`, in English `Mar 2026`. */
export function monthWords(date: BusinessDate, language: Language): string {
  const words = vocabulary[language]
  return words.ofYear(words.month(Number(date.slice(5, 7))), date.slice(0, 4))
}

/** `3月2日–3月8日`, `2 Mar–8 Mar`, one date alone for one day; with the year where it is not this one. */
export function stretchWords(from: BusinessDate, to: BusinessDate, year: string, language: Language): string {
  const words = vocabulary[language]
  const say = (date: BusinessDate) => {
    const text = words.date(Number(date.slice(5, 7)), Number(date.slice(8, 10)))
    return date.startsWith(year) ? text : words.ofYear(text, date.slice(0, 4))
  }
  return from === to ? say(from) : `${say(from)}–${say(to)}`
}

/** `今天`, `明天`, `周六` within the coming week, else `3月17日`. */
export function dayWords(date: BusinessDate, today: BusinessDate, language: Language): string {
  const words = vocabulary[language]
  const ahead = daysBetween(today, date)
  if (ahead === 0) return words.today
  if (ahead === 1) return words.tomorrow
  if (ahead === -1) return words.yesterday
  if (ahead > 1 && ahead < 7) return words.weekdays[isoWeekday(date) - 1] ?? date
  return words.date(Number(date.slice(5, 7)), Number(date.slice(8, 10)))
}

/** `今天 20:30`, `明天 次日 01:00`. */
export function momentWords(instant: number, now: number, reading: TimeReading): string {
  const date = businessDateOf(instant, reading)
  const today = businessDateOf(now, reading)
  return `${dayWords(date, today, reading.language)} ${clockWords(instant, reading)}`
}

/** `20:30–23:30`, `22:30–次日 01:30`, both ends read from the business day of the start. */
export function spanClock(start: number, end: number, reading: TimeReading): string {
  const date = businessDateOf(start, reading)
  const from = clockWords(start, reading, date)
  const startsLate = wallMinutesOf(start, date, reading) >= 1440
  // Once 次日 is said for the start it holds for the end.
  const to = startsLate && !reading.clock26 ? plainClock(end, reading) : clockWords(end, reading, date)
  return `${from}–${to}`
}

/** `周六 20:30–23:30`. */
export function spanWords(start: number, end: number, now: number, reading: TimeReading): string {
  const date = businessDateOf(start, reading)
  return `${dayWords(date, businessDateOf(now, reading), reading.language)} ${spanClock(start, end, reading)}`
}

/** `晚 45 分` and the like are the catalogue's; this gives whole minutes between two instants. */
export const minutesBetween = (from: number, to: number): number => Math.round((to - from) / minute)

/** The date before or after, for day steppers. */
export const shiftDate = addDays

import {
  addDays,
  type BusinessCalendar,
  type BusinessDate,
  businessDateOf,
  daysBetween,
  isoWeekday,
  wallMinutesOf,
} from '../time/business-day.ts'
import { sayCount, sayNumber } from '../time/chinese-number.ts'
import type { Placeholder } from './flow.ts'

/** Times, lengths and money as the desk says them aloud (明晚八点半、三小时、四百六十八元); they fill the scripts. */
export type SpokenLanguage = 'zh-Hans' | 'zh-Hant' | 'en'

interface Talk extends BusinessCalendar {
  readonly now: number
  readonly language: SpokenLanguage
}

const traditional: Readonly<Record<string, string>> = {
  点: '點',
  两: '兩',
  万: '萬',
  钟: '鐘',
  时: '時',
  个: '個',
  号: '號',
  后: '後',
  来: '來',
  间: '間',
  价: '價',
}

const inScript = (text: string, language: SpokenLanguage): string =>
  language === 'zh-Hant' ? text.replace(/./gu, (character) => traditional[character] ?? character) : text

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const
const englishWeekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const wallOf = (instant: number, talk: BusinessCalendar): { date: BusinessDate; minutes: number } => {
  // By the calendar, as people speak: 01:00 is of tomorrow's small hours.
  const calendar = { timeZone: talk.timeZone, dayStart: 0 }
  const date = businessDateOf(instant, calendar)
  return { date, minutes: Math.floor(wallMinutesOf(instant, date, calendar)) }
}

function chineseClock(minutes: number): string {
  const hour = Math.floor(minutes / 60)
  const rest = minutes % 60
  const twelve = hour % 12 === 0 ? 12 : hour % 12
  const said = hour === 0 ? '零' : sayCount(twelve)
  if (rest === 0) return `${said}点`
  if (rest === 30) return `${said}点半`
  return `${said}点${rest < 10 ? '零' : ''}${sayNumber(rest)}分`
}

function englishClock(minutes: number): string {
  const hour = Math.floor(minutes / 60)
  const rest = minutes % 60
  const twelve = hour % 12 === 0 ? 12 : hour % 12
  return `${twelve}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`} ${hour < 12 ? 'am' : 'pm'}`
}

/** The clock alone: 八点四十五分, `8:45 pm`. */
export function sayClock(instant: number, talk: Talk): string {
  const { minutes } = wallOf(instant, talk)
  return talk.language === 'en' ? englishClock(minutes) : inScript(chineseClock(minutes), talk.language)
}

function chinesePeriod(minutes: number): string {
  const hour = Math.floor(minutes / 60)
  if (hour < 6) return '凌晨'
  if (hour < 12) return '上午'
  if (hour < 13) return '中午'
  if (hour < 18) return '下午'
  return '晚上'
}

function chineseDay(date: BusinessDate, today: BusinessDate): string {
  const ahead = daysBetween(today, date)
  const near = ['今天', '明天', '后天'][ahead]
  if (near) return near
  if (ahead > 2 && ahead < 7) return `周${weekdays[isoWeekday(date) - 1]}`
  return `${sayNumber(Number(date.slice(5, 7)))}月${sayNumber(Number(date.slice(8)))}号`
}

/** A day by itself: 周六, 三月十五号, `Saturday`. */
export function sayDay(date: BusinessDate, talk: Talk): string {
  const today = wallOf(talk.now, talk).date
  if (talk.language !== 'en') return inScript(chineseDay(date, today), talk.language)
  const ahead = daysBetween(today, date)
  if (ahead === 0) return 'today'
  if (ahead === 1) return 'tomorrow'
  if (ahead > 1 && ahead < 7) return englishWeekdays[isoWeekday(date) - 1] ?? date
  return `${Number(date.slice(8))} ${englishMonths[Number(date.slice(5, 7)) - 1]}`
}

/** Day and time as people say them: 明晚八点半, 周六下午三点, `tomorrow at 8:30 pm`. */
export function sayMoment(instant: number, talk: Talk): string {
  const { date, minutes } = wallOf(instant, talk)
  const today = wallOf(talk.now, talk).date
  if (talk.language === 'en') return `${sayDay(date, talk)} at ${englishClock(minutes)}`
  const period = chinesePeriod(minutes)
  const ahead = daysBetween(today, date)
  const evening = period === '晚上' ? ['今晚', '明晚', '后晚'][ahead] : undefined
  return inScript(`${evening ?? `${chineseDay(date, today)}${period}`}${chineseClock(minutes)}`, talk.language)
}

/** The end of a span, said without its day unless it is another evening's: 十一点半, 凌晨两点. */
export function sayEnd(start: number, end: number, talk: Talk): string {
  const clock = sayClock(end, talk)
  if (talk.language === 'en') return clock
  const night = chinesePeriod(wallOf(end, talk).minutes)
  return night === chinesePeriod(wallOf(start, talk).minutes) || night !== '凌晨' ? clock : `${night}${clock}`
}

/** A length: 三小时, 两个半小时, 四十五分钟. */
export function sayLength(minutes: number, language: SpokenLanguage): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (language === 'en') {
    const parts = [hours > 0 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : '', rest > 0 ? `${rest} minutes` : '']
    return parts.filter(Boolean).join(' ')
  }
  if (hours === 0) return inScript(`${sayNumber(rest)}分钟`, language)
  if (rest === 30) return inScript(`${sayCount(hours)}个半小时`, language)
  return inScript(`${sayCount(hours)}小时${rest > 0 ? `${sayNumber(rest)}分钟` : ''}`, language)
}

/** Money in cents: 四百六十八元, 二百二十元五角. */
export function sayMoney(cents: number, language: SpokenLanguage): string {
  const yuan = Math.floor(Math.abs(cents) / 100)
  const fen = Math.abs(cents) % 100
  if (language === 'en') return `${yuan}${fen > 0 ? `.${String(fen).padStart(2, '0')}` : ''} yuan`
  const small =
    fen === 0
      ? ''
      : `${fen >= 10 ? `${sayNumber(Math.floor(fen / 10))}角` : '零'}${fen % 10 > 0 ? `${sayNumber(fen % 10)}分` : ''}`
  return inScript(`${sayNumber(yuan)}元${small}`, language)
}

/** A price difference with its direction: 多二百三十四元, 少七十元, 价格一样. */
export function sayDifference(cents: number, language: SpokenLanguage): string {
  if (language === 'en') {
    if (cents === 0) return 'at the same price'
    return `${sayMoney(cents, language)} ${cents > 0 ? 'more' : 'less'}`
  }
  if (cents === 0) return inScript('价格一样', language)
  return `${cents > 0 ? '多' : '少'}${sayMoney(cents, language)}`
}

/** A number of people before 位: 六, 两. */
export const sayPeople = (count: number, language: SpokenLanguage): string =>
  language === 'en' ? String(count) : inScript(sayCount(count), language)

const codeDigits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** A booking code sign by sign, as it is read out: `K 四，七 三 零 二`. */
export function sayCode(code: string, language: SpokenLanguage): string {
  const [head = '', tail = ''] = code.split('-')
  const sign = (character: string) =>
    language === 'en' || !/\d/.test(character) ? character : (codeDigits[Number(character)] ?? character)
  const said = (part: string) => [...part].map(sign).join(' ')
  return tail === '' ? said(head) : `${said(head)}${language === 'en' ? ', ' : '，'}${said(tail)}`
}

/** One piece of a script: its own words, or what was filled in. */
export interface SpokenPart {
  readonly text: string
  readonly filled: boolean
  /** Whether it is what the guest has to catch: when, how many, how much, until when. */
  readonly weighs?: true
}

const weighty: ReadonlySet<string> = new Set<Placeholder>([
  'when',
  'party',
  'total',
  'until',
  'deposit',
  'wait',
  'offer',
  'offerTotal',
  'difference',
  'code',
  'number',
  'openDay',
  'maxSeats',
])

/** Leaves out the clauses that say what is not known, as long as something is left to say. */
function withoutUnknown(script: string, values: Readonly<Partial<Record<string, string>>>): string {
  const shorter = script.replace(/[，,：:]\s*[^，,。.；;：:？?！!]*\{(\w+)\}[^，,。.；;：:？?！!]*/g, (clause) =>
    [...clause.matchAll(/\{(\w+)\}/g)].some(([, name]) => values[name ?? ''] === undefined) ? '' : clause,
  )
  return /[\p{L}]/u.test(shorter.replace(/\{\w+\}/g, '')) ? shorter : script
}

/** Fills a script; what is not known yet is left out with its clause, or as a pause (……) for the desk to say. */
export function fillScript(whole: string, values: Readonly<Partial<Record<string, string>>>): readonly SpokenPart[] {
  const parts: SpokenPart[] = []
  let from = 0
  const script = withoutUnknown(whole, values)
  for (const found of script.matchAll(/\{(\w+)\}/g)) {
    if (found.index > from) parts.push({ text: script.slice(from, found.index), filled: false })
    const value = values[found[1] ?? '']
    const weighs = value !== undefined && weighty.has(found[1] ?? '')
    parts.push({ text: value ?? '……', filled: value !== undefined, ...(weighs ? { weighs } : {}) })
    from = found.index + found[0].length
  }
  if (from < script.length) parts.push({ text: script.slice(from), filled: false })
  // A name left open takes its comma along: 「张先生，明晚」 becomes 「明晚」.
  const [first, second] = parts
  if (first && !first.filled && first.text === '……' && second && /^[，,]\s*/.test(second.text))
    return [{ text: second.text.replace(/^[，,]\s*/, ''), filled: false }, ...parts.slice(2)]
  return parts
}

/** The business day on which the window opens for a date: that many days before it. */
export const openingDayOf = (date: BusinessDate, windowDays: number): BusinessDate => addDays(date, -windowDays)

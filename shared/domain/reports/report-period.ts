import { addDays, type BusinessDate, daysBetween, isoWeekday } from '../time/business-day.ts'
import { lunarShift } from './spring-festival.ts'

/** 日表, 周表, 月表, or any stretch of dates. */
export const periods = ['day', 'week', 'month', 'range'] as const
export type Period = (typeof periods)[number]

/** Business dates from one to another, both included. */
export interface Stretch {
  readonly from: BusinessDate
  readonly to: BusinessDate
}

export const daysIn = ({ from, to }: Stretch): number => daysBetween(from, to) + 1

/** Every date of a stretch, in order. */
export const datesOf = (stretch: Stretch): BusinessDate[] =>
  Array.from({ length: Math.max(0, daysIn(stretch)) }, (_, index) => addDays(stretch.from, index))

const firstOfMonth = (date: BusinessDate): BusinessDate => `${date.slice(0, 7)}-01`
const lastOfMonth = (date: BusinessDate): BusinessDate => addDays(firstOfMonth(addDays(firstOfMonth(date), 32)), -1)
const mondayOf = (date: BusinessDate): BusinessDate => addDays(date, 1 - isoWeekday(date))

/** The day, the ISO week (Monday to Sunday) or the calendar month that a date lies in. */
export function stretchOf(period: Exclude<Period, 'range'>, date: BusinessDate): Stretch {
  if (period === 'day') return { from: date, to: date }
  if (period === 'week') return { from: mondayOf(date), to: addDays(mondayOf(date), 6) }
  return { from: firstOfMonth(date), to: lastOfMonth(date) }
}

/** What the rows of a table stand for. */
export type RowKind = 'hour' | 'weekday' | 'date' | 'month'

const mostDateRows = 62

export function rowKindOf(period: Period, stretch: Stretch): RowKind {
  if (period === 'day') return 'hour'
  if (period === 'week') return 'weekday'
  return period === 'month' || daysIn(stretch) <= mostDateRows ? 'date' : 'month'
}

/** The row a date stands in: ISO weekday `1` … `7`, the date itself, or its month. */
export function rowKeyOf(date: BusinessDate, kind: Exclude<RowKind, 'hour'>): string {
  if (kind === 'weekday') return String(isoWeekday(date))
  return kind === 'date' ? date : date.slice(0, 7)
}

/** With what a period is compared (reports.md §2). */
export type BaseName = 'previous' | 'sameWeekday' | 'lastYear' | 'lunar'

export interface Base {
  readonly name: BaseName
  readonly stretch: Stretch
  /** The date of the period that a date of the base is held against; undefined for one without its like. */
  readonly likeOf: (date: BusinessDate) => BusinessDate | undefined
}

const shifted = (name: BaseName, { from, to }: Stretch, days: number): Base => ({
  name,
  stretch: { from: addDays(from, -days), to: addDays(to, -days) },
  likeOf: (date) => addDays(date, days),
})

/** Monday of the ISO week of the same number a year before; the last week where that year has no 53rd. */
function sameWeekLastYear(monday: BusinessDate): BusinessDate {
  const thursday = addDays(monday, 3)
  const year = Number(thursday.slice(0, 4))
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7)
  // The week of 4 January is always the first.
  const candidate = addDays(mondayOf(`${year - 1}-01-04`), week * 7)
  return Number(addDays(candidate, 3).slice(0, 4)) === year - 1 ? candidate : addDays(candidate, -7)
}

// A month against another: by the day of the month; the 31st may have nothing to be held against.
function monthBase(name: BaseName, { from }: Stretch, months: number): Base {
  const [year = 0, month = 1] = from.split('-').map(Number)
  const index = year * 12 + (month - 1) - months
  const first = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`
  const last = lastOfMonth(from)
  return {
    name,
    stretch: { from: first, to: lastOfMonth(first) },
    likeOf(date) {
      const like = addDays(from, daysBetween(first, date))
      return like <= last ? like : undefined
    },
  }
}

// The same dates a year before; 29 February has none.
function yearBase({ from, to }: Stretch): Base {
  const back = (date: BusinessDate) => {
    const year = Number(date.slice(0, 4)) - 1
    return date.endsWith('-02-29') ? `${year}-02-28` : `${year}${date.slice(4)}`
  }
  return {
    name: 'lastYear',
    stretch: { from: back(from), to: back(to) },
    likeOf: (date) => `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`,
  }
}

/** The periods a table is held against, in the order in which they are shown. */
export function basesOf(
  period: Period,
  stretch: Stretch,
  holidays: Readonly<Record<BusinessDate, string>>,
): readonly Base[] {
  const shift = daysIn(stretch) <= mostDateRows ? lunarShift(stretch.from, stretch.to, holidays) : undefined
  const lunar = shift === undefined || period === 'week' ? [] : [shifted('lunar', stretch, shift)]
  if (period === 'day')
    return [
      shifted('previous', stretch, 1),
      shifted('sameWeekday', stretch, 7),
      shifted('lastYear', stretch, 364),
      ...lunar,
    ]
  if (period === 'week') {
    const lastYear = daysBetween(sameWeekLastYear(stretch.from), stretch.from)
    return [shifted('previous', stretch, 7), shifted('lastYear', stretch, lastYear)]
  }
  if (period === 'month') return [monthBase('previous', stretch, 1), monthBase('lastYear', stretch, 12), ...lunar]
  const lastYear = daysIn(stretch) <= 31 ? shifted('lastYear', stretch, 364) : yearBase(stretch)
  return [shifted('previous', stretch, daysIn(stretch)), lastYear, ...lunar]
}

/** How far a period has come: full days before `today`, and `today` up to a minute of its day. */
export interface Progress {
  readonly today: BusinessDate
  readonly minute: number
}

/** A date that counts, whole or up to a minute of it. */
export interface CountedDate {
  readonly date: BusinessDate
  /** Undefined: the whole day. */
  readonly upTo?: number
}

/** The dates of a period that have begun. */
export function datesSoFar(stretch: Stretch, progress: Progress): CountedDate[] {
  return datesOf(stretch).flatMap((date) =>
    date > progress.today ? [] : date === progress.today ? [{ date, upTo: progress.minute }] : [{ date }],
  )
}

/**
 * The dates of a base that are held against what has passed of the period: an unfinished period compares like with like
 * (reports.md §1), to the minute.
 */
export function datesOfBase(base: Base, stretch: Stretch, progress: Progress): CountedDate[] {
  const finished = stretch.to < progress.today
  return datesOf(base.stretch).flatMap((date) => {
    if (finished) return [{ date }]
    const like = base.likeOf(date)
    if (like === undefined || like > progress.today) return []
    return like === progress.today ? [{ date, upTo: progress.minute }] : [{ date }]
  })
}

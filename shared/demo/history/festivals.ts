import { springFestivalOf } from '#shared/domain/reports/spring-festival.ts'
import { addDays, type BusinessDate, daysBetween, isoWeekday } from '#shared/domain/time/business-day.ts'

/**
 * Feasts by the lunar calendar that the history needs beside the Spring Festival, by year from 2000 on: the Dragon Boat
 * Festival (fifth day of the fifth month) and Mid-Autumn (fifteenth of the eighth).
 */
const dragonBoat = [
  '06-06 06-25 06-15 06-04 06-22 06-11 05-31 06-19 06-08 05-28',
  '06-16 06-06 06-23 06-12 06-02 06-20 06-09 05-30 06-18 06-07',
  '06-25 06-14 06-03 06-22 06-10 05-31 06-19 06-09 05-28 06-16',
  '06-05 06-24 06-12 06-01 06-20 06-10 05-30 06-18 06-07 05-27',
]
const midAutumn = [
  '09-12 10-01 09-21 09-11 09-28 09-18 10-06 09-25 09-14 10-03',
  '09-22 09-12 09-30 09-19 09-08 09-27 09-15 10-04 09-24 09-13',
  '10-01 09-21 09-10 09-29 09-17 10-06 09-25 09-15 10-03 09-22',
  '09-12 10-01 09-19 09-08 09-27 09-16 10-04 09-24 09-13 10-02',
]

const inTable = (table: readonly string[], year: number): BusinessDate | undefined => {
  const day = table[Math.floor((year - 2000) / 10)]?.split(' ')[year % 10]
  return day && `${year}-${day}`
}

// The solar term falls on 4 or 5 April throughout this century.
const clearBright = (year: number): BusinessDate => {
  const since = year - 2000
  return `${year}-04-0${Math.floor(0.2422 * since + 4.81) - Math.floor(since / 4)}`
}

/** The statutory holidays of a year in China, by business date, as the demo venue's own map has them for 2026. */
export function statutoryHolidays(year: number): Readonly<Record<BusinessDate, string>> {
  const spring = springFestivalOf(year, {})
  const days: [BusinessDate | undefined, string][] = [
    [`${year}-01-01`, '元旦'],
    ...[0, 1, 2].map((day): [BusinessDate | undefined, string] => [spring && addDays(spring, day), '春节']),
    [clearBright(year), '清明'],
    [`${year}-05-01`, '劳动节'],
    [`${year}-05-02`, '劳动节'],
    [inTable(dragonBoat, year), '端午'],
    [inTable(midAutumn, year), '中秋'],
    [`${year}-10-01`, '国庆'],
    [`${year}-10-02`, '国庆'],
    [`${year}-10-03`, '国庆'],
  ]
  return Object.fromEntries(days.flatMap(([date, name]) => (date === undefined ? [] : [[date, name]])))
}

/** New Year's Eve by both calendars: prices and deposits of their own (booking.md §2, peakDates). */
export function peakEvenings(year: number): readonly BusinessDate[] {
  const spring = springFestivalOf(year, {})
  return [...(spring === undefined ? [] : [addDays(spring, -1)]), `${year}-12-31`]
}

/** What a date is worth beside its weekday and season. */
export interface Feast {
  /** Times as many guests as on any such day. */
  readonly factor: number
  /** People do not work tomorrow: as busy as a Friday at least. */
  readonly free: boolean
  /** School is out: afternoons count. */
  readonly noSchool: boolean
}

const byDay: Readonly<Record<string, number>> = {
  '01-01': 1.25,
  '02-14': 1.3,
  '05-01': 1.3,
  '05-02': 1.3,
  '05-03': 1.25,
  '05-04': 1.15,
  '05-05': 1.05,
  '05-20': 1.15,
  '10-01': 1.35,
  '10-02': 1.35,
  '10-03': 1.3,
  '10-04': 1.2,
  '10-05': 1.15,
  '10-06': 1.1,
  '12-24': 1.45,
  '12-25': 1.25,
  '12-31': 1.55,
}

/** Days on which nobody has to rise early: the first days of the two long holidays, and the eves of single ones. */
const freeDays = new Set('04-30 05-01 05-02 05-03 05-04 09-30 10-01 10-02 10-03 10-04 10-05 10-06 12-31'.split(' '))

function springFactor(date: BusinessDate, year: number): number {
  const spring = springFestivalOf(year, {})
  const day = spring === undefined ? Number.POSITIVE_INFINITY : daysBetween(spring, date)
  if (day < -21 || day > 14) return 1
  // Companies dine and sing in the three weeks before; then everybody travels home; then families go out.
  if (day < -2) return 1.12
  if (day === -2) return 0.95
  if (day === -1) return 1.15
  return day <= 2 ? 1.35 : day <= 6 ? 1.22 : 1.05
}

const between = (day: string, from: string, to: string): boolean => day >= from && day <= to

/**
 * How feasts change a date (no data say it, so it is assumed): the Spring Festival with the company parties before it,
 * the two long holidays, Christmas Eve and New Year's Eve, the end of school exams, the summer.
 */
export function feastOn(date: BusinessDate): Feast {
  const year = Number(date.slice(0, 4))
  const day = date.slice(5)
  const spring = springFactor(date, year)
  const summer = between(day, '07-01', '08-31')
  const exams = between(day, '06-09', '06-25')
  const yearEnd = between(day, '12-08', '12-30')
  const lunar = date === inTable(dragonBoat, year) || addDays(date, 1) === inTable(midAutumn, year) ? 1.12 : 1
  const workday = isoWeekday(date) <= 4
  const season = summer ? (workday ? 1.14 : 1.06) : exams ? 1.08 : yearEnd ? 1.1 : 1
  return {
    factor: Math.max(byDay[day] ?? 1, spring, lunar) * (byDay[day] === undefined ? season : 1),
    free: freeDays.has(day) || spring >= 1.15,
    noSchool: summer || spring !== 1,
  }
}

import { addDays, type BusinessDate, daysBetween } from '../time/business-day.ts'

/**
 * First day of the lunar year, by the calendar year it begins in, as days after 1 January. A table and not the runtime's
 * own lunar calendar: that one reckons the new moon of February 2027, four minutes before midnight, a day late.
 */
const lunarNewYears: Readonly<Record<number, string>> = {
  2000: '02-05 01-24 02-12 02-01 01-22 02-09 01-29 02-18 02-07 01-26',
  2010: '02-14 02-03 01-23 02-10 01-31 02-19 02-08 01-28 02-16 02-05',
  2020: '01-25 02-12 02-01 01-22 02-10 01-29 02-17 02-06 01-26 02-13',
  2030: '02-03 01-23 02-11 01-31 02-19 02-08 01-28 02-15 02-04 01-24',
  2040: '02-12 02-01 01-22 02-10 01-30 02-17 02-06 01-26 02-14 02-02',
}

function lunarNewYear(year: number): BusinessDate | undefined {
  const day = lunarNewYears[year - (year % 10)]?.split(' ')[year % 10]
  return day && `${year}-${day}`
}

const isSpringFestival = (name: string): boolean => name.includes('春节')

/**
 * The day the Spring Festival begins: by the venue's own holiday map where it names one, else by the lunar calendar.
 * Undefined for years beyond 2049 that no map names.
 */
export function springFestivalOf(
  year: number,
  holidays: Readonly<Record<BusinessDate, string>>,
): BusinessDate | undefined {
  const [named] = Object.keys(holidays)
    .filter((date) => date.startsWith(`${year}-`) && isSpringFestival(holidays[date] ?? ''))
    .sort()
  return named ?? lunarNewYear(year)
}

const nearDays = 45

/**
 * How many days back a date has its like by the lunar calendar in the year before, or undefined when neither end of the
 * stretch comes near the festival (reports.md §2: 农历 alignment).
 */
export function lunarShift(
  from: BusinessDate,
  to: BusinessDate,
  holidays: Readonly<Record<BusinessDate, string>>,
): number | undefined {
  const year = Number(to.slice(0, 4))
  const festival = springFestivalOf(year, holidays)
  const before = springFestivalOf(year - 1, holidays)
  if (!festival || !before) return undefined
  const near = from <= addDays(festival, nearDays) && to >= addDays(festival, -nearDays)
  return near ? daysBetween(before, festival) : undefined
}

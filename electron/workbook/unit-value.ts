import type { PaperValue, Unit } from '#shared/domain/reports/paper.ts'

/** How a number of each kind is shown; text needs none. Rounding is only in the showing (reports.md §1). */
export const numberFormats = {
  count: '#,##0',
  decimal: '#,##0.00',
  hours: '#,##0.0',
  mean: '#,##0.0',
  minutes: '#,##0',
  rate: '0.0%',
  points: '+0.0;-0.0;0.0',
  change: '+#,##0;-#,##0;0',
  changeRate: '+0.0%;-0.0%;0.0%',
  score: '0.00',
  scoreChange: '+0.00;-0.00;0.00',
  cents: '#,##0.00',
  date: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm',
} as const satisfies Readonly<Record<Exclude<Unit, 'text'> | 'mean', string>>

const dayMs = 86_400_000
const minutesADay = 1_440
// Excel counts days from here, so that 1 March 1900 and all after it are right.
const epoch = Date.UTC(1899, 11, 30)

const datePattern = /^(\d{4})-(\d\d)-(\d\d)(?:T([01]\d|2[0-3]):([0-5]\d))?$/
const rememberedDates = 2_000
const numberByDate = new Map<string, number>()

// A list says the same few dates over and over.
function numberOfDate(date: string): number {
  const known = numberByDate.get(date)
  if (known !== undefined) return known
  const number = (Date.parse(`${date}T00:00:00Z`) - epoch) / dayMs
  if (numberByDate.size > rememberedDates) numberByDate.clear()
  numberByDate.set(date, number)
  return number
}

/** A date or a moment of the wall clock as the day number Excel keeps; undefined for anything else. */
export function dayNumber(text: string): number | undefined {
  if (!datePattern.test(text)) return undefined
  const number = numberOfDate(text.slice(0, 10))
  if (Number.isNaN(number)) return undefined
  return text.length === 10 ? number : number + (Number(text.slice(11, 13)) * 60 + Number(text.slice(14))) / minutesADay
}

/**
 * A value as a cell keeps it: numbers as numbers, money in yuan, dates as day numbers. A text where a number is meant
 * stays a text.
 */
export function cellValue(value: PaperValue | undefined, unit: Unit): PaperValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return null
    return unit === 'cents' ? value / 100 : value
  }
  return unit === 'date' || unit === 'moment' ? (dayNumber(value) ?? value) : value
}

import type { BaseName, Period } from '#shared/domain/reports/report-period.ts'
import { type BusinessDate, isoWeekday } from '#shared/domain/time/business-day.ts'
import type { Words } from '../words.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** `20:00`, `次日 01:00`: an hour of the business day. */
export function hourLabel(hour: number, words: Words): string {
  const clock = `${two(hour % 24)}:00`
  return hour >= 24 ? `${words('nextDay')} ${clock}` : clock
}

const monthName = (date: string, words: Words): string => words(`monthName.${Number(date.slice(5, 7))}`)

/** `3月6日`, without the year. */
export const dateLabel = (date: BusinessDate, words: Words): string =>
  words('date', { name: monthName(date, words), day: Number(date.slice(8, 10)) })

/** `3月6日 周五`. */
export const dayLabel = (date: BusinessDate, words: Words): string =>
  words('dateOfWeekday', { date: dateLabel(date, words), weekday: words(`weekday.${isoWeekday(date)}`) })

/** `2026年3月`, of a date or a month. */
export const monthLabel = (date: string, words: Words): string =>
  words('month', { name: monthName(date, words), year: date.slice(0, 4) })

/** The words of a row by its key: an hour, a weekday, a date or a month. */
export function rowLabel(key: string, words: Words): string {
  if (/^\d{4}-\d\d-\d\d$/.test(key)) return dayLabel(key, words)
  if (/^\d{4}-\d\d$/.test(key)) return monthLabel(key, words)
  const number = Number(key)
  return number <= 7 ? words(`weekday.${number}`) : hourLabel(number, words)
}

/** `昨日`, `上周同日`, `去年同月`. */
export const baseLabel = (name: BaseName, period: Period, words: Words): string =>
  name === 'sameWeekday' || name === 'lunar' ? words(`base.${name}`) : words(`base.${name}.${period}`)

const asMinutes: ReadonlySet<string> = new Set(['usage'])

/** A check in words: what was added up, and what to. */
export const checkText = (
  report: string,
  check: { readonly name: string; readonly values: Readonly<Record<string, number>> },
  words: Words,
): string =>
  words(`check.${check.name === 'sums' && asMinutes.has(report) ? 'sumsOfMinutes' : check.name}`, check.values)

/** Figures with their definitions, as printed with a report (reports.md §1). */
export const definitionsOf = (figures: readonly string[], words: Words) =>
  figures.map((figure) => ({
    figure,
    name: words(`figure.${figure}.name`),
    text: words(`figure.${figure}.text`),
  }))

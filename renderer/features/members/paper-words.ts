import { money } from '#renderer/ui/money-words.ts'
import type { PaperValue, Unit } from '#shared/domain/reports/paper.ts'

const signed = (value: number, digits: number): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(digits)}`

const writers: Readonly<Record<Exclude<Unit, 'text'>, (value: number) => string>> = {
  count: (value) => String(value),
  decimal: (value) => value.toFixed(1),
  mean: (value) => value.toFixed(1),
  hours: (value) => value.toFixed(1),
  minutes: (value) => String(Math.round(value)),
  rate: (value) => `${(value * 100).toFixed(1)}%`,
  points: (value) => signed(value, 1),
  change: (value) => signed(value, 0),
  changeRate: (value) => `${signed(value * 100, 1)}%`,
  cents: (value) => money(value),
  date: (value) => String(value),
  moment: (value) => String(value),
}

/** A value of a paper as it is written on screen and print; rounding is for the eye only (reports.md §1). */
export function paperText(value: PaperValue | undefined, unit: Unit): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return unit === 'moment' ? value.replace('T', ' ') : value
  return unit === 'text' ? String(value) : writers[unit](value)
}

/** Numbers stand at the right, words at the left. */
export const isNumeric = (unit: Unit): boolean => unit !== 'text' && unit !== 'date' && unit !== 'moment'

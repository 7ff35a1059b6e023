import type { PaperValue, Unit } from '#shared/domain/reports/paper.ts'
import { money } from './money-words.ts'

const minus = '−'

const grouped = (value: number, digits: number): string =>
  Math.abs(value).toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })

const signed = (value: number, digits: number): string => {
  const text = grouped(value, digits)
  if (Number(text.replaceAll(',', '')) === 0) return text
  return value > 0 ? `+${text}` : `${minus}${text}`
}

const plain = (value: number, digits: number): string =>
  value < 0 ? `${minus}${grouped(value, digits)}` : grouped(value, digits)

/**
 * A figure as it is read: rounded here and nowhere before (reports.md §1). Hours and rates to 0.1, scores to 0.01;
 * a change always with its sign; what is not known is a dash.
 */
export function figureWords(value: PaperValue | undefined, unit: Unit): string {
  if (value === null || value === undefined) return '—'
  if (typeof value === 'string') return unit === 'moment' ? value.replace('T', ' ') : value
  switch (unit) {
    case 'rate':
      return `${plain(value * 100, 1)}%`
    case 'changeRate':
      return `${signed(value * 100, 1)}%`
    case 'points':
      return signed(value, 1)
    case 'change':
      return signed(value, Number.isInteger(value) ? 0 : 1)
    case 'hours':
    case 'mean':
      return plain(value, 1)
    case 'score':
      return plain(value, 2)
    case 'scoreChange':
      return signed(value, 2)
    case 'decimal':
      return plain(value, 2)
    case 'cents':
      return money(value)
    default:
      return plain(value, 0)
  }
}

/** True for what stands to the right of its column. */
export const isNumberUnit = (unit: Unit): boolean => unit !== 'text' && unit !== 'date' && unit !== 'moment'

import type { Language } from '#renderer/ui/i18n/language.ts'

/** Figures as they are written: hair-thin rules of their own for rates, means and changes. */

const minus = '−'

/** `3.75`; a dash where there are too few answers for it. */
export const meanWords = (mean: number | null): string => (mean === null ? '–' : mean.toFixed(2))

/** `66.7%`. */
export const rateWords = (rate: number | null): string => (rate === null ? '–' : `${(rate * 100).toFixed(1)}%`)

/** `+16.7`, `−5.0`, `0.0`; change is told by its sign alone. */
export function changeWords(change: number | null, digits: number): string {
  if (change === null) return ''
  const text = Math.abs(change).toFixed(digits)
  if (Number(text) === 0) return text
  return `${change > 0 ? '+' : minus}${text}`
}

/** `3月2日–3月8日`, `2 Mar–8 Mar`, with the year where it is not this one's. */
export function stretchWords(from: string, to: string, year: string, language: Language): string {
  const day = (date: string) => {
    const [month, dayOfMonth] = [Number(date.slice(5, 7)), Number(date.slice(8, 10))]
    const short =
      language === 'en'
        ? new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
        : `${month}月${dayOfMonth}日`
    if (date.slice(0, 4) === year) return short
    return language === 'en' ? `${short} ${date.slice(0, 4)}` : `${date.slice(0, 4)}年${short}`
  }
  return from === to ? day(from) : `${day(from)}–${day(to)}`
}

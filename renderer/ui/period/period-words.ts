import type { Language } from '#renderer/ui/i18n/language.ts'
import { dateWords, monthWords, stretchWords } from '#renderer/ui/time-words.ts'
import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import { datesOfPeriod, type ShownPeriod } from './shown-period.ts'

/** A period as people say it: `3月6日 周五`, `3月2日–3月8日`, `2026年3月`; of another year with the year. */
export function periodWords(period: ShownPeriod, today: BusinessDate, language: Language): string {
  const { from, to } = datesOfPeriod(period)
  const year = today.slice(0, 4)
  if (period.kind === 'month') return monthWords(from, language)
  if (period.kind === 'day' && from.startsWith(year)) return dateWords(from, language)
  return stretchWords(from, to, year, language)
}

import { useTranslation } from 'react-i18next'
import { useTimeReading } from '#renderer/api/venue.ts'
import { dateWords, plainClock } from '#renderer/ui/time-words.ts'
import { businessDateOf } from '#shared/domain/time/business-day.ts'
import type { PaperView } from './paper-view.ts'

/** How far a report's figures go, in the words of the screen: `已日结，3月6日 周五 08:30`. On paper the moment is 2026-03-06 08:30. */
export function useProgressNote(progress: PaperView['progress']): string {
  const { t } = useTranslation('reports')
  const reading = useTimeReading()
  if (!progress) return ''
  if (progress.state === 'ahead') return t('paper.ahead')
  const instant = Date.parse(progress.at)
  const at = `${dateWords(businessDateOf(instant, reading), reading.language)} ${plainClock(instant, reading)}`
  return t(progress.state === 'closed' ? 'screen.closed' : 'screen.running', { at })
}

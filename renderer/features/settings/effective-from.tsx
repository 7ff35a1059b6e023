import { useTranslation } from 'react-i18next'
import { useTimeReading } from '#renderer/api/venue.ts'
import { dateWords } from '#renderer/ui/time-words.ts'

/** From which business date on a new version holds; earlier bookings keep theirs. */
export function EffectiveFrom({
  date,
  today,
  onChange,
}: {
  date: string
  today: string
  onChange: (date: string) => void
}) {
  const { t } = useTranslation('settings')
  const { language } = useTimeReading()
  return (
    <label className="effective">
      <span>{t('rules.from')}</span>
      <input
        className="field"
        type="date"
        value={date}
        min={today}
        onChange={(event) => event.target.value && onChange(event.target.value)}
      />
      <span className="quiet small">{t('rules.fromNote', { date: dateWords(date, language) })}</span>
    </label>
  )
}

import { useTranslation } from 'react-i18next'
import { useScripts } from '#renderer/api/scripts.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { fillScript } from '#shared/domain/flows/spoken.ts'
import type { WaitlistView } from './use-waiting.ts'
import { waitClock } from './wait-clock.ts'

/** What to say first to a guest who has waited past the quoted time (standards of speech). */
export function WaitedScript({ entry }: { entry: WaitlistView }) {
  const { t } = useTranslation('waitlist')
  const scripts = useScripts()
  const now = useNow()
  const script = scripts?.['call.waited']
  if (script === undefined || !waitClock(Date.parse(entry.since), entry.quotedMinutes, now).over) return null
  return (
    <p className="waited-script">
      <span className="quiet">{t('script')}</span>{' '}
      {fillScript(script, { number: entry.number, ...(entry.name ? { name: entry.name } : {}) })
        .map((part) => part.text)
        .join('')}
    </p>
  )
}

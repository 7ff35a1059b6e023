import { useTranslation } from 'react-i18next'
import { ErrorState } from '#renderer/ui/screen-states.tsx'

/** A screen broke: the rest of the face goes on, and one press tries again. */
export function ScreenFailed({ reset }: { reset?: () => void }) {
  const { t } = useTranslation()
  return (
    <ErrorState
      what={t('error.SCREEN.what')}
      why={t('error.SCREEN.why')}
      next={t('error.SCREEN.next')}
      onRetry={() => (reset ? reset() : location.reload())}
    />
  )
}

export function NotFound() {
  const { t } = useTranslation()
  return <ErrorState what={t('noSuchScreen')} next={t('noSuchScreenNext')} onRetry={() => location.assign('/')} />
}

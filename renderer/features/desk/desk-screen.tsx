import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/ui/screen-states.tsx'

export function DeskScreen() {
  const { t } = useTranslation()
  return <EmptyState title={t('nav.desk')} />
}

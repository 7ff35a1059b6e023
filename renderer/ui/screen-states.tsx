import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

/** Nothing here yet: says so, and names the key that begins something. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="screen-state">
      <p className="screen-state-title">{title}</p>
      {children === undefined ? null : <p className="quiet">{children}</p>}
    </div>
  )
}

/** Waiting for the first answer. */
export function LoadingState({ label }: { label?: string }) {
  const { t } = useTranslation()
  return (
    <div className="screen-state" role="status">
      <span className="loading-bar" aria-hidden="true" />
      <p className="quiet">{label ?? t('loading')}</p>
    </div>
  )
}

/** What happened, why, what next; with the one thing to press. */
export function ErrorState({
  what,
  why,
  next,
  onRetry,
}: {
  what: string
  why?: string
  next?: string
  onRetry?: () => void
}) {
  const { t } = useTranslation()
  return (
    <div className="screen-state" role="alert">
      <p className="screen-state-title bad">{what}</p>
      {why ? <p>{why}</p> : null}
      {next ? <p className="quiet">{next}</p> : null}
      {onRetry ? <Button onClick={onRetry}>{t('retry')}</Button> : null}
    </div>
  )
}

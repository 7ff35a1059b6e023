import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '#renderer/api/failure.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'

/** The foot of a settings form: save, back to how it was, and what went wrong. */
export function SaveBar({
  dirty,
  wrong,
  pending,
  error,
  mayChange,
  label,
  onSave,
  onReset,
  children,
}: {
  dirty: boolean
  wrong: boolean
  pending: boolean
  error: unknown
  mayChange: boolean
  label?: string
  onSave: () => void
  onReset: () => void
  children?: ReactNode
}) {
  const { t } = useTranslation('settings')
  const failureText = useFailureText()
  const enabled = mayChange && dirty && !wrong && !pending
  useHotkeys([{ id: 'settings.save', keys: 'Ctrl+S', label: t('save'), group: t('title'), enabled, run: onSave }])
  if (!mayChange) return null
  return (
    <div className="save-bar">
      {children}
      <Button kind="primary" hotkey="Ctrl+S" disabled={!enabled} onClick={onSave}>
        {label ?? t('save')}
      </Button>
      <Button disabled={!dirty || pending} onClick={onReset}>
        {t('reset')}
      </Button>
      <span role="status" className={wrong ? 'bad' : 'quiet'}>
        {wrong ? t('wrong') : dirty ? t('dirty') : ''}
      </span>
      {error ? (
        <span className="form-error" role="alert">
          {failureText(error).line}
        </span>
      ) : null}
    </div>
  )
}

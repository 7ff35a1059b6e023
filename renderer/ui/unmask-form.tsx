import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '#shared/contract/fields.ts'
import { Button } from './button.tsx'
import { FormField } from './form-field.tsx'

/** Whole telephone numbers are shown for a reason, which goes into the journal. */
export function UnmaskForm({ onSaid }: { onSaid: (reason: string) => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() !== '') onSaid(reason.trim())
  }
  return (
    <form className="form" onSubmit={submit} aria-label={t('unmask.act')}>
      <FormField label={t('unmask.reason')} hint={t('unmask.hint')}>
        <input
          className="field"
          autoFocus
          value={reason}
          maxLength={limits.reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </FormField>
      <div>
        <Button type="submit" hotkey="Enter" disabled={reason.trim() === ''}>
          {t('unmask.done')}
        </Button>
      </div>
    </form>
  )
}

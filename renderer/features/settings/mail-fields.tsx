import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { Button } from '#renderer/ui/button.tsx'
import { FormField } from '#renderer/ui/form-field.tsx'
import { type DraftField, type ReportDraft, readMail } from './report-draft.ts'

const securities = ['tls', 'startTls', 'none'] as const

/** 寄给: the mail server of the daily report, with a letter to try it. */
export function MailFields({
  draft,
  hasPassword,
  onChange,
  errorOf,
}: {
  draft: ReportDraft
  hasPassword: boolean
  onChange: (part: Partial<ReportDraft>) => void
  errorOf: (field: DraftField) => string | undefined
}) {
  const { t } = useTranslation('settings')
  const failureText = useFailureText()
  const { mail } = readMail(draft)
  const trial = useMutation({
    mutationFn: async () => {
      if (mail === undefined) return undefined
      const { password } = draft
      return client.reportSettings.tryMail({
        mail: { ...mail, to: [...mail.to] },
        ...(password !== '' && { password }),
      })
    },
  })
  const text = (field: 'host' | 'port' | 'user' | 'from', most: number) => (
    <input
      className="field"
      spellCheck={false}
      autoComplete="off"
      maxLength={most}
      value={draft[field]}
      onChange={(event) => onChange({ [field]: event.target.value })}
    />
  )
  return (
    <section className="rule-group" aria-labelledby="reports-mail">
      <h2 id="reports-mail">{t('reports.mail')}</h2>
      <div className="form">
        <label className="check">
          <input
            type="checkbox"
            checked={draft.isMailed}
            onChange={(event) => onChange({ isMailed: event.target.checked })}
          />
          {t('reports.mailed')}
        </label>
        {draft.isMailed ? (
          <>
            <div className="rule-fields">
              <FormField label={t('reports.host')} error={errorOf('host')}>
                {text('host', 120)}
              </FormField>
              <FormField label={t('reports.port')} error={errorOf('port')}>
                {text('port', 5)}
              </FormField>
              <FormField
                label={t('reports.security')}
                hint={draft.security === 'none' ? t('reports.plainHint') : undefined}
              >
                <select
                  className="field"
                  value={draft.security}
                  onChange={(event) => onChange({ security: event.target.value as ReportDraft['security'] })}
                >
                  {securities.map((one) => (
                    <option key={one} value={one}>
                      {t(`reports.secure.${one}`)}
                    </option>
                  ))}
                </select>
              </FormField>
              <FormField label={t('reports.user')}>{text('user', 120)}</FormField>
              <FormField label={t('reports.password')} hint={t('reports.passwordHint')}>
                <input
                  className="field"
                  type="password"
                  autoComplete="new-password"
                  maxLength={200}
                  placeholder={hasPassword ? t('reports.passwordKept') : ''}
                  value={draft.password}
                  onChange={(event) => onChange({ password: event.target.value })}
                />
              </FormField>
              <FormField label={t('reports.from')} error={errorOf('from')}>
                {text('from', 120)}
              </FormField>
            </div>
            <FormField label={t('reports.to')} hint={t('reports.toHint')} error={errorOf('to')}>
              <textarea
                className="field"
                rows={2}
                spellCheck={false}
                maxLength={2000}
                value={draft.to}
                onChange={(event) => onChange({ to: event.target.value })}
              />
            </FormField>
            <div className="settings-trial">
              <Button disabled={mail === undefined || trial.isPending} onClick={() => trial.mutate()}>
                {t(trial.isPending ? 'reports.trying' : 'reports.try')}
              </Button>
              <span role="status" className={trial.data?.sent === true ? 'good' : 'bad'}>
                {trial.isPending
                  ? ''
                  : trial.error
                    ? failureText(trial.error).line
                    : trial.data?.sent === true
                      ? t('reports.tried', { to: mail?.to.join('、') ?? '' })
                      : trial.data
                        ? t('reports.notSent', { said: trial.data.said ?? '' })
                        : ''}
              </span>
            </div>
          </>
        ) : null}
      </div>
    </section>
  )
}

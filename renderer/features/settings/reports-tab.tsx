import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '#renderer/api/client.ts'
import { FormField } from '#renderer/ui/form-field.tsx'
import { languageNames, languages } from '#renderer/ui/i18n/language.ts'
import { LoadingState } from '#renderer/ui/screen-states.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import type { ReportSettings } from '#shared/domain/reports/report-settings.ts'
import { DailyRuns } from './daily-runs.tsx'
import { MailFields } from './mail-fields.tsx'
import { type DraftField, draftOf, type ReportDraft, readDraft } from './report-draft.ts'
import { SaveBar } from './save-bar.tsx'
import { type SettingsPart, useDirty } from './settings-part.ts'

/** 报表: when days are closed, where their reports go, and the shifts. */
export function ReportsTab({ mayChange, onDirty }: SettingsPart) {
  const { t } = useTranslation('settings')
  const { data } = useQuery({ ...api.reportSettings.current.queryOptions(), enabled: mayChange })
  if (!mayChange) return <p className="quiet">{t('reports.readOnly')}</p>
  if (data === undefined) return <LoadingState />
  return (
    <div className="form settings-reports">
      {/* Drawn anew when another desk has saved: what is typed here is of what stands. */}
      <ReportsForm key={JSON.stringify(data.settings)} {...data} onDirty={onDirty} />
      <DailyRuns runs={data.runs} />
    </div>
  )
}

function ReportsForm({
  settings,
  hasPassword,
  folder,
  onDirty,
}: {
  settings: ReportSettings
  hasPassword: boolean
  folder: string
  onDirty: SettingsPart['onDirty']
}) {
  const { t } = useTranslation('settings')
  const queries = useQueryClient()
  const before = draftOf(settings)
  const [draft, setDraft] = useState(before)
  const read = readDraft(draft)
  const dirty = JSON.stringify(draft) !== JSON.stringify(before)
  useDirty(dirty, onDirty)
  const change = (part: Partial<ReportDraft>) => setDraft({ ...draft, ...part })
  const errorOf = (field: DraftField): string | undefined =>
    !read.ok && read.wrong.has(field) ? t(`reports.wrong.${field as 'host'}`) : undefined
  const save = useMutation({
    mutationFn: async () => {
      if (!read.ok) return
      const { password } = draft
      await client.reportSettings.save({
        settings: read.settings as Parameters<typeof client.reportSettings.save>[0]['settings'],
        ...(password !== '' && { password }),
        // Whoever takes the mail away takes the password with it.
        ...(!draft.isMailed && { password: '' }),
      })
    },
    onSuccess: async () => {
      setDraft({ ...draft, password: '' })
      await queries.invalidateQueries({ queryKey: api.reportSettings.key() })
      showToast({ text: t('saved') })
    },
  })
  return (
    <>
      <section className="rule-group" aria-labelledby="reports-daily">
        <h2 id="reports-daily">{t('reports.daily')}</h2>
        <div className="form">
          <label className="check">
            <input type="checkbox" checked={draft.isOn} onChange={(event) => change({ isOn: event.target.checked })} />
            {t('reports.on')}
          </label>
          <FormField
            label={t('reports.closeAfter')}
            unit={t('unit.minutes')}
            hint={t('reports.closeAfterHint')}
            error={errorOf('closeAfterMinutes')}
            width={240}
          >
            <input
              className="field num"
              inputMode="numeric"
              maxLength={3}
              value={draft.closeAfterMinutes}
              onChange={(event) => change({ closeAfterMinutes: event.target.value })}
            />
          </FormField>
          <FormField label={t('reports.folder')} hint={t('reports.folderHint')} error={errorOf('folder')}>
            <input
              className="field"
              spellCheck={false}
              maxLength={260}
              placeholder={folder}
              value={draft.folder}
              onChange={(event) => change({ folder: event.target.value })}
            />
          </FormField>
          <FormField label={t('reports.language')} width={240}>
            <select
              className="field"
              value={draft.language}
              onChange={(event) => change({ language: event.target.value as ReportDraft['language'] })}
            >
              {languages.map((one) => (
                <option key={one} value={one} lang={one}>
                  {languageNames[one]}
                </option>
              ))}
            </select>
          </FormField>
        </div>
      </section>
      <MailFields draft={draft} hasPassword={hasPassword} onChange={change} errorOf={errorOf} />
      <section className="rule-group" aria-labelledby="reports-shifts">
        <h2 id="reports-shifts">{t('reports.shifts')}</h2>
        <FormField label={t('reports.shiftLines')} hint={t('reports.shiftHint')} error={errorOf('shifts')} width={240}>
          <textarea
            className="field"
            rows={4}
            spellCheck={false}
            value={draft.shifts}
            onChange={(event) => change({ shifts: event.target.value })}
          />
        </FormField>
      </section>
      <SaveBar
        dirty={dirty}
        wrong={!read.ok}
        pending={save.isPending}
        error={save.error}
        mayChange
        onSave={() => save.mutate()}
        onReset={() => setDraft(before)}
      />
    </>
  )
}

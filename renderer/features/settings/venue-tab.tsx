import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#renderer/api/client.ts'
import { FormField } from '#renderer/ui/form-field.tsx'
import { limits } from '#shared/contract/fields.ts'
import { SaveBar } from './save-bar.tsx'
import { type SettingsPart, useDirty, useVenueSave } from './settings-part.ts'

/** 门店: its name; the time zone is fixed once the venue is made. */
export function VenueTab({ venue, mayChange, onDirty }: SettingsPart) {
  const { t } = useTranslation('settings')
  const [name, setName] = useState(venue.name)
  const dirty = name.trim() !== venue.name
  const wrong = name.trim() === ''
  useDirty(dirty, onDirty)
  const save = useVenueSave(() => client.venue.rename({ name: name.trim() }))
  return (
    <div className="form settings-narrow">
      <FormField label={t('venue.name')} error={wrong ? t('venue.nameMissing') : undefined} hint={t('venue.nameHint')}>
        <input
          className="field"
          value={name}
          maxLength={limits.name}
          readOnly={!mayChange}
          onChange={(event) => setName(event.target.value)}
        />
      </FormField>
      <dl className="facts">
        <dt>{t('venue.timeZone')}</dt>
        <dd>{venue.timeZone}</dd>
        <dt>{t('venue.rooms')}</dt>
        <dd>{t('rooms.count', { count: venue.rooms.length })}</dd>
        <dt>{t('venue.policy')}</dt>
        <dd>{t('rules.version', { version: venue.policyVersion })}</dd>
      </dl>
      <SaveBar
        dirty={dirty}
        wrong={wrong}
        pending={save.isPending}
        error={save.error}
        mayChange={mayChange}
        onSave={() => save.mutate(undefined)}
        onReset={() => setName(venue.name)}
      />
    </div>
  )
}

import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { policy as policySchema } from '#shared/contract/venue.ts'
import type { Policy } from '#shared/domain/venue/policy.ts'
import {
  type FieldGroup,
  fieldsFor,
  type PolicyField,
  settingAt,
  withSetting,
} from '#shared/domain/venue/policy-fields.ts'
import { readSetting, writeSetting } from '#shared/domain/venue/typed-setting.ts'
import { EffectiveFrom } from './effective-from.tsx'
import { PolicyVersions } from './policy-versions.tsx'
import { RuleField } from './rule-field.tsx'
import { SaveBar } from './save-bar.tsx'
import { type SettingsPart, useDirty } from './settings-part.ts'
import { usePolicySave } from './use-policy-save.ts'

const groups: readonly FieldGroup[] = [
  'opening',
  'booking',
  'hold',
  'reserve',
  'deposit',
  'guests',
  'floor',
  'peak',
  'display',
]
const isTyped = (field: PolicyField): boolean => !['yes', 'choice', 'types'].includes(field.kind)

/** 规则: every setting of the policy; saving makes a new version from a business date on. */
export function RulesTab({ venue, mayChange, onDirty }: SettingsPart) {
  const { t } = useTranslation('settings')
  const fields = useMemo(() => fieldsFor(venue.types.map((type) => type.code)), [venue.types])
  const [draft, setDraft] = useState<Policy>(venue.policy)
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const { today, effectiveFrom, setEffectiveFrom, save } = usePolicySave(() => setTexts({}))

  const textOf = (field: PolicyField) => texts[field.path] ?? writeSetting(field.kind, settingAt(draft, field.path))
  const unread = new Set(
    fields.filter((field) => isTyped(field) && !readSetting(field.kind, textOf(field)).ok).map((field) => field.path),
  )
  const checked = policySchema.safeParse(draft)
  const broken = new Set(checked.success ? [] : checked.error.issues.map((issue) => issue.path.join('.')))
  const errorOf = (field: PolicyField): string | undefined => {
    if (unread.has(field.path)) return t(`rules.unread.${field.kind}`)
    if ([...broken].some((path) => field.path === path || field.path.startsWith(`${path}.`))) return t('rules.broken')
    return undefined
  }
  const dirty = unread.size > 0 || JSON.stringify(draft) !== JSON.stringify(venue.policy)
  const wrong = unread.size > 0 || !checked.success
  useDirty(dirty, onDirty)

  const change = (field: PolicyField, value: unknown) => setDraft(withSetting(draft, field.path, value))
  const type = (field: PolicyField, text: string) => {
    setTexts({ ...texts, [field.path]: text })
    const read = readSetting(field.kind, text)
    if (read.ok) change(field, read.value)
  }
  return (
    <div className="form">
      {groups.map((group) => (
        <section key={group} className="rule-group" aria-labelledby={`rules-${group}`}>
          <h2 id={`rules-${group}`}>{t(`rules.group.${group}`)}</h2>
          <div className="rule-fields">
            {fields
              .filter((field) => field.group === group)
              .map((field) => (
                <RuleField
                  key={field.path}
                  field={field}
                  types={venue.types}
                  value={settingAt(draft, field.path)}
                  text={textOf(field)}
                  error={errorOf(field)}
                  readOnly={!mayChange}
                  onType={(text) => type(field, text)}
                  onChange={(value) => change(field, value)}
                />
              ))}
          </div>
        </section>
      ))}
      <SaveBar
        dirty={dirty}
        wrong={wrong}
        pending={save.isPending}
        error={save.error}
        mayChange={mayChange}
        label={t('rules.save')}
        onSave={() => save.mutate(draft)}
        onReset={() => {
          setDraft(venue.policy)
          setTexts({})
        }}
      >
        <EffectiveFrom date={effectiveFrom} today={today} onChange={setEffectiveFrom} />
      </SaveBar>
      <PolicyVersions />
    </div>
  )
}

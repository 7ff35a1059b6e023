import { useTranslation } from 'react-i18next'
import { useSettingName } from '#renderer/api/setting-words.ts'
import { FormField } from '#renderer/ui/form-field.tsx'
import type { PolicyField } from '#shared/domain/venue/policy-fields.ts'
import type { RoomType } from '#shared/domain/venue/venue.ts'

const isLong = (kind: PolicyField['kind']): boolean =>
  kind === 'dates' || kind === 'holidays' || kind === 'weekdayHours' || kind === 'dateHours'

/** One setting: its name, unit, a short explanation, and the control its kind asks for. */
export function RuleField({
  field,
  types,
  value,
  text,
  error,
  readOnly,
  onType,
  onChange,
}: {
  field: PolicyField
  types: readonly RoomType[]
  value: unknown
  text: string
  error: string | undefined
  readOnly: boolean
  onType: (text: string) => void
  onChange: (value: unknown) => void
}) {
  const { t } = useTranslation('settings')
  const settingName = useSettingName()
  const name = settingName(field.path)
  const hint = t(`hint.${field.path.replaceAll('.', '_') as 'dayStart'}`, { defaultValue: '' })
  const shown = hint === '' ? undefined : hint

  if (field.kind === 'yes') {
    return (
      <div className="form-field">
        <label className="check">
          <input
            type="checkbox"
            checked={value === true}
            disabled={readOnly}
            onChange={(event) => onChange(event.target.checked)}
          />
          {name}
        </label>
        {shown ? <span className="form-hint">{shown}</span> : null}
      </div>
    )
  }
  if (field.kind === 'types') {
    const chosen = value as readonly string[]
    return (
      <fieldset className="rule-types">
        <legend className="form-label">{name}</legend>
        {types.map((type) => (
          <label key={type.code} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(type.code)}
              disabled={readOnly}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, type.code] : chosen.filter((code) => code !== type.code))
              }
            />
            {type.name}
          </label>
        ))}
      </fieldset>
    )
  }
  if (field.kind === 'choice') {
    const numeric = typeof field.choices?.[0] === 'number'
    return (
      <FormField label={name} hint={shown} error={error} unit={numeric ? t('unit.minutes') : undefined}>
        <select
          className="field"
          value={String(value)}
          disabled={readOnly}
          onChange={(event) => onChange(numeric ? Number(event.target.value) : event.target.value)}
        >
          {field.choices?.map((choice) => (
            <option key={choice} value={choice}>
              {numeric ? choice : t(`choice.${choice as 'everyone'}`)}
            </option>
          ))}
        </select>
      </FormField>
    )
  }
  if (isLong(field.kind)) {
    return (
      <FormField label={name} hint={shown} error={error}>
        <textarea
          className="field"
          rows={4}
          value={text}
          readOnly={readOnly}
          spellCheck={false}
          onChange={(event) => onType(event.target.value)}
        />
      </FormField>
    )
  }
  return (
    <FormField
      label={name}
      hint={shown}
      error={error}
      unit={field.kind === 'clock' ? undefined : t(`unit.${field.kind as 'minutes'}`)}
    >
      <input
        className="field num"
        inputMode="numeric"
        value={text}
        maxLength={9}
        readOnly={readOnly}
        onChange={(event) => onType(event.target.value)}
      />
    </FormField>
  )
}

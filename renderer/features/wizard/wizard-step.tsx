import { useTranslation } from 'react-i18next'
import { FormField } from '#renderer/ui/form-field.tsx'
import { chooseLanguage, useLanguage } from '#renderer/ui/i18n/i18n.ts'
import { languageNames, languages } from '#renderer/ui/i18n/language.ts'
import { PriceTable, writePrices } from '#renderer/ui/venue/price-table.tsx'
import { RoomRangeEditor } from '#renderer/ui/venue/room-range-editor.tsx'
import { limits } from '#shared/contract/fields.ts'
import type { TypedRooms } from '#shared/domain/venue/room-ranges.ts'
import { writeRooms } from '#shared/domain/venue/room-ranges.ts'
import type { Template, WizardDraft } from './wizard-draft.ts'

const timeZones = [
  'Asia/Shanghai',
  'Asia/Taipei',
  'Asia/Hong_Kong',
  'Asia/Macau',
  'Asia/Singapore',
  'Asia/Kuala_Lumpur',
  'Asia/Tokyo',
  'Europe/London',
  'America/Los_Angeles',
  'America/New_York',
  'Australia/Sydney',
]

interface StepProps {
  readonly template: Template
  readonly draft: WizardDraft
  readonly onDraft: (draft: WizardDraft) => void
  readonly typedRooms: TypedRooms
  readonly staffWrong: readonly number[]
  readonly staffCount: number
  readonly pin: string
  readonly onPin: (pin: string) => void
  readonly pinAgain: string
  readonly onPinAgain: (pin: string) => void
  readonly errors: ReadonlySet<string>
}

/** The fields of the step one is at. */
export function WizardStepView(props: StepProps) {
  const { t } = useTranslation('wizard')
  const { draft, onDraft, errors, template } = props
  const errorOf = (name: string) => (errors.has(name) ? t(`error.${name as 'name'}`) : undefined)
  const text = (
    name: 'name' | 'adminNo' | 'adminName' | 'dayStart' | 'open' | 'close',
    max: number,
    focused = false,
  ) => (
    <input
      className="field"
      value={draft[name]}
      maxLength={max}
      autoFocus={focused}
      onChange={(event) => onDraft({ ...draft, [name]: event.target.value })}
    />
  )
  switch (draft.step) {
    case 'language':
      return <LanguageStep {...props} />
    case 'venue':
      return (
        <div className="form wizard-narrow">
          <FormField label={t('name')} error={errorOf('name')} hint={t('nameHint')}>
            {text('name', limits.name, true)}
          </FormField>
          <FormField label={t('timeZone')}>
            <select
              className="field"
              value={draft.timeZone}
              onChange={(event) => onDraft({ ...draft, timeZone: event.target.value })}
            >
              {[...new Set([draft.timeZone, ...timeZones])].map((zone) => (
                <option key={zone} value={zone}>
                  {zone}
                </option>
              ))}
            </select>
          </FormField>
        </div>
      )
    case 'rooms':
      return (
        <>
          <RoomRangeEditor
            text={draft.rooms}
            onChange={(rooms) => onDraft({ ...draft, rooms })}
            typed={props.typedRooms}
            types={template.types}
            autoFocus
          />
          {errorOf('rooms') ? <p className="form-error">{errorOf('rooms')}</p> : null}
        </>
      )
    case 'prices':
      return (
        <>
          <PriceTable
            types={template.types}
            typed={draft.prices}
            onChange={(prices) => onDraft({ ...draft, prices })}
          />
          {errorOf('prices') ? <p className="form-error">{errorOf('prices')}</p> : null}
        </>
      )
    case 'hours':
      return (
        <div className="form wizard-narrow">
          <FormField label={t('open')} error={errorOf('open')}>
            {text('open', 6, true)}
          </FormField>
          <FormField label={t('close')} error={errorOf('close')} hint={t('closeHint')}>
            {text('close', 6)}
          </FormField>
          <FormField label={t('dayStart')} error={errorOf('dayStart')} hint={t('dayStartHint')}>
            {text('dayStart', 6)}
          </FormField>
        </div>
      )
    case 'staff':
      return (
        <div className="form wizard-wide">
          <div className="form-row">
            <FormField label={t('adminNo')} width={120} error={errorOf('adminNo')}>
              {text('adminNo', 12)}
            </FormField>
            <FormField label={t('adminName')} width={160} error={errorOf('adminName')}>
              {text('adminName', 20, true)}
            </FormField>
            <FormField label={t('pin')} width={170} error={errorOf('pin')} hint={t('pinHint')}>
              <input
                className="field"
                type="password"
                autoComplete="new-password"
                maxLength={limits.pin}
                value={props.pin}
                onChange={(event) => props.onPin(event.target.value)}
              />
            </FormField>
            <FormField label={t('pinAgain')} width={170} error={errorOf('pinAgain')}>
              <input
                className="field"
                type="password"
                autoComplete="new-password"
                maxLength={limits.pin}
                value={props.pinAgain}
                onChange={(event) => props.onPinAgain(event.target.value)}
              />
            </FormField>
          </div>
          <FormField
            label={t('others')}
            note={t('optional')}
            hint={t('othersHint')}
            error={errors.has('others') ? t('error.others', { lines: props.staffWrong.join('、') }) : undefined}
          >
            <textarea
              className="field"
              rows={4}
              spellCheck={false}
              value={draft.others}
              onChange={(event) => onDraft({ ...draft, others: event.target.value })}
            />
          </FormField>
        </div>
      )
    default:
      return (
        <dl className="facts wizard-facts">
          <dt>{t('name')}</dt>
          <dd>{draft.name}</dd>
          <dt>{t('timeZone')}</dt>
          <dd>{draft.timeZone}</dd>
          <dt>{t('step.rooms.short')}</dt>
          <dd>
            {template.types
              .map(
                (type) =>
                  [type.name, props.typedRooms.rooms.filter((room) => room.typeCode === type.code).length] as const,
              )
              .filter(([, count]) => count > 0)
              .map(([name, count]) => `${name} ${count}`)
              .join(' · ')}
          </dd>
          <dt>{t('step.hours.short')}</dt>
          <dd>
            {draft.open}–{draft.close} · {t('dayStart')} {draft.dayStart}
          </dd>
          <dt>{t('step.staff.short')}</dt>
          <dd>
            {draft.adminName} {draft.adminNo} · {t('staffCount', { count: props.staffCount + 1 })}
          </dd>
        </dl>
      )
  }
}

/** Language first; then whether to begin from the demo venue or from nothing. */
function LanguageStep({ draft, onDraft, template }: StepProps) {
  const { t } = useTranslation('wizard')
  const language = useLanguage()
  const start = (choice: WizardDraft['start']) =>
    onDraft({
      ...draft,
      start: choice,
      name: choice === 'demo' ? draft.name || template.name : draft.name === template.name ? '' : draft.name,
      rooms: choice === 'demo' ? writeRooms(template.rooms, template.types) : '',
      prices: writePrices(template.policy, template.types),
    })
  return (
    <div className="form wizard-narrow">
      <fieldset className="wizard-choices">
        <legend className="form-label">{t('language')}</legend>
        {languages.map((one, index) => (
          <label key={one} className="check">
            <input
              type="radio"
              name="language"
              autoFocus={index === 0}
              checked={one === language}
              onChange={() => void chooseLanguage(one)}
            />
            <span lang={one}>{languageNames[one]}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="wizard-choices">
        <legend className="form-label">{t('begin')}</legend>
        {(['demo', 'empty'] as const).map((choice) => (
          <label key={choice} className="check">
            <input type="radio" name="begin" checked={draft.start === choice} onChange={() => start(choice)} />
            <span>
              {t(`start.${choice}`)}{' '}
              <span className="quiet">{t(`startNote.${choice}`, { count: template.rooms.length })}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}

import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isComposing } from '#renderer/ui/keyboard/registry.ts'
import { limits } from '#shared/contract/fields.ts'
import type { Draft, DraftField, ReadDraft } from './draft.ts'

export interface LineProps {
  readonly draft: Draft
  readonly read: ReadDraft
  readonly onType: (field: DraftField, text: string) => void
  readonly onEnter: (field: DraftField) => void
  /** Down: out of the line, to the answer and its offers. */
  readonly onLeave: () => void
}

interface FieldProps extends LineProps {
  readonly field: DraftField
  readonly label: string
  readonly hint?: ReactNode
  readonly note?: ReactNode
  readonly className: string
  readonly max: number
  readonly numeric?: boolean
  readonly placeholder?: string
  readonly inline?: boolean
}

/** Id of a field's input, for focus. */
export const fieldId = (field: DraftField): string => `desk-${field}`

function Field({
  field,
  label,
  hint,
  note,
  className,
  max,
  numeric,
  placeholder,
  inline,
  draft,
  read,
  onType,
  onEnter,
  onLeave,
}: FieldProps) {
  const { t } = useTranslation(['desk', 'common'])
  const input = useRef<HTMLInputElement>(null)
  const unreadable = read.unreadable.has(field)
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Enter' && !event.ctrlKey && !event.altKey) {
      event.preventDefault()
      event.stopPropagation()
      onEnter(field)
    } else if (event.key === 'ArrowDown') {
      event.preventDefault()
      onLeave()
    }
  }
  return (
    <div className={`line-field ${className}`}>
      {inline ? null : (
        <div className="line-label">
          <label htmlFor={fieldId(field)}>{label}</label>
          {note ? <span>{note}</span> : null}
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the frame only passes the click on to its input */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the input itself takes the keys */}
      <div
        className={`line-box ${inline ? 'line-box-inline' : ''} ${unreadable ? 'line-box-bad' : ''}`}
        onClick={() => input.current?.focus()}
      >
        {inline ? <label htmlFor={fieldId(field)}>{label}</label> : null}
        <span className="line-typed" data-text={draft[field] || placeholder || ''}>
          <input
            ref={input}
            id={fieldId(field)}
            value={draft[field]}
            maxLength={max}
            size={1}
            inputMode={numeric ? 'numeric' : 'text'}
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder}
            aria-invalid={unreadable}
            aria-describedby={hint || unreadable ? `${fieldId(field)}-hint` : undefined}
            onChange={(event) => onType(field, event.target.value)}
            onKeyDown={press}
          />
        </span>
        {hint || unreadable ? (
          <span className={unreadable ? 'line-hint bad' : 'line-hint'} id={`${fieldId(field)}-hint`}>
            {unreadable ? t(`unreadable.${field}`) : hint}
          </span>
        ) : null}
      </div>
    </div>
  )
}

/** 人数 房型 时间 时长 房号: what the caller wants, in one line. */
export function BookingLine({
  hints,
  typeCount,
  lengthDefault,
  ...line
}: LineProps & {
  hints: { readonly type?: string; readonly time?: string; readonly room?: string }
  typeCount: number
  lengthDefault: string
}) {
  const { t } = useTranslation(['desk', 'common'])
  return (
    <div className="booking-line">
      <Field {...line} field="party" label={t('field.party')} className="line-88" max={4} numeric />
      <Field
        {...line}
        field="type"
        label={t('field.type')}
        note={`1–${typeCount}`}
        hint={hints.type}
        className="line-128"
        max={8}
      />
      <Field {...line} field="time" label={t('field.time')} hint={hints.time} className="line-flex" max={20} />
      <Field
        {...line}
        field="length"
        label={t('field.length')}
        className="line-112"
        max={8}
        placeholder={lengthDefault}
      />
      <Field
        {...line}
        field="room"
        label={t('field.room')}
        note={t('optional')}
        hint={hints.room}
        className="line-120"
        max={12}
        placeholder="—"
      />
    </div>
  )
}

/** 姓名 电话 备注: who calls. */
export function CustomerLine({ phoneNote, ...line }: LineProps & { phoneNote?: string }) {
  const { t } = useTranslation(['desk', 'common'])
  return (
    <div className="customer-line">
      <Field {...line} inline field="name" label={t('field.name')} className="line-168" max={limits.name} />
      <Field
        {...line}
        inline
        field="phone"
        label={t('field.phone')}
        hint={phoneNote}
        className="line-216"
        max={limits.phone}
        numeric
      />
      <Field {...line} inline field="notes" label={t('field.notes')} className="line-flex" max={limits.notes} />
    </div>
  )
}

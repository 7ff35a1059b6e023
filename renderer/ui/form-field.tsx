import { cloneElement, type ReactElement, type ReactNode, useId } from 'react'
import './page.css'

interface Control {
  id?: string
  'aria-invalid'?: boolean
  'aria-describedby'?: string
}

/** A labelled field with its unit, a short hint, and what is wrong with it. */
export function FormField({
  label,
  note,
  unit,
  hint,
  error,
  width,
  children,
}: {
  label: ReactNode
  note?: ReactNode
  unit?: ReactNode
  hint?: ReactNode
  error?: string | undefined
  width?: number | string
  children: ReactElement<Control>
}) {
  const id = useId()
  const describedBy = error ? `${id}-error` : hint ? `${id}-hint` : undefined
  const control = cloneElement(children, {
    id,
    ...(error ? { 'aria-invalid': true } : {}),
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
  })
  return (
    <div className={error ? 'form-field form-field-bad' : 'form-field'} style={width === undefined ? {} : { width }}>
      <label className="form-label" htmlFor={id}>
        <span>{label}</span>
        {note === undefined ? null : <span>{note}</span>}
      </label>
      {unit === undefined ? (
        control
      ) : (
        <span className="form-unit">
          {control}
          <span className="quiet small">{unit}</span>
        </span>
      )}
      {error ? (
        <span className="form-error" id={`${id}-error`} role="alert">
          {error}
        </span>
      ) : hint === undefined ? null : (
        <span className="form-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}

import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#renderer/api/client.ts'
import { useDoneToast } from '#renderer/api/undo.ts'
import { Button } from '#renderer/ui/button.tsx'
import { FormField } from '#renderer/ui/form-field.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { typedMoney } from '#renderer/ui/money-words.ts'
import { mostCoupons } from '#shared/contract/coupon.ts'
import { limits } from '#shared/contract/fields.ts'
import { sizeOf } from '#shared/domain/coupons/serial-range.ts'
import { readSerials, writeRange } from '#shared/domain/coupons/typed-serials.ts'
import { useCouponFailure } from './coupon-words.ts'

/** Registers a printed batch under its first and last serial. */
export function BatchForm({
  today,
  onClose,
  onSaved,
}: {
  today: string
  onClose: () => void
  onSaved: (id: string) => void
}) {
  const { t } = useTranslation('coupons')
  const failureText = useCouponFailure()
  const done = useDoneToast()
  const [kind, setKind] = useState(t('form.kindDefault'))
  const [serials, setSerials] = useState('')
  const [value, setValue] = useState('')
  const [validFrom, setValidFrom] = useState(today)
  const [validUntil, setValidUntil] = useState('')
  const [printedOn, setPrintedOn] = useState('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)

  const { ranges, problems } = readSerials(serials)
  const [range] = ranges
  const [problem] = problems
  const cents = typedMoney(value)
  const errors = {
    kind: kind.trim() === '' ? t('error.kind') : undefined,
    serials: problem
      ? t(`problem.${problem.kind}`, { text: problem.text })
      : range === undefined || ranges.length > 1
        ? t('problem.onlyOne')
        : sizeOf(range) > mostCoupons
          ? t('problem.tooLarge', { most: mostCoupons.toLocaleString('en-US') })
          : undefined,
    value: cents === undefined ? t('error.value') : undefined,
    validUntil:
      validUntil === '' || validUntil < today || (validFrom !== '' && validUntil < validFrom)
        ? t('error.dates')
        : undefined,
  }
  const wrong = Object.values(errors).some((error) => error !== undefined)
  const save = useMutation({
    mutationFn: () =>
      client.coupon.createBatch({
        kind: kind.trim(),
        serials: serials.trim(),
        value: cents ?? 0,
        validUntil,
        ...(validFrom === '' ? {} : { validFrom }),
        ...(printedOn === '' ? {} : { printedOn }),
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      }),
    onSuccess: (batch) => {
      done(t('done.batch', { serials: batch.serials }), batch.journalSeq, onClose)
      onSaved(batch.id)
    },
  })
  useHotkeys([
    {
      id: 'coupons.batchBack',
      keys: 'Escape',
      label: t('form.back'),
      group: t('title'),
      inFields: true,
      listed: false,
      run: onClose,
    },
  ])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!wrong && !save.isPending) save.mutate()
  }
  const shown = (error: string | undefined) => (tried ? error : undefined)
  return (
    <form className="side-part form" onSubmit={submit} aria-label={t('newBatch')} noValidate>
      <h2>{t('newBatch')}</h2>
      <FormField label={t('form.kind')} error={shown(errors.kind)}>
        <input className="field" value={kind} maxLength={20} onChange={(event) => setKind(event.target.value)} />
      </FormField>
      <FormField
        label={t('form.serials')}
        hint={
          range && ranges.length === 1 && problems.length === 0
            ? t('newBatchRead', { serials: writeRange(range, range), count: sizeOf(range) })
            : t('form.serialsHint')
        }
        error={serials === '' ? shown(errors.serials) : errors.serials}
      >
        <input
          className="field"
          autoFocus
          value={serials}
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setSerials(event.target.value)}
        />
      </FormField>
      <FormField label={t('form.value')} unit={t('form.yuan')} width={140} error={shown(errors.value)}>
        <input
          className="field num"
          inputMode="decimal"
          value={value}
          maxLength={9}
          onChange={(event) => setValue(event.target.value)}
        />
      </FormField>
      <div className="form-row">
        <FormField label={t('form.validFrom')} width={150}>
          <input
            className="field"
            type="date"
            value={validFrom}
            onChange={(event) => setValidFrom(event.target.value)}
          />
        </FormField>
        <FormField label={t('form.validUntil')} width={150} error={shown(errors.validUntil)}>
          <input
            className="field"
            type="date"
            value={validUntil}
            min={today}
            onChange={(event) => setValidUntil(event.target.value)}
          />
        </FormField>
      </div>
      <FormField label={t('form.printedOn')} note={t('form.optional')} width={150}>
        <input className="field" type="date" value={printedOn} onChange={(event) => setPrintedOn(event.target.value)} />
      </FormField>
      <FormField label={t('form.note')} note={t('form.optional')}>
        <input
          className="field"
          value={note}
          maxLength={limits.notes}
          onChange={(event) => setNote(event.target.value)}
        />
      </FormField>
      {save.isError ? (
        <p className="form-error" role="alert">
          {failureText(save.error)}
        </p>
      ) : null}
      <div className="button-row">
        <Button kind="primary" type="submit" hotkey="Enter" disabled={save.isPending}>
          {t('form.save')}
        </Button>
        <Button hotkey="Esc" onClick={onClose}>
          {t('form.back')}
        </Button>
      </div>
    </form>
  )
}

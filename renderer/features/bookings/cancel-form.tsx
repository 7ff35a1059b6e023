import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { useDoneToast } from '#renderer/api/undo.ts'
import { useTimeReading, useVenue } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { Button } from '#renderer/ui/button.tsx'
import { FormField } from '#renderer/ui/form-field.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { money } from '#renderer/ui/money-words.ts'
import { momentWords } from '#renderer/ui/time-words.ts'
import { limits } from '#shared/contract/fields.ts'
import type { BookingView } from './booking-words.ts'
import { cancelTerms, isVerified } from './cancel-terms.ts'

const reasons = ['guest', 'noRoom', 'duplicate', 'weather', 'outage', 'other'] as const
type Reason = (typeof reasons)[number]

/** 流程12 注销: verify by last four or code, say the deposit rule, one key for the reason; undo for 10 s. */
export function CancelForm({ booking, onDone }: { booking: BookingView; onDone: () => void }) {
  const { t } = useTranslation('bookings')
  const failureText = useFailureText()
  const done = useDoneToast()
  const reading = useTimeReading()
  const venue = useVenue()
  const now = useNow(30_000)
  const [said, setSaid] = useState('')
  const [note, setNote] = useState('')
  const saidField = useRef<HTMLInputElement>(null)
  const reasonBox = useRef<HTMLFieldSetElement>(null)
  const verified = isVerified(said, { code: booking.code, phone: booking.customer.phone })

  useEffect(() => saidField.current?.focus(), [])
  useEffect(() => {
    if (verified) reasonBox.current?.focus()
  }, [verified])

  const cancel = useMutation({
    mutationFn: (reason: Reason) =>
      client.booking.cancel({ code: booking.code, reason, ...(note.trim() === '' ? {} : { note: note.trim() }) }),
    onSuccess: (after) => {
      done(t('cancelled', { code: booking.code, name: booking.customer.name }), after.journalSeq)
      onDone()
    },
  })
  useHotkeys([
    ...reasons.map((reason, index) => ({
      id: `cancel.${reason}`,
      keys: String(index + 1),
      label: t(`reason.${reason}`),
      group: t('cancelTitle'),
      enabled: verified && !cancel.isPending,
      run: () => cancel.mutate(reason),
    })),
    {
      id: 'cancel.back',
      keys: 'Escape',
      label: t('keep'),
      group: t('cancelTitle'),
      inFields: true,
      listed: false,
      run: onDone,
    },
  ])

  const terms = venue
    ? cancelTerms({ start: Date.parse(booking.start), deposit: booking.deposit }, venue.policy, now)
    : undefined
  const at = (instant: number) => momentWords(instant, now, reading)
  return (
    <section className="side-part form" aria-label={t('cancelTitle')}>
      <h3>{t('cancelTitle')}</h3>
      {terms ? (
        <div className={terms.free && terms.deposit?.refunded !== false ? 'note-box' : 'note-box note-box-warn'}>
          <p>
            {terms.free
              ? t('terms.free', { until: at(terms.freeUntil) })
              : t('terms.late', { until: at(terms.freeUntil) })}
          </p>
          <p>
            {terms.deposit === undefined
              ? t('terms.noDeposit')
              : t(terms.deposit.refunded ? 'terms.refunded' : 'terms.kept', {
                  deposit: money(terms.deposit.cents),
                  until: at(terms.deposit.refundedUntil),
                })}
          </p>
        </div>
      ) : null}
      <FormField
        label={t('said')}
        note={said.trim().length >= 4 && !verified ? <span className="bad">{t('notMatching')}</span> : undefined}
        hint={t('saidHint')}
      >
        <input
          ref={saidField}
          className="field"
          value={said}
          maxLength={10}
          autoComplete="off"
          onChange={(event) => setSaid(event.target.value)}
        />
      </FormField>
      <FormField label={t('cancelNote')} note={t('optional')}>
        <input
          className="field"
          value={note}
          maxLength={limits.reason}
          onChange={(event) => setNote(event.target.value)}
        />
      </FormField>
      <fieldset ref={reasonBox} tabIndex={-1} className="reasons" aria-label={t('chooseReason')}>
        <p className={verified ? 'good' : 'quiet'}>{verified ? t('verified') : t('verifyFirst')}</p>
        {reasons.map((reason, index) => (
          <Button
            key={reason}
            hotkey={String(index + 1)}
            disabled={!verified || cancel.isPending}
            onClick={() => cancel.mutate(reason)}
          >
            {t(`reason.${reason}`)}
          </Button>
        ))}
      </fieldset>
      {cancel.isError ? (
        <p className="form-error" role="alert">
          {failureText(cancel.error).line}
        </p>
      ) : null}
      <div className="button-row">
        <Button hotkey="Esc" onClick={onDone}>
          {t('keep')}
        </Button>
      </div>
    </section>
  )
}

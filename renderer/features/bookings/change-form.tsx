import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useDeferredValue, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '#renderer/api/client.ts'
import { decisionIn, failureOf, useFailureText } from '#renderer/api/failure.ts'
import { useDoneToast } from '#renderer/api/undo.ts'
import { useTimeReading, useVenue } from '#renderer/api/venue.ts'
import { Button } from '#renderer/ui/button.tsx'
import { FormField } from '#renderer/ui/form-field.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { limits } from '#shared/contract/fields.ts'
import { businessDateOf, instantAt, wallMinutesOf } from '#shared/domain/time/business-day.ts'
import type { BookingView } from './booking-words.ts'
import { minutesOf } from './booking-words.ts'
import { ChangeAnswer } from './change-answer.tsx'
import { clockDigits, typedClock } from './typed-clock.ts'

/** 改预约: time, length, party, type or room; what the engine says stands below while typing, then all or nothing. */
export function ChangeForm({ booking, onDone }: { booking: BookingView; onDone: () => void }) {
  const { t } = useTranslation('bookings')
  const failureText = useFailureText()
  const done = useDoneToast()
  const reading = useTimeReading()
  const venue = useVenue()
  const startBefore = Date.parse(booking.start)
  const dateBefore = businessDateOf(startBefore, reading)
  const [date, setDate] = useState(dateBefore)
  const [clock, setClock] = useState(clockDigits(Math.floor(wallMinutesOf(startBefore, dateBefore, reading))))
  const [length, setLength] = useState(String(minutesOf(booking)))
  const [party, setParty] = useState(String(booking.party))
  const [typeCode, setTypeCode] = useState(booking.typeCode)
  const [roomNo, setRoomNo] = useState('')
  const [notes, setNotes] = useState(booking.notes ?? '')
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => {
    first.current?.focus()
    first.current?.select()
  }, [])

  const at = typedClock(clock)
  const minutes = Number(length)
  const people = Number(party)
  const errors = {
    clock: at === undefined ? t('error.clock') : undefined,
    length: Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440 ? undefined : t('error.length'),
    party:
      Number.isInteger(people) && people >= 1 && people <= limits.party
        ? undefined
        : t('error.party', { max: limits.party }),
  }
  const isWrong = Object.values(errors).some((error) => error !== undefined)
  const start = at === undefined ? startBefore : instantAt(date, at, reading)
  const request = {
    party: isWrong ? booking.party : people,
    start: new Date(start).toISOString(),
    minutes: isWrong ? minutesOf(booking) : minutes,
    ...(roomNo.trim() === '' ? { typeCode } : { roomNo: roomNo.trim() }),
    bookingCode: booking.code,
  }
  const asked = useDeferredValue(JSON.stringify(request))
  const answer = useQuery({
    ...api.booking.decide.queryOptions({ input: JSON.parse(asked) as typeof request }),
    enabled: !isWrong,
    placeholderData: (before) => before,
    staleTime: 0,
    retry: false,
  })

  const save = useMutation({
    mutationFn: () =>
      client.booking.change({
        code: booking.code,
        version: booking.version,
        ...(start === startBefore ? {} : { start: request.start }),
        ...(minutes === minutesOf(booking) ? {} : { minutes }),
        ...(people === booking.party ? {} : { party: people }),
        ...(typeCode === booking.typeCode || roomNo.trim() !== '' ? {} : { typeCode }),
        ...(roomNo.trim() === '' ? {} : { roomNo: roomNo.trim() }),
        ...(notes.trim() === (booking.notes ?? '') ? {} : { notes: notes.trim() }),
      }),
    onSuccess: (after) => {
      done(t('changed', { code: after.code, name: after.customer.name }), after.journalSeq)
      onDone()
    },
  })
  useHotkeys([
    {
      id: 'change.back',
      keys: 'Escape',
      label: t('keep'),
      group: t('changeTitle'),
      inFields: true,
      listed: false,
      run: onDone,
    },
  ])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isWrong && !save.isPending) save.mutate()
  }
  const refused = save.isError ? decisionIn(failureOf(save.error)) : undefined
  const shown = refused ?? answer.data

  return (
    <form className="side-part form" onSubmit={submit} aria-label={t('changeTitle')}>
      <h3>{t('changeTitle')}</h3>
      <div className="form-row">
        <FormField label={t('field.date')} width={140}>
          <input
            className="field"
            type="date"
            value={date}
            onChange={(event) => event.target.value && setDate(event.target.value)}
          />
        </FormField>
        <FormField label={t('field.start')} width={92} error={errors.clock}>
          <input
            ref={first}
            className="field"
            value={clock}
            maxLength={8}
            onChange={(event) => setClock(event.target.value)}
          />
        </FormField>
        <FormField label={t('field.length')} width={92} error={errors.length}>
          <input
            className="field"
            inputMode="numeric"
            value={length}
            maxLength={4}
            onChange={(event) => setLength(event.target.value)}
          />
        </FormField>
        <FormField label={t('field.party')} width={72} error={errors.party}>
          <input
            className="field"
            inputMode="numeric"
            value={party}
            maxLength={3}
            onChange={(event) => setParty(event.target.value)}
          />
        </FormField>
        <FormField label={t('field.typeCode')} width={108}>
          <select className="field" value={typeCode} onChange={(event) => setTypeCode(event.target.value)}>
            {venue?.types.map((type) => (
              <option key={type.code} value={type.code}>
                {type.name}
              </option>
            ))}
          </select>
        </FormField>
        <FormField label={t('field.roomNo')} width={92}>
          <input
            className="field"
            value={roomNo}
            maxLength={12}
            placeholder={booking.roomNo ?? '—'}
            onChange={(event) => setRoomNo(event.target.value)}
          />
        </FormField>
      </div>
      <FormField label={t('field.notes')}>
        <input
          className="field"
          value={notes}
          maxLength={limits.notes}
          onChange={(event) => setNotes(event.target.value)}
        />
      </FormField>
      {shown && !isWrong ? <ChangeAnswer decision={shown} before={booking.quote?.total} /> : null}
      {save.isError && refused === undefined ? (
        <p className="form-error" role="alert">
          {failureText(save.error).line}
        </p>
      ) : null}
      <div className="button-row">
        <Button kind="primary" type="submit" hotkey="Enter" disabled={isWrong || save.isPending}>
          {t('saveChange')}
        </Button>
        <Button hotkey="Esc" onClick={onDone}>
          {t('keepAsIs')}
        </Button>
      </div>
    </form>
  )
}

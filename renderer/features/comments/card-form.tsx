import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#renderer/api/client.ts'
import { failureOf, useFailureText } from '#renderer/api/failure.ts'
import { useDoneToast } from '#renderer/api/undo.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { Button } from '#renderer/ui/button.tsx'
import { FormField } from '#renderer/ui/form-field.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { maskedName } from '#renderer/ui/mask.ts'
import { clockWords } from '#renderer/ui/time-words.ts'
import { limits } from '#shared/contract/fields.ts'
import { ScoreBoxes } from './score-boxes.tsx'
import { cellsOf, scoresOf } from './score-keys.ts'
import type { CommentView, StayOfCard } from './use-comments.ts'

/** Puts a card right. Masked numbers stay as they are unless they are written anew. */
export function CardForm({ card, onClose }: { card: CommentView; onClose: () => void }) {
  const { t } = useTranslation('comments')
  const failureText = useFailureText()
  const reading = useTimeReading()
  const done = useDoneToast()
  const [date, setDate] = useState(card.date)
  const [room, setRoom] = useState(card.roomNo ?? '')
  const [cells, setCells] = useState(cellsOf(card.scores))
  const [words, setWords] = useState(card.words ?? '')
  const [contact, setContact] = useState(card.contact ?? '')
  const [phone, setPhone] = useState('')
  const [noPhone, setNoPhone] = useState(false)
  const [stayId, setStayId] = useState<string>()
  const [refused, setRefused] = useState(false)
  const wordsField = useRef<HTMLTextAreaElement>(null)
  const roomField = useRef<HTMLInputElement>(null)

  const changed = (before: string | undefined, now: string) => now.trim() !== (before ?? '')
  const save = useMutation({
    mutationFn: () =>
      client.comment.correct({
        id: card.id,
        version: card.version,
        scores: scoresOf(cells),
        ...(date !== card.date && { date }),
        ...(changed(card.roomNo, room) && { roomNo: room.trim() === '' ? null : room.trim() }),
        ...(stayId !== undefined && { stayId }),
        ...(changed(card.words, words) && { words: words.trim() || null }),
        ...(changed(card.contact, contact) && { contact: contact.trim() || null }),
        ...(noPhone ? { phone: null } : phone.trim() !== '' && { phone: phone.trim() }),
      }),
    onSuccess: (after) => {
      done(t('corrected', { room: after.roomNo ?? t('noRoom') }), after.journalSeq)
      onClose()
    },
  })
  useHotkeys([
    {
      id: 'comment.formClose',
      keys: 'Escape',
      label: t('back'),
      group: t('title'),
      inFields: true,
      listed: false,
      run: onClose,
    },
  ])
  const failure = save.isError ? failureOf(save.error) : undefined
  const asked = failure?.details.why === 'unclearStay' ? (failure.details.stays as readonly StayOfCard[]) : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!save.isPending) save.mutate()
  }
  return (
    <form className="side-part form" onSubmit={submit} aria-label={t('edit')}>
      <h2>{t('edit')}</h2>
      <div className="form-row">
        <FormField label={t('field.date')} width={160}>
          <input
            className="field"
            type="date"
            value={date}
            onChange={(event) => setDate(event.target.value || card.date)}
          />
        </FormField>
        <FormField label={t('field.room')} width={110}>
          <input
            ref={roomField}
            className="field"
            autoFocus
            value={room}
            maxLength={12}
            onChange={(event) => {
              setRoom(event.target.value)
              setStayId(undefined)
            }}
          />
        </FormField>
      </div>
      <ScoreBoxes
        cells={cells}
        onChange={(next) => {
          setCells(next)
          setRefused(false)
        }}
        onLeave={(to) => (to === 'next' ? wordsField : roomField).current?.focus()}
        onRefused={() => setRefused(true)}
      />
      {refused ? <p className="warn small">{t('digitsOnly')}</p> : null}
      <FormField label={t('field.words')}>
        <textarea
          ref={wordsField}
          className="field"
          rows={3}
          value={words}
          maxLength={limits.notes}
          onChange={(event) => setWords(event.target.value)}
        />
      </FormField>
      <div className="form-row">
        <FormField label={t('field.contact')} width={150}>
          <input
            className="field"
            value={contact}
            maxLength={limits.name}
            onChange={(event) => setContact(event.target.value)}
          />
        </FormField>
        <FormField
          label={t('field.phone')}
          width={190}
          hint={card.phone === undefined ? undefined : t('phoneKept', { phone: card.phone })}
        >
          <input
            className="field"
            inputMode="tel"
            value={phone}
            disabled={noPhone}
            maxLength={limits.phone}
            onChange={(event) => setPhone(event.target.value)}
          />
        </FormField>
      </div>
      {card.phone === undefined ? null : (
        <label className="check">
          <input type="checkbox" checked={noPhone} onChange={(event) => setNoPhone(event.target.checked)} />
          {t('phoneGone')}
        </label>
      )}
      {asked ? (
        <FormField label={t('which', { room })}>
          <select
            className="field"
            value={stayId ?? ''}
            onChange={(event) => setStayId(event.target.value || undefined)}
          >
            <option value="">{t('choose')}</option>
            {asked.map((stay) => (
              <option key={stay.stayId} value={stay.stayId}>
                {clockWords(Date.parse(stay.start), reading)} {stay.name === undefined ? '' : maskedName(stay.name)}{' '}
                {t('people', { count: stay.party })}
              </option>
            ))}
          </select>
        </FormField>
      ) : null}
      {failure ? (
        <p className="form-error" role="alert">
          {asked ? t('fault.stay') : failureText(save.error).line}
        </p>
      ) : null}
      <div className="button-row">
        <Button kind="primary" type="submit" disabled={save.isPending}>
          {t('save')}
        </Button>
        <Button hotkey="Esc" onClick={onClose}>
          {t('back')}
        </Button>
      </div>
    </form>
  )
}

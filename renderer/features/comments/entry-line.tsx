import { type FormEvent, type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTimeReading } from '#renderer/api/venue.ts'
import { Button } from '#renderer/ui/button.tsx'
import { dateWords, dayWords } from '#renderer/ui/time-words.ts'
import { limits } from '#shared/contract/fields.ts'
import { FoundStay } from './found-stay.tsx'
import { ScoreBoxes, type ScoreFocus } from './score-boxes.tsx'
import type { Entry } from './use-entry.ts'
import './entry.css'

export interface EntryRefs {
  readonly date: RefObject<HTMLInputElement | null>
  readonly room: RefObject<HTMLInputElement | null>
  readonly scores: RefObject<ScoreFocus | null>
  readonly words: RefObject<HTMLInputElement | null>
  readonly phone: RefObject<HTMLInputElement | null>
}

/** One card in one line, typed from left to right: 305, five digits, Enter. */
export function EntryLine({ entry, refs }: { entry: Entry; refs: EntryRefs }) {
  const { t } = useTranslation('comments')
  const { language } = useTimeReading()
  const [refused, setRefused] = useState(false)
  const hint = useId()
  const wrongRoom = useId()
  const { draft, fault } = entry
  const bad = (field: string) =>
    fault?.field === field ? { 'aria-invalid': true, 'aria-describedby': field === 'room' ? wrongRoom : hint } : {}
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setRefused(false)
    entry.save()
  }
  const roomKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.shiftKey) return
    // Tab is held up once; whoever presses it again wants to go on.
    if (event.key === 'Tab' && (fault?.field === 'room' || entry.acceptRoom())) return
    if (!['Enter', ' ', 'Tab'].includes(event.key)) return
    event.preventDefault()
    if (event.key !== 'Tab' && entry.acceptRoom()) refs.scores.current?.focus()
  }
  const typeRoom = (text: string) => {
    const forward = text.length > draft.room.length
    entry.typeRoom(text)
    if (forward && entry.readRoom(text).complete) refs.scores.current?.focus()
  }
  return (
    <form className="entry" onSubmit={submit} aria-label={t('tab.entry')}>
      <div className="entry-line">
        <label className="entry-field">
          <span className="form-label">{t('field.date')}</span>
          <input
            ref={refs.date}
            className="field"
            type="date"
            max={entry.today}
            value={entry.date}
            {...bad('date')}
            onChange={(event) => event.target.value !== '' && entry.setDate(event.target.value)}
          />
        </label>
        <label className="entry-field">
          <span className="form-label">{t('field.room')}</span>
          <input
            ref={refs.room}
            className="field entry-room"
            autoComplete="off"
            value={draft.room}
            maxLength={12}
            {...bad('room')}
            onChange={(event) => typeRoom(event.target.value)}
            onKeyDown={roomKey}
          />
        </label>
        <ScoreBoxes
          cells={draft.cells}
          handle={refs.scores}
          describedBy={hint}
          onChange={(cells) => {
            setRefused(false)
            entry.change({ cells })
          }}
          onLeave={(to) => {
            const field = (to === 'next' ? refs.words : refs.room).current
            field?.focus()
            if (to === 'before') field?.select()
          }}
          onRefused={() => setRefused(true)}
        />
        <label className="entry-field">
          <span className="form-label">{t('field.words')}</span>
          <input
            ref={refs.words}
            className="field"
            autoComplete="off"
            value={draft.words}
            maxLength={limits.notes}
            {...bad('words')}
            onChange={(event) => entry.change({ words: event.target.value })}
          />
        </label>
        <label className="entry-field">
          <span className="form-label">{t('field.contact')}</span>
          <input
            className="field"
            autoComplete="off"
            value={draft.contact}
            maxLength={limits.name}
            onChange={(event) => entry.change({ contact: event.target.value })}
          />
        </label>
        <label className="entry-field">
          <span className="form-label">{t('field.phone')}</span>
          <input
            ref={refs.phone}
            className="field"
            inputMode="tel"
            autoComplete="off"
            value={draft.phone}
            maxLength={limits.phone}
            {...bad('phone')}
            onChange={(event) => entry.change({ phone: event.target.value })}
          />
        </label>
        <Button kind="primary" type="submit" hotkey="Enter" className="entry-save">
          {t('enter')}
        </Button>
      </div>
      <div className="entry-below">
        <span className="quiet">
          {dayWords(entry.date, entry.today, language)} · {dateWords(entry.date, language)}
        </span>
        {fault?.field === 'room' ? (
          <span className="bad" id={wrongRoom} role="alert">
            {fault.text}
          </span>
        ) : (
          <FoundStay entry={entry} />
        )}
      </div>
      <p className="entry-hint" id={hint}>
        {fault && fault.field !== 'room' ? (
          <span className="bad" role="alert">
            {fault.text}
          </span>
        ) : refused ? (
          <span className="warn" role="status">
            {t('digitsOnly')}
          </span>
        ) : (
          <span className="quiet">{t('hint')}</span>
        )}
      </p>
    </form>
  )
}

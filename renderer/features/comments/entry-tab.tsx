import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { shiftDate } from '#renderer/ui/time-words.ts'
import { EntryLine } from './entry-line.tsx'
import type { ScoreFocus } from './score-boxes.tsx'
import type { EntryField } from './sitting.ts'
import { SittingList } from './sitting-list.tsx'
import { useEntry } from './use-entry.ts'

const isFilled = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value !== ''

/** 录入: one card after the other by keyboard alone, with the cards of this sitting below (流程22). */
export function EntryTab() {
  const { t } = useTranslation('comments')
  const refs = {
    date: useRef<HTMLInputElement>(null),
    room: useRef<HTMLInputElement>(null),
    scores: useRef<ScoreFocus>(null),
    words: useRef<HTMLInputElement>(null),
    phone: useRef<HTMLInputElement>(null),
  }
  const focus = (field: EntryField) => {
    if (field === 'room' || field === 'stay' || field === 'card') {
      // What is typed next takes the place of what stands there.
      refs.room.current?.focus()
      refs.room.current?.select()
    } else refs[field].current?.focus()
  }
  const entry = useEntry(focus)
  const begin = useRef(() => {
    // A card that was left half typed goes on where it was left.
    if (entry.fault === undefined && entry.room.roomNo !== undefined) refs.scores.current?.resume()
    else focus(entry.fault?.field ?? 'room')
  })
  useEffect(() => begin.current(), [])
  const count = entry.entries.filter((one) => one.card).length
  const choose = (by: number) => {
    const { found, draft } = entry
    const at = found.findIndex((stay) => stay.stayId === draft.stayId)
    const next = at < 0 ? found.at(by > 0 ? 0 : -1) : found[(at + by + found.length) % found.length]
    if (next) entry.change({ stayId: next.stayId })
  }
  const step = (days: number) => {
    const next = shiftDate(entry.date, days)
    if (next <= entry.today) entry.setDate(next)
  }
  const group = t('title')
  useHotkeys([
    { id: 'comments.dayBefore', keys: 'Alt+←', label: t('dayBefore'), group, run: () => step(-1) },
    { id: 'comments.dayAfter', keys: 'Alt+→', label: t('dayAfter'), group, run: () => step(1) },
    { id: 'comments.stayNext', keys: 'Alt+↓', label: t('stayNext'), group, run: () => choose(1) },
    { id: 'comments.stayBefore', keys: 'Alt+↑', label: t('stayBefore'), group, listed: false, run: () => choose(-1) },
    {
      id: 'comments.undo',
      keys: 'Ctrl+Z',
      label: t('takeBackLast'),
      group,
      enabled: entry.mayTakeBack,
      // In a field with text Ctrl+Z takes back typing, as everywhere.
      run: (event) => {
        if (isFilled(event.target)) document.execCommand('undo')
        else void entry.takeBackLast()
      },
    },
    {
      id: 'comments.clear',
      keys: 'Escape',
      label: t('clear'),
      group,
      inFields: true,
      listed: false,
      run: () => entry.clear(),
    },
  ])
  return (
    <div className="entry-tab">
      <EntryLine entry={entry} refs={refs} />
      <div className="sitting-head">
        <h2>{t('sitting')}</h2>
        <span role="status">
          {t('count', { count })}
          {entry.said === '' ? null : <span className="quiet"> · {entry.said}</span>}
        </span>
      </div>
      <SittingList entry={entry} />
    </div>
  )
}

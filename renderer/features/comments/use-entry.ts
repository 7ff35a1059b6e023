import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '#renderer/api/client.ts'
import { failureOf, useFailureText } from '#renderer/api/failure.ts'
import { useSession } from '#renderer/api/session-store.ts'
import { useTimeReading, useVenue } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { usualCardDate } from '#shared/domain/feedback/card-date.ts'
import { businessDateOf, wallMinutesOf } from '#shared/domain/time/business-day.ts'
import { type ScoreCells, scoresOf } from './score-keys.ts'
import {
  addEntry,
  type Draft,
  dropEntry,
  type Entered,
  emptyDraft,
  isEmpty,
  keepDate,
  lastSaved,
  useSitting,
} from './sitting.ts'
import { typedRoom } from './typed-room.ts'

export type EntryField = 'date' | 'room' | 'scores' | 'words' | 'phone' | 'stay'

/** What keeps the card from being saved, and the field it is about. */
export interface EntryFault {
  readonly field: EntryField
  readonly text: string
}

const phoneShape = /^\+?[\d\s()-]{3,20}$/
const saysNothing = (cells: ScoreCells, words: string): boolean =>
  words.trim() === '' && cells.every((cell) => cell === '' || cell === '0')

/** The line in which a card is typed: what is in it, the party found, saving, and taking back. */
export function useEntry(focus: (field: EntryField) => void) {
  const { t } = useTranslation('comments')
  const failureText = useFailureText()
  const staffNo = useSession()?.staff.staffNo ?? ''
  const reading = useTimeReading()
  const now = useNow(60_000)
  const today = businessDateOf(now, reading)
  const venue = useVenue()
  const sitting = useSitting(staffNo)
  const [draft, setDraft] = useState<Draft>(emptyDraft)
  const [fault, setFault] = useState<EntryFault>()
  const [said, setSaid] = useState('')
  const [saving, setSaving] = useState(0)
  const saved = useRef<Promise<void>>(Promise.resolve())
  // What is typed next begins before the answer to the last card is there.
  const latest = useRef(draft)
  const put = (next: Draft) => {
    latest.current = next
    setDraft(next)
  }

  const usual = usualCardDate(today, wallMinutesOf(now, today, reading))
  const date = sitting.dateOf === today ? (sitting.date ?? usual) : usual
  const readRoom = (text: string) => typedRoom(text, venue?.rooms.map((one) => one.roomNo) ?? [])
  const room = readRoom(draft.room)
  const stays = useQuery({
    ...api.comment.stays.queryOptions({ input: { date, roomNo: room.roomNo ?? '' } }),
    enabled: room.roomNo !== undefined,
  })
  const found = room.roomNo === undefined ? [] : (stays.data?.items ?? [])
  const unclear = found.length > 1 && !found.some((stay) => stay.stayId === draft.stayId)

  const check = (): EntryFault | undefined => {
    if (date > today) return { field: 'date', text: t('fault.date') }
    if (draft.room.trim() !== '' && room.roomNo === undefined)
      return { field: 'room', text: t('fault.room', { room: draft.room.trim() }) }
    if (unclear) return { field: 'stay', text: t('fault.stay') }
    if (saysNothing(draft.cells, draft.words)) return { field: 'scores', text: t('fault.empty') }
    if (
      draft.phone.trim() !== '' &&
      (!phoneShape.test(draft.phone.trim()) || draft.phone.replace(/\D/g, '').length < 3)
    )
      return { field: 'phone', text: t('fault.phone') }
    return undefined
  }

  const refuse = (sent: Draft, sentDate: string, error: unknown) => {
    const unclearStay = failureOf(error).details.why === 'unclearStay'
    const text = unclearStay ? t('fault.stay') : failureText(error).line
    if (isEmpty(latest.current)) {
      put(sent)
      setFault({ field: unclearStay ? 'stay' : 'room', text })
    } else addEntry(staffNo, { date: sentDate, draft: sent, refused: text })
  }

  const save = () => {
    const wrong = check()
    setFault(wrong)
    if (wrong) return focus(wrong.field)
    const sent = draft
    const text = (field: 'words' | 'contact' | 'phone') =>
      sent[field].trim() === '' ? {} : { [field]: sent[field].trim() }
    const chosen = found.length > 1 ? sent.stayId : undefined
    setSaving((count) => count + 1)
    keepDate(staffNo, date, today)
    saved.current = client.comment
      .enter({
        date,
        scores: scoresOf(sent.cells),
        ...(room.roomNo !== undefined && { roomNo: room.roomNo }),
        ...(chosen !== undefined && { stayId: chosen }),
        ...text('words'),
        ...text('contact'),
        ...text('phone'),
      })
      .then(
        (card) => {
          addEntry(staffNo, { date, draft: sent, card })
          setSaid(t('entered', { room: card.roomNo ?? t('noRoom') }))
        },
        (error: unknown) => refuse(sent, date, error),
      )
      .finally(() => setSaving((count) => count - 1))
    put(emptyDraft)
    focus('room')
  }

  /** Takes a card back and puts what was typed into the line again, if that is empty. */
  const takeBack = async (entry: Entered) => {
    const { card } = entry
    try {
      if (card?.journalSeq !== undefined)
        await client.journal.undo({ seq: card.journalSeq }).catch((error: unknown) => {
          // Past the ten minutes of an undo the card is taken back in its own right.
          if (failureOf(error).code !== 'UNDO_REFUSED') throw error
          return client.comment.takeBack({ id: card.id })
        })
    } catch (error) {
      setFault({ field: 'room', text: failureText(error).line })
      return
    }
    dropEntry(staffNo, entry.key)
    if (isEmpty(latest.current)) {
      put(entry.draft)
      keepDate(staffNo, entry.date, today)
    }
    setFault(undefined)
    setSaid(card ? t('takenBack', { room: card.roomNo ?? t('noRoom') }) : '')
    focus('room')
  }

  return {
    date,
    today,
    draft,
    room,
    readRoom,
    found,
    searching: room.roomNo !== undefined && stays.isPending,
    unclear,
    fault,
    said,
    entries: sitting.entries,
    change: (patch: Partial<Draft>) => {
      put({ ...latest.current, ...patch })
      setFault(undefined)
    },
    clear: () => {
      put(emptyDraft)
      setFault(undefined)
      focus('room')
    },
    setDate: (next: string) => {
      keepDate(staffNo, next, today)
      put({ ...latest.current, stayId: undefined })
      setFault(undefined)
    },
    save,
    takeBack,
    mayTakeBack: saving > 0 || sitting.entries.some((one) => one.card),
    /** The card entered last, also when its answer is still on the way. */
    takeBackLast: async () => {
      await saved.current
      const last = lastSaved(staffNo)
      if (last) await takeBack(last)
    },
  }
}

export type Entry = ReturnType<typeof useEntry>

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
  draftOf,
  dropEntry,
  type Entered,
  type EntryFault,
  type EntryField,
  emptyDraft,
  isEmpty,
  keepDate,
  lastSaved,
  putDraft,
  putFault,
  useSitting,
} from './sitting.ts'
import { typedRoom } from './typed-room.ts'

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
  const { draft, fault } = sitting
  const [said, setSaid] = useState('')
  const [saving, setSaving] = useState(0)
  const saved = useRef<Promise<void>>(Promise.resolve())
  const put = (next: Draft, wrong?: EntryFault) => putDraft(staffNo, next, wrong)
  const setFault = (wrong: EntryFault | undefined) => putFault(staffNo, wrong)

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

  const roomFault: EntryFault | undefined =
    draft.room.trim() !== '' && room.roomNo === undefined
      ? { field: 'room', text: t('fault.room', { room: draft.room.trim() }) }
      : undefined

  const check = (): EntryFault | undefined => {
    if (date > today) return { field: 'date', text: t('fault.date') }
    if (roomFault) return roomFault
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
    // What is typed next begins before the answer to the last card is there.
    if (isEmpty(draftOf(staffNo))) {
      put(sent, { field: unclearStay ? 'stay' : 'card', text })
      focus('room')
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

  /** Takes a card back and puts what was typed into the line again, or aside while that is in use. */
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
      setFault({ field: 'card', text: failureText(error).line })
      return
    }
    dropEntry(staffNo, entry.key)
    const words = t('takenBack', { room: card?.roomNo ?? t('noRoom') })
    if (isEmpty(draftOf(staffNo))) {
      put(entry.draft)
      keepDate(staffNo, entry.date, today)
    } else {
      // The line is taken by the next card: what was typed waits in the list.
      addEntry(staffNo, { date: entry.date, draft: entry.draft, refused: entry.refused ?? words })
      setFault(undefined)
    }
    setSaid(card ? words : '')
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
    change: (patch: Partial<Draft>) => put({ ...draftOf(staffNo), ...patch }),
    typeRoom: (text: string) => {
      const typed = draftOf(staffNo)
      // Another number typed over that of a card which was refused: its writer has gone on to the next card.
      const wentOn = fault && (fault.field === 'stay' || fault.field === 'card') && text.length === 1
      if (wentOn && typed.room.length > 1) {
        addEntry(staffNo, { date, draft: typed, refused: fault.text })
        put({ ...emptyDraft, room: text })
      } else put({ ...typed, room: text, stayId: undefined })
    },
    /** Whether the room is one of the house, or none is asked for; says so when it is not. */
    acceptRoom: (): boolean => {
      if (roomFault) {
        setFault(roomFault)
        focus('room')
      }
      return roomFault === undefined
    },
    clear: () => {
      put(emptyDraft)
      focus('room')
    },
    setDate: (next: string) => {
      keepDate(staffNo, next, today)
      put({ ...draftOf(staffNo), stayId: undefined })
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

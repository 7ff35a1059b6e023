import { useSyncExternalStore } from 'react'
import { createStore } from '#renderer/ui/store.ts'
import { emptyCells, type ScoreCells } from './score-keys.ts'
import type { CommentView } from './use-comments.ts'

/** A card as it is typed. */
export interface Draft {
  readonly room: string
  readonly cells: ScoreCells
  readonly words: string
  readonly contact: string
  readonly phone: string
  /** The party chosen among several. */
  readonly stayId?: string | undefined
}

export const emptyDraft: Draft = { room: '', cells: emptyCells, words: '', contact: '', phone: '' }

export const isEmpty = ({ room, cells, words, contact, phone }: Draft): boolean =>
  [room, ...cells, words, contact, phone].every((text) => text === '')

/** A card of this sitting: saved, or put aside because it was refused. */
export interface Entered {
  readonly key: number
  readonly date: string
  readonly draft: Draft
  readonly card?: CommentView
  /** Why it was not saved. */
  readonly refused?: string
}

interface Sitting {
  readonly staffNo: string
  /** The date cards were entered for last, and the business day on which that was. */
  readonly date?: string
  readonly dateOf?: string
  /** The latest first. */
  readonly entries: readonly Entered[]
}

const none: Sitting = { staffNo: '', entries: [] }
const sitting = createStore<Sitting>(none)
let keys = 0

const of = (staffNo: string): Sitting => (sitting.get().staffNo === staffNo ? sitting.get() : { staffNo, entries: [] })

/** What one person has entered since he sat down; it outlives a look at another screen, not a change of person. */
export function useSitting(staffNo: string): Sitting {
  const current = useSyncExternalStore(sitting.subscribe, sitting.get)
  return current.staffNo === staffNo ? current : { ...none, staffNo }
}

export function addEntry(staffNo: string, entry: Omit<Entered, 'key'>): void {
  keys += 1
  const before = of(staffNo)
  sitting.set({ ...before, entries: [{ ...entry, key: keys }, ...before.entries] })
}

export function dropEntry(staffNo: string, key: number): void {
  const before = of(staffNo)
  sitting.set({ ...before, entries: before.entries.filter((entry) => entry.key !== key) })
}

/** The card that was saved last, whatever the screen has drawn of it by now. */
export const lastSaved = (staffNo: string): Entered | undefined => of(staffNo).entries.find((entry) => entry.card)

/** The next card is of the same evening, for as long as today is today. */
export function keepDate(staffNo: string, date: string, today: string): void {
  sitting.set({ ...of(staffNo), date, dateOf: today })
}

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

export type EntryField = 'date' | 'room' | 'scores' | 'words' | 'phone' | 'stay' | 'card'

/** What keeps the card from being saved, and the field it is about; `card`: no field of it. */
export interface EntryFault {
  readonly field: EntryField
  readonly text: string
}

interface Sitting {
  /** The date cards were entered for last, and the business day on which that was. */
  readonly date?: string
  readonly dateOf?: string
  /** The card that is being typed, and what keeps it from being saved. */
  readonly draft: Draft
  readonly fault?: EntryFault | undefined
  /** The latest first. */
  readonly entries: readonly Entered[]
}

const none: Sitting = { draft: emptyDraft, entries: [] }
const sittings = createStore<Readonly<Record<string, Sitting>>>({})
let keys = 0

const of = (staffNo: string): Sitting => sittings.get()[staffNo] ?? none

const change = (staffNo: string, patch: Partial<Sitting>): void =>
  sittings.set({ ...sittings.get(), [staffNo]: { ...of(staffNo), ...patch } })

/** What each person has entered and is typing since he sat down; it outlives a look at another tab or screen. */
export const useSitting = (staffNo: string): Sitting =>
  useSyncExternalStore(sittings.subscribe, sittings.get)[staffNo] ?? none

/** The card as it stands now, whatever the screen has drawn of it by now. */
export const draftOf = (staffNo: string): Draft => of(staffNo).draft

export const putDraft = (staffNo: string, draft: Draft, fault?: EntryFault): void => change(staffNo, { draft, fault })

export const putFault = (staffNo: string, fault: EntryFault | undefined): void => change(staffNo, { fault })

export function addEntry(staffNo: string, entry: Omit<Entered, 'key'>): void {
  keys += 1
  change(staffNo, { entries: [{ ...entry, key: keys }, ...of(staffNo).entries] })
}

export function dropEntry(staffNo: string, key: number): void {
  change(staffNo, { entries: of(staffNo).entries.filter((entry) => entry.key !== key) })
}

/** The card that was saved last, whatever the screen has drawn of it by now. */
export const lastSaved = (staffNo: string): Entered | undefined => of(staffNo).entries.find((entry) => entry.card)

/** The next card is of the same evening, for as long as today is today. */
export function keepDate(staffNo: string, date: string, today: string): void {
  change(staffNo, { date, dateOf: today })
}

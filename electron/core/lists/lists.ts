import { bookingList } from './booking-list.ts'
import { callList } from './call-list.ts'
import type { List } from './list.ts'
import { refusalList } from './refusal-list.ts'
import { stayList } from './stay-list.ts'
import { useList } from './use-list.ts'
import { waitlistList } from './waitlist-list.ts'

/** Every list that can be taken away, by the name in its address. */
const lists: ReadonlyMap<string, List> = new Map(
  [bookingList, waitlistList, refusalList, callList, stayList, useList].map((list) => [list.name, list]),
)

/** The list of a name; undefined for a name that is none. */
export const listNamed = (name: string): List | undefined => lists.get(name)

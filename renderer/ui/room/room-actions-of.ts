import { mayApprove, type StaffRole } from '#renderer/api/session-store.ts'
import type { BoardItem } from '#shared/domain/room/board-item.ts'

/** What can be done, each with its letter; the same letters on board, wall and list. */
export type RoomDeed =
  | 'arrive'
  | 'open'
  | 'settle'
  | 'leave'
  | 'cleaned'
  | 'extend'
  | 'transfer'
  | 'change'
  | 'cancel'
  | 'block'
  | 'lift'
  | 'book'

export const deedKeys: Readonly<Record<RoomDeed, string>> = {
  arrive: 'O',
  open: 'O',
  settle: 'B',
  leave: 'L',
  cleaned: 'C',
  extend: 'X',
  transfer: 'T',
  change: 'T',
  cancel: 'D',
  block: 'M',
  lift: 'M',
  book: 'N',
}

/** Done at once, with the way back; the others ask for something first. */
export const isImmediate = (deed: RoomDeed): boolean =>
  deed === 'arrive' || deed === 'settle' || deed === 'leave' || deed === 'cleaned' || deed === 'lift'

/** What suits a bar, or a free stretch, as it stands. The core decides again when it is done. */
export function deedsFor(
  at: { item: BoardItem } | { freeFrom: number },
  now: number,
  role: StaffRole | undefined,
): readonly RoomDeed[] {
  const mayBlock = role !== undefined && mayApprove(role)
  if ('freeFrom' in at) {
    const first: RoomDeed[] = at.freeFrom <= now + 60_000 ? ['open', 'book'] : ['book']
    return mayBlock ? [...first, 'block'] : first
  }
  const { item } = at
  if (item.beingCleaned) return ['cleaned']
  switch (item.state) {
    case 'reserved':
    case 'lateParty':
      return ['arrive', 'change', 'cancel']
    case 'inUse':
    case 'dueSoon':
      return ['settle', 'extend', 'transfer', 'leave']
    case 'settled':
      return ['leave', 'extend']
    case 'blocked':
      return mayBlock ? ['lift'] : []
    default:
      return []
  }
}

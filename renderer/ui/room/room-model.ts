import type { BoardDay, BoardRoom } from '#renderer/api/board-data.ts'
import type { VenueView } from '#renderer/api/venue.ts'
import { type BoardItem, boardItems } from '#shared/domain/room/board-item.ts'
import type { DragRoom } from '#shared/domain/room/drag.ts'
import { type RoomState, roomState } from '#shared/domain/room/room-state.ts'

export type RoomTypeView = VenueView['types'][number]

/** The rooms of one type, in order of their numbers. */
export interface BoardGroup {
  readonly type: RoomTypeView
  readonly rooms: readonly BoardRoom[]
}

export function groupsOf(day: BoardDay, venue: VenueView, onlyType: string | undefined): readonly BoardGroup[] {
  const byType = new Map<string, BoardRoom[]>()
  for (const room of day.rooms) byType.set(room.typeCode, [...(byType.get(room.typeCode) ?? []), room])
  return [...venue.types]
    .sort((a, b) => a.rank - b.rank)
    .filter((type) => (onlyType === undefined || type.code === onlyType) && byType.has(type.code))
    .map((type) => ({ type, rooms: byType.get(type.code) ?? [] }))
}

const kept = new WeakMap<BoardRoom, { now: number; items: readonly BoardItem[] }>()

/** Between two looks at the clock most rooms show the same. */
const sameItems = (a: readonly BoardItem[], b: readonly BoardItem[]): boolean =>
  a.length === b.length &&
  a.every((item, i) => {
    const other = b[i]
    return item.key === other?.key && item.state === other.state && item.beingCleaned === other.beingCleaned
  })

/** The bars of a room at an instant; the same array again while neither has changed. */
export function itemsOf(room: BoardRoom, now: number, dueSoonMinutes: number): readonly BoardItem[] {
  const known = kept.get(room)
  if (known?.now === now) return known.items
  const fresh = boardItems(room.claims, room.holds, now, dueSoonMinutes)
  const items = known && sameItems(known.items, fresh) ? known.items : fresh
  kept.set(room, { now, items })
  return items
}

/** The state of a room by the clock on the wall, which may run on between two changes. */
export function stateOf(room: BoardRoom, now: number, dueSoonMinutes: number): RoomState {
  const items = itemsOf(room, now, dueSoonMinutes)
  return roomState(
    items.flatMap((item) =>
      item.kind === 'hold'
        ? []
        : [
            {
              kind: item.kind,
              start: item.start,
              end: item.claim?.plannedEnd ?? item.end,
              cleanUntil: item.cleanUntil,
              ...(item.kind === 'use' ? { useState: stateOfUse(item) } : {}),
            },
          ],
    ),
    now,
    { held: items.some((item) => item.kind === 'hold'), dueSoonMinutes },
  )
}

const stateOfUse = (item: BoardItem): 'open' | 'settled' | 'left' =>
  item.state === 'past' ? 'left' : item.state === 'settled' ? 'settled' : 'open'

/** Rooms as the drag rules see them. */
export function dragRooms(day: BoardDay, venue: VenueView): readonly DragRoom[] {
  const types = new Map(venue.types.map((type) => [type.code, type]))
  const own = new Map(venue.rooms.map((room) => [room.roomNo, room]))
  return day.rooms.flatMap((room) => {
    const type = types.get(room.typeCode)
    if (!type) return []
    return [
      {
        roomNo: room.roomNo,
        typeCode: room.typeCode,
        rank: type.rank,
        maxSeats: own.get(room.roomNo)?.maxSeats ?? type.maxSeats,
        cleaningMinutes: type.cleaningMinutes,
        claims: room.claims,
      },
    ]
  })
}

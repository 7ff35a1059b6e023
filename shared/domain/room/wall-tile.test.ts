import { expect, it } from 'vitest'
import type { BoardClaim } from './board-item.ts'
import type { RoomState } from './room-state.ts'
import { byTimeToFree, type WallRoom, wallTile, wallTodos } from './wall-tile.ts'

const at = (text: string) => Date.parse(`2026-03-06T${text}:00+08:00`)
const now = at('18:42')
const claim = (kind: BoardClaim['kind'], from: string, to: string, more: Partial<BoardClaim> = {}): BoardClaim => ({
  kind,
  start: at(from),
  end: at(to),
  ...more,
})
const tileOf = (roomNo: string, state: RoomState, claims: readonly BoardClaim[]) =>
  wallTile({ roomNo, typeCode: 'S', floor: '2', state, claims } satisfies WallRoom, [], now, 10, now)

const next = claim('booking', '20:30', '23:00', { name: '谭女士', party: 4 })
const tiles = {
  inUse: tileOf('202', 'inUse', [claim('use', '17:00', '20:00', { state: 'open', party: 4 }), next]),
  dueSoon: tileOf('214', 'dueSoon', [claim('use', '16:00', '18:50', { state: 'open', party: 4 })]),
  over: tileOf('215', 'dueSoon', [
    claim('use', '15:30', '18:42', { state: 'open', plannedEnd: at('18:30'), party: 3 }),
  ]),
  reserved: tileOf('211', 'reserved', [claim('booking', '18:45', '21:45', { name: '谭女士', party: 2 })]),
  settled: tileOf('205', 'settled', [claim('use', '15:30', '18:45', { state: 'settled', settledAt: at('18:38') })]),
  cleaning: tileOf('217', 'cleaning', [
    claim('use', '16:25', '18:36', { state: 'left' }),
    claim('cleaning', '18:36', '18:46'),
  ]),
  late: tileOf('218', 'lateParty', [
    claim('booking', '18:30', '21:30', { holdUntil: at('18:45'), name: '苏女士', party: 4 }),
  ]),
  blocked: tileOf('220', 'blocked', [claim('block', '17:10', '23:00', { reason: '空调漏水' })]),
  free: tileOf('313', 'free', [next]),
  allDay: tileOf('224', 'free', []),
}

it('says the one thing that matters now', () => {
  expect(tiles.inUse.now).toEqual({ kind: 'left', minutes: 78, party: 4 })
  expect(tiles.over.now).toEqual({ kind: 'over', minutes: 12, party: 3 })
  expect(tiles.reserved.now).toEqual({ kind: 'arrives', at: at('18:45'), minutes: 3 })
  expect(tiles.settled.now).toMatchObject({ kind: 'settled', at: at('18:38') })
  expect(tiles.cleaning.now).toEqual({ kind: 'cleaning', minutes: 4, doneMinutes: 6 })
  expect(tiles.late.now).toEqual({ kind: 'waits', minutes: 3, since: at('18:30') })
  expect(tiles.blocked.now).toEqual({ kind: 'blocked', reason: '空调漏水' })
  expect(tiles.free.now).toEqual({ kind: 'freeUntil', until: at('20:30') })
  expect(tiles.allDay.now).toEqual({ kind: 'freeAllDay' })
})

it('says below what comes next, or who it is', () => {
  expect(tiles.inUse.next).toEqual({ kind: 'party', at: at('20:30'), name: '谭女士', party: 4 })
  expect(tiles.reserved.next).toEqual({ kind: 'guest', name: '谭女士', party: 2 })
  expect(tiles.blocked.next).toEqual({ kind: 'until', at: at('23:00') })
  expect(tiles.dueSoon.next).toEqual({ kind: 'nothing' })
})

it('counts a soft hold down in seconds of the screen', () => {
  const hold = { start: at('19:00'), end: at('22:00'), staffNo: '1002', staffName: '陈可', expiresAt: 31_500 }
  const tile = wallTile({ roomNo: '311', typeCode: 'M', floor: '3', state: 'held', claims: [] }, [hold], now, 10, 500)
  expect(tile.now).toEqual({ kind: 'held', seconds: 31 })
  expect(tile.next).toEqual({ kind: 'talking', staffName: '陈可', staffNo: '1002' })
})

it('lists what wants a hand within ten minutes, over time first', () => {
  expect(wallTodos(Object.values(tiles), 10).map((todo) => [todo.roomNo, todo.kind, todo.minutes])).toEqual([
    ['215', 'over', -12],
    ['211', 'arrives', 3],
    ['218', 'releases', 3],
    ['217', 'ready', 4],
    ['214', 'ends', 8],
  ])
})

it('orders rooms by when they are free', () => {
  const order = byTimeToFree([tiles.inUse, tiles.free, tiles.settled, tiles.dueSoon]).map((tile) => tile.roomNo)
  expect(order).toEqual(['313', '205', '214', '202'])
})

it('marks a guest of honour who is inside, or due next', () => {
  expect(
    tileOf('302', 'inUse', [claim('use', '17:00', '20:00', { state: 'open' }), { ...next, vipTier: 'gold' }]).vip,
  ).toBe(true)
  expect(tiles.inUse.vip).toBe(false)
})

import { expect, it } from 'vitest'
import { cellAt, cellBeside, cellsOf } from './board-focus.ts'
import { type BoardClaim, boardItems } from './board-item.ts'

const at = (text: string) => Date.parse(`2026-03-06T${text}:00+08:00`)
const now = at('18:42')
const claim = (kind: BoardClaim['kind'], from: string, to: string, more: Partial<BoardClaim> = {}): BoardClaim => ({
  kind,
  start: at(from),
  end: at(to),
  ...more,
})
const stateOf = (claims: readonly BoardClaim[]) => boardItems(claims, [], now, 10).map((item) => item.state)

it.each([
  ['reserved', claim('booking', '19:30', '22:30')],
  ['lateParty', claim('booking', '18:30', '21:30')],
  ['inUse', claim('use', '17:00', '19:30', { state: 'open' })],
  ['dueSoon', claim('use', '16:00', '18:50', { state: 'open' })],
  ['dueSoon', claim('use', '15:30', '18:42', { state: 'open', plannedEnd: at('18:30') })],
  ['settled', claim('use', '16:00', '18:50', { state: 'settled' })],
  ['past', claim('use', '15:00', '17:00', { state: 'left' })],
  ['blocked', claim('block', '18:00', '23:00')],
  ['past', claim('block', '12:00', '14:00')],
])('shows as %s', (state, one) => {
  expect(stateOf([one])).toEqual([state])
})

it('takes the cleaning that follows as the tail of a bar, and marks the one going on now', () => {
  const [gone, next] = boardItems(
    [
      claim('use', '16:25', '18:36', { state: 'left' }),
      claim('cleaning', '18:36', '18:46'),
      claim('booking', '19:00', '22:00'),
      claim('cleaning', '22:00', '22:10'),
    ],
    [],
    now,
    10,
  )
  expect(gone).toMatchObject({ state: 'past', beingCleaned: true, cleanUntil: at('18:46') })
  expect(next).toMatchObject({ state: 'reserved', beingCleaned: false, cleanUntil: at('22:10') })
})

it('still shows the cleaning of a room whose party left in the minute it came', () => {
  const items = boardItems([claim('cleaning', '18:40', '18:50')], [], now, 10)
  expect(items).toMatchObject([{ state: 'past', beingCleaned: true, cleanUntil: at('18:50') }])
})

it('puts a soft hold between the claims in order of time', () => {
  const hold = { start: at('20:15'), end: at('23:15'), staffNo: '1003', staffName: '周敏', expiresAt: now + 52_000 }
  const items = boardItems(
    [claim('booking', '23:45', '23:59'), claim('use', '16:30', '19:30', { state: 'open' })],
    [hold],
    now,
    10,
  )
  expect(items.map((item) => item.state)).toEqual(['inUse', 'held', 'reserved'])
})

const day = { start: at('12:00'), end: at('12:00') + 18 * 3_600_000 }
const items = boardItems(
  [
    claim('use', '12:00', '13:30', { state: 'left' }),
    claim('use', '16:00', '19:00', { state: 'open' }),
    claim('cleaning', '19:00', '19:10'),
    claim('booking', '19:15', '22:00'),
    claim('cleaning', '22:00', '22:10'),
  ],
  [],
  now,
  10,
)

it('offers the keyboard the bars, and free time that can still be sold', () => {
  expect(cellsOf(items, day, now).map((cell) => cell.type)).toEqual(['item', 'item', 'item', 'free'])
})

it('walks from cell to cell and stays at the ends', () => {
  const cells = cellsOf(items, day, now)
  const here = cellAt(cells, now)
  expect(here?.start).toBe(at('16:00'))
  expect(cellBeside(cells, here?.key ?? '', 1)?.start).toBe(at('19:15'))
  expect(cellBeside(cells, cells[0]?.key ?? '', -1)).toBe(cells[0])
})

it('finds the nearest cell of a row that has nothing at the time', () => {
  expect(cellAt(cellsOf(items, day, now), at('14:00'))?.start).toBe(at('12:00'))
})

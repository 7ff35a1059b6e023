import { expect, it } from 'vitest'
import { type BoardClaim, boardItems } from './board-item.ts'
import { canDrag, type DragRoom, dragChange, judgeDrag, moveTarget, roomsThatFit, stretchTarget } from './drag.ts'

const at = (text: string) => Date.parse(`2026-03-06T${text}:00+08:00`)
const now = at('18:42')
const clock = { now, close: at('12:00') + 18 * 3_600_000 }
const claim = (kind: BoardClaim['kind'], from: string, to: string, more: Partial<BoardClaim> = {}): BoardClaim => ({
  kind,
  start: at(from),
  end: at(to),
  ...more,
})
const withCleaning = (one: BoardClaim, minutes = 10): BoardClaim[] => [
  one,
  { kind: 'cleaning', start: one.end, end: one.end + minutes * 60_000 },
]
const room = (roomNo: string, rank: number, claims: readonly BoardClaim[]): DragRoom => ({
  roomNo,
  typeCode: ['', 'S', 'M', 'L'][rank] ?? 'S',
  rank,
  maxSeats: [0, 6, 10, 18][rank] ?? 6,
  cleaningMinutes: 10,
  claims,
})

const sun = claim('booking', '20:00', '22:00', { bookingCode: 'K4-7302', party: 4, name: '孙女士' })
const chen = claim('booking', '21:30', '23:30', { bookingCode: 'K1-0001', party: 3, name: '陈先生' })
const cheng = claim('use', '17:15', '19:45', { stayId: 's1', state: 'open', party: 7, name: '程先生' })
const rooms = [
  room('221', 1, withCleaning(sun)),
  room('222', 1, []),
  room('223', 1, withCleaning(chen)),
  room('301', 2, withCleaning(cheng)),
  room('302', 2, []),
  room('501', 3, []),
]
const booked = boardItems(rooms[0]?.claims ?? [], [], now, 10)[0]
const inside = boardItems(rooms[3]?.claims ?? [], [], now, 10)[0]
if (!booked || !inside) throw new Error('nothing to drag')
const home = { roomNo: '221', start: sun.start, end: sun.end }

it('is nothing to do where it was', () => {
  expect(judgeDrag(booked, '221', home, rooms, clock).kind).toBe('unchanged')
})

it('moves freely to the same and to a larger type', () => {
  expect(judgeDrag(booked, '221', { ...home, roomNo: '222' }, rooms, clock).kind).toBe('ok')
  expect(judgeDrag(booked, '221', { ...home, roomNo: '302' }, rooms, clock).kind).toBe('ok')
})

it('asks before a smaller type, and where the party is too many', () => {
  expect(judgeDrag(inside, '301', { roomNo: '222', start: cheng.start, end: cheng.end }, rooms, clock)).toEqual({
    kind: 'ask',
    smaller: true,
    tooSmall: true,
  })
})

it('refuses a room that somebody holds, names who, how much, and where it would fit', () => {
  const verdict = judgeDrag(booked, '221', { roomNo: '223', start: at('20:15'), end: at('22:15') }, rooms, clock)
  expect(verdict).toMatchObject({
    kind: 'conflict',
    conflict: { claim: { name: '陈先生' }, overlap: { start: at('21:30'), end: at('22:15') } },
    fits: ['222', '301', '302'],
  })
})

it('counts its own cleaning: ending right before the next party is a conflict', () => {
  expect(judgeDrag(booked, '221', { roomNo: '223', start: at('19:30'), end: at('21:30') }, rooms, clock).kind).toBe(
    'conflict',
  )
  expect(judgeDrag(booked, '221', { roomNo: '223', start: at('19:15'), end: at('21:15') }, rooms, clock).kind).toBe(
    'ok',
  )
})

it('is not in its own way', () => {
  expect(judgeDrag(booked, '221', { ...home, start: at('20:15'), end: at('22:15') }, rooms, clock).kind).toBe('ok')
})

it('refuses the past, and what would run past closing', () => {
  expect(judgeDrag(booked, '221', { ...home, start: at('18:00'), end: at('20:00') }, rooms, clock)).toEqual({
    kind: 'outside',
    why: 'past',
  })
  const late = { ...home, start: clock.close - 3_600_000, end: clock.close + 3_600_000 }
  expect(judgeDrag(booked, '221', late, rooms, clock)).toEqual({ kind: 'outside', why: 'closing' })
})

it('moves a party that is inside from now on, never its start', () => {
  const target = moveTarget(
    inside,
    { roomNo: '301', start: cheng.start, end: cheng.end },
    { minutes: 45, roomNo: '302' },
  )
  expect(target).toEqual({ roomNo: '302', start: cheng.start, end: cheng.end })
  expect(judgeDrag(inside, '301', target, rooms, clock).kind).toBe('ok')
})

it('makes a booking longer and shorter, a party inside only longer', () => {
  expect(stretchTarget(booked, home, -15, 15).end).toBe(at('21:45'))
  expect(stretchTarget(booked, home, -300, 15).end).toBe(at('20:15'))
  const own = { roomNo: '301', start: cheng.start, end: cheng.end }
  expect(stretchTarget(inside, own, -15, 15).end).toBe(cheng.end)
  expect(stretchTarget(inside, own, 30, 15).end).toBe(at('20:15'))
})

it('says how a target differs', () => {
  expect(dragChange(booked, '221', { roomNo: '302', start: at('20:15'), end: at('22:30') }, rooms)).toEqual({
    room: true,
    type: 'larger',
    startMinutes: 15,
    lengthMinutes: 15,
  })
})

it('looks for room in the same type first, never in a smaller one', () => {
  expect(roomsThatFit(rooms, booked, '221', { start: at('20:00'), end: at('22:00') }, 9)).toEqual([
    '222',
    '301',
    '302',
    '501',
  ])
  expect(roomsThatFit(rooms, inside, '301', { start: now, end: at('19:45') }, 9)).toEqual(['302', '501'])
})

it('lets only bookings to come and parties that have not paid be taken up', () => {
  const others = boardItems(
    [
      claim('use', '15:00', '17:00', { state: 'left' }),
      claim('use', '17:30', '18:50', { state: 'settled' }),
      claim('block', '19:00', '20:00'),
    ],
    [],
    now,
    10,
  )
  expect(others.map(canDrag)).toEqual([false, false, false])
  expect(canDrag(booked) && canDrag(inside)).toBe(true)
})

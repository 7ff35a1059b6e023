import { describe, expect, it } from 'vitest'
import { type RoomClaimFact, type RoomState, roomState } from './room-state.ts'

const minute = 60_000
const now = 1_000 * minute
const fact = (kind: RoomClaimFact['kind'], from: number, to: number, useState?: RoomClaimFact['useState']) => ({
  kind,
  start: now + from * minute,
  end: now + to * minute,
  cleanUntil: now + (to + (kind === 'block' ? 0 : 10)) * minute,
  ...(useState && { useState }),
})

const table: [string, RoomClaimFact[], boolean, RoomState][] = [
  ['nothing on it', [], false, 'free'],
  ['somebody is talking about it', [], true, 'held'],
  ['a booking in 60 min', [fact('booking', 60, 240)], false, 'reserved'],
  ['a booking in 61 min', [fact('booking', 61, 240)], false, 'free'],
  ['a booked party that has not come', [fact('booking', -5, 175)], false, 'lateParty'],
  ['a party inside', [fact('use', -60, 60, 'open')], false, 'inUse'],
  ['a party with 10 min to go', [fact('use', -60, 10, 'open')], false, 'dueSoon'],
  ['a party that stays on', [fact('use', -60, -20, 'open')], false, 'dueSoon'],
  ['a party that has paid', [fact('use', -60, 60, 'settled')], false, 'settled'],
  ['a party that left 5 min ago', [fact('use', -60, -5, 'left')], false, 'cleaning'],
  ['a party that left 10 min ago', [fact('use', -60, -10, 'left')], false, 'free'],
  ['cleaning, a booking after it', [fact('use', -60, -5, 'left'), fact('booking', 5, 90)], false, 'cleaning'],
  ['a block', [fact('block', -5, 600)], false, 'blocked'],
  ['a block that ends now', [fact('block', -5, 0)], false, 'free'],
]

describe('state of a room', () => {
  for (const [what, claims, held, state] of table)
    it(`${what}: ${state}`, () => {
      expect(roomState(claims, now, { held, dueSoonMinutes: 10 })).toBe(state)
    })
})

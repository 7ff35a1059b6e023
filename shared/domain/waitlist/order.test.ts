import { describe, expect, it } from 'vitest'
import { compareWaiting, nextWaitState, type WaitState, type WaitStep, waitNumber } from './order.ts'

const possible: Record<WaitStep, Partial<Record<WaitState, WaitState>>> = {
  call: { waiting: 'called' },
  seat: { waiting: 'seated', called: 'seated' },
  leave: { waiting: 'left', called: 'left' },
  expire: { waiting: 'expired', called: 'expired' },
}

describe('waiting list', () => {
  for (const step of Object.keys(possible) as WaitStep[])
    for (const state of ['waiting', 'called', 'seated', 'left', 'expired'] as const)
      it(`${step} of a party that is ${state}: ${possible[step][state] ?? 'not possible'}`, () => {
        expect(nextWaitState(state, step)).toBe(possible[step][state])
      })

  it('puts jumps first, then VIPs, then first come first', () => {
    const entries = [
      { id: 'a', priority: 'normal', since: 1 },
      { id: 'b', priority: 'vip', since: 3 },
      { id: 'c', priority: 'jump', since: 9 },
      { id: 'd', priority: 'vip', since: 2 },
      { id: 'e', priority: 'jump', since: 4 },
    ] as const
    expect([...entries].sort(compareWaiting).map((entry) => entry.id)).toEqual(['e', 'c', 'd', 'b', 'a'])
  })

  it('calls out the type and the count of the day', () => expect(waitNumber('S', 12)).toBe('S12'))
})

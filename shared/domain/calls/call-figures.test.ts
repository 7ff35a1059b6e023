import { describe, expect, it } from 'vitest'
import { callStates, mayFollow } from './call.ts'
import { bookingsOfEnquiries, type CountedCall, callFigures } from './call-figures.ts'

const call = (more: Partial<CountedCall> = {}): CountedCall => ({
  direction: 'in',
  state: 'ended',
  startedAt: 1_000_000,
  answeredAt: 1_004_000,
  answeredBy: '1001',
  kind: null,
  hour: 20,
  ...more,
})

describe('call figures', () => {
  it('count what came in, what was answered and how soon; six seconds are still two rings', () => {
    const calls = [
      call(),
      call({ answeredAt: 1_006_000 }),
      call({ answeredAt: 1_006_001 }),
      call({ answeredAt: 1_030_000 }),
      call({ state: 'missed', answeredAt: null }),
      call({ state: 'busy', answeredAt: null }),
      call({ state: 'ringing', answeredAt: null }),
      call({ direction: 'out' }),
    ]
    expect(callFigures(calls)).toEqual({
      offered: 7,
      answered: 4,
      missed: 2,
      withinTwoRings: 2,
      withinRate: 0.5,
      answeredRate: 4 / 7,
      median: 6,
      p90: 30,
    })
  })

  it('are blank of nothing', () => {
    expect(callFigures([])).toMatchObject({ offered: 0, answeredRate: null, withinRate: null, median: null, p90: null })
    expect(bookingsOfEnquiries([])).toBeNull()
  })

  it('hold bookings against those who asked and those who booked', () => {
    const kinds = ['booking', 'booking', 'enquiry', 'cancel'] as const
    expect(bookingsOfEnquiries(kinds.map((kind) => call({ kind })))).toBe(2 / 3)
  })
})

describe('a call', () => {
  it.each([
    ['ringing', 'answered'],
    ['ringing', 'missed'],
    ['ringing', 'busy'],
    ['answered', 'ended'],
  ] as const)('goes from %s to %s', (from, to) => {
    expect(mayFollow(from, to)).toBe(true)
    expect(mayFollow(to, from)).toBe(false)
  })

  it('once over stays over', () => {
    for (const over of ['ended', 'missed', 'busy'] as const)
      for (const next of callStates) expect(mayFollow(over, next)).toBe(over === next)
  })
})

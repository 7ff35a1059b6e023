import { describe, expect, it } from 'vitest'
import { cancelTerms, isVerified } from './cancel-terms.ts'

const hour = 3_600_000
const policy = { cancelFreeMinutes: 120, deposit: { refundableUntilHours: 24 } }
const start = Date.parse('2026-03-07T20:30:00+08:00')

describe('cancelling', () => {
  it('is free until two hours before, the last minute included', () => {
    expect(cancelTerms({ start }, policy, start - 2 * hour).free).toBe(true)
    expect(cancelTerms({ start }, policy, start - 2 * hour + 1).free).toBe(false)
  })

  it('says nothing of a deposit that was never paid', () => {
    expect(cancelTerms({ start }, policy, start - 30 * hour)).not.toHaveProperty('deposit')
  })

  it('gives the deposit back until a day before', () => {
    const terms = (now: number) => cancelTerms({ start, deposit: 40_000 }, policy, now).deposit
    expect(terms(start - 24 * hour)).toEqual({ cents: 40_000, refunded: true, refundedUntil: start - 24 * hour })
    expect(terms(start - 23 * hour)?.refunded).toBe(false)
  })
})

describe('the caller', () => {
  const booking = { code: 'K4-7302', phone: '138••••5678' }
  it.each([
    ['5678', true],
    ['k4-7302', true],
    ['K47302', true],
    ['8765', false],
    ['678', false],
    ['', false],
  ])('who says %j is known: %s', (said, known) => {
    expect(isVerified(said, booking)).toBe(known)
  })
})

import { describe, expect, it } from 'vitest'
import { useSpan } from './outstay.ts'

const minute = 60_000
const use = { start: 0, plannedEnd: 120 * minute, cleaningMinutes: 10 }
const at = (span: { end: number; occupiedUntil: number }) => [span.end / minute, span.occupiedUntil / minute]

describe('span of a use', () => {
  it('is as planned while the plan holds', () => expect(at(useSpan(use, 60 * minute, true))).toEqual([120, 130]))
  it('grows with the clock, by whole minutes', () =>
    expect(at(useSpan(use, 150 * minute + 30_000, true))).toEqual([150, 160]))
  it('never grows into the next claim', () =>
    expect(at(useSpan(use, 150 * minute, true, 140 * minute))).toEqual([140, 140]))
  it('ends when the party leaves, its cleaning after it', () =>
    expect(at(useSpan({ ...use, leftAt: 90 * minute }, 95 * minute, true))).toEqual([90, 100]))
  it('is shorter once the room was reported clean', () =>
    expect(at(useSpan({ ...use, leftAt: 90 * minute, cleanedAt: 94 * minute }, 95 * minute, true))).toEqual([90, 94]))
  it('stays dirty until reported clean when cleaning does not end by itself', () =>
    expect(at(useSpan({ ...use, leftAt: 90 * minute }, 200 * minute, false))).toEqual([90, 201]))
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewestAnswers, itemChange, itemFigures } from './item-figures.ts'
import { blankScores, commentItems, type Scores } from './scores.ts'

const service = (...scores: (number | null)[]) =>
  itemFigures(scores.map((score): Scores => ({ ...blankScores, service: score }))).service

const times = (count: number, score: number | null) => Array.from({ length: count }, () => score)

const score = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null })
const card: fc.Arbitrary<Scores> = fc.record({
  service: score,
  food: score,
  sound: score,
  environment: score,
  price: score,
})

describe('an item of the comment cards', () => {
  it.each([
    ['no card at all', [], { n: 0, blanks: 0, mean: null, satisfiedRate: null, dissatisfiedRate: null }],
    ['nine answers: counts only', times(9, 5), { n: 9, satisfied: 9, mean: null, satisfiedRate: null }],
    [
      'nine answers and many blanks: counts only',
      [...times(9, 5), ...times(20, null)],
      { n: 9, blanks: 20, mean: null },
    ],
    ['ten answers', times(10, 5), { n: 10, mean: 5, satisfiedRate: 1, dissatisfiedRate: 0 }],
    [
      'one of each, twice',
      [1, 2, 3, 4, 5, 1, 2, 3, 4, 5],
      { counts: [2, 2, 2, 2, 2], satisfied: 4, dissatisfied: 4, mean: 3, satisfiedRate: 0.4, dissatisfiedRate: 0.4 },
    ],
    [
      'blanks leave the denominator',
      [...times(6, 4), ...times(4, 2), ...times(30, null)],
      { n: 10, blanks: 30, mean: 3.2, satisfiedRate: 0.6, dissatisfiedRate: 0.4 },
    ],
    ['three is neither', times(10, 3), { satisfied: 0, dissatisfied: 0, mean: 3, satisfiedRate: 0 }],
  ])('%s', (_what, scores, figures) => expect(service(...scores)).toMatchObject(figures))

  it('adds up, whatever was answered', () => {
    fc.assert(
      fc.property(fc.array(card, { maxLength: 60 }), (cards) => {
        const figures = itemFigures(cards)
        for (const item of commentItems) {
          const { n, blanks, counts, satisfied, dissatisfied, mean, satisfiedRate, dissatisfiedRate } = figures[item]
          expect(n + blanks).toBe(cards.length)
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(n)
          expect(satisfied + dissatisfied + (counts[2] ?? 0)).toBe(n)
          expect([mean, satisfiedRate, dissatisfiedRate].every((rate) => (rate === null) === n < fewestAnswers)).toBe(
            true,
          )
          if (mean !== null) expect(mean >= 1 && mean <= 5).toBe(true)
        }
      }),
    )
  })

  it('is not moved by the order of the cards, nor by blank ones', () => {
    fc.assert(
      fc.property(fc.array(card, { maxLength: 40 }), fc.nat({ max: 9 }), (cards, more) => {
        const { service: before } = itemFigures(cards)
        const blanks = Array.from({ length: more }, () => blankScores)
        const { service: after } = itemFigures([...blanks, ...cards.toReversed()])
        expect(after).toEqual({ ...before, blanks: before.blanks + more })
      }),
    )
  })
})

describe('an item against the dates before', () => {
  it('differs in its mean, and in percentage points', () => {
    const change = itemChange(service(...times(8, 5), ...times(2, 1)), service(...times(5, 5), ...times(5, 1)))
    expect(change.mean).toBeCloseTo(1.2)
    expect(change.satisfiedPoints).toBeCloseTo(30)
    expect(change.dissatisfiedPoints).toBeCloseTo(-30)
  })

  it.each([
    ['now', times(9, 5), times(10, 5)],
    ['before', times(10, 5), times(9, 5)],
  ])('says nothing with too few answers %s', (_when, now, before) => {
    expect(itemChange(service(...now), service(...before))).toEqual({
      mean: null,
      satisfiedPoints: null,
      dissatisfiedPoints: null,
    })
  })
})

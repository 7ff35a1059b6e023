import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultReportSettings } from '../reports/report-settings.ts'
import { usualCardDate } from './card-date.ts'
import { type CardFact, groupCards } from './card-groups.ts'
import { datesBefore, periodOf } from './dates-before.ts'
import { findStay, type RoomStay } from './find-stay.ts'
import { proposalAfter } from './proposal.ts'
import { blankScores, lowItems, type Scores, saysSomething } from './scores.ts'
import { shiftAt } from './shift-at.ts'

const scores = (given: Partial<Scores>): Scores => ({ ...blankScores, ...given })

describe('the shift of a minute', () => {
  const { shifts } = defaultReportSettings
  it.each([
    ['08:00', 8 * 60, '日班'],
    ['17:59', 18 * 60 - 1, '日班'],
    ['18:00', 18 * 60, '晚班'],
    ['23:59', 24 * 60 - 1, '晚班'],
    ['00:00 of the next day', 24 * 60, '夜班'],
    ['07:59 of the next day', 32 * 60 - 1, '夜班'],
    ['before the first, where the day begins earlier', 6 * 60, '日班'],
  ])('%s', (_clock, minute, name) => expect(shiftAt(minute, shifts)?.name).toBe(name))

  it('is none without shifts', () => expect(shiftAt(600, [])).toBeUndefined())

  it('is always the one with the latest beginning that is not later', () => {
    const begins = fc.uniqueArray(fc.integer({ min: 480, max: 1919 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(begins, fc.integer({ min: 480, max: 1919 }), (from, minute) => {
        const sorted = from.toSorted((a, b) => a - b)
        const found = shiftAt(
          minute,
          sorted.map((at) => ({ name: String(at), from: at })),
        )
        const latest = sorted.filter((at) => at <= minute).at(-1) ?? sorted[0]
        expect(found?.from).toBe(latest)
      }),
    )
  })
})

describe('the evening a card is about', () => {
  it.each([
    ['in the morning: last night', 9 * 60, '2026-03-05'],
    ['at 13:59: last night', 14 * 60 - 1, '2026-03-05'],
    ['from 14:00 on: today', 14 * 60, '2026-03-06'],
    ['after midnight: the evening that still goes on', 25 * 60, '2026-03-06'],
  ])('%s', (_when, minute, date) => expect(usualCardDate('2026-03-06', minute)).toBe(date))
})

describe('the party a card belongs to', () => {
  const early: RoomStay = { stayId: 'early', start: 100, end: 200 }
  const late: RoomStay = { stayId: 'late', start: 220, end: 300 }
  const inside: RoomStay = { stayId: 'inside', start: 320 }
  it.each([
    ['nobody was in the room', [], undefined, 'none'],
    ['nobody was in the room at that time either', [], 150, 'none'],
    ['the only one', [early], undefined, 'early'],
    ['the only one, whatever the time on the card', [early], 999, 'early'],
    ['of several, without a time', [early, late], undefined, 'unclear'],
    ['of several, the one inside', [early, late], 250, 'late'],
    ['from the very minute it came', [early, late], 220, 'late'],
    ['the one that had just left', [early, late], 200, 'early'],
    ['between two, the one that had left', [early, late], 210, 'early'],
    ['after all had left, the last', [early, late], 999, 'late'],
    ['before anybody came', [early, late], 50, 'unclear'],
    ['one that is still inside', [early, late, inside], 400, 'inside'],
  ])('%s', (_what, stays, at, expected) => {
    const found = findStay(stays, at)
    expect(found.outcome === 'found' ? found.stay.stayId : found.outcome).toBe(expected)
  })

  it('asks between two that were inside together, and no other', () => {
    const both: RoomStay = { stayId: 'both', start: 230, end: 310 }
    expect(findStay([early, late, both], 250)).toEqual({ outcome: 'unclear', stays: [late, both] })
  })
})

describe('a proposed complaint', () => {
  const low = { scores: scores({ service: 2, food: 5 }), phone: '13800001111' }
  it.each([
    ['a low score with a phone', null, low, 'open'],
    ['a low score without a phone', null, { ...low, phone: null }, null],
    ['a three with a phone', null, { ...low, scores: scores({ price: 3 }) }, null],
    ['open, and corrected to a good score', 'open', { ...low, scores: scores({ service: 4 }) }, null],
    ['passed on, and corrected to a good score', 'accepted', { ...low, scores: scores({ service: 4 }) }, 'accepted'],
    ['put aside, and still low', 'dismissed', low, 'dismissed'],
  ] as const)('%s', (_what, before, card, after) => expect(proposalAfter(before, card)).toBe(after))

  it('names what the guest was dissatisfied with', () =>
    expect(lowItems(scores({ price: 1, service: 2, sound: 3 }))).toEqual(['service', 'price']))
})

it('a card with neither a score nor words says nothing', () => {
  expect(saysSomething(blankScores, null)).toBe(false)
  expect(saysSomething(blankScores, '灯太暗')).toBe(true)
  expect(saysSomething(scores({ sound: 1 }), null)).toBe(true)
})

describe('cards by floor, type and shift', () => {
  const card = (floor: string, score: number | null): CardFact => ({
    floor,
    type: 'M',
    shift: '晚班',
    scores: scores({ service: score }),
  })
  const party = (floor: string) => ({ floor, type: 'M', shift: '晚班' })

  it('come in the venue’s order, then what it no longer has, then cards without a place', () => {
    const groups = groupCards('floor', [card('9', 5), card('', 4), card('3', 1)], [party('3'), party('3')], ['2', '3'])
    expect(groups.map(({ key, cards, parties, returnRate }) => [key, cards, parties, returnRate])).toEqual([
      ['2', 0, 0, null],
      ['3', 1, 2, 0.5],
      ['9', 1, 0, null],
      ['', 1, null, null],
    ])
  })

  it('hold every card and every party once', () => {
    const floor = fc.constantFrom('2', '3', '9', '')
    fc.assert(
      fc.property(fc.array(floor), fc.array(fc.constantFrom('2', '3', '9')), (cards, parties) => {
        const groups = groupCards(
          'floor',
          cards.map((one) => card(one, 4)),
          parties.map(party),
          ['2', '3'],
        )
        expect(groups.reduce((sum, group) => sum + group.cards, 0)).toBe(cards.length)
        expect(groups.reduce((sum, group) => sum + (group.parties ?? 0), 0)).toBe(parties.length)
        expect(groups.reduce((sum, group) => sum + group.items.service.n, 0)).toBe(cards.length)
      }),
    )
  })
})

describe('the dates before', () => {
  it.each([
    ['a day', '2026-03-06', '2026-03-06', 'day', '2026-03-05', '2026-03-05'],
    ['a week', '2026-03-02', '2026-03-08', 'week', '2026-02-23', '2026-03-01'],
    ['a month', '2026-03-01', '2026-03-31', 'month', '2026-02-01', '2026-02-28'],
    ['any dates', '2026-03-03', '2026-03-12', 'range', '2026-02-21', '2026-03-02'],
  ])('of %s', (_what, from, to, period, before, until) => {
    expect(periodOf({ from, to })).toBe(period)
    expect(datesBefore({ from, to }).stretch).toEqual({ from: before, to: until })
  })
})

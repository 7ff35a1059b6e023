import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../time/business-day.ts'
import {
  type CardAct,
  type CardState,
  cardActs,
  cardStates,
  isLiving,
  kindOfAct,
  nextCardState,
  possibleActs,
  renewedUntil,
  stateAfter,
  stateOn,
  tierGiven,
  validThrough,
} from './card-life.ts'

const possible: Record<CardAct, Partial<Record<CardState, CardState>>> = {
  renew: { active: 'active' },
  freeze: { active: 'frozen' },
  unfreeze: { frozen: 'active' },
  reportLost: { active: 'lost', frozen: 'lost' },
  replace: { active: 'replaced', lost: 'replaced' },
  changeTier: { active: 'active' },
  expire: { active: 'expired', frozen: 'expired', lost: 'expired' },
}

describe('life of a VIP card', () => {
  for (const act of cardActs)
    for (const state of cardStates)
      it(`${act} of a card that is ${state} ${possible[act][state] ? `makes it ${possible[act][state]}` : 'is not possible'}`, () => {
        expect(nextCardState(state, act)).toBe(possible[act][state])
      })

  it('no path brings a dead card back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...cardActs), { maxLength: 30 }), (acts) => {
        let state: CardState = 'active'
        let died = false
        for (const act of acts) {
          state = nextCardState(state, act) ?? state
          died ||= !isLiving(state)
          expect(isLiving(state)).toBe(!died)
        }
      }),
    )
  })

  it('what is written down of an act says the state it led to', () => {
    for (const act of cardActs)
      for (const to of Object.values(possible[act])) expect(stateAfter(kindOfAct(act))).toBe(to)
    expect([stateAfter('issued'), stateAfter('tookOver')]).toEqual(['active', 'active'])
  })

  it('staff end no card by hand', () => {
    expect(possibleActs('active')).toEqual(['renew', 'freeze', 'reportLost', 'replace', 'changeTier'])
    expect(possibleActs('frozen')).toEqual(['unfreeze', 'reportLost'])
    expect(possibleActs('lost')).toEqual(['replace'])
    expect([...possibleActs('replaced'), ...possibleActs('expired')]).toEqual([])
  })

  it('gives its holder its tier only while it is active', () => {
    expect(cardStates.map((state) => tierGiven(state, 'gold'))).toEqual(['gold', null, null, null, null])
  })
})

describe('how long a card is good', () => {
  it.each([
    ['2026-03-06', '2027-03-05'],
    ['2026-01-01', '2026-12-31'],
    ['2026-03-01', '2027-02-28'],
    ['2027-03-01', '2028-02-29'],
    ['2028-02-29', '2029-02-28'],
    ['2026-12-31', '2027-12-30'],
  ])('from %s through %s', (from, until) => {
    expect(validThrough(from)).toBe(until)
  })

  it('is good all of its last day, and over on the next', () => {
    const card = { state: 'active' as const, validUntil: '2027-03-05' }
    expect(stateOn(card, '2027-03-05')).toBe('active')
    expect(stateOn(card, '2027-03-06')).toBe('expired')
    expect(stateOn({ ...card, state: 'replaced' }, '2027-03-06')).toBe('replaced')
  })

  it('a renewal adds a year to the old one, once', () => {
    expect(renewedUntil('2027-03-05', '2027-02-01')).toBe('2028-03-05')
    expect(renewedUntil('2027-03-05', '2026-03-06')).toBe('2028-03-05')
    expect(renewedUntil('2028-03-05', '2026-03-06')).toBeUndefined()
  })

  it('nobody loses days by renewing early, and nobody gains more than the year', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 360 }), (today, left) => {
        const validUntil = addDays(today, left)
        const until = renewedUntil(validUntil, today) ?? ''
        expect([365, 366]).toContain(daysBetween(validUntil, until))
      }),
    )
  })
})

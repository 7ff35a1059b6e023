import { describe, expect, it } from 'vitest'
import type { OfferView } from '#shared/contract/decision.ts'
import { activeTab, type DeskAction, deskReducer, firstState } from './desk-state.ts'

const offer = { offerId: 'x' } as OfferView
const played = (...actions: DeskAction[]) => actions.reduce(deskReducer, firstState)

describe("the desk's form", () => {
  it('drops the offer taken when the wish changes, and keeps it when only the caller does', () => {
    const taken: DeskAction = { do: 'take', offer }
    expect(activeTab(played(taken, { do: 'type', field: 'name', text: '张' })).taken).toBe(offer)
    expect(activeTab(played(taken, { do: 'type', field: 'time', text: '2030' })).taken).toBeUndefined()
  })

  it('parks a booking with everything typed, and comes back to it', () => {
    const typed: DeskAction = { do: 'type', field: 'party', text: '6' }
    const parked = played(typed, { do: 'switch', now: 5 })
    expect(activeTab(parked).draft.party).toBe('')
    expect(parked.tabs[0]?.parkedAt).toBe(5)
    const back = deskReducer(parked, { do: 'switch', now: 9 })
    expect(activeTab(back).draft.party).toBe('6')
    expect(activeTab(back).parkedAt).toBeUndefined()
  })

  it('starts afresh after saving and leaves the parked one alone', () => {
    const state = played(
      { do: 'type', field: 'party', text: '6' },
      { do: 'switch', now: 5 },
      { do: 'type', field: 'party', text: '4' },
      { do: 'clear' },
    )
    expect(state.tabs.map((tab) => tab.draft.party)).toEqual(['', '6'])
    expect(activeTab(state).draft.party).toBe('')
  })

  it('counts every change that would make a saved form another one', () => {
    const before = activeTab(played({ do: 'type', field: 'party', text: '6' })).attempt
    const later = activeTab(
      played({ do: 'type', field: 'party', text: '6' }, { do: 'answer', answers: { deposit: '300' } }),
    )
    expect(later.attempt).toBeGreaterThan(before)
  })
})

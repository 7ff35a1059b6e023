import { expect, it } from 'vitest'
import { demoVenue } from '#shared/demo/demo-venue.ts'
import { flows } from '../flows/flows.ts'
import { policyDifferences, policySettings } from './policy-difference.ts'

const { policy } = demoVenue

it('finds no difference between a policy and itself', () => {
  expect(policyDifferences(policy, structuredClone(policy))).toEqual([])
})

it('names each changed setting by its path, with before and after', () => {
  const changed = {
    ...policy,
    bookingWindowDays: 10,
    grace: { ...policy.grace, standard: 20 },
    peakDates: [],
    walkInReserve: { ...policy.walkInReserve, percentByType: { ...policy.walkInReserve.percentByType, XL: 5 } },
  }
  expect(policyDifferences(policy, changed)).toEqual([
    { path: 'bookingWindowDays', before: 7, after: 10 },
    { path: 'grace.standard', before: 15, after: 20 },
    { path: 'peakDates', before: policy.peakDates, after: [] },
    { path: 'walkInReserve.percentByType.XL', before: undefined, after: 5 },
  ])
})

it('knows every setting a flow names', () => {
  const paths = [...policySettings(policy).keys()]
  for (const flow of flows) {
    for (const setting of flow.settings) {
      expect(
        paths.some((path) => path === setting || path.startsWith(`${setting}.`)),
        setting,
      ).toBe(true)
    }
  }
})

import { expect, it } from 'vitest'
import { readAddress } from './report-address.ts'

it('an address without anything is the table of entries of a day', () => {
  expect(readAddress({})).toMatchObject({ name: 'entries', period: 'day', view: 'table', date: undefined })
})

it.each([
  [
    { name: 'usage', period: 'month', date: '2026-03-06' },
    { name: 'usage', period: 'month', date: '2026-03-06' },
  ],
  [{ floor: 3 }, { floor: '3' }],
  [
    { source: 'walkIn', vip: 'only' },
    { source: 'walkIn', vip: 'only' },
  ],
  [
    { name: 'weather', period: 'aeon', date: 'soon', source: 'moon', vip: 'maybe' },
    { name: 'entries', period: 'day', date: undefined, source: undefined, vip: undefined },
  ],
])('%j is read as %j', (search, address) => {
  expect(readAddress(search)).toMatchObject(address)
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keepFacts, keptFacts } from './kept-facts.ts'

const hours = { first: 8, edges: Array.from({ length: 25 }, (_, index) => index * 60) }
const word = fc.constantFrom('', 'S', 'M', '2', '3', 'phone', 'walkIn', 'gold')
const counted = { typeCode: word, floor: word, source: word, vipTier: word, stayId: fc.string({ maxLength: 8 }) }
const small = fc.nat({ max: 1440 })

const parties = fc.record({
  hours: fc.constant(hours),
  parties: fc.array(
    fc.record({
      ...counted,
      minute: small,
      guests: small,
      seats: small,
      rooms: small,
      requestedTypeCode: word,
      mismatch: fc.constantFrom('' as const, 'larger' as const, 'smaller' as const),
    }),
  ),
  departures: fc.array(fc.record({ ...counted, stayed: small, extended: small })),
  insideBefore: fc.array(fc.record(counted)),
  insideAfter: fc.array(fc.record(counted)),
})

it('facts come back from their text as they went in', () => {
  fc.assert(
    fc.property(parties, (part) => {
      expect(keptFacts('parties', keepFacts('parties', part))).toEqual(part)
    }),
  )
})

it('a closed day has no opening hours, before and after', () => {
  const part = { hours, open: undefined, rooms: [], types: [], blocks: [], uses: [] }
  expect(keptFacts('uses', keepFacts('uses', part))).toEqual(part)
})

it('a text that is not whole is refused', () => {
  const text = keepFacts('desk', { hours, waits: [], due: [], refusals: [], promises: [] })
  expect(() => keptFacts('desk', text.replace('"layout":1', '"layout":7'))).toThrow(RangeError)
  expect(() => keptFacts('desk', text.replace('{"words":[],"values":[]', '{"words":[],"values":[1]'))).toThrow(
    RangeError,
  )
})

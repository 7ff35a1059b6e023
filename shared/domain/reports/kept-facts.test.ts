import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DayFacts, DayPart } from './day-facts.ts'
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

const room = { typeCode: word, floor: word, roomNo: fc.string({ maxLength: 4 }) }
const uses = fc.record({
  hours: fc.constant(hours),
  open: fc.constant({ from: 240, to: 1320 }),
  rooms: fc.array(fc.record(room)),
  types: fc.array(fc.record({ code: word, seats: small, minParty: small })),
  blocks: fc.array(fc.record({ ...room, from: small, to: small })),
  uses: fc.array(
    fc.record({
      ...counted,
      roomNo: fc.string({ maxLength: 4 }),
      from: small,
      to: small,
      guests: small,
      spareSeats: small,
      began: fc.constantFrom('opened' as const, 'transfer' as const, 'carried' as const),
    }),
  ),
})

const id = fc.string({ maxLength: 8 })
const desk = fc.record({
  hours: fc.constant(hours),
  waits: fc.array(
    fc.record({
      id,
      minute: small,
      typeCode: word,
      outcome: fc.constantFrom('seated' as const, 'left' as const, 'waiting' as const),
      waited: fc.integer({ min: -1, max: 600 }),
      quoted: small,
    }),
  ),
  due: fc.array(
    fc.record({
      code: id,
      minute: small,
      typeCode: word,
      floor: word,
      vipTier: word,
      source: word,
      outcome: fc.constantFrom('arrived' as const, 'late' as const, 'released' as const),
    }),
  ),
  refusals: fc.array(
    fc.record({
      id,
      minute: small,
      typeCode: word,
      kind: fc.constantFrom('denial' as const, 'regret' as const),
      reason: word,
      guests: small,
    }),
  ),
  promises: fc.array(
    fc.record({
      id,
      typeCode: word,
      outcome: fc.constantFrom('kept' as const, 'declined' as const, 'lapsed' as const),
    }),
  ),
})

function comesBack<Part extends DayPart>(name: Part, parts: fc.Arbitrary<DayFacts[Part]>): void {
  fc.assert(
    fc.property(parts, (part) => {
      expect(keptFacts(name, keepFacts(name, part))).toEqual(part)
    }),
  )
}

describe('facts come back from their text as they went in', () => {
  it('parties', () => {
    comesBack('parties', parties)
  })
  it('uses', () => {
    comesBack('uses', uses)
  })
  it('the desk', () => {
    comesBack('desk', desk)
  })
})

it('a closed day has no opening hours, before and after', () => {
  const part = { hours, open: undefined, rooms: [], types: [], blocks: [], uses: [] }
  expect(keptFacts('uses', keepFacts('uses', part))).toEqual(part)
})

it('a text that is not whole is refused', () => {
  const text = keepFacts('desk', { hours, waits: [], due: [], refusals: [], promises: [] })
  expect(() => keptFacts('desk', text.replace('"layout":1', '"layout":7'))).toThrow(RangeError)
  const wait = { id: 'w1', minute: 700, waited: -1, quoted: 15, typeCode: 'S', outcome: 'waiting' as const }
  const one = keepFacts('desk', { hours, waits: [wait], due: [], refusals: [], promises: [] })
  expect(keptFacts('desk', one).waits).toEqual([wait])
  expect(() => keptFacts('desk', one.replace('w1', 'w1 w2'))).toThrow(RangeError)
})

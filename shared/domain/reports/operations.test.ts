import { describe, expect, it } from 'vitest'
import { clock, dayOf } from '#tests/builders/day-facts.ts'
import {
  dueFigures,
  partyFigures,
  promiseFigures,
  refusalFigures,
  spareSeatHours,
  stayFigures,
  waitFigures,
} from './operations.ts'

const date = '2026-03-06'
const at = (time: string) => clock(date, time)

describe('parties', () => {
  const facts = dayOf(date, [
    { room: '301', in: '20:00', out: '22:00', party: 3, source: 'phone', asked: 'S' },
    { room: '302', in: '20:00', out: '22:30', party: 9, source: 'phone', vip: 'gold', extended: true },
    { room: '201', in: '21:00', out: '23:00', party: 4 },
    { room: ['501', '502'], in: '21:00', party: 28, source: 'waitlist' },
  ])
  const days = [{ date, facts: facts.parties }]

  it('by where they come from, with their share', () => {
    const { bySource, vip } = partyFigures(days, {})
    expect(bySource).toEqual({
      phone: { parties: 2, guests: 12, share: 0.5 },
      walkIn: { parties: 1, guests: 4, share: 0.25 },
      waitlist: { parties: 1, guests: 28, share: 0.25 },
    })
    expect(vip).toEqual({ parties: 1, guests: 9, share: 0.25 })
  })

  it('fill the seats of the rooms they were let into', () => {
    expect(partyFigures(days, {}).seatRate).toBe((3 + 9 + 4 + 28) / (8 + 8 + 4 + 28))
  })

  it('by the type asked for against the type used', () => {
    expect(partyFigures(days, {}).cross).toEqual({ S: { M: 1, S: 1 }, M: { M: 1 }, L: { L: 1 } })
  })

  it('are a small party in a larger room below the least the type is meant for, a large one in a smaller beyond its comfort', () => {
    expect(partyFigures(days, {})).toMatchObject({ larger: 1, smaller: 1 })
    // 301 seats 8; three of them sat there for two hours.
    expect(spareSeatHours([{ date, facts: facts.uses }], {})).toBe(10)
  })

  it('stay on average, in the middle, and longer than agreed', () => {
    expect(stayFigures(days, {})).toEqual({
      out: 3,
      mean: (120 + 150 + 120) / 3,
      median: 120,
      extended: 1,
      extendedRate: 1 / 3,
    })
    expect(stayFigures([], {})).toEqual({ out: 0, mean: null, median: null, extended: 0, extendedRate: null })
  })
})

it('bookings due came, came late, or never came', () => {
  const due = { code: 'K4-7302', typeCode: 'M', roomNo: '301', source: 'phone', vipTier: '', start: at('20:00') }
  const { desk } = dayOf(date, [], undefined, {
    due: [
      { ...due, arrivedAt: at('20:03'), arrivedLate: false },
      { ...due, arrivedAt: at('20:40'), arrivedLate: true },
      { ...due, arrivedAt: null, arrivedLate: false },
      { ...due, roomNo: '201', arrivedAt: at('20:03'), arrivedLate: false },
    ],
  })
  const days = [{ date, facts: desk }]
  expect(dueFigures(days, {})).toEqual({
    due: 4,
    arrived: 3,
    late: 1,
    released: 1,
    arrivedRate: 0.75,
    releasedRate: 0.25,
  })
  expect(dueFigures(days, { floor: '2' })).toMatchObject({ due: 1, releasedRate: 0 })
  expect(dueFigures([], {})).toMatchObject({ due: 0, arrivedRate: null })
})

it('the waiting list: joined, seated, left, how long, and how much beyond what was quoted', () => {
  const joined = { id: 'w1', typeCode: 'S', quotedMinutes: 20, closedAt: null, seatedAt: null }
  const seated = (minutes: number) => ({
    ...joined,
    since: at('20:00'),
    state: 'seated' as const,
    seatedAt: at('20:00') + minutes * 60_000,
  })
  const { desk } = dayOf(date, [], undefined, {
    waits: [
      seated(10),
      seated(20),
      seated(60),
      { ...joined, since: at('20:00'), state: 'left', closedAt: at('20:30') },
      { ...joined, since: at('21:00'), state: 'expired', closedAt: at('21:10') },
      { ...joined, since: at('22:00'), state: 'called' },
    ],
  })
  expect(waitFigures([{ date, facts: desk }])).toEqual({
    joined: 6,
    seated: 3,
    left: 2,
    waiting: 1,
    median: 20,
    p90: 60,
    beyondQuoted: 10,
  })
})

it('refusals by reason, type and the hour asked for', () => {
  const asked = { id: 'r1', party: 4, start: at('20:15'), typeCode: 'M' }
  const { desk } = dayOf(date, [], undefined, {
    refusals: [
      { ...asked, kind: 'denial', reason: 'TYPE_FULL' },
      { ...asked, kind: 'denial', reason: 'TYPE_FULL' },
      { ...asked, kind: 'regret', reason: 'price', start: at('25:00'), typeCode: 'S' },
    ],
  })
  expect(refusalFigures([{ date, facts: desk }])).toEqual({
    denials: 2,
    regrets: 1,
    byReason: [
      { kind: 'denial', reason: 'TYPE_FULL', calls: 2 },
      { kind: 'regret', reason: 'price', calls: 1 },
    ],
    byType: { M: { denials: 2, regrets: 0 }, S: { denials: 0, regrets: 1 } },
    byHour: { 20: { denials: 2, regrets: 0 }, 25: { denials: 0, regrets: 1 } },
  })
})

it('promises kept are held against those kept and lapsed; a guest who would rather stay counts for neither', () => {
  const { desk } = dayOf(date, [], undefined, {
    promises: [
      { id: 'p1', toTypeCode: 'S', state: 'kept' },
      { id: 'p1', toTypeCode: 'S', state: 'kept' },
      { id: 'p1', toTypeCode: 'S', state: 'lapsed' },
      { id: 'p1', toTypeCode: 'S', state: 'declined' },
    ],
  })
  expect(promiseFigures([{ date, facts: desk }])).toEqual({ kept: 2, declined: 1, lapsed: 1, keptRate: 2 / 3 })
})

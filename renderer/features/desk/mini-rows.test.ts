import { describe, expect, it } from 'vitest'
import type { DecisionView, OfferView } from '#shared/contract/decision.ts'
import { type MiniRoom, miniRows, miniWindow, obstacleIn } from './mini-rows.ts'

const at = (clock: string) => `2026-03-06T${clock}:00+08:00`
const room = (roomNo: string, typeCode: string, ...claims: [string, string][]): MiniRoom => ({
  roomNo,
  typeCode,
  floor: roomNo.slice(0, 1),
  seats: 4,
  state: 'free',
  claims: claims.map(([start, end]) => ({ kind: 'booking', start: at(start), end: at(end), name: `客${roomNo}` })),
})
const decision = (more: Partial<DecisionView>): DecisionView => ({
  outcome: 'offers',
  flow: '02',
  typeCode: 'S',
  start: at('20:00'),
  end: at('23:00'),
  blockers: [],
  offers: [],
  quote: { lines: [], total: 0 },
  needs: [],
  script: '02.offers',
  ...more,
})
const offer = (kind: OfferView['kind'], roomNos: string[], start: string, end: string): OfferView => ({
  offerId: `${kind}${start}`,
  kind,
  typeCode: 'S',
  roomNos,
  start: at(start),
  end: at(end),
  cost: 0,
  quote: { lines: [], total: 0 },
  priceDifference: 0,
  needs: [],
})

describe('the rows of the mini board', () => {
  const rooms = [
    room('201', 'S', ['20:00', '23:00']),
    room('202', 'S', ['22:30', '23:30']),
    room('203', 'S'),
    room('301', 'M'),
  ]

  it('begin with the answer, then offers with their digits, then the nearest misses', () => {
    const answer = decision({ outcome: 'available', roomNo: '203' })
    const { rows, proposed, misses, rest } = miniRows(
      answer,
      [offer('largerType', ['301'], '20:00', '23:00')],
      undefined,
      rooms,
    )
    expect(rows.map((row) => row.room.roomNo)).toEqual(['203', '301', '202', '201'])
    expect(rows.map((row) => row.proposals.map((proposal) => proposal.digit))).toEqual([[undefined], [1], [], []])
    expect({ proposed, misses, rest }).toEqual({ proposed: 2, misses: 2, rest: 0 })
  })

  it('let two offers in one room share its row, and leave other days out', () => {
    const offers = [
      offer('otherTime', ['202'], '19:00', '22:00'),
      offer('shorter', ['202'], '20:00', '22:15'),
      offer('otherDay', ['203'], '20:00', '23:00'),
    ]
    const { rows } = miniRows(decision({}), offers, undefined, rooms)
    expect(rows[0]?.room.roomNo).toBe('202')
    expect(rows[0]?.proposals.map((proposal) => proposal.digit)).toEqual([1, 2])
    expect(rows[1]?.room.roomNo).toBe('203')
    expect(rows[1]?.proposals).toEqual([])
  })

  it('name what stands in the way', () => {
    const { obstacle, overlap } = obstacleIn(rooms[1] as MiniRoom, Date.parse(at('20:00')), Date.parse(at('23:00')))
    expect(obstacle?.name).toBe('客202')
    expect(overlap).toBe(30)
  })
})

it('shows ten hours on the hour around the asked time, but not long before now', () => {
  const window = (start: string, now: string) =>
    new Date(miniWindow(Date.parse(at(start)), Date.parse(at(now))).from + 8 * 3_600_000).toISOString().slice(11, 16)
  expect(window('20:00', '18:42')).toBe('18:00')
  expect(window('20:30', '12:10')).toBe('17:00')
})

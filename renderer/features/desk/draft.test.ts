import { describe, expect, it } from 'vitest'
import type { VenueView } from '#renderer/api/venue.ts'
import { demoVenue } from '#shared/demo/demo-venue.ts'
import { emptyDraft, nextMissing, readDraft, requestOf } from './draft.ts'

const venue = {
  ...demoVenue,
  policyVersion: 1,
  openingHours: { open: null, close: null, businessDate: '2026-03-06' },
} as unknown as VenueView
const now = Date.parse('2026-03-06T18:42:00+08:00')
const read = (draft: Partial<typeof emptyDraft>) => readDraft({ ...emptyDraft, ...draft }, venue, now)
const ask = (draft: Partial<typeof emptyDraft>) => requestOf(read(draft), venue, false)

describe('a draft becomes a request', () => {
  it('as soon as party and time are read', () => {
    expect(ask({ party: '6' })).toBeUndefined()
    expect(ask({ party: '6', time: '明2030' })).toEqual({ party: 6, start: '2026-03-07T20:30:00+08:00' })
  })

  it('with type by its digit, length, and phone once it is long enough', () => {
    expect(ask({ party: '6位', type: '2', time: '2030', length: '2.5', phone: '138' })).toEqual({
      party: 6,
      start: '2026-03-06T20:30:00+08:00',
      minutes: 150,
      typeCode: 'M',
    })
    expect(ask({ party: '六', time: '2030', phone: '138 0013 5678' })?.phone).toBe('138 0013 5678')
  })

  it('never asks while something typed is unreadable', () => {
    expect(ask({ party: '6', time: '2030', type: '9' })).toBeUndefined()
    expect(ask({ party: '0', time: '2030' })).toBeUndefined()
    expect(read({ party: '201' }).unreadable).toEqual(new Set(['party']))
  })

  it('lets a room bring its own type', () => {
    expect(ask({ party: '6', time: '2030', type: '1', room: '305' })).toEqual({
      party: 6,
      start: '2026-03-06T20:30:00+08:00',
      roomNo: '305',
    })
  })
})

it('asks for what is missing in the order a call goes', () => {
  const steps = [{}, { party: '6' }, { party: '6', time: '2030' }, { party: '6', time: '2030', phone: '13800135678' }]
  const missing = steps.map((draft) => nextMissing({ ...emptyDraft, ...draft }, read(draft)))
  expect(missing).toEqual(['party', 'time', 'phone', 'name'])
  const whole = { party: '6', time: '2030', phone: '13800135678', name: '张先生' }
  expect(nextMissing({ ...emptyDraft, ...whole }, read(whole))).toBeUndefined()
})

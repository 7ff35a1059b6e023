import { go, leave } from './exits.ts'
import type { Flow } from './flow.ts'

/** 流程06 七日内指定包厢预约 (flows.md A). */
export const flow06: Flow = {
  no: '06',
  group: 'A',
  nodes: [
    { id: 'start', lane: 'guest', kind: 'start', exits: [go('greet')] },
    { id: 'greet', lane: 'desk', kind: 'step', script: 'call.greet', exits: [go('ask')] },
    { id: 'ask', lane: 'desk', kind: 'step', script: '03.ask', exits: [go('allowed')] },
    { id: 'allowed', lane: 'system', kind: 'decision', exits: [go('free', 'allowed'), go('why', 'kept')] },
    { id: 'free', lane: 'system', kind: 'decision', exits: [go('quote', 'free'), go('why', 'taken')] },
    { id: 'quote', lane: 'desk', kind: 'step', script: '06.quote', exits: [go('take')] },
    { id: 'take', lane: 'guest', kind: 'decision', exits: [go('check', 'takes'), leave('05', 'declines')] },
    { id: 'why', lane: 'desk', kind: 'step', script: '06.why', exits: [go('other')] },
    { id: 'other', lane: 'guest', kind: 'decision', exits: [go('check', 'takes'), leave('05', 'declines')] },
    { id: 'check', lane: 'desk', kind: 'step', script: 'call.check', exits: [go('readBack')] },
    { id: 'readBack', lane: 'desk', kind: 'step', script: 'call.readBack', exits: [go('booked')] },
    { id: 'booked', lane: 'system', kind: 'step', note: true, exits: [] },
  ],
  entry: { available: 'quote', offers: 'why', refused: 'why' },
  asides: ['ask.cancel', 'ask.late', 'ask.extend', 'ask.deposit'],
  settings: ['specifiedRoom.laterDays', 'specifiedRoom.onPeakDates', 'prime', 'bookingWindowDays'],
  records: ['booking', 'offersShown'],
}

import { go, leave } from './exits.ts'
import type { Flow } from './flow.ts'

/** 流程03 当日指定包厢预约 (flows.md A). */
export const flow03: Flow = {
  no: '03',
  group: 'A',
  nodes: [
    { id: 'start', lane: 'guest', kind: 'start', exits: [go('greet')] },
    { id: 'greet', lane: 'desk', kind: 'step', script: 'call.greet', exits: [go('ask')] },
    { id: 'ask', lane: 'desk', kind: 'step', script: '03.ask', exits: [go('free')] },
    { id: 'free', lane: 'system', kind: 'decision', exits: [go('quote', 'free'), go('why', 'taken')] },
    { id: 'quote', lane: 'desk', kind: 'step', script: '03.quote', exits: [go('take')] },
    { id: 'take', lane: 'guest', kind: 'decision', exits: [go('check', 'takes'), leave('02', 'declines')] },
    { id: 'why', lane: 'desk', kind: 'step', script: '03.why', exits: [go('other')] },
    { id: 'other', lane: 'guest', kind: 'decision', exits: [go('check', 'takes'), leave('02', 'declines')] },
    { id: 'check', lane: 'desk', kind: 'step', script: 'call.check', exits: [go('readBack')] },
    { id: 'readBack', lane: 'desk', kind: 'step', script: 'call.readBack', exits: [go('booked')] },
    { id: 'booked', lane: 'system', kind: 'step', note: true, exits: [] },
  ],
  entry: { available: 'quote', offers: 'why', refused: 'why' },
  asides: ['ask.cancel', 'ask.late', 'ask.extend'],
  settings: ['specifiedRoom.laterDays', 'grace.shortNotice', 'grace.standard'],
  records: ['booking', 'offersShown'],
}

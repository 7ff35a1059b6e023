import { go, leave } from './exits.ts'
import type { Flow } from './flow.ts'

/** 流程13 短时间预约包厢 (flows.md A). */
export const flow13: Flow = {
  no: '13',
  group: 'A',
  nodes: [
    { id: 'start', lane: 'guest', kind: 'start', exits: [go('greet')] },
    { id: 'greet', lane: 'desk', kind: 'step', script: 'call.greet', exits: [go('ask')] },
    { id: 'ask', lane: 'desk', kind: 'step', script: 'call.ask', exits: [go('free')] },
    { id: 'free', lane: 'system', kind: 'decision', exits: [go('quote', 'free'), go('offer', 'none')] },
    { id: 'quote', lane: 'desk', kind: 'step', script: '13.quote', exits: [go('take')] },
    { id: 'take', lane: 'guest', kind: 'decision', exits: [go('offer', 'declines'), go('check', 'takes')] },
    { id: 'offer', lane: 'desk', kind: 'step', script: '13.offer', exits: [go('choose')] },
    { id: 'choose', lane: 'guest', kind: 'decision', exits: [go('check', 'takes'), leave('02', 'declines')] },
    { id: 'check', lane: 'desk', kind: 'step', script: 'call.check', exits: [go('readBack')] },
    { id: 'readBack', lane: 'desk', kind: 'step', script: '13.readBack', exits: [go('booked')] },
    { id: 'booked', lane: 'system', kind: 'step', note: true, exits: [] },
  ],
  entry: { available: 'quote', offers: 'offer', refused: 'offer' },
  asides: ['ask.late', 'ask.extend'],
  settings: ['shortNoticeMinutes', 'grace.shortNotice', 'shortSessionMin', 'session.min'],
  records: ['booking'],
}

import { finish, go, leave } from './exits.ts'
import type { Flow } from './flow.ts'

/** 流程01 当日包厢预约 (flows.md A). */
export const flow01: Flow = {
  no: '01',
  group: 'A',
  nodes: [
    { id: 'start', lane: 'guest', kind: 'start', exits: [go('greet')] },
    { id: 'greet', lane: 'desk', kind: 'step', script: 'call.greet', exits: [go('ask')] },
    { id: 'ask', lane: 'desk', kind: 'step', script: 'call.ask', exits: [go('free')] },
    { id: 'free', lane: 'system', kind: 'decision', exits: [go('quote', 'free'), leave('02', 'full')] },
    { id: 'quote', lane: 'desk', kind: 'step', script: '01.quote', exits: [go('take')] },
    { id: 'take', lane: 'guest', kind: 'decision', exits: [go('check', 'takes'), finish('regret', 'declines')] },
    { id: 'check', lane: 'desk', kind: 'step', script: 'call.check', exits: [go('readBack')] },
    { id: 'readBack', lane: 'desk', kind: 'step', script: 'call.readBack', exits: [go('booked')] },
    { id: 'booked', lane: 'system', kind: 'step', note: true, exits: [] },
  ],
  entry: { available: 'quote' },
  asides: ['ask.cancel', 'ask.late', 'ask.extend', 'ask.deposit'],
  settings: ['slotMinutes', 'session.default', 'grace.standard', 'walkInReserve.percentByType'],
  records: ['booking'],
}

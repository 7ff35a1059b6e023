import { finish, go, leave } from './exits.ts'
import type { Flow } from './flow.ts'

/** 流程04 七日内包厢预约 (flows.md A). */
export const flow04: Flow = {
  no: '04',
  group: 'A',
  nodes: [
    { id: 'start', lane: 'guest', kind: 'start', exits: [go('greet')] },
    { id: 'greet', lane: 'desk', kind: 'step', script: 'call.greet', exits: [go('ask')] },
    { id: 'ask', lane: 'desk', kind: 'step', script: 'call.ask', exits: [go('free')] },
    { id: 'free', lane: 'system', kind: 'decision', exits: [go('quote', 'free'), leave('05', 'full')] },
    { id: 'quote', lane: 'desk', kind: 'step', script: '04.quote', exits: [go('take')] },
    { id: 'take', lane: 'guest', kind: 'decision', exits: [go('check', 'takes'), finish('regret', 'declines')] },
    { id: 'check', lane: 'desk', kind: 'step', script: 'call.check', exits: [go('readBack')] },
    { id: 'readBack', lane: 'desk', kind: 'step', script: 'call.readBack', exits: [go('booked')] },
    { id: 'booked', lane: 'system', kind: 'step', note: true, exits: [] },
  ],
  entry: { available: 'quote' },
  asides: ['ask.cancel', 'ask.late', 'ask.extend', 'ask.deposit'],
  settings: ['bookingWindowDays', 'session.default', 'grace.standard', 'deposit.centsPerHour', 'cancelFreeMinutes'],
  records: ['booking'],
}

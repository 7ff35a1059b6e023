import { go, leave } from './exits.ts'
import type { Flow } from './flow.ts'

/** 流程07 七日后包厢预约 (flows.md A). */
export const flow07: Flow = {
  no: '07',
  group: 'A',
  nodes: [
    { id: 'start', lane: 'guest', kind: 'start', exits: [go('greet')] },
    { id: 'greet', lane: 'desk', kind: 'step', script: 'call.greet', exits: [go('ask')] },
    { id: 'ask', lane: 'desk', kind: 'step', script: 'call.ask', exits: [go('window')] },
    { id: 'window', lane: 'system', kind: 'decision', exits: [go('explain', 'beyond'), leave('04', 'within')] },
    { id: 'explain', lane: 'desk', kind: 'step', script: '07.explain', exits: [go('now')] },
    { id: 'now', lane: 'guest', kind: 'decision', exits: [go('supervisor', 'now'), go('note', 'waits')] },
    { id: 'supervisor', lane: 'desk', kind: 'step', script: '07.supervisor', exits: [go('approved')] },
    { id: 'approved', lane: 'system', kind: 'decision', exits: [go('deposit', 'agreed'), go('note', 'notAgreed')] },
    { id: 'deposit', lane: 'desk', kind: 'step', script: '07.deposit', exits: [go('readBack')] },
    { id: 'readBack', lane: 'desk', kind: 'step', script: 'call.readBack', exits: [go('booked')] },
    { id: 'booked', lane: 'system', kind: 'step', note: true, exits: [] },
    { id: 'note', lane: 'desk', kind: 'step', script: '07.note', exits: [go('advance')] },
    { id: 'advance', lane: 'system', kind: 'step', note: true, exits: [go('callBack')] },
    { id: 'callBack', lane: 'desk', kind: 'step', script: '07.callBack', later: true, exits: [] },
  ],
  entry: { advance: 'explain', offers: 'explain', refused: 'explain', available: 'deposit' },
  asides: ['ask.deposit', 'ask.cancel'],
  settings: ['bookingWindowDays', 'deposit.beyondWindow', 'deposit.centsPerHour', 'deposit.refundableUntilHours'],
  records: ['advance', 'booking'],
}

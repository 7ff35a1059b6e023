import { finish, go } from './exits.ts'
import type { Flow } from './flow.ts'

/** 流程12 注销包厢 (flows.md A). */
export const flow12: Flow = {
  no: '12',
  group: 'A',
  nodes: [
    { id: 'start', lane: 'guest', kind: 'start', exits: [go('greet')] },
    { id: 'greet', lane: 'desk', kind: 'step', script: 'call.greet', exits: [go('find')] },
    { id: 'find', lane: 'desk', kind: 'step', script: '12.find', exits: [go('verified')] },
    {
      id: 'verified',
      lane: 'system',
      kind: 'decision',
      exits: [go('terms', 'matches'), finish('notFound', 'noMatch')],
    },
    { id: 'terms', lane: 'desk', kind: 'step', script: '12.terms', exits: [go('sure')] },
    { id: 'sure', lane: 'guest', kind: 'decision', exits: [go('reason', 'yes'), finish('kept', 'keeps')] },
    { id: 'reason', lane: 'desk', kind: 'step', script: '12.reason', exits: [go('freed')] },
    { id: 'freed', lane: 'system', kind: 'step', note: true, exits: [go('thank')] },
    { id: 'thank', lane: 'desk', kind: 'step', script: '12.thank', exits: [go('waiting')] },
    { id: 'waiting', lane: 'system', kind: 'decision', exits: [go('callWaiting', 'some'), finish('onBoard', 'none')] },
    { id: 'callWaiting', lane: 'desk', kind: 'step', script: '12.callWaiting', later: true, exits: [] },
  ],
  entry: {},
  asides: ['ask.refund'],
  settings: ['cancelFreeMinutes', 'deposit.refundableUntilHours'],
  records: ['cancellation'],
}

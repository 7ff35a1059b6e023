import { go } from './exits.ts'
import type { Flow } from './flow.ts'

/** 流程22 贵宾卡 / 贵宾意见卡统计 (flows.md D): what guests do with their card, and what they write on the comment card. */
export const flow22: Flow = {
  no: '22',
  group: 'D',
  nodes: [
    { id: 'start', lane: 'guest', kind: 'start', exits: [go('which')] },
    { id: 'which', lane: 'desk', kind: 'decision', exits: [go('card', 'vipCard'), go('thank', 'commentCard')] },
    { id: 'card', lane: 'desk', kind: 'step', script: '22.card', exits: [go('uses')] },
    { id: 'uses', lane: 'system', kind: 'step', note: true, exits: [go('count')] },
    { id: 'thank', lane: 'desk', kind: 'step', script: '22.thank', exits: [go('enter')] },
    { id: 'enter', lane: 'desk', kind: 'step', note: true, exits: [go('find')] },
    { id: 'find', lane: 'system', kind: 'step', note: true, exits: [go('low')] },
    { id: 'low', lane: 'system', kind: 'decision', exits: [go('propose', 'some'), go('count', 'none')] },
    { id: 'propose', lane: 'desk', kind: 'step', note: true, exits: [go('pass')] },
    { id: 'pass', lane: 'desk', kind: 'decision', exits: [go('complaint', 'passOn'), go('count', 'putAside')] },
    { id: 'complaint', lane: 'system', kind: 'step', note: true, exits: [go('count')] },
    { id: 'count', lane: 'system', kind: 'step', note: true, exits: [go('report')] },
    { id: 'report', lane: 'desk', kind: 'step', note: true, exits: [] },
  ],
  entry: {},
  asides: [],
  settings: [],
  records: ['vipCard', 'commentCard', 'proposedComplaint'],
}

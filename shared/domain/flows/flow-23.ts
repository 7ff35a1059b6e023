import { go } from './exits.ts'
import type { Flow } from './flow.ts'

/** 流程23 包厢进场(使用)比较表 (flows.md D): from the end of the day to the table in the manager's hand. */
export const flow23: Flow = {
  no: '23',
  group: 'D',
  nodes: [
    { id: 'start', lane: 'system', kind: 'start', exits: [go('close')] },
    { id: 'close', lane: 'system', kind: 'step', note: true, exits: [go('proof')] },
    { id: 'proof', lane: 'system', kind: 'decision', exits: [go('make', 'matches'), go('red', 'noMatch')] },
    { id: 'red', lane: 'system', kind: 'step', note: true, exits: [go('make')] },
    { id: 'make', lane: 'system', kind: 'step', note: true, exits: [go('read')] },
    { id: 'read', lane: 'desk', kind: 'step', note: true, exits: [go('odd')] },
    { id: 'odd', lane: 'desk', kind: 'decision', exits: [go('open', 'some'), go('take', 'none')] },
    { id: 'open', lane: 'desk', kind: 'step', note: true, exits: [go('wrong')] },
    { id: 'wrong', lane: 'desk', kind: 'decision', exits: [go('correct', 'amiss'), go('take', 'right')] },
    { id: 'correct', lane: 'desk', kind: 'step', note: true, exits: [go('adjust')] },
    { id: 'adjust', lane: 'system', kind: 'step', note: true, exits: [go('take')] },
    { id: 'take', lane: 'desk', kind: 'step', note: true, exits: [] },
  ],
  entry: {},
  asides: [],
  settings: [],
  records: ['dayClose', 'adjustment', 'dailyReport'],
}

import { go } from './exits.ts'
import type { Flow } from './flow.ts'

/** 流程09 无大包厢，客人要求插队安排 (flows.md A). */
export const flow09: Flow = {
  no: '09',
  group: 'A',
  nodes: [
    { id: 'start', lane: 'guest', kind: 'start', exits: [go('listen')] },
    { id: 'listen', lane: 'desk', kind: 'step', script: '09.listen', exits: [go('standby')] },
    { id: 'standby', lane: 'system', kind: 'step', note: true, exits: [go('insists')] },
    { id: 'insists', lane: 'guest', kind: 'decision', exits: [go('supervisor', 'insists'), go('normal', 'accepts')] },
    { id: 'supervisor', lane: 'desk', kind: 'step', script: '09.supervisor', exits: [go('approved')] },
    { id: 'approved', lane: 'system', kind: 'decision', exits: [go('jump', 'agreed'), go('normal', 'notAgreed')] },
    { id: 'jump', lane: 'system', kind: 'step', note: true, exits: [go('tell')] },
    { id: 'tell', lane: 'desk', kind: 'step', script: '09.tell', exits: [go('thank')] },
    { id: 'normal', lane: 'desk', kind: 'step', script: '09.normal', exits: [go('thank')] },
    { id: 'thank', lane: 'desk', kind: 'step', script: '09.thank', exits: [] },
  ],
  entry: { offers: 'listen', refused: 'listen' },
  asides: ['ask.waited'],
  settings: ['largeRank', 'waitlistCallMinutes'],
  records: ['standby', 'queueJump'],
}

import { go, leave } from './exits.ts'
import type { Flow } from './flow.ts'

/** 流程08 无大包厢，但有其它包厢 (flows.md A). */
export const flow08: Flow = {
  no: '08',
  group: 'A',
  nodes: [
    { id: 'start', lane: 'guest', kind: 'start', exits: [go('enter')] },
    { id: 'enter', lane: 'desk', kind: 'step', exits: [go('large')] },
    { id: 'large', lane: 'system', kind: 'decision', exits: [go('others', 'full'), leave('04', 'free')] },
    { id: 'others', lane: 'system', kind: 'decision', exits: [go('why', 'some'), leave('05', 'none')] },
    { id: 'why', lane: 'desk', kind: 'step', script: '08.why', exits: [go('two')] },
    { id: 'two', lane: 'desk', kind: 'step', script: '08.two', exits: [go('wantsTwo')] },
    { id: 'wantsTwo', lane: 'guest', kind: 'decision', exits: [go('smaller', 'declines'), go('check', 'takes')] },
    { id: 'smaller', lane: 'desk', kind: 'step', script: '08.smaller', exits: [go('wantsSmaller')] },
    { id: 'wantsSmaller', lane: 'guest', kind: 'decision', exits: [go('check', 'takes'), leave('09', 'insists')] },
    { id: 'check', lane: 'desk', kind: 'step', script: 'call.check', exits: [go('readBack')] },
    { id: 'readBack', lane: 'desk', kind: 'step', script: 'call.readBack', exits: [go('booked')] },
    { id: 'booked', lane: 'system', kind: 'step', note: true, exits: [] },
  ],
  entry: { offers: 'why', refused: 'why' },
  asides: ['ask.cancel', 'ask.late'],
  settings: ['largeRank', 'walkInReserve.percentByType'],
  records: ['offersShown', 'booking'],
}

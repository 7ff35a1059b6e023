import { go } from './exits.ts'
import type { Flow } from './flow.ts'

/** 流程02 当日包厢不可预约 (flows.md A). */
export const flow02: Flow = {
  no: '02',
  group: 'A',
  nodes: [
    { id: 'start', lane: 'guest', kind: 'start', exits: [go('enter')] },
    { id: 'enter', lane: 'desk', kind: 'step', exits: [go('choices')] },
    { id: 'choices', lane: 'system', kind: 'decision', exits: [go('offer', 'some'), go('wait', 'none')] },
    { id: 'offer', lane: 'desk', kind: 'step', script: '02.offer', exits: [go('take')] },
    { id: 'take', lane: 'guest', kind: 'decision', exits: [go('check', 'takes'), go('wait', 'declines')] },
    { id: 'check', lane: 'desk', kind: 'step', script: 'call.check', exits: [go('readBack')] },
    { id: 'readBack', lane: 'desk', kind: 'step', script: 'call.readBack', exits: [go('booked')] },
    { id: 'booked', lane: 'system', kind: 'step', note: true, exits: [] },
    { id: 'wait', lane: 'desk', kind: 'step', script: '02.wait', exits: [go('stays')] },
    { id: 'stays', lane: 'guest', kind: 'decision', exits: [go('queued', 'yes'), go('thank', 'no')] },
    { id: 'queued', lane: 'system', kind: 'step', note: true, exits: [go('thank')] },
    { id: 'thank', lane: 'desk', kind: 'step', script: '02.thank', exits: [go('refused')] },
    { id: 'refused', lane: 'system', kind: 'step', note: true, exits: [] },
  ],
  entry: { offers: 'offer', refused: 'thank' },
  asides: ['ask.cancel', 'ask.late', 'ask.waited'],
  settings: ['slotMinutes', 'walkInReserve.percentByType', 'waitlistCallMinutes'],
  records: ['booking', 'offersShown', 'waitlist', 'refusal'],
}

import { finish, go, leave } from './exits.ts'
import type { Flow } from './flow.ts'

/** 流程10 小包厢使用大包厢 (flows.md A). */
export const flow10: Flow = {
  no: '10',
  group: 'A',
  nodes: [
    { id: 'start', lane: 'guest', kind: 'start', exits: [go('enter')] },
    { id: 'enter', lane: 'desk', kind: 'step', exits: [go('small')] },
    { id: 'small', lane: 'system', kind: 'decision', exits: [go('larger', 'full'), leave('01', 'free')] },
    { id: 'larger', lane: 'system', kind: 'decision', exits: [go('wait', 'some'), leave('02', 'none')] },
    { id: 'wait', lane: 'desk', kind: 'step', script: '10.wait', exits: [go('offer')] },
    { id: 'offer', lane: 'desk', kind: 'step', script: '10.offer', exits: [go('takes')] },
    { id: 'takes', lane: 'guest', kind: 'decision', exits: [go('wouldMove', 'takes'), leave('02', 'declines')] },
    { id: 'wouldMove', lane: 'desk', kind: 'step', script: '10.wouldMove', exits: [go('moveLater')] },
    { id: 'moveLater', lane: 'guest', kind: 'decision', exits: [go('promise', 'yes'), go('confirm', 'stays')] },
    { id: 'promise', lane: 'system', kind: 'step', note: true, exits: [go('confirm')] },
    { id: 'confirm', lane: 'desk', kind: 'step', script: '10.confirm', exits: [go('booked')] },
    { id: 'booked', lane: 'system', kind: 'step', note: true, exits: [go('settled')] },
    { id: 'settled', lane: 'system', kind: 'decision', exits: [go('askGuest', 'some'), finish('lapsed', 'none')] },
    { id: 'askGuest', lane: 'desk', kind: 'step', script: '10.askGuest', later: true, exits: [go('moves')] },
    { id: 'moves', lane: 'guest', kind: 'decision', exits: [go('moved', 'moves'), go('stayed', 'stays')] },
    { id: 'moved', lane: 'system', kind: 'step', note: true, exits: [] },
    { id: 'stayed', lane: 'system', kind: 'step', note: true, exits: [] },
  ],
  entry: { offers: 'wait', refused: 'wait' },
  asides: ['ask.moveBack', 'ask.wait'],
  settings: ['rightSizeMinutes', 'walkInReserve.percentByType'],
  records: ['mismatch', 'promise', 'booking'],
}

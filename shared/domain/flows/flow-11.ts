import { finish, go, leave } from './exits.ts'
import type { Flow } from './flow.ts'

/** 流程11 大包厢使用小包厢 (flows.md A). */
export const flow11: Flow = {
  no: '11',
  group: 'A',
  nodes: [
    { id: 'start', lane: 'guest', kind: 'start', exits: [go('enter')] },
    { id: 'enter', lane: 'desk', kind: 'step', exits: [go('large')] },
    { id: 'large', lane: 'system', kind: 'decision', exits: [go('smaller', 'full'), leave('01', 'free')] },
    { id: 'smaller', lane: 'system', kind: 'decision', exits: [go('headCount', 'some'), leave('02', 'none')] },
    { id: 'headCount', lane: 'desk', kind: 'step', script: '11.headCount', exits: [go('fits')] },
    { id: 'fits', lane: 'system', kind: 'decision', exits: [go('offer', 'fits'), leave('08', 'over')] },
    { id: 'offer', lane: 'desk', kind: 'step', script: '11.offer', exits: [go('takes')] },
    { id: 'takes', lane: 'guest', kind: 'decision', exits: [go('wouldMove', 'takes'), leave('02', 'declines')] },
    { id: 'wouldMove', lane: 'desk', kind: 'step', script: '11.wouldMove', exits: [go('moveLater')] },
    { id: 'moveLater', lane: 'guest', kind: 'decision', exits: [go('promise', 'yes'), go('confirm', 'stays')] },
    { id: 'promise', lane: 'system', kind: 'step', note: true, exits: [go('confirm')] },
    { id: 'confirm', lane: 'desk', kind: 'step', script: '10.confirm', exits: [go('booked')] },
    { id: 'booked', lane: 'system', kind: 'step', note: true, exits: [go('settled')] },
    { id: 'settled', lane: 'system', kind: 'decision', exits: [go('askGuest', 'some'), finish('lapsed', 'none')] },
    { id: 'askGuest', lane: 'desk', kind: 'step', script: '11.askGuest', later: true, exits: [go('moves')] },
    { id: 'moves', lane: 'guest', kind: 'decision', exits: [go('moved', 'moves'), go('stayed', 'stays')] },
    { id: 'moved', lane: 'system', kind: 'step', note: true, exits: [] },
    { id: 'stayed', lane: 'system', kind: 'step', note: true, exits: [] },
  ],
  entry: { offers: 'headCount', refused: 'headCount' },
  asides: ['ask.moveUp', 'ask.wait'],
  settings: ['rightSizeMinutes'],
  records: ['mismatch', 'promise', 'booking'],
}

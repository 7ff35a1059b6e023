import { finish, go } from './exits.ts'
import type { Flow } from './flow.ts'

/** 流程24 盖印优惠券 (flows.md D): from the printer to the guest and back, each coupon once. */
export const flow24: Flow = {
  no: '24',
  group: 'D',
  nodes: [
    { id: 'start', lane: 'desk', kind: 'start', exits: [go('register')] },
    { id: 'register', lane: 'system', kind: 'step', note: true, exits: [go('fresh')] },
    { id: 'fresh', lane: 'system', kind: 'decision', exits: [go('stamp', 'fresh'), finish('returned', 'repeated')] },
    { id: 'stamp', lane: 'desk', kind: 'step', exits: [go('stamped')] },
    { id: 'stamped', lane: 'system', kind: 'step', note: true, exits: [go('spoiled')] },
    { id: 'spoiled', lane: 'desk', kind: 'decision', exits: [go('void', 'some'), go('hand', 'none')] },
    { id: 'void', lane: 'system', kind: 'step', note: true, exits: [go('hand')] },
    { id: 'hand', lane: 'desk', kind: 'step', script: '24.hand', exits: [go('handed')] },
    { id: 'handed', lane: 'system', kind: 'step', note: true, exits: [go('bring')] },
    { id: 'bring', lane: 'guest', kind: 'step', exits: [go('scan')] },
    { id: 'scan', lane: 'desk', kind: 'step', script: '24.scan', exits: [go('valid')] },
    { id: 'valid', lane: 'system', kind: 'decision', exits: [go('redeem', 'valid'), go('explain', 'notValid')] },
    { id: 'redeem', lane: 'system', kind: 'step', note: true, exits: [go('thank')] },
    { id: 'explain', lane: 'desk', kind: 'step', script: '24.explain', exits: [go('thank')] },
    { id: 'thank', lane: 'desk', kind: 'step', script: '24.thank', exits: [] },
  ],
  entry: {},
  asides: ['ask.coupon'],
  settings: [],
  records: ['couponBatch', 'couponMove', 'couponRedemption'],
}

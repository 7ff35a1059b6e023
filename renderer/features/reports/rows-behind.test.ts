import { describe, expect, it } from 'vitest'
import { rowsBehind } from './rows-behind.ts'

describe('what is behind a figure of a paper', () => {
  it.each([
    ['operations', 'parties', 'parties', 'value', { list: 'list-stays' }],
    ['operations', 'rooms', 'used', 'value', { list: 'list-uses' }],
    ['operations', 'due', 'due', 'value', { list: 'list-bookings' }],
    ['operations', 'waits', 'joined', 'value', { list: 'list-waitlist' }],
    ['operations', 'refusals', 'denial-full', 'calls', { list: 'list-refusals' }],
    ['operations', 'promises', 'kept', 'value', undefined],
    ['operations', 'parties', 'parties', 'figure', undefined],
    ['calls', 'hours', '20', 'offered', { list: 'list-calls' }],
    ['comments', 'items', 'service', 'mean', { list: 'comment-cards' }],
    ['vip', 'top', '880012', 'cardNo', { card: '880012' }],
    ['vip', 'tiers', 'gold', 'issued', { statistics: true }],
    ['vip', 'tiers', 'gold', 'tier', undefined],
    ['coupons', 'batches', 'cb-1', 'label', { batch: 'cb-1' }],
    ['coupons', 'batches', 'total', 'label', undefined],
    ['coupons', 'persons', '1001', 'handed', undefined],
  ] as const)('%s, %s %s %s', (name, table, row, column, behind) => {
    expect(rowsBehind(name, { table, row, column })).toEqual(behind)
  })
})

import { expect, it } from 'vitest'
import { filtersOf } from './report-filters.ts'

it.each([
  ['entries', ['floor', 'source', 'vip']],
  ['usage', ['floor', 'source', 'vip']],
  ['operations', ['floor', 'source', 'vip']],
  ['behind', ['floor', 'source', 'vip']],
  ['comments', ['floor']],
  ['comment-cards', ['floor']],
  ['vip', []],
  ['coupons', []],
  ['calls', []],
  ['list-stays', []],
  ['day', []],
  ['month', []],
])('%s can be narrowed by %j', (name, filters) => {
  expect(filtersOf(name)).toEqual(filters)
})

import { expect, it } from 'vitest'
import { money, moneyDifference, typedMoney } from './money-words.ts'

it('writes yuan with a thin space, and fen only when there are any', () => {
  expect(money(46_800)).toBe('¥\u2009468')
  expect(money(22_050)).toBe('¥\u2009220.50')
  expect(money(1_234_500)).toBe('¥\u200912,345')
})

it('tells a change by its sign', () => {
  expect(moneyDifference(12_000)).toBe('+¥\u2009120')
  expect(moneyDifference(-7_350)).toBe('−¥\u200973.50')
  expect(moneyDifference(0)).toBeUndefined()
})

it('reads yuan as typed', () => {
  expect(typedMoney('300')).toBe(30_000)
  expect(typedMoney('300.5')).toBe(30_050)
  expect(typedMoney('￥300元')).toBe(30_000)
  expect(typedMoney('三百')).toBeUndefined()
})

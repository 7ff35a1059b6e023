import { expect, it } from 'vitest'
import { figureWords } from './figure-words.ts'

it.each([
  [1234, 'count', '1,234'],
  [0.58349, 'rate', '58.3%'],
  [0, 'rate', '0.0%'],
  [2.25, 'hours', '2.3'],
  [3, 'change', '+3'],
  [-3, 'change', '−3'],
  [0, 'change', '0'],
  [-0.04, 'points', '0.0'],
  [-1.25, 'points', '−1.3'],
  [0.111, 'changeRate', '+11.1%'],
  [1.5, 'decimal', '1.50'],
  [4, 'score', '4.00'],
  [0.25, 'scoreChange', '+0.25'],
  [-0.004, 'scoreChange', '0.00'],
  [-12.5, 'mean', '−12.5'],
  [46800, 'cents', '¥\u2009468'],
  [null, 'rate', '—'],
  ['2026-03-06T20:30', 'moment', '2026-03-06 20:30'],
  ['叶先生', 'text', '叶先生'],
] as const)('%s as %s reads %s', (value, unit, text) => {
  expect(figureWords(value, unit)).toBe(text)
})

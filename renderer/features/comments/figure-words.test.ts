import { expect, it } from 'vitest'
import { changeWords, meanWords, rateWords, stretchWords } from './figure-words.ts'

it.each([
  [0.25, 2, '+0.25'],
  [-5, 1, '−5.0'],
  [0.04, 1, '0.0'],
  [-0.04, 1, '0.0'],
  [null, 1, ''],
])('a change of %s is written %s digits long: %s', (change, digits, text) =>
  expect(changeWords(change, digits)).toBe(text),
)

it('too few answers are a dash', () => {
  expect([meanWords(null), rateWords(null)]).toEqual(['–', '–'])
  expect([meanWords(3.754), rateWords(2 / 3)]).toEqual(['3.75', '66.7%'])
})

it.each([
  ['2026-03-02', '2026-03-08', '2026', 'zh-Hans', '3月2日–3月8日'],
  ['2026-03-02', '2026-03-02', '2026', 'en', '2 Mar'],
  ['2025-12-29', '2026-01-04', '2026', 'zh-Hans', '2025年12月29日–1月4日'],
] as const)('%s to %s', (from, to, year, language, text) => expect(stretchWords(from, to, year, language)).toBe(text))

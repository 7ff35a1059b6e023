import { expect, it } from 'vitest'
import { historyNews } from './history-news.ts'

function heard(of: number): string[] {
  const lines: string[] = []
  const tell = historyNews((line) => lines.push(line))
  for (let months = 1; months <= of; months += 1) tell({ months, of })
  return lines
}

it('tells each year of many, and that the end is near', () => {
  const lines = heard(120)
  expect(lines).toHaveLength(11)
  expect(lines[2]).toBe('练习历史：10 年，已完成 3 · made-up history: 3 of 10 years')
  expect(lines.at(-1)).toContain('putting it in order')
})

it('tells each month of a few', () => {
  expect(heard(2).slice(0, 2)).toEqual([
    '练习历史：2 个月，已完成 1 · made-up history: 1 of 2 months',
    '练习历史：2 个月，已完成 2 · made-up history: 2 of 2 months',
  ])
})

it('tells the rest of a year at the end', () => {
  expect(heard(30).at(-2)).toBe('练习历史：2.5 年，已完成 2 · made-up history: 2 of 2.5 years')
})

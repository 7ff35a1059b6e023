import { expect, it } from 'vitest'
import type { PaperTable, Unit } from '#shared/domain/reports/paper.ts'
import { gridOf } from './column-widths.ts'

const table = (key: string, ...columns: readonly (readonly [unit: Unit, width: number])[]): PaperTable => ({
  key,
  columns: columns.map(([unit, width], at) => ({ key: `c${at}`, title: '列', unit, width })),
  rows: [],
})
const counts = (many: number) => Array.from({ length: many }, () => ['count', 8] as const)

it('a list of long texts does not pull the figures above it apart', () => {
  const figures = table('figures', ['text', 20], ...counts(8))
  const gaps = table('gaps', ['text', 22], ['text', 30], ['count', 8])
  const grid = gridOf([figures, gaps])
  expect(grid.widths).toEqual([22, 8, 8, 8, 8, 8, 8, 8, 8])
  expect(grid.spansOf(gaps)).toEqual([
    { from: 0, to: 0 },
    { from: 1, to: 4 },
    { from: 5, to: 5 },
  ])
})

it('the last column of a wide table may take two of a wider one’s', () => {
  const entries = table('entries', ['text', 20], ...counts(6), ['text', 15])
  const usage = table('usage', ['text', 20], ...counts(9), ['text', 15])
  const grid = gridOf([entries, usage])
  expect(grid.widths).toEqual([20, ...Array(9).fill(8), 15])
  expect(grid.spansOf(entries).at(-1)).toEqual({ from: 7, to: 8 })
})

it('a list of many columns keeps one each, which grow for it', () => {
  const figures = table('figures', ['text', 12], ...counts(8))
  const people = table('people', ['count', 6], ['text', 10], ['text', 14], ['text', 13], ['date', 11], ['count', 6])
  const grid = gridOf([figures, people])
  expect(grid.spansOf(people).every(({ from, to }) => from === to)).toBe(true)
  expect(grid.widths).toEqual([12, 10, 14, 13, 11, 8, 8, 8, 8])
})

it('every table’s columns lie side by side, each as wide as it needs', () => {
  const tables = [
    table('a', ['text', 30], ...counts(3)),
    table('b', ['text', 10], ['text', 40], ['text', 40]),
    table('c', ['text', 10], ['decimal', 12]),
  ]
  const grid = gridOf(tables)
  for (const one of tables) {
    const spans = grid.spansOf(one)
    expect(spans).toHaveLength(one.columns.length)
    for (const [at, { from, to }] of spans.entries()) {
      expect(from).toBe((spans[at - 1]?.to ?? -1) + 1)
      expect(to).toBeLessThan(grid.widths.length)
      const width = grid.widths.slice(from, to + 1).reduce((sum, digits) => sum + digits, 0)
      expect(width).toBeGreaterThanOrEqual(one.columns[at]?.width ?? 0)
    }
  }
})

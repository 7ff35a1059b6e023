import { describe, expect, it } from 'vitest'
import { type EntriesReport, readingFor } from './comparison.ts'
import type { Words } from './comparison-columns.ts'
import { seriesByRow } from './comparison-series.ts'

const cell = (entries: number) => ({ small: { entries, guests: entries * 4 }, total: { entries, guests: entries * 4 } })
const row = (label: string, entries: number, before: number, ahead = false) => ({
  key: label,
  label,
  cells: cell(entries),
  base: { previous: cell(before) },
  ahead,
})
const week = {
  name: 'entries',
  period: 'week',
  columns: ['small', 'total'],
  columnNames: { small: '小包' },
  bases: [{ name: 'previous', label: '上周', known: true }],
  rows: [row('周一', 4, 3), row('周二', 0, 2), row('周三', 0, 0, true)],
} as unknown as EntriesReport

const asKeys = ((key: string) => key) as unknown as Words

describe('a week as a picture', () => {
  const { categories, bars, lines } = seriesByRow(week, readingFor('entries', undefined), asKeys)

  it('stacks its room types over the days', () => {
    expect(categories).toEqual(['周一', '周二', '周三'])
    expect(bars).toEqual([{ name: '小包', values: [4, 0, null] }])
  })

  it('ends where the evening is: nothing ahead falls to zero, in what it is compared with neither', () => {
    expect(lines).toEqual([{ name: '上周', values: [3, 2, null] }])
  })
})

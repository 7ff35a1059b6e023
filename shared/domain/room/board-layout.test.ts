import { expect, it } from 'vitest'
import { layoutOf, scrollToShow, stickyEdges, visibleRows } from './board-layout.ts'

const size = { stripHeight: 30, rowHeight: 30, viewHeight: 600 }
const groups = [
  { code: 'S', rows: 24 },
  { code: 'M', rows: 20 },
  { code: 'L', rows: 10 },
]
const layout = layoutOf(groups, new Set(), size)

it('stacks each strip above its rooms', () => {
  expect(layout.groups.map((group) => group.top)).toEqual([0, 750, 1380])
  expect(layout.height).toBe(1710)
})

it('keeps only the strip of a folded type', () => {
  const folded = layoutOf(groups, new Set(['S']), size)
  expect(folded.groups.map((group) => [group.top, group.rows])).toEqual([
    [0, 0],
    [30, 20],
    [660, 10],
  ])
})

it('keeps passed strips at the top and coming ones at the bottom, in order', () => {
  expect(stickyEdges(layout, 0)).toEqual({ top: 0, bottom: 60 })
  expect(stickyEdges(layout, 2)).toEqual({ top: 60, bottom: 0 })
})

it('lets strips scroll away where they would fill the view', () => {
  expect(layoutOf(groups, new Set(), { ...size, viewHeight: 140 }).sticky).toBe(false)
})

it('draws the rows in view and a few beyond, never all', () => {
  expect(visibleRows(layout, 0, 0, 600, 2)).toEqual({ from: 0, to: 21 })
  expect(visibleRows(layout, 1, 0, 600, 2)).toEqual({ from: 0, to: 0 })
  expect(visibleRows(layout, 1, 1000, 300, 2)).toEqual({ from: 5, to: 20 })
})

it('scrolls a row out from under the strips, and no further', () => {
  expect(scrollToShow(layout, 0, 3, 0, 600)).toBe(0)
  // Row 22 ends at 720; two strips cover the lowest 60 px.
  expect(scrollToShow(layout, 0, 22, 0, 600)).toBe(180)
  // Going up, two strips cover the highest 60 px.
  expect(scrollToShow(layout, 1, 0, 900, 600)).toBe(720)
})

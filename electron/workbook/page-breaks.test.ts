import { expect, it } from 'vitest'
import { type Block, pageBreaks } from './page-breaks.ts'

const breaks = (blocks: readonly (readonly [top: number, end: number, long?: boolean])[]) =>
  pageBreaks(
    blocks.map(([top, end, long = false]): Block => ({ top, end, long })),
    // A narrow landscape page: some 32 rows of 15 points.
    { widths: [10, 10], landscape: true, heightOf: () => 15, repeated: [0, 0] },
  )

it('a chart that still fits stays on its page', () => {
  expect(
    breaks([
      [0, 10],
      [11, 29],
    ]),
  ).toEqual([])
})

it('a chart that would be cut begins the next page', () => {
  expect(
    breaks([
      [0, 20],
      [21, 39],
    ]),
  ).toEqual([20])
})

it('what follows is counted from there on', () => {
  expect(
    breaks([
      [0, 20],
      [21, 39],
      [40, 58],
    ]),
  ).toEqual([20, 39])
})

it('a long table begins a page of its own, and runs over as many as it needs', () => {
  expect(
    breaks([
      [0, 5],
      [6, 50, true],
      [51, 60],
    ]),
  ).toEqual([5])
  expect(
    breaks([
      [0, 5],
      [6, 70, true],
      [71, 101],
    ]),
  ).toEqual([5, 70])
})

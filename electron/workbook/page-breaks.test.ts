import { expect, it } from 'vitest'
import { type Block, pageBreaks } from './page-breaks.ts'

/** A page of 30 rows, the first of which is repeated at the top of each. */
const paged = (blocks: readonly (readonly [top: number, end: number])[]) =>
  pageBreaks(
    blocks.map(([top, end]): Block => ({ top, end })),
    { page: 450, repeated: 15, heightOf: () => 15 },
  )

it.each([
  [
    'a chart that still fits stays on its page',
    [
      [0, 10],
      [11, 29],
    ],
    [],
    1,
  ],
  [
    'a chart that would be cut begins the next page',
    [
      [0, 20],
      [21, 39],
    ],
    [20],
    2,
  ],
  [
    'what follows is counted from there on',
    [
      [0, 20],
      [21, 39],
      [40, 58],
    ],
    [20, 39],
    3,
  ],
  [
    'small tables fill a page before the next begins',
    [
      [0, 9],
      [10, 19],
      [20, 29],
      [30, 39],
      [40, 49],
    ],
    [29],
    2,
  ],
] as const)('%s', (_, blocks, breaks, pages) => {
  expect(paged(blocks)).toEqual({ breaks, pages, cuts: false })
})

it('a table longer than a page begins one of its own, and runs over as many as it needs', () => {
  expect(
    paged([
      [0, 5],
      [6, 50],
      [51, 60],
    ]),
  ).toEqual({ breaks: [5], pages: 3, cuts: true })
  expect(
    paged([
      [0, 5],
      [6, 70],
      [71, 80],
    ]),
  ).toEqual({ breaks: [5], pages: 4, cuts: true })
  expect(paged([[0, 100]])).toMatchObject({ breaks: [], pages: 4 })
})

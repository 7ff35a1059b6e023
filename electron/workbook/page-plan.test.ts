import fc from 'fast-check'
import { expect, it } from 'vitest'
import { planPages } from './page-plan.ts'

/** Tables of so many rows of 15 points, in columns of so many digits. */
const plan = (rows: readonly number[], widths: readonly number[], landscape = true) => {
  let top = 0
  const blocks = rows.map((count) => {
    const block = { top, end: top + count }
    top = block.end
    return block
  })
  return planPages({ blocks, widths, landscape, heightOf: () => 15, repeated: [0, 0] })
}
const narrow = [12, 8, 8, 8]
/** As wide as a page across. */
const wide = Array.from({ length: 12 }, () => 8)

it('what fits a page is told to fit one', () => {
  const { setup, breaks, pages } = plan([20, 10], narrow)
  expect({ breaks, pages, fit: setup.fitToHeight, lies: setup.orientation }).toEqual({
    breaks: [],
    pages: 1,
    fit: 1,
    lies: 'landscape',
  })
})

it('a table and its chart that are together too long for a page across stand on one upright', () => {
  expect(plan([38, 14], wide)).toMatchObject({
    pages: 1,
    breaks: [],
    setup: { orientation: 'portrait', fitToHeight: 1 },
  })
})

it('what would be too small to read on one page takes two, at a scale that Excel heeds with the break', () => {
  const { setup, breaks, pages } = plan([50, 25], [...wide, ...wide])
  expect({ breaks, pages }).toEqual({ breaks: [49], pages: 2 })
  expect(setup).toMatchObject({ orientation: 'landscape' })
  expect(setup.fitToPage).toBeUndefined()
  expect(setup.scale).toBeGreaterThanOrEqual(40)
})

it('type is made a little smaller where that saves a page of several, not much', () => {
  expect(plan([45, 45], narrow, false).setup.scale).toBe(100)
  const little = plan([55, 55], narrow, false)
  expect(little.pages).toBe(2)
  expect(little.setup.scale ?? 0).toBeLessThan(100)
  expect(plan([45, 45, 45], narrow, false)).toMatchObject({ pages: 3, setup: { scale: 100 } })
})

it('one long table runs over as many pages as it needs, as wide as a page', () => {
  expect(plan([400], wide)).toMatchObject({ breaks: [], cuts: true, setup: { fitToPage: true, fitToHeight: 0 } })
})

it('no break ever stands inside a table, and type stays legible where the columns allow it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 }),
      fc.array(fc.integer({ min: 6, max: 20 }), { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      (rows, widths, landscape) => {
        const { breaks, setup } = plan(rows, widths, landscape)
        let end = -1
        const ends = new Set(rows.map((count) => (end += count)))
        for (const row of breaks) expect(ends.has(row)).toBe(true)
        const width = widths.reduce((sum, one) => sum + ((one + 1) * 8.5 + 5) * 0.75, 0)
        if (setup.scale !== undefined && width < 537) expect(setup.scale).toBeGreaterThanOrEqual(49)
      },
    ),
  )
})

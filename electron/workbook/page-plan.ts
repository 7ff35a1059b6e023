import type { WriteSheet } from 'hucre'
import { type Block, heightBetween, pageBreaks } from './page-breaks.ts'

type PageSetup = NonNullable<WriteSheet['pageSetup']>

interface Planned {
  readonly blocks: readonly Block[]
  readonly widths: readonly number[]
  /** How the paper lies, unless the other way round all of it stands on one page in larger type. */
  readonly landscape: boolean
  readonly heightOf: (row: number) => number
  /** Rows at the top of every page. */
  readonly repeated: readonly [number, number]
  /** A form is one sheet of paper, however full. */
  readonly onePage?: boolean
}

/** How a sheet is printed. */
export interface PagePlan {
  readonly setup: PageSetup
  /** Rows, from 0, each the last one of its page. */
  readonly breaks: readonly number[]
  readonly pages: number
  /** Whether a table runs over from one page to the next: its heads are wanted there too. */
  readonly cuts: boolean
}

const margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 }

/** A4, as wide as the page and as long as it gets. */
export const pageSetup = (landscape: boolean): PageSetup => ({
  paperSize: 'a4',
  orientation: landscape ? 'landscape' : 'portrait',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
  margins,
})

// A4 within the margins, in points.
const [long, short] = [842, 595]
const across = (landscape: boolean) => (landscape ? long : short) - (margins.left + margins.right) * 72
const down = (landscape: boolean) => (landscape ? short : long) - (margins.top + margins.bottom) * 72
/** So much of a page's length is counted on: rows have a height of their own, but programs round. */
const certain = 0.95
/** Ten points become so small, no smaller, for the sake of a single page: as in a small advertisement. */
const smallest = 0.57
/** A sheet is turned for type so much larger. */
const worthTurning = 1.15
/** And not as small for one page less of several. */
const smallestOfSeveral = 0.7
/** So small rather than that a table is cut in two. */
const smallestWhole = 0.5
const step = 0.01

/**
 * Pixels of a digit. Columns are as many digits wide, of the workbook's font where there is one, else of another that runs
 * wider: a program that fits a sheet to its page does so by its own measure, a scale we name has to do for both.
 */
const digit = { usual: 7, widest: 8.5 }

const pointsAcross = (widths: readonly number[], pixels: number): number =>
  widths.reduce((sum, digits) => sum + ((digits + 1) * pixels + 5) * 0.75, 0)

/** The largest scale at which the columns stand side by side on a page, by whichever measure. */
const mostAcross = (widths: readonly number[], landscape: boolean): number =>
  Math.min(1, across(landscape) / pointsAcross(widths, digit.widest))

/**
 * The paper a sheet takes: one page where that can be read, turned for larger type; else as few as can be read, with nothing
 * cut in two that fits a page, in the largest type that does it.
 */
export function planPages(planned: Planned): PagePlan {
  return onePage(planned) ?? severalPages(planned)
}

function onePage({ blocks, widths, landscape, heightOf, onePage }: Planned): PagePlan | undefined {
  const height = heightBetween(0, blocks.at(-1)?.end ?? 0, heightOf)
  const width = pointsAcross(widths, digit.usual)
  const scaleOf = (lies: boolean) => Math.min(1, across(lies) / width, (down(lies) * certain) / height)
  const fits = (lies: boolean): PagePlan => ({
    setup: { ...pageSetup(lies), fitToHeight: 1 },
    breaks: [],
    pages: 1,
    cuts: false,
  })
  if (onePage) return fits(landscape)
  // What is too broad for larger type loses nothing by a single page.
  const least = Math.min(smallest, mostAcross(widths, landscape))
  const lies = scaleOf(!landscape) > scaleOf(landscape) * worthTurning ? !landscape : landscape
  return scaleOf(lies) >= least ? fits(lies) : undefined
}

function severalPages({ blocks, widths, landscape, heightOf, repeated }: Planned): PagePlan {
  const most = mostAcross(widths, landscape)
  const least = Math.min(most, smallestWhole)
  const head = heightBetween(repeated[0], repeated[1] + 1, heightOf)
  const at = (scale: number): PagePlan => {
    const page = (down(landscape) * certain) / scale
    const { breaks, pages, cuts } = pageBreaks(blocks, { page, repeated: head, heightOf })
    const setup = breaks.length === 0 ? pageSetup(landscape) : scaled(landscape, scale)
    return { setup, breaks, pages, cuts }
  }
  let best = at(most)
  for (let scale = most - step; scale >= least - step / 2; scale -= step) {
    const smaller = at(scale)
    if (best.cuts && !smaller.cuts) best = smaller
    else if (scale >= smallestOfSeveral && smaller.pages < best.pages) best = smaller
  }
  return best
}

// Excel heeds the breaks of a sheet only where it is not told to fit its pages.
function scaled(landscape: boolean, scale: number): PageSetup {
  const { fitToPage: _, fitToWidth: __, fitToHeight: ___, ...setup } = pageSetup(landscape)
  return { ...setup, scale: Math.max(10, Math.floor(scale * 100)) }
}

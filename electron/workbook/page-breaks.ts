/** Rows of a sheet that belong together on paper: a table with its title, or a chart. */
export interface Block {
  readonly top: number
  /** The row after its last one. */
  readonly end: number
  /** A long table begins a page of its own, unless it is the first. */
  readonly long: boolean
}

interface Paged {
  readonly widths: readonly number[]
  readonly landscape: boolean
  readonly heightOf: (row: number) => number
  /** Rows at the top of every page. */
  readonly repeated: readonly [number, number]
}

// A4 within the margins of pageSetup, in points.
const printed = { long: 842 - 0.8 * 72, short: 595 - 0.8 * 72, margins: 1.1 * 72 }
const pageHeight = { landscape: 595 - printed.margins, portrait: 842 - printed.margins }
/** Programs measure fonts in their own ways; so much of a page is counted on. */
const certain = 0.94

/** Width in points of a column that is so many digits wide. */
const columnPoints = (digits: number): number => (digits * 7 + 5) * 0.75

/**
 * Rows before which a page ends, so that no chart and no short table is cut in two.
 * @returns rows, from 0, each the last one of its page
 */
export function pageBreaks(blocks: readonly Block[], { widths, landscape, heightOf, repeated }: Paged): number[] {
  const width = widths.reduce((sum, one) => sum + columnPoints(one + 1), 0)
  const scale = Math.min(1, (landscape ? printed.long : printed.short) / width)
  const page = ((landscape ? pageHeight.landscape : pageHeight.portrait) / scale) * certain
  const height = (from: number, end: number) => {
    let sum = 0
    for (let row = from; row < end; row += 1) sum += heightOf(row)
    return sum
  }
  const head = height(repeated[0], repeated[1] + 1)
  const breaks: number[] = []
  let [used, from] = [0, 0]
  for (const [index, block] of blocks.entries()) {
    const gap = height(from, block.top)
    const needed = height(block.top, block.end)
    const begins = index > 0 && (block.long || used + gap + needed > page)
    if (begins) breaks.push(block.top - 1)
    const filled = begins ? head + needed : used + gap + needed
    used = filled <= page ? filled : head + ((filled - page) % Math.max(1, page - head))
    from = block.end
  }
  return breaks
}

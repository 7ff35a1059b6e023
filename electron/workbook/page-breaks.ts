/** Rows of a sheet that belong together on paper: a table with its title, or a chart. */
export interface Block {
  readonly top: number
  /** The row after its last one. */
  readonly end: number
}

interface Paged {
  /** Points a page has room for. */
  readonly page: number
  /** Points that rows repeated at its top take of it. */
  readonly repeated: number
  readonly heightOf: (row: number) => number
}

/** Points from a row to the one before `end`. */
export function heightBetween(from: number, end: number, heightOf: (row: number) => number): number {
  let sum = 0
  for (let row = from; row < end; row += 1) sum += heightOf(row)
  return sum
}

/**
 * Where pages end, so that no chart and no table that fits a page is cut in two.
 * @returns `breaks`: rows, from 0, each the last one of its page; `pages`: how many there are; `cuts`: whether a block is
 * longer than a page and runs on
 */
export function pageBreaks(
  blocks: readonly Block[],
  { page, repeated, heightOf }: Paged,
): { readonly breaks: readonly number[]; readonly pages: number; readonly cuts: boolean } {
  const breaks: number[] = []
  let [used, from, runsOn] = [0, 0, 0]
  for (const [index, block] of blocks.entries()) {
    const gap = heightBetween(from, block.top, heightOf)
    const needed = heightBetween(block.top, block.end, heightOf)
    const begins = index > 0 && used + gap + needed > page
    if (begins) breaks.push(block.top - 1)
    const filled = begins ? repeated + needed : used + gap + needed
    const rest = Math.max(1, page - repeated)
    const further = filled <= page ? 0 : Math.ceil((filled - page) / rest)
    used = further === 0 ? filled : repeated + (filled - page - (further - 1) * rest)
    runsOn += further
    from = block.end
  }
  return { breaks, pages: breaks.length + 1 + runsOn, cuts: runsOn > 0 }
}

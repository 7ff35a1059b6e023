import type { NamedRange, SheetChart, WriteSheet } from 'hucre'
import type { Words } from '#electron/core/words.ts'
import type { Paper } from '#shared/domain/reports/paper.ts'
import { fixedRange } from './a1.ts'
import { textWidth } from './cell-text.ts'
import { gridOf } from './column-widths.ts'
import type { Block } from './page-breaks.ts'
import { planPages } from './page-plan.ts'
import { lineHeight, SheetBuilder } from './sheet-builder.ts'
import { chartOf, chartRows } from './sheet-charts.ts'
import { quotedSheet } from './sheet-name.ts'
import { pageFooter, printNames } from './sheet-print.ts'
import { styles } from './styles.ts'
import { headRows, putTable } from './table-rows.ts'

/** A sheet, and the names of the workbook that belong to it. */
export interface MadeSheet {
  readonly sheet: WriteSheet
  readonly names: readonly NamedRange[]
}

/** Between two facts in a line. */
const between = '　'
/** Between a table and what follows, in points. */
const gap = 10

/**
 * A paper as a sheet: title and what it covers, its tables one below the other, each with its charts, and the checks at
 * the foot; set up to be printed as it is.
 */
export function paperSheet(paper: Paper, name: string, words: Words): MadeSheet {
  const { tables } = paper
  const grid = gridOf(tables)
  const build = new SheetBuilder(grid.widths)
  putTitle(build, paper, words)
  const charts: SheetChart[] = []
  const blocks: Block[] = []
  let heads: readonly [number, number] | undefined
  for (const [index, table] of tables.entries()) {
    if (index > 0) build.next(gap)
    const top = index > 0 ? build.row : 0
    if (table.title !== undefined) putLine(build, table.title, styles.tableTitle, 20)
    const head = build.row
    const place = putTable(build, table, grid.spansOf(table))
    heads ??= [head, head + headRows(table) - 1]
    blocks.push({ top, end: build.row })
    for (const chart of table.charts ?? []) {
      // The row between goes with the chart: it is not glued to the heads of a new page.
      build.next(gap)
      const drawn = chartOf(chart, table, place, build, name)
      if (drawn === undefined) continue
      charts.push(drawn)
      const end = build.row + chartRows
      blocks.push({ top: build.row - 1, end })
      while (build.row < end) build.next()
    }
  }
  putChecks(build, paper)
  // The checks stay with what is above them.
  const last = blocks.pop()
  if (last) blocks.push({ top: last.top, end: build.row })
  const lastRow = Math.max(0, build.row - 1)
  const isForm = tables.every((table) => table.isForm)
  const isOne = tables.length === 1 && heads !== undefined && !isForm
  const frozen: readonly [number, number] = isOne && heads ? heads : [0, 0]
  const { setup, breaks, pages, cuts } = planPages({
    blocks,
    widths: build.widths,
    landscape: paper.landscape,
    heightOf: (row) => build.rowDefs.get(row)?.height ?? lineHeight,
    repeated: frozen,
    onePage: isForm,
  })
  // Heads above a page that only holds the chart would be heads of nothing: there the title stands.
  const repeated: readonly [number, number] = pages === 1 || cuts ? frozen : [0, 0]
  return {
    sheet: {
      name,
      columns: build.widths.map((width) => ({ width: width + 1 })),
      cells: build.cells,
      merges: build.merges,
      rowDefs: build.rowDefs,
      freezePane: { rows: frozen[1] + 1, ...(build.widths.length > 6 && { columns: 1 }) },
      pageSetup: setup,
      headerFooter: { oddFooter: pageFooter(paper, words) },
      view: { showGridLines: false },
      ...(charts.length > 0 && { charts }),
      ...(breaks.length > 0 && { rowBreaks: [...breaks] }),
    },
    names: printNames(name, {
      area: `${quotedSheet(name)}!${fixedRange([0, lastRow], [0, build.lastColumn])}`,
      repeated,
    }),
  }
}

/** One text over the whole width. */
function putLine(
  build: SheetBuilder,
  text: string,
  style: (typeof styles)[keyof typeof styles],
  least = lineHeight,
): void {
  build.putAcross(0, build.lastColumn, text, style)
  build.next(Math.max(least, build.heightOf(text, 0, build.lastColumn)))
}

/** Title, venue, what the paper covers, and who made it when. */
export function putTitle(build: SheetBuilder, paper: Paper, words: Words): void {
  putLine(build, paper.title, styles.title, 26)
  putLine(build, `${paper.venue} · ${paper.made}`, styles.under)
  for (const line of factLines(build, paper, words)) putLine(build, line, styles.under)
  build.next(6)
}

/** Facts side by side, as many as stand in one line. */
function factLines(build: SheetBuilder, { facts }: Paper, words: Words): string[] {
  const width = build.widths.reduce((sum, one) => sum + one, 0)
  const lines: string[] = []
  for (const fact of facts) {
    const text = words('workbook.fact', { ...fact })
    const beside = `${lines.at(-1) ?? ''}${between}${text}`
    if (lines.length > 0 && textWidth(beside) < width * 0.9) lines[lines.length - 1] = beside
    else lines.push(text)
  }
  return lines
}

function putChecks(build: SheetBuilder, { checks }: Paper): void {
  if (checks.length === 0) return
  build.next(6)
  for (const { ok, text } of checks) putLine(build, `${ok ? '✓' : '✗'} ${text}`, ok ? styles.good : styles.bad)
}

import type { NamedRange, SheetChart, WriteSheet } from 'hucre'
import type { Words } from '#electron/core/words.ts'
import type { Paper } from '#shared/domain/reports/paper.ts'
import { fixedRange } from './a1.ts'
import { columnWidths } from './column-widths.ts'
import { type Block, pageBreaks } from './page-breaks.ts'
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

/** A table of so many rows begins a page of its own. */
const longTable = 20

/**
 * A paper as a sheet: title and what it covers, its tables one below the other, each with its charts, and the checks at
 * the foot; set up to be printed as it is.
 */
export function paperSheet(paper: Paper, name: string, words: Words): MadeSheet {
  const { tables } = paper
  const build = new SheetBuilder(columnWidths(tables))
  putTitle(build, paper, words)
  const charts: SheetChart[] = []
  const blocks: Block[] = []
  let heads: readonly [number, number] | undefined
  for (const [index, table] of tables.entries()) {
    if (index > 0) build.skip()
    const top = index > 0 ? build.row : 0
    if (table.title !== undefined) putLine(build, table.title, styles.tableTitle, 20)
    const head = build.row
    const place = putTable(build, table)
    heads ??= [head, head + headRows(table) - 1]
    blocks.push({ top, end: build.row, long: table.rows.length > longTable })
    for (const chart of table.charts ?? []) {
      // The row between goes with the chart: it is not glued to the heads of a new page.
      build.skip()
      const drawn = chartOf(chart, table, place, build, name)
      if (drawn === undefined) continue
      charts.push(drawn)
      blocks.push({ top: build.row - 1, end: build.row + chartRows, long: false })
      build.skip(chartRows)
    }
  }
  putChecks(build, paper)
  const lastRow = Math.max(0, build.row - 1)
  const isForm = tables.every((table) => table.isForm)
  const isOne = tables.length === 1 && heads !== undefined && !isForm
  const repeated: readonly [number, number] = isOne && heads ? heads : [0, 0]
  const breaks = pageBreaks(blocks, {
    widths: build.widths,
    landscape: paper.landscape,
    repeated,
    heightOf: (row) => build.rowDefs.get(row)?.height ?? lineHeight,
  })
  return {
    sheet: {
      name,
      columns: build.widths.map((width) => ({ width: width + 1 })),
      cells: build.cells,
      merges: build.merges,
      rowDefs: build.rowDefs,
      freezePane: { rows: repeated[1] + 1, ...(build.widths.length > 6 && { columns: 1 }) },
      // A form is one sheet of paper.
      pageSetup: { ...pageSetup(paper.landscape), ...(isForm && { fitToHeight: 1 }) },
      headerFooter: { oddFooter: pageFooter(paper, words) },
      view: { showGridLines: false },
      ...(charts.length > 0 && { charts }),
      ...(breaks.length > 0 && !isForm && { rowBreaks: breaks }),
    },
    names: printNames(name, {
      area: `${quotedSheet(name)}!${fixedRange([0, lastRow], [0, build.lastColumn])}`,
      repeated,
    }),
  }
}

/** A4, as wide as the page and as long as it gets. */
export const pageSetup = (landscape: boolean): NonNullable<WriteSheet['pageSetup']> => ({
  paperSize: 'a4',
  orientation: landscape ? 'landscape' : 'portrait',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
  margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
})

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
  for (const fact of paper.facts) putLine(build, words('workbook.fact', { ...fact }), styles.under)
  build.next(6)
}

function putChecks(build: SheetBuilder, { checks }: Paper): void {
  if (checks.length === 0) return
  build.next(6)
  for (const { ok, text } of checks) putLine(build, `${ok ? '✓' : '✗'} ${text}`, ok ? styles.good : styles.bad)
}

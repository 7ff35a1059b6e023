import type { ListRow } from '#electron/core/lists/list.ts'
import type { Words } from '#electron/core/words.ts'
import type { Paper, PaperColumn } from '#shared/domain/reports/paper.ts'
import { fixedRange } from './a1.ts'
import { gridOf } from './column-widths.ts'
import { pageSetup } from './page-plan.ts'
import { type MadeSheet, putTitle } from './paper-sheet.ts'
import { SheetBuilder } from './sheet-builder.ts'
import { quotedSheet } from './sheet-name.ts'
import { pageFooter, printNames } from './sheet-print.ts'
import { styles, tableStyle } from './styles.ts'
import { putHead } from './table-rows.ts'

/** More rows than a sheet has, leaving room for the title. */
export const mostSheetRows = 1_048_000

/** Rows that are written into a sheet as they are read, below what stands in it already. */
export interface StreamedRows {
  readonly columns: readonly PaperColumn[]
  /** Row of the sheet, from 0, the first of them goes to. */
  readonly first: number
  readonly count: number
  readonly pages: AsyncIterable<readonly ListRow[]>
}

export interface StreamedSheet extends MadeSheet {
  readonly rows?: StreamedRows
}

/**
 * The sheet of a list: title, frozen heads, a filter on every column. Below the heads stand two rows without content that
 * show how a cell of each column looks, plain and as a text that must not become a formula; the rows take their place.
 * @param isPrinted false: what stands above the rows is printed, and the heads, for a sheet that goes with others
 */
export function listSheet(
  frame: Paper,
  name: string,
  words: Words,
  count: number,
  pages: AsyncIterable<readonly ListRow[]>,
  isPrinted = true,
): StreamedSheet {
  const [table] = frame.tables
  const columns = table?.columns ?? []
  const build = new SheetBuilder(gridOf(frame.tables).widths)
  putTitle(build, frame, words)
  const head = build.row
  putHead(build, columns)
  const first = build.row
  const lastColumn = Math.max(0, columns.length - 1)
  if (count === 0) {
    build.putAcross(0, lastColumn, table?.empty ?? null, styles.empty)
    build.next(20)
  } else
    for (const formulaLike of [false, true]) {
      for (const [at, column] of columns.entries())
        build.put(at, null, tableStyle('row', column.unit, undefined, formulaLike))
      build.skip()
    }
  const lastRow = first + Math.max(1, count) - 1
  return {
    sheet: {
      name,
      columns: build.widths.map((width) => ({ width: width + 1 })),
      cells: build.cells,
      merges: build.merges,
      rowDefs: build.rowDefs,
      freezePane: { rows: first, columns: 1 },
      pageSetup: pageSetup(frame.landscape),
      headerFooter: { oddFooter: pageFooter(frame, words) },
      view: { showGridLines: false },
      ...(count > 0 && { autoFilter: { range: fixedRange([head, lastRow], [0, lastColumn]).replaceAll('$', '') } }),
    },
    names: printNames(name, {
      area: `${quotedSheet(name)}!${fixedRange([0, isPrinted ? lastRow : head], [0, lastColumn])}`,
      repeated: [head, first - 1],
    }),
    ...(count > 0 && { rows: { columns, first, count, pages } }),
  }
}

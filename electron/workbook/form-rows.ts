import type { PaperColumn, PaperTable, PaperValue } from '#shared/domain/reports/paper.ts'
import { isFormulaLike } from './cell-text.ts'
import type { SheetBuilder } from './sheet-builder.ts'
import { styles, tableStyle } from './styles.ts'

/** A line somebody writes by hand, in points: 8.6 mm. */
const handLine = 24

/** Writes a form's boxes from the builder's row on: what is asked shaded, the answer beside it, the last one across. */
export function putForm(build: SheetBuilder, { columns, rows }: PaperTable): void {
  const last = columns.length - 1
  for (const { cells, lines = 1 } of rows) {
    const filled = columns.filter(({ key }) => cells[key] !== undefined).length
    let height = handLine * lines
    for (let at = 0; at < filled; at += 2) {
      const answer = textOf(cells, columns[at + 1])
      const isTyped = answer !== null && answer.length <= 255 && isFormulaLike(answer)
      const to = at + 2 < filled ? at + 1 : last
      build.put(at, textOf(cells, columns[at]), styles.asked)
      build.putAcross(at + 1, to, answer, tableStyle('row', 'text', undefined, isTyped))
      height = Math.max(height, build.heightOf(answer ?? '', at + 1, to))
    }
    build.next(height)
  }
}

function textOf(cells: Readonly<Record<string, PaperValue>>, column: PaperColumn | undefined): string | null {
  const value = column && cells[column.key]
  return value === undefined || value === null ? null : String(value)
}

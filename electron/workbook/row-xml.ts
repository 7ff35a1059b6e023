import type { ListRow } from '#electron/core/lists/list.ts'
import type { PaperColumn } from '#shared/domain/reports/paper.ts'
import { columnLetters } from './a1.ts'
import { cellText, isFormulaLike } from './cell-text.ts'
import { cellValue } from './unit-value.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is written in another way
const special = /[&<>\u0000-\u0008\u000b-\u001f]/g

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A text inside an element; control characters in Excel's own way of writing them. */
export const xmlText = (text: string): string =>
  text.replace(
    special,
    (character) => entities[character] ?? `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )

// Blanks at the edges, and line ends, are only kept when asked for.
const edged = /^\s|\s$|[\t\n]/

/** How a column's cells look, by the number of their style: plain, and as a text that must stay one. */
export interface ColumnStyle {
  readonly plain: string
  readonly formulaLike: string
}

/** What stays the same in each cell of a column. */
interface ColumnXml {
  readonly column: PaperColumn
  readonly letters: string
  readonly style: ColumnStyle
}

/** Writes rows as they stand in a sheet's XML. */
export function rowWriter(
  columns: readonly PaperColumn[],
  styles: readonly ColumnStyle[],
): (row: ListRow, at: number) => string {
  const kept: readonly ColumnXml[] = columns.map((column, index) => ({
    column,
    letters: columnLetters(index),
    style: styles[index] ?? { plain: '0', formulaLike: '0' },
  }))
  return (row, at) => {
    let cells = ''
    for (let index = 0; index < kept.length; index += 1) {
      const { column, letters, style } = kept[index] as ColumnXml
      const value = cellValue(row[index], column.unit)
      const where = `<c r="${letters}${at}" s="`
      if (value === null) cells += `${where}${style.plain}"/>`
      else if (typeof value === 'number') cells += `${where}${style.plain}"><v>${value}</v></c>`
      else {
        const text = xmlText(cellText(value))
        const kind = value.length <= 255 && isFormulaLike(value) ? style.formulaLike : style.plain
        const element = edged.test(text) ? '<t xml:space="preserve">' : '<t>'
        cells += `${where}${kind}" t="inlineStr"><is>${element}${text}</t></is></c>`
      }
    }
    return `<row r="${at}">${cells}</row>`
  }
}

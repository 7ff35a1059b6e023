import type { ListRow } from '#electron/core/lists/list.ts'
import type { PaperColumn } from '#shared/domain/reports/paper.ts'
import { columnLetters } from './a1.ts'
import type { ByteWriter } from './byte-writer.ts'
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

// One look tells whether a text has anything in it that XML or Excel would read as something else.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const needsCare = /[&<>_\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/

/** What stays the same in each cell of a column: what comes before and behind the row's number. */
interface ColumnXml {
  readonly unit: PaperColumn['unit']
  readonly begins: string
  readonly blank: string
  readonly number: string
  readonly text: string
  readonly formulaLike: string
}

const textBegins = (style: string): string => `" s="${style}" t="inlineStr"><is><t`

function columnXml({ unit }: PaperColumn, index: number, style: ColumnStyle): ColumnXml {
  return {
    unit,
    begins: `<c r="${columnLetters(index)}`,
    blank: `" s="${style.plain}"/>`,
    number: `" s="${style.plain}"><v>`,
    text: textBegins(style.plain),
    formulaLike: textBegins(style.formulaLike),
  }
}

function putText(bytes: ByteWriter, column: ColumnXml, value: string): void {
  bytes.ascii(value.length <= 255 && isFormulaLike(value) ? column.formulaLike : column.text)
  bytes.ascii(edged.test(value) ? ' xml:space="preserve">' : '>')
  bytes.utf8(value.length > 255 || needsCare.test(value) ? xmlText(cellText(value)) : value)
  bytes.ascii('</t></is></c>')
}

/** Writes rows as they stand in a sheet's XML. */
export function rowWriter(
  bytes: ByteWriter,
  columns: readonly PaperColumn[],
  styles: readonly ColumnStyle[],
): (row: ListRow, at: number) => void {
  const kept = columns.map((column, index) =>
    columnXml(column, index, styles[index] ?? { plain: '0', formulaLike: '0' }),
  )
  return (row, at) => {
    const number = String(at)
    bytes.ascii('<row r="')
    bytes.ascii(number)
    bytes.ascii('">')
    for (let index = 0; index < kept.length; index += 1) {
      const column = kept[index] as ColumnXml
      const value = cellValue(row[index], column.unit)
      bytes.ascii(column.begins)
      bytes.ascii(number)
      if (value === null) bytes.ascii(column.blank)
      else if (typeof value === 'string') putText(bytes, column, value)
      else {
        bytes.ascii(column.number)
        bytes.ascii(String(value))
        bytes.ascii('</v></c>')
      }
    }
    bytes.ascii('</row>')
  }
}

import { rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { ListRow } from '#electron/core/lists/list.ts'
import type { Paper, PaperColumn, PaperTable, PaperValue, Unit } from '#shared/domain/reports/paper.ts'
import { isFormulaLike } from './cell-text.ts'

// UTF-8 with its mark, so that Excel and WPS read Chinese as Chinese; lines end as RFC 4180 has it.
const mark = '\ufeff'
const lineEnd = '\r\n'

// A reader may stop at the first of them; tab and line ends stay.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g

/**
 * A text as one field. What a spreadsheet would take for a formula gets an apostrophe in front, the sign by which Excel
 * and WPS mark a text; it is shown, and nothing is calculated. Numbers of our own are never marked.
 */
export function csvText(text: string): string {
  const plain = text.toWellFormed().replace(unprintable, ' ')
  const inert = isFormulaLike(text) ? `'${plain}` : plain
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

const mostDigits = 1e9

/** Numbers as they are counted, without the dust of binary fractions; money in yuan, moments with a blank. */
function csvValue(value: PaperValue | undefined, unit: Unit): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string')
    return unit === 'moment' && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value) ? value.replace('T', ' ') : csvText(value)
  if (!Number.isFinite(value)) return ''
  if (unit === 'cents') return (value / 100).toFixed(2)
  return String(Math.round(value * mostDigits) / mostDigits)
}

const line = (fields: readonly string[]): string => fields.join(',') + lineEnd

const headOf = (columns: readonly PaperColumn[]): string =>
  line(columns.map(({ group, title }) => csvText(group === undefined ? title : `${group} ${title}`)))

const rowLine = (columns: readonly PaperColumn[], row: ListRow): string =>
  line(columns.map((column, index) => csvValue(row[index], column.unit)))

function tableText(table: PaperTable): string {
  const rows = table.rows.map((row) =>
    line(table.columns.map(({ key, unit }) => csvValue(row.cells[key], row.units?.[key] ?? unit))),
  )
  return headOf(table.columns) + rows.join('')
}

/** A paper's tables as plain text: one after the other, each under its title, a blank line between them. */
export function paperCsv({ tables }: Paper): string {
  return (
    mark +
    tables
      .map((table) => (table.title === undefined ? '' : line([csvText(table.title)])) + tableText(table))
      .join(lineEnd)
  )
}

/** Writes a list of any length, page by page. Answers the file's length; nothing is left behind when it fails. */
export async function writeListCsv(
  target: string,
  columns: readonly PaperColumn[],
  pages: AsyncIterable<readonly ListRow[]>,
  onRows: (rows: number) => void,
): Promise<number> {
  const file = await open(target, 'wx', 0o600)
  let bytes = 0
  const append = async (text: string) => {
    bytes += (await file.write(text)).bytesWritten
  }
  try {
    await append(mark + headOf(columns))
    for await (const page of pages) {
      await append(page.map((row) => rowLine(columns, row)).join(''))
      onRows(page.length)
    }
    return bytes
  } catch (error) {
    rmSync(target, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

import { rmSync } from 'node:fs'
import { type WorkbookProperties, writeXlsx } from 'hucre'
import { columnLetters } from './a1.ts'
import { ByteWriter } from './byte-writer.ts'
import type { StreamedRows, StreamedSheet } from './list-sheet.ts'
import { type ColumnStyle, rowWriter } from './row-xml.ts'
import { withQuietGrid } from './sheet-charts.ts'
import { plainFont } from './styles.ts'
import { ZipFile } from './zip-file.ts'
import { unpacked, type ZipPart, zipParts } from './zip-parts.ts'

/**
 * Writes a workbook to a file. hucre makes it whole, with two sample rows where a sheet's rows are many; those sheets are
 * then packed anew with their rows in place, page by page, so that a hundred thousand of them need no more memory than
 * one page. Answers the file's length; nothing is left behind when it fails.
 */
export async function writeWorkbook(
  target: string,
  sheets: readonly StreamedSheet[],
  properties: WorkbookProperties,
  onRows: (rows: number) => void,
): Promise<number> {
  const whole = await writeXlsx({
    sheets: sheets.map(({ sheet }) => sheet),
    namedRanges: sheets.flatMap(({ names }) => names),
    defaultFont: plainFont,
    properties,
  })
  const streamed = new Map<string, StreamedRows>(
    sheets.flatMap(({ rows }, index) => (rows ? [[`xl/worksheets/sheet${index + 1}.xml`, rows]] : [])),
  )
  const file = await ZipFile.create(target)
  try {
    for (const part of zipParts(whole)) {
      const rows = streamed.get(part.name)
      if (rows) await file.add(part.name, filled(part, rows, onRows))
      else if (part.name.startsWith('xl/charts/chart')) await file.add(part.name, once(withQuietGrid(unpacked(part))))
      else await file.copy(part)
    }
    return await file.finish()
  } catch (error) {
    rmSync(target, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

async function* once(text: string): AsyncIterable<Buffer> {
  yield Buffer.from(text)
}

/** A sheet's XML with its rows in place of the two that show how they look. */
async function* filled(part: ZipPart, rows: StreamedRows, onRows: (rows: number) => void): AsyncIterable<Buffer> {
  const xml = unpacked(part)
  const plain = xml.indexOf(`<row r="${rows.first + 1}"`)
  const second = xml.indexOf(`<row r="${rows.first + 2}"`, plain)
  const end = xml.indexOf('</sheetData>', second)
  if (plain < 0 || second < 0 || end < 0) throw new RangeError('a sheet without its sample rows')
  const bytes = new ByteWriter()
  const write = rowWriter(bytes, rows.columns, samples(rows, xml.slice(plain, second), xml.slice(second, end)))
  yield Buffer.from(withDimension(xml.slice(0, plain), rows))
  let at = rows.first
  for await (const page of rows.pages) {
    for (const row of page) {
      at += 1
      write(row, at)
    }
    yield bytes.take()
    onRows(page.length)
  }
  yield Buffer.from(xml.slice(end))
}

/** Styles of each column, read from the sample rows. */
function samples({ columns }: StreamedRows, plain: string, formulaLike: string): ColumnStyle[] {
  const styleIn = (row: string, index: number) =>
    new RegExp(`<c r="${columnLetters(index)}\\d+" s="(\\d+)"`).exec(row)?.[1] ?? '0'
  return columns.map((_, index) => ({ plain: styleIn(plain, index), formulaLike: styleIn(formulaLike, index) }))
}

const withDimension = (head: string, { first, count, columns }: StreamedRows): string =>
  head.replace(
    /<dimension ref="[^"]*"\/>/,
    `<dimension ref="A1:${columnLetters(Math.max(0, columns.length - 1))}${first + count}"/>`,
  )

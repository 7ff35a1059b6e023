import { read, utils, type WorkBook, type WorkSheet } from 'xlsx'
import type { Paper, PaperTable, PaperValue, Unit } from '#shared/domain/reports/paper.ts'

type PaperCell = PaperValue | undefined

/** Reads a workbook with a reader that has nothing to do with who wrote it. */
export const readBook = (bytes: Buffer): WorkBook =>
  read(bytes, { type: 'buffer', cellNF: true, cellFormula: true, cellStyles: true })

export const sheetOf = (book: WorkBook, name: string): WorkSheet => {
  const sheet = book.Sheets[name]
  if (!sheet) throw new Error(`no sheet ${name}: ${book.SheetNames.join()}`)
  return sheet
}

export interface Cell {
  readonly t: string
  readonly v?: string | number | boolean
  readonly f?: string
  readonly z?: string
}

export const cellOf = (sheet: WorkSheet, row: number, column: number): Cell | undefined =>
  sheet[utils.encode_cell({ r: row, c: column })] as Cell | undefined

/** What a cell says: null where it is blank. */
export const saidIn = (cell: Cell | undefined): string | number | boolean | null =>
  cell?.v === undefined || cell.v === '' ? null : cell.v

const lastRow = (sheet: WorkSheet): number => utils.decode_range(sheet['!ref'] ?? 'A1').e.r

/** Whole minutes are all a moment has; Excel keeps them as a fraction of a day. */
const dayNumber = (text: string): number =>
  (Date.parse(`${text.length > 10 ? text : `${text}T00:00`}:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000

/** A value of the API as it has to stand in a workbook. */
function expected(value: PaperCell, unit: Unit): PaperValue {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return unit === 'cents' ? value / 100 : value
  return unit === 'date' || unit === 'moment' ? dayNumber(value) : value
}

const isSame = (found: unknown, wanted: PaperValue): boolean =>
  typeof wanted === 'number' && typeof found === 'number'
    ? Math.abs(found - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted))
    : found === wanted

/** Where a table stands on a sheet. */
export interface FoundTable {
  readonly head: number
  /** The first row below its heads. */
  readonly first: number
  /** The column of the sheet each of its columns begins in: one may take several. */
  readonly places: readonly number[]
}

/** Finds a table by the title of its first column, from a row on. */
export function findTable(sheet: WorkSheet, table: PaperTable, from = 0): FoundTable {
  const [column] = table.columns
  // A table's title may be the very words its first column begins with.
  let titled = table.title === undefined
  for (let row = from; row <= lastRow(sheet); row += 1)
    if (!titled) titled = saidIn(cellOf(sheet, row, 0)) === table.title
    else if (saidIn(cellOf(sheet, row, 0)) === column?.title) {
      const grouped = table.columns.some((one) => one.group !== undefined)
      // A first column without a group stands beside both rows of heads.
      const first = row + (grouped && column?.group === undefined ? 2 : 1)
      return { head: row, first, places: placesOf(sheet, first - 1, table.columns.length) }
    }
  throw new Error(`no table ${table.key}`)
}

/** Where columns begin, read off the heads: a head over several columns of the sheet is one cell. */
function placesOf(sheet: WorkSheet, headRow: number, columns: number): number[] {
  const places: number[] = []
  let next = 0
  for (let at = 0; at < columns; at += 1) {
    places.push(next)
    const merged = (sheet['!merges'] ?? []).find(({ s, e }) => s.r <= headRow && e.r >= headRow && s.c === next)
    next = (merged?.e.c ?? next) + 1
  }
  return places
}

/** Every cell in which a sheet and the API disagree, table after table; none, when it is right. */
export function differences(sheet: WorkSheet, paper: Paper): string[] {
  const wrong: string[] = []
  let from = 0
  for (const table of paper.tables) {
    const { first, places } = findTable(sheet, table, from)
    for (const [index, row] of table.rows.entries())
      for (const [place, column] of table.columns.entries()) {
        const wanted = expected(row.cells[column.key], row.units?.[column.key] ?? column.unit)
        const found = saidIn(cellOf(sheet, first + index, places[place] ?? place))
        if (!isSame(found, wanted))
          wrong.push(`${table.key} ${row.key} ${column.key}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`)
      }
    from = first + Math.max(1, table.rows.length)
  }
  return wrong
}

/** Cells of a workbook that hold an error of calculation, by their places. */
export function errorsIn(book: WorkBook): string[] {
  return book.SheetNames.flatMap((name) =>
    Object.entries(book.Sheets[name] ?? {}).flatMap(([place, cell]) => {
      if (place.startsWith('!')) return []
      const { t, v, f } = cell as Cell
      const isError = t === 'e' || (f !== undefined && typeof v === 'string' && /^(Err:\d+|#\w+[!?])/.test(v))
      return isError ? [`${name}!${place} ${String(v)}`] : []
    }),
  )
}

/** All formulas of a workbook, by sheet and place. */
export const formulasIn = (book: WorkBook): Map<string, string> =>
  new Map(
    book.SheetNames.flatMap((name) =>
      Object.entries(book.Sheets[name] ?? {}).flatMap(([place, cell]) => {
        const { f } = cell as Cell
        return place.startsWith('!') || f === undefined ? [] : [[`${name}!${place}`, f] as const]
      }),
    ),
  )

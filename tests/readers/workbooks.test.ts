import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WorkBook } from 'xlsx'
import { scoreColours } from '#electron/workbook/sheet-charts.ts'
import { palette } from '#renderer/ui/tokens.ts'
import type { Paper } from '#shared/domain/reports/paper.ts'
import type { DeskDriver } from '#tests/builders/desk-driver.ts'
import { takeFile } from '#tests/builders/files.ts'
import { LibreOffice, readPdf } from '#tests/builders/libre-office.ts'
import { packageParts, xmlFault } from '#tests/builders/package-parts.ts'
import { busyMonth, closedDay, oddNames, today } from './busy-month.ts'
import { everyKind, hostilePaper, hostileTexts, writePaperFile } from './hostile-paper.ts'
import { cellOf, differences, errorsIn, findTable, formulasIn, readBook, saidIn, sheetOf } from './reading.ts'

const day = `from=${today}&to=${today}`

/** One of each kind, by the name it is kept under. */
const files = {
  entriesDay: `entries.xlsx?period=day&date=${closedDay}`,
  usageDay: `usage.xlsx?period=day&date=${today}`,
  usageWeek: `usage.xlsx?period=week&date=${closedDay}`,
  entriesWeek: `entries.xlsx?period=week&date=${closedDay}`,
  entriesMonth: `entries.xlsx?period=month&date=${today}`,
  usageMonth: `usage.xlsx?period=month&date=${closedDay}`,
  coupons: `coupons.xlsx?period=month&date=${today}`,
  comments: `comments.xlsx?period=month&date=${today}`,
  vip: `vip.xlsx?period=month&date=${today}`,
  operations: `operations.xlsx?from=2026-05-01&to=${today}`,
  bookings: `list-bookings.xlsx?${day}`,
  stays: `list-stays.xlsx?from=2026-05-01&to=${today}`,
  uses: `list-uses.xlsx?${day}`,
  waitlist: `list-waitlist.xlsx?${day}`,
  refusals: `list-refusals.xlsx?${day}`,
  calls: `list-calls.xlsx?${day}`,
  day: `day.xlsx?date=${closedDay}`,
  month: `month.xlsx?date=${today}`,
} as const
type Name = keyof typeof files | 'hostile' | 'wrong'
const names = [...(Object.keys(files) as (keyof typeof files)[]), 'hostile', 'wrong'] as const

const single = (Object.keys(files) as (keyof typeof files)[]).filter((name) => name !== 'month' && name !== 'day')

/** As LibreOffice prints them. */
const printed = [
  'entriesDay',
  'usageDay',
  'entriesWeek',
  'usageWeek',
  'entriesMonth',
  'usageMonth',
  'operations',
  'coupons',
  'bookings',
  'day',
  'month',
  'hostile',
] as const

/** Sheets of the month's workbook that are held against the API, and what they show. */
const ofMonth = [
  ['第19周', 'period=week&date=2026-05-05'],
  ['第20周', `period=week&date=${today}`],
  ['5月1日', 'period=day&date=2026-05-01'],
  ['5月11日', `period=day&date=${closedDay}`],
  ['5月12日', `period=day&date=${today}`],
] as const

/** The address a file's figures are answered at. */
const paperAt = (name: keyof typeof files) => `/reports/${files[name].replace(/\.xlsx\?/, '/paper?')}`

const folder = mkdtempSync(join(tmpdir(), 'desk-readers-'))
const pathOf = (name: string, where: 'made' | 'read' | 'printed' = 'made') =>
  join(folder, where, `${name}.${where === 'printed' ? 'pdf' : 'xlsx'}`)

let desk: DeskDriver
const books = new Map<Name, WorkBook>()
/** The same, calculated anew and written by LibreOffice. */
const calculated = new Map<Name, WorkBook>()
const bookOf = (name: Name, from = books) => from.get(name) as WorkBook
/** What the API said of the figures, asked before anybody else reads the files. */
const papers = new Map<string, Paper>()
const paperOf = (path: string): Paper => {
  const found = papers.get(path)
  if (!found) throw new Error(`not asked: ${path}`)
  return found
}
type Counts = Readonly<Record<string, { readonly entries: number; readonly guests: number }>>
let entriesOfMonth: { readonly total: Counts; readonly adjustments: readonly { readonly cells: Counts }[] }
let plainBookings: Buffer

beforeAll(async () => {
  for (const where of ['made', 'read', 'printed']) mkdirSync(join(folder, where))
  desk = await busyMonth(join(folder, 'data'))
  for (const [name, path] of Object.entries(files)) {
    const { status, bytes } = await takeFile(desk, `/reports/${path}`)
    if (status !== 200) throw new Error(`${path}: ${status} ${bytes.toString()}`)
    writeFileSync(pathOf(name), bytes)
  }
  const addresses = [
    ...single.map(paperAt),
    `/reports/usage/paper?period=month&date=${today}`,
    ...ofMonth.flatMap(([, query]) => [`/reports/entries/paper?${query}`, `/reports/usage/paper?${query}`]),
  ]
  for (const path of addresses) papers.set(path, (await desk.get<object>(path)).body as unknown as Paper)
  entriesOfMonth = (await desk.get<typeof entriesOfMonth>(`/reports/entries?period=month&date=${today}`)).body
  plainBookings = (await takeFile(desk, `/reports/list-bookings.csv?${day}`)).bytes
  await writePaperFile(hostilePaper, pathOf('hostile'))
  // Beside its sum stands another figure: only who calculates anew finds out.
  const wrong = new Map([['2,0', { formula: 'SUM(A1:A2)', formulaResult: 99 }]])
  writeFileSync(pathOf('wrong'), await writeXlsx({ sheets: [{ name: '错', rows: [[1], [2]], cells: wrong }] }))
  for (const name of names) books.set(name, readBook(readFileSync(pathOf(name))))
  const office = new LibreOffice(folder)
  await office.convert(
    names.map((name) => pathOf(name)),
    'xlsx',
    join(folder, 'read'),
  )
  await office.convert(
    printed.map((name) => pathOf(name)),
    'pdf',
    join(folder, 'printed'),
  )
  for (const name of names) calculated.set(name, readBook(readFileSync(pathOf(name, 'read'))))
}, 480_000)
afterAll(async () => {
  expect(desk.hub.defects).toEqual([])
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('every workbook', () => {
  it.each(names)('%s is a sound archive of well-formed XML, none of it written twice', (name) => {
    const parts = packageParts(readFileSync(pathOf(name)))
    const faults = [...parts].flatMap(([, text]) => xmlFault(text.replace(/^\ufeff/, '')) ?? [])
    expect(faults).toEqual([])
    expect(parts.has('[Content_Types].xml') && parts.has('xl/workbook.xml')).toBe(true)
    // Each part that is referred to is there, and each sheet is referred to.
    const types = parts.get('[Content_Types].xml') ?? ''
    const named = [...types.matchAll(/PartName="\/([^"]+)"/g)].map((found) => found[1] ?? '')
    expect(named.filter((part) => !parts.has(part))).toEqual([])
  })

  it.each(names.filter((name) => name !== 'wrong'))(
    '%s opens without an error in any cell, calculated anew',
    (name) => {
      expect(bookOf(name, calculated).SheetNames).toEqual(bookOf(name).SheetNames)
      expect(errorsIn(bookOf(name, calculated))).toEqual([])
      expect(errorsIn(bookOf(name))).toEqual([])
    },
  )

  it('is really calculated anew by who reads it here', () => {
    expect(cellOf(sheetOf(bookOf('wrong'), '错'), 2, 0)?.v).toBe(99)
    expect(cellOf(sheetOf(bookOf('wrong', calculated), '错'), 2, 0)?.v).toBe(3)
  })
})

describe('figures', () => {
  it.each(single)('of %s are the API’s, as written and as calculated anew', (name) => {
    const paper = paperOf(paperAt(name))
    for (const from of [books, calculated]) {
      const book = bookOf(name, from)
      expect(differences(sheetOf(book, book.SheetNames[0] ?? ''), paper)).toEqual([])
    }
  })

  it('of the month’s workbook are those of its month, of each week and of each day', () => {
    const names = bookOf('month').SheetNames
    expect(names.slice(0, 4)).toEqual(['进场汇总', '使用汇总', '第18周', '第19周'])
    expect(names.slice(-4)).toEqual(['5月12日', '进场明细', '使用明细', '说明'])
    expect(names).toHaveLength(2 + 3 + 12 + 3)
    const summaries = [
      ['进场汇总', paperOf(`/reports/entries/paper?period=month&date=${today}`)],
      ['使用汇总', paperOf(`/reports/usage/paper?period=month&date=${today}`)],
    ] as const
    for (const [sheet, paper] of summaries)
      for (const from of [books, calculated])
        expect(differences(sheetOf(bookOf('month', from), sheet), paper)).toEqual([])
    for (const [sheet, query] of ofMonth) {
      const [entries, usage] = [paperOf(`/reports/entries/paper?${query}`), paperOf(`/reports/usage/paper?${query}`)]
      const both: Paper = { ...entries, tables: [...entries.tables, ...usage.tables] }
      for (const from of [books, calculated])
        expect(differences(sheetOf(bookOf('month', from), sheet), both)).toEqual([])
    }
  })

  it('of the month are what the raw facts add up to', () => {
    const sheet = sheetOf(bookOf('month'), '进场明细')
    const { tables } = paperOf(paperAt('stays'))
    const [table] = tables
    if (!table) throw new Error('no table')
    const { first } = findTable(sheet, table)
    const party = table.columns.findIndex((column) => column.key === 'party')
    const guests: number[] = []
    for (let row = first; saidIn(cellOf(sheet, row, 0)) !== null; row += 1)
      guests.push(Number(saidIn(cellOf(sheet, row, party))))
    const { total, adjustments } = entriesOfMonth
    const corrected = adjustments.reduce((sum, { cells }) => sum + (cells.total?.guests ?? 0), 0)
    expect(corrected).toBe(1)
    expect(guests.length).toBe(total.total?.entries)
    expect(guests.reduce((sum, one) => sum + one, 0)).toBe((total.total?.guests ?? 0) + corrected)
    expect(guests.length).toBeGreaterThan(500)
  })
})

describe('a correction of a closed day', () => {
  it('has its own line, and a sum of its own that is a formula', () => {
    const book = bookOf('entriesDay')
    const sheet = sheetOf(book, book.SheetNames[0] ?? '')
    const [table] = paperOf(paperAt('entriesDay')).tables
    if (!table) throw new Error('no table')
    const { first } = findTable(sheet, table)
    const rowOf = (key: string) => first + table.rows.findIndex((row) => row.key === key)
    const column = table.columns.findIndex((one) => one.key === 'guests.total')
    expect(saidIn(cellOf(sheet, rowOf('adjustment-0'), 0))).toContain('的更正')
    expect(saidIn(cellOf(sheet, rowOf('adjustment-0'), column))).toBe(1)
    expect(cellOf(sheet, rowOf('adjusted'), column)?.f).toMatch(/^SUM\(\w+,\w+\)$/)
  })
})

describe('sums and comparisons', () => {
  it('are formulas that anybody can follow, with their values beside them', () => {
    const book = bookOf('entriesMonth')
    const sheet = sheetOf(book, book.SheetNames[0] ?? '')
    const paper = paperOf(paperAt('entriesMonth'))
    const [table] = paper.tables
    if (!table) throw new Error('no table')
    const { first } = findTable(sheet, table)
    const rowOf = (key: string) => first + table.rows.findIndex((row) => row.key === key)
    const column = table.columns.findIndex((one) => one.key === 'entries.S')
    const letter = String.fromCharCode(65 + column)
    expect(cellOf(sheet, rowOf('total'), column)).toMatchObject({
      f: `SUM(${letter}${first + 1}:${letter}${first + 31})`,
      t: 'n',
      v: table.rows.find((row) => row.key === 'total')?.cells['entries.S'],
    })
    const [total, base] = [rowOf('total') + 1, rowOf('base-previous') + 1]
    expect(cellOf(sheet, rowOf('base-previous-change'), column)?.f).toBe(
      `IF(${letter}${base}=0,"",(${letter}${total}-${letter}${base})/${letter}${base})`,
    )
    expect(cellOf(sheet, rowOf('share'), column)).toMatchObject({ z: '0.0%' })
    expect(cellOf(sheet, rowOf('average-2'), column)?.f).toMatch(/^AVERAGE\(/)
  })

  it('stay blank where they would divide by nothing', () => {
    const blank = [...formulasIn(bookOf('operations')).keys(), ...formulasIn(bookOf('entriesDay')).keys()]
    expect(blank.length).toBeGreaterThan(20)
    const book = bookOf('hostile')
    const ratios = [...formulasIn(book)].filter(([, formula]) => formula.startsWith('IF('))
    expect(ratios).toHaveLength(4)
    for (const from of [books, calculated]) {
      const blank = ratios.filter(([place]) => {
        const [name = '', at = ''] = place.split('!')
        return ((sheetOf(bookOf('hostile', from), name)[at] as { v?: unknown }).v ?? '') === ''
      })
      expect(blank).toHaveLength(2)
    }
  })
})

describe('the look', () => {
  it('dates are dates, money is yuan, rates are per cent, numbers are numbers', () => {
    const sheet = sheetOf(bookOf('bookings'), '预约单')
    const { tables } = paperOf(paperAt('bookings'))
    const [table] = tables
    if (!table) throw new Error('no table')
    const { first } = findTable(sheet, table)
    const cell = (key: string) =>
      cellOf(
        sheet,
        first,
        table.columns.findIndex((column) => column.key === key),
      )
    expect(cell('businessDate')).toMatchObject({ t: 'n', v: 46154, z: 'yyyy-mm-dd' })
    expect(cell('start')).toMatchObject({ t: 'n', z: 'yyyy-mm-dd hh:mm' })
    expect(cell('deposit')).toMatchObject({ t: 'n', v: 200, z: '#,##0.00' })
    expect(cell('party')).toMatchObject({ t: 'n', z: '#,##0' })
    expect(cell('guest')?.t).toBe('s')
  })

  it('heads stand in groups, are frozen and repeated; the page is A4 and numbered', () => {
    const book = bookOf('entriesDay')
    const sheet = sheetOf(book, book.SheetNames[0] ?? '')
    const merged = (sheet['!merges'] ?? []).map((range) => `${range.s.r}:${range.s.c}-${range.e.r}:${range.e.c}`)
    const [head] = [...Array(20).keys()].filter((row) => saidIn(cellOf(sheet, row, 0)) === '时段')
    expect(merged).toContain(`${head}:0-${(head ?? 0) + 1}:0`)
    expect(merged).toContain(`${head}:1-${head}:6`)
    const parts = packageParts(readFileSync(pathOf('entriesDay')))
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? ''
    expect(xml).toContain(`<pane xSplit="1" ySplit="${(head ?? 0) + 2}"`)
    // A day and its chart are one sheet of paper.
    expect(xml).toMatch(/<pageSetup paperSize="9" orientation="(landscape|portrait)" fitToWidth="1" fitToHeight="1"\/>/)
    expect(xml).toContain('第 &amp;P 页，共 &amp;N 页')
    const workbook = parts.get('xl/workbook.xml') ?? ''
    expect(workbook).toContain(`'${book.SheetNames[0]}'!$${(head ?? 0) + 1}:$${(head ?? 0) + 2}`)
    expect(workbook).toMatch(/_xlnm\.Print_Area/)
  })

  it('columns are as wide as their Chinese needs', () => {
    const book = bookOf('entriesMonth')
    const widths = (sheetOf(book, book.SheetNames[0] ?? '')['!cols'] ?? []).map((column) => column.wch ?? 0)
    // 5月12日 周二, and the longest line at the foot.
    expect(widths[0]).toBeGreaterThanOrEqual(20)
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(6)
  })

  it('the month has its charts on its first sheets, drawn from the cells there', () => {
    const parts = packageParts(readFileSync(pathOf('month')))
    const charts = [...parts.keys()].filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name))
    expect(charts).toHaveLength(2)
    const drawn = charts.map((name) => parts.get(name) ?? '').join()
    expect(drawn).toContain('<c:grouping val="stacked"/>')
    expect(drawn).toContain('<c:lineChart>')
    expect(drawn).toMatch(/<c:f>'进场汇总'!\$C\$\d+:\$C\$\d+<\/c:f>/)
  })
})

describe('every unit and every kind of row', () => {
  it('is what the paper says, as written and as calculated anew', () => {
    for (const from of [books, calculated]) {
      const book = bookOf('hostile', from)
      expect(differences(sheetOf(book, book.SheetNames[0] ?? ''), { ...hostilePaper, tables: [everyKind] })).toEqual([])
    }
    expect(formulasIn(bookOf('hostile')).size).toBe(11)
  })
})

describe('hostile texts', () => {
  it('come back as they were, as texts', () => {
    const { tables } = hostilePaper
    const [table] = tables
    if (!table) throw new Error('no table')
    const sheet = sheetOf(bookOf('hostile'), bookOf('hostile').SheetNames[0] ?? '')
    const { first } = findTable(sheet, table)
    const found = hostileTexts.map((_, index) => cellOf(sheet, first + index, 0))
    expect(found.map((cell) => cell?.v)).toEqual(
      hostileTexts.map((text) => text.toWellFormed().replace(/[\ufffe\uffff]/g, '\ufffd')),
    )
    expect(found.filter((cell) => cell?.f !== undefined || cell?.t !== 's')).toEqual([])
  })

  it('are no formulas to LibreOffice either', () => {
    const sums = /^(SUM|AVERAGE|IF)\(|^[A-Z]+\d+-[A-Z]+\d+$/
    for (const name of ['hostile', 'bookings', 'stays', 'waitlist', 'refusals'] as const)
      expect([...formulasIn(bookOf(name, calculated)).values()].filter((formula) => !sums.test(formula))).toEqual([])
    const sheet = sheetOf(bookOf('bookings', calculated), '预约单')
    const texts = new Set(
      Object.values(sheet).flatMap((cell) => (typeof cell?.v === 'string' ? [cell.v as string] : [])),
    )
    for (const name of oddNames) expect(texts).toContain(name)
  })

  it('are inert in plain text: no field begins as a formula does', () => {
    const text = plainBookings.toString()
    expect(text.startsWith('\ufeff预约号,营业日,')).toBe(true)
    expect(text).toContain(",'=1+1,")
    expect(text).toContain(",'@SUM(A1:A9),")
    expect(text).toContain(',"<b>李</b> & ""王""",')
    for (const line of text.slice(1).trimEnd().split('\r\n'))
      for (const field of line.split(',')) expect(field).not.toMatch(/^"?[=+\-@\t]/)
    const book = readBook(plainBookings)
    expect([...formulasIn(book).values()]).toEqual([])
  })
})

describe('columns that tables share', () => {
  it('are not pulled apart by another table’s texts: 按人 of the coupons counts in columns of one width', () => {
    const book = bookOf('coupons')
    const widths = (sheetOf(book, book.SheetNames[0] ?? '')['!cols'] ?? []).map((column) => column.wch ?? 0)
    expect(Math.max(...widths.slice(1)) - Math.min(...widths.slice(1))).toBeLessThanOrEqual(5)
  })

  it('are those of the use in a week’s sheet: the peak above takes two', () => {
    const widths = (sheetOf(bookOf('month'), '第20周')['!cols'] ?? []).map((column) => column.wch ?? 0)
    const figures = widths.slice(1, -1)
    expect(Math.max(...figures) - Math.min(...figures)).toBeLessThanOrEqual(4)
  })
})

describe('colours of scores', () => {
  it('are the screen’s, from the best down', () => {
    const drawn = packageParts(readFileSync(pathOf('comments'))).get('xl/charts/chart1.xml') ?? ''
    const series = [...drawn.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([one]) => one)
    const painted = series.map((one) => /<c:v>([^<]*)<\/c:v>.*?srgbClr val="(\w+)"/s.exec(one)?.slice(1))
    expect(painted).toEqual([5, 4, 3, 2, 1].map((score) => [`${score} 分`, scoreColours[score]]))
    for (const score of [1, 2, 3, 4, 5] as const)
      expect(`#${scoreColours[score]}`).toBe(palette.light[`score-${score}`])
  })
})

describe('on paper', () => {
  it.each([
    ['entriesDay', '包厢进场比较表（日表）', 2],
    ['usageDay', '包厢使用比较表（日表）', 2],
    ['entriesWeek', '包厢进场比较表（周表）', 2],
    ['usageWeek', '包厢使用比较表（周表）', 2],
    ['entriesMonth', '包厢进场比较表（月表）', 2],
    ['usageMonth', '包厢使用比较表（月表）', 3],
    ['operations', '经营概览', 4],
    ['coupons', '生活体验券发放统计表', 2],
    ['bookings', '预约单', 2],
  ] as const)('%s has its title, and as many pages as it should', async (name, title, count) => {
    const { text, pages } = await readPdf(pathOf(name, 'printed'))
    expect(text).toContain(title)
    expect(text).toContain(`第 ${count} 页，共 ${count} 页`)
    expect(text).toContain('说明')
    expect(pages).toBe(count)
  })

  it('heads of a table stand over its rows, never over a page that has but the chart', async () => {
    const { text } = await readPdf(pathOf('usageMonth', 'printed'))
    const [table = '', chart = ''] = text.split('\f')
    expect(table).toContain('节假日')
    expect(chart).toContain('使用率')
    expect(chart).not.toContain('节假日')
  })

  it('each says under which filter it was made', async () => {
    for (const name of ['entriesDay', 'usageMonth', 'operations'] as const)
      expect((await readPdf(pathOf(name, 'printed'))).text).toContain('筛选：全部')
    expect((await readPdf(pathOf('bookings', 'printed'))).text).not.toContain('筛选：')
  })

  it('the day’s workbook has two pages of the overview, one of every other sheet', async () => {
    const { pages } = await readPdf(pathOf('day', 'printed'))
    expect(pages).toBe(bookOf('day').SheetNames.length + 1)
  })

  it('the month’s workbook has each of its sheets, without the hundred pages of raw facts', async () => {
    const { text, pages } = await readPdf(pathOf('month', 'printed'))
    expect(text).toContain('包厢进场比较表（月表）')
    expect(text.match(/包厢进场比较表（日表） · 包厢使用比较表（日表）/g)?.length).toBeGreaterThanOrEqual(12)
    expect(text.match(/明细供查阅，不随工作簿打印/g)).toHaveLength(2)
    // Two for each of the month’s tables and each day, one for whatever else.
    expect(pages).toBeLessThanOrEqual(bookOf('month').SheetNames.length + 2 + 12)
  })
})

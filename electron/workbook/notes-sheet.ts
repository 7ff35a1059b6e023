import type { CellStyle } from 'hucre'
import type { Words } from '#electron/core/words.ts'
import type { Paper } from '#shared/domain/reports/paper.ts'
import { fixedRange } from './a1.ts'
import { planPages } from './page-plan.ts'
import type { MadeSheet } from './paper-sheet.ts'
import { lineHeight, plainCell, SheetBuilder } from './sheet-builder.ts'
import { quotedSheet } from './sheet-name.ts'
import { pageFooter, printNames } from './sheet-print.ts'
import { styles } from './styles.ts'

const widths = [24, 88]

/** 说明: what the workbook covers, what was checked, what every figure means, and who made it when. */
export function notesSheet(papers: readonly Paper[], name: string, words: Words, sheets: readonly string[]): MadeSheet {
  const build = new SheetBuilder(widths)
  const [first] = papers
  build.putAcross(0, 1, words('workbook.notes'), styles.title)
  build.next(26)

  section(build, words('workbook.facts'))
  pair(build, words('workbook.made'), `${first?.venue ?? ''} · ${first?.made ?? ''}`)
  for (const { title, facts } of papers)
    pair(build, title, facts.map((fact) => words('workbook.fact', { ...fact })).join('\n'))

  section(build, words('workbook.checks'))
  const checks = papers.flatMap((paper) => paper.checks.map((check) => ({ ...check, of: paper.title })))
  if (checks.length === 0) pair(build, '', words('workbook.noChecks'))
  for (const { ok, text, of } of checks)
    pair(
      build,
      papers.length > 1 ? of : words(ok ? 'workbook.checkOk' : 'workbook.checkBad'),
      text,
      ok ? styles.good : styles.bad,
    )

  section(build, words('workbook.definitions'))
  const definitions = new Map(papers.flatMap((paper) => paper.definitions.map((one) => [one.name, one.text])))
  for (const [term, text] of definitions) pair(build, term, text)
  pair(build, '', words('workbook.formulas'), styles.under)

  if (sheets.length > 1) {
    section(build, words('workbook.sheets'))
    for (const sheet of sheets) link(build, sheet)
  }
  const { setup } = planPages({
    blocks: [{ top: 0, end: build.row }],
    widths,
    landscape: false,
    heightOf: (row) => build.rowDefs.get(row)?.height ?? lineHeight,
    repeated: [0, -1],
  })
  return {
    sheet: {
      name,
      columns: widths.map((width) => ({ width: width + 1 })),
      cells: build.cells,
      merges: build.merges,
      rowDefs: build.rowDefs,
      pageSetup: setup,
      headerFooter: { oddFooter: pageFooter({ title: words('workbook.notes'), made: first?.made ?? '' }, words) },
      view: { showGridLines: false },
    },
    names: printNames(name, {
      area: `${quotedSheet(name)}!${fixedRange([0, Math.max(0, build.row - 1)], [0, 1])}`,
      repeated: undefined,
    }),
  }
}

function section(build: SheetBuilder, title: string): void {
  build.next(10)
  build.put(0, title, styles.section)
  build.put(1, null, styles.section)
  build.next(20)
}

function pair(build: SheetBuilder, term: string, text: string, style: CellStyle = styles.prose): void {
  build.put(0, term === '' ? null : term, styles.term)
  build.put(1, text, style)
  build.next(Math.max(lineHeight, build.heightOf(text, 1, 1), build.heightOf(term, 0, 0)) + 2)
}

function link(build: SheetBuilder, sheet: string): void {
  build.cells.set(`${build.row},0`, {
    ...plainCell(sheet, styles.link),
    hyperlink: { target: '', location: `${quotedSheet(sheet)}!A1` },
  })
  build.next(lineHeight)
}

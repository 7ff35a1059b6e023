import type { BorderStyle, CellStyle, FontStyle } from 'hucre'
import type { PaperRow, Unit } from '#shared/domain/reports/paper.ts'
import { numberFormats } from './unit-value.ts'

const rgb = (hex: string) => ({ rgb: hex })

/** The face's own light colours, so that screen, print and workbook look like one. */
const colour = {
  ink: '1A1E26',
  quiet: '556070',
  faint: '8C95A3',
  line: 'C3CAD4',
  head: 'E6EDF8',
  weekend: 'EFF3FA',
  holiday: 'FBF0DC',
  total: 'EEF0F3',
  good: '17733F',
  bad: 'B3261E',
} as const

/** In every font of its own: a font that only says it is bold would lose its name and size. */
const family = { name: 'Microsoft YaHei', family: 2, charset: 134 } as const
export const plainFont: FontStyle = { ...family, size: 10, color: rgb(colour.ink) }
const font = (more: FontStyle): FontStyle => ({ ...plainFont, ...more })

const solid = (hex: string): NonNullable<CellStyle['fill']> => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: rgb(hex),
})
const thin = { style: 'thin', color: rgb(colour.line) } as const
const border: BorderStyle = { top: thin, right: thin, bottom: thin, left: thin }
const strong = { style: 'medium', color: rgb(colour.quiet) } as const

/** Styles of what is not a table's cell. */
export const styles = {
  title: { font: font({ size: 16, bold: true }), alignment: { vertical: 'center' } },
  under: { font: font({ color: rgb(colour.quiet) }), alignment: { vertical: 'center', wrapText: true } },
  tableTitle: { font: font({ size: 12, bold: true }), alignment: { vertical: 'center' } },
  group: {
    font: font({ bold: true }),
    fill: solid(colour.head),
    border,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  head: {
    font: font({ bold: true }),
    fill: solid(colour.head),
    border,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  asked: {
    font: font({ color: rgb(colour.quiet) }),
    fill: solid(colour.total),
    border,
    alignment: { horizontal: 'left', vertical: 'center', wrapText: true, indent: 1 },
  },
  empty: { font: font({ color: rgb(colour.quiet) }), border, alignment: { vertical: 'center' } },
  good: { font: font({ color: rgb(colour.good) }), alignment: { vertical: 'center', wrapText: true } },
  bad: { font: font({ color: rgb(colour.bad), bold: true }), alignment: { vertical: 'center', wrapText: true } },
  section: {
    font: font({ size: 12, bold: true }),
    border: { bottom: strong },
    alignment: { vertical: 'center' },
  },
  term: { font: font({ bold: true }), alignment: { vertical: 'top', wrapText: true } },
  prose: { font: font({}), alignment: { vertical: 'top', wrapText: true } },
  link: { font: font({ color: rgb('0958D9'), underline: true }), alignment: { vertical: 'center' } },
} as const satisfies Readonly<Record<string, CellStyle>>

const rowFonts: Readonly<Record<PaperRow['kind'], FontStyle>> = {
  row: plainFont,
  heading: font({ bold: true }),
  adjustment: font({ italic: true }),
  total: font({ bold: true }),
  note: font({ color: rgb(colour.quiet) }),
}

const toneFills: Readonly<Record<NonNullable<PaperRow['tone']>, CellStyle['fill'] | undefined>> = {
  weekend: solid(colour.weekend),
  holiday: solid(colour.holiday),
  faint: undefined,
}

const known = new Map<string, CellStyle>()

/** How a cell of a table looks: by what kind of row it stands in, what it holds, and how its row is set off. */
export function tableStyle(kind: PaperRow['kind'], unit: Unit, tone: PaperRow['tone'], formulaLike = false): CellStyle {
  const key = `${kind}|${unit}|${tone ?? ''}|${formulaLike}`
  const found = known.get(key)
  if (found) return found
  const fill =
    kind === 'total' || kind === 'heading'
      ? solid(kind === 'total' ? colour.total : colour.head)
      : tone && toneFills[tone]
  const style: CellStyle = {
    font: tone === 'faint' ? font({ color: rgb(colour.faint) }) : rowFonts[kind],
    border: kind === 'total' ? { ...border, top: strong } : border,
    alignment: {
      vertical: 'center',
      ...(unit === 'text'
        ? { wrapText: true, horizontal: 'left', indent: 1 }
        : { horizontal: unit === 'date' || unit === 'moment' ? 'center' : 'right' }),
    },
    ...(fill && { fill }),
    // As text through and through: typed into and left again, it is still no formula.
    ...(unit === 'text' ? formulaLike && { numFmt: '@' } : { numFmt: numberFormats[unit] }),
  }
  known.set(key, style)
  return style
}

import type { SheetChart } from 'hucre'
import type { PaperChart, PaperTable, Unit } from '#shared/domain/reports/paper.ts'
import { fixedRange } from './a1.ts'
import { plainText } from './cell-text.ts'
import type { TablePlace } from './formula-text.ts'
import type { SheetBuilder } from './sheet-builder.ts'
import { quotedSheet } from './sheet-name.ts'
import { numberFormats } from './unit-value.ts'

/** Rows of the sheet a chart takes. */
export const chartRows = 16
/** Digits across: a few columns would be as broad as walls over the whole width. */
const chartWidth = { few: 110, many: 170 }
const fewCategories = 6

/** Okabe–Ito, told apart by everybody; in the order in which room types are ranked. */
const seriesColours = ['0072B2', 'E69F00', '009E73', 'CC79A7', 'D55E00', '56B4E9', '8C7A00', '595959'] as const

const frame = 'D9DEE6'
const label = { labelFontSize: 9, labelColor: '556070', majorTickMark: 'none', minorTickMark: 'none' } as const

/** From 1 to 5 as on the screen: from orange over grey to blue. */
export const scoreColours: Readonly<Record<number, string>> = {
  1: 'E58A3C',
  2: 'F6C99B',
  3: 'DDE1E7',
  4: 'B5D2F0',
  5: '6BA5E0',
}

const colourOf = (score: number | undefined, at: number): string =>
  (score === undefined ? undefined : scoreColours[score]) ??
  seriesColours[at % seriesColours.length] ??
  seriesColours[0]

/** A chart in the builder's next rows, drawn from the cells its table stands in; none where the table has no rows. */
export function chartOf(
  chart: PaperChart,
  table: PaperTable,
  place: TablePlace,
  build: SheetBuilder,
  sheet: string,
): SheetChart | undefined {
  const drawn = table.rows.flatMap((row, index) => (row.kind === 'row' ? [index] : []))
  const [first, last] = [drawn.at(0), drawn.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const rows = [place.rowOf(first), place.rowOf(last)] as const
  const range = (column: string) => {
    const at = place.columnOf(column)
    return `${quotedSheet(sheet)}!${fixedRange(rows, [at, at])}`
  }
  const unit: Unit = table.columns.find((column) => column.key === chart.series[0]?.column)?.unit ?? 'count'
  const isLine = chart.kind === 'line'
  return {
    type: chart.kind === 'stackedColumn' ? 'column' : chart.kind,
    title: plainText(chart.title),
    titleFontSize: 12,
    titleBold: true,
    altText: plainText(chart.title),
    ...(!isLine && { gapWidth: drawn.length > fewCategories ? 60 : 150 }),
    ...(chart.kind === 'stackedColumn' && { barGrouping: 'stacked', overlap: 100 }),
    legend: chart.series.length > 1 ? 'bottom' : false,
    legendFontSize: 9,
    // Hours that have not come yet are left out, not drawn down to nothing.
    dispBlanksAs: 'gap',
    series: chart.series.map((series, at) => ({
      name: plainText(series.name),
      values: range(series.column),
      categories: range(chart.categories),
      color: colourOf(series.score, at),
      ...(isLine && { stroke: { width: 2.25 }, marker: { symbol: 'circle', size: 5 }, smooth: false }),
    })),
    anchor: {
      from: { row: build.row, col: 0 },
      to: {
        row: build.row + chartRows - 1,
        col: columnAcross(build, drawn.length > fewCategories ? chartWidth.many : chartWidth.few),
      },
    },
    axes: {
      x: label,
      y: {
        ...label,
        gridlines: { major: true },
        ...(unit !== 'text' && { numberFormat: { formatCode: unit === 'rate' ? '0%' : numberFormats[unit] } }),
      },
    },
    chartSpaceBorderColor: frame,
    chartSpaceFillColor: 'FFFFFF',
  }
}

/** The column in which a chart ends: as many as make up its width. */
function columnAcross({ widths }: SheetBuilder, digits: number): number {
  let across = 0
  for (const [index, width] of widths.entries()) {
    across += width
    if (across >= digits) return index + 1
  }
  return widths.length
}

/** A chart's XML with its grid in a quiet line; hucre draws it in full black. */
export const withQuietGrid = (xml: string): string =>
  xml.replaceAll(
    '<c:majorGridlines/>',
    `<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${frame}"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>`,
  )

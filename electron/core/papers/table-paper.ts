import type {
  Paper,
  PaperColumn,
  PaperFormula,
  PaperRow,
  PaperTable,
  PaperValue,
} from '#shared/domain/reports/paper.ts'
import { totalColumn } from '#shared/domain/reports/report-table.ts'
import { isoWeekday } from '#shared/domain/time/business-day.ts'
import type { EntriesView, UsageView } from '../queries/table-report.ts'
import type { Words } from '../words.ts'
import { factsOf, paperHead, stretchText, wallTime } from './paper-facts.ts'

type View = EntriesView | UsageView
type ViewRow = View['rows'][number]

/** A block of columns, one for each room type and the total. */
export interface ColumnBlock<Cell> {
  readonly key: string
  readonly group: string
  readonly unit: PaperColumn['unit']
  readonly value: (cell: Cell) => PaperValue
  /** Its total is the sum of the rows; otherwise what is given, or nothing. */
  readonly total: 'sum' | ((column: string) => PaperFormula | undefined)
  readonly width: number
}

interface Layout<Cell> {
  readonly blocks: readonly ColumnBlock<Cell>[]
  /** What is compared, of the total column. */
  readonly delta: {
    readonly group: string
    readonly unit: 'change' | 'points'
    readonly of: (now: Cell, base: Cell) => PaperValue
    /** The column a base's foot row is held against. */
    readonly column: string
  }
  readonly peak: (peak: NonNullable<ViewRow['peak']>) => string
  /** Further rows at the foot. */
  readonly notes: readonly PaperRow[]
  readonly charts: PaperTable['charts']
}

type Cells<Cell> = Readonly<Record<string, Cell>>

/** The paper of a comparison table (appendices 01–06): rows, sums, what it is compared with, averages, adjustments. */
export function tablePaper<Cell>(view: View, words: Words, layout: Layout<Cell>): Paper {
  const { blocks, delta } = layout
  const isDays = view.rows.some((row) => row.date !== undefined)
  const known = view.bases.filter((base) => base.known)
  const label = view.period === 'day' ? 'hour' : view.period === 'week' ? 'weekday' : isDays ? 'date' : 'month'
  const columns: PaperColumn[] = [
    { key: 'label', title: words(`paper.${label}`), unit: 'text', width: view.period === 'day' ? 11 : 15 },
    ...(view.rows.some((row) => row.holiday) ? [textColumn('holiday', words('paper.holiday'), 9)] : []),
    ...blocks.flatMap((block) =>
      view.columns.map((column) => ({
        key: `${block.key}.${column}`,
        title: view.columnNames[column] ?? column,
        group: block.group,
        unit: block.unit,
        width: block.width,
      })),
    ),
    ...known.map((base) => ({
      key: `delta.${base.name}`,
      title: base.label,
      group: delta.group,
      unit: delta.unit,
      width: 9,
    })),
    ...(isDays ? [textColumn('peak', words('paper.peak'), 15)] : []),
  ]
  const cellsOf = (cells: Cells<Cell>) =>
    Object.fromEntries(
      blocks.flatMap((block) =>
        view.columns.map((column) => {
          const cell = cells[column]
          return [`${block.key}.${column}`, cell === undefined ? null : block.value(cell)]
        }),
      ),
    )
  const deltasOf = (cells: Cells<Cell>, bases: Readonly<Record<string, Cells<Cell> | undefined>>) =>
    Object.fromEntries(
      known.map(({ name }) => {
        const [now, base] = [cells[totalColumn], bases[name]?.[totalColumn]]
        return [`delta.${name}`, now === undefined || base === undefined ? null : delta.of(now, base)]
      }),
    )
  const rows = shownRows(view).map((row): PaperRow => {
    const cells = row.cells as Cells<Cell>
    const tone = toneOf(row)
    return {
      key: row.key,
      kind: 'row',
      cells: {
        label: row.label,
        ...(row.holiday !== undefined && { holiday: row.holiday }),
        ...(row.ahead ? {} : { ...cellsOf(cells), ...deltasOf(cells, row.base as Record<string, Cells<Cell>>) }),
        ...(row.peak && { peak: layout.peak(row.peak) }),
      },
      ...(tone && { tone }),
    }
  })
  const total = view.total as Cells<Cell>
  const formulas = Object.fromEntries(
    blocks.flatMap((block) =>
      view.columns.flatMap((column) => {
        const formula: PaperFormula | undefined = block.total === 'sum' ? { sum: 'rows' } : block.total(column)
        return formula ? [[`${block.key}.${column}`, formula]] : []
      }),
    ),
  )
  const foot: PaperRow[] = [
    {
      key: 'total',
      kind: 'total',
      cells: { label: words('total'), ...cellsOf(total), ...deltasOf(total, view.base as Record<string, Cells<Cell>>) },
      formulas,
    },
    ...layout.notes,
    ...adjustmentRows(view, words, cellsOf, blocks),
    ...baseRows(view, words, cellsOf, delta.column),
    ...averageRows(view, words, cellsOf, blocks),
  ]
  return {
    name: `${view.name}-${view.period}`,
    ...paperHead(view, words),
    facts: [
      ...factsOf(view.name, view, words),
      ...(known.length > 0
        ? [
            {
              label: words('paper.comparedWith'),
              value: known.map((base) => `${base.label} ${stretchText(base.from, base.to)}`).join('，'),
            },
          ]
        : []),
      ...noted(view, words),
    ],
    tables: [{ key: view.name, columns, rows: [...rows, ...foot], ...(layout.charts && { charts: layout.charts }) }],
    landscape: true,
  }
}

const textColumn = (key: string, title: string, width: number): PaperColumn => ({ key, title, unit: 'text', width })

// Hours when the venue was closed and nobody came are left out.
function shownRows(view: View): readonly ViewRow[] {
  if (view.period !== 'day') return view.rows
  const isUsed = (row: ViewRow) =>
    [row.cells, ...Object.values(row.base)].some((cells) =>
      Object.values(cells?.[totalColumn] ?? {}).some((value) => typeof value === 'number' && value !== 0),
    )
  const used = view.rows.map(isUsed)
  const isOpen = view.rows.map(
    ({ key }) =>
      view.open !== undefined && Number(key) >= Number(view.open.first) && Number(key) <= Number(view.open.last),
  )
  const shown = view.rows.map((_, index) => used[index] || isOpen[index])
  return view.rows.slice(Math.max(0, shown.indexOf(true)), shown.lastIndexOf(true) + 1)
}

function toneOf(row: ViewRow): PaperRow['tone'] {
  if (row.ahead) return 'faint'
  if (row.holiday !== undefined) return 'holiday'
  return row.date !== undefined && isoWeekday(row.date) >= 6 ? 'weekend' : undefined
}

// Each correction of a closed day has its own line; the frozen total stays as it was, and another follows.
function adjustmentRows<Cell>(
  view: View,
  words: Words,
  cellsOf: (cells: Cells<Cell>) => Record<string, PaperValue>,
  blocks: readonly ColumnBlock<Cell>[],
): PaperRow[] {
  if (view.adjustments.length === 0) return []
  const lines = view.adjustments.map(
    (one, index): PaperRow => ({
      key: `adjustment-${index}`,
      kind: 'adjustment',
      cells: {
        label: words('paper.adjustment', { label: one.label, by: one.by, at: wallTime(one.at) }),
        ...cellsOf(one.cells as Cells<Cell>),
      },
    }),
  )
  const total = cellsOf(view.total as Cells<Cell>)
  const summed = blocks
    .filter((block) => block.total === 'sum')
    .flatMap((block) => view.columns.map((column) => `${block.key}.${column}`))
  const sumOf = (key: string) =>
    [total, ...lines.map((line) => line.cells)].reduce((sum, cells) => sum + Number(cells[key] ?? 0), 0)
  return [
    ...lines,
    {
      key: 'adjusted',
      kind: 'total',
      cells: { label: words('paper.adjusted'), ...Object.fromEntries(summed.map((key) => [key, sumOf(key)])) },
      formulas: Object.fromEntries(
        summed.map((key) => [key, { add: ['total', ...lines.map((line) => line.key)].map((row) => ({ row })) }]),
      ),
    },
  ]
}

// Who corrected, and why: too long for the line of the adjustment itself.
function noted({ adjustments }: View, words: Words): Paper['facts'][number][] {
  const told = adjustments.filter((one) => one.note !== '')
  if (told.length === 0) return []
  const value = told.map((one) => `${one.label} ${one.note}`).join(words('adjustmentJoin'))
  return [{ label: words('paper.corrections'), value }]
}

function baseRows<Cell>(
  view: View,
  words: Words,
  cellsOf: (cells: Cells<Cell>) => Record<string, PaperValue>,
  compared: string,
): PaperRow[] {
  return view.bases
    .filter((base) => base.known)
    .flatMap((base): PaperRow[] => {
      const cells = cellsOf((view.base[base.name] ?? {}) as Cells<Cell>)
      const total = cellsOf(view.total as Cells<Cell>)
      const keys = view.columns.map((column) => `${compared}.${column}`)
      const key = `base-${base.name}`
      const change = (column: string): PaperValue => {
        const [now, before] = [total[column], cells[column]]
        return typeof now === 'number' && typeof before === 'number' && before !== 0 ? (now - before) / before : null
      }
      return [
        {
          key,
          kind: 'note',
          cells: {
            label: words('paper.baseRow', { base: base.label, dates: stretchText(base.from, base.to) }),
            ...cells,
          },
        },
        {
          key: `${key}-change`,
          kind: 'note',
          cells: {
            label: words('paper.changeRate', { base: base.label }),
            ...Object.fromEntries(keys.map((column) => [column, change(column)])),
          },
          formulas: Object.fromEntries(keys.map((column) => [column, { change: [{ row: 'total' }, { row: key }] }])),
          units: Object.fromEntries(keys.map((column) => [column, 'changeRate'])),
        },
      ]
    })
}

// The mean of a rate would weigh a quiet day like a full one: rates are those of the means, given as they are.
function averageRows<Cell>(
  view: View,
  words: Words,
  cellsOf: (cells: Cells<Cell>) => Record<string, PaperValue>,
  blocks: readonly ColumnBlock<Cell>[],
): PaperRow[] {
  const summed = blocks
    .filter((block) => block.total === 'sum')
    .flatMap((block) => view.columns.map((column) => [`${block.key}.${column}`, block.unit] as const))
  return view.averages.map((average): PaperRow => {
    const rows = view.rows
      .filter((row) => row.date !== undefined && isoWeekday(row.date) === average.weekday && !row.ahead)
      .map((row) => row.key)
      .slice(0, average.days)
    return {
      key: `average-${average.weekday}`,
      kind: 'note',
      cells: {
        label: words('paper.average', { weekday: average.label, days: average.days }),
        ...cellsOf(average.cells as Cells<Cell>),
      },
      formulas: Object.fromEntries(summed.map(([key]) => [key, { mean: rows }])),
      units: Object.fromEntries(summed.map(([key, unit]) => [key, unit === 'count' ? 'mean' : unit])),
    }
  })
}

import type { Paper, PaperColumn, PaperRow, PaperTable, Unit } from '#shared/domain/reports/paper.ts'
import { type Figure, groupsOf } from '../queries/operations-figures.ts'
import type { OperationsView } from '../queries/operations-report.ts'
import { dateLabel, rowLabel } from '../queries/report-labels.ts'
import type { Words } from '../words.ts'
import { factsOf, paperHead } from './paper-facts.ts'

/** 经营概览 on paper: each group of figures a table. */
export function operationsPaper(view: OperationsView, words: Words): Paper {
  const text = (key: string) => words(`operations.${key}`)
  // Who waits or is refused has no room yet, and nobody's card is asked for.
  const isFiltered = Object.keys(view.filter).length > 0
  const ofAll = (key: string) => (isFiltered ? `${text(key)}（${text('wholeHouse')}）` : text(key))
  const groups = groupsOf(view)
  return {
    name: 'operations',
    ...paperHead(view, words),
    facts: [
      ...factsOf('operations', view, words),
      ...(view.adjustments.length === 0
        ? []
        : [
            {
              label: words('paper.corrections'),
              value: words('operations.adjusted', { count: view.adjustments.length }),
            },
          ]),
    ],
    tables: [
      figures('parties', text('partiesTable'), words, groups.parties),
      figures('rooms', text('roomsTable'), words, groups.rooms),
      sourceTable(view, words),
      figures('due', text('dueTable'), words, groups.due),
      figures('waits', ofAll('waitsTable'), words, groups.waits),
      refusalTable(view, words, ofAll('refusalsTable')),
      refusalsBy(view, words, 'byType', ofAll('refusalsByType'), text('type'), (code) => view.typeNames[code] ?? code),
      refusalsBy(view, words, 'byHour', ofAll('refusalsByHour'), text('hour'), (hour) => rowLabel(hour, words)),
      figures('mismatch', text('mismatchTable'), words, groups.mismatch),
      figures('promises', ofAll('promisesTable'), words, groups.promises),
      crossTable(view, words),
      ...adjustmentTable(view, words),
    ],
    landscape: false,
  }
}

const column = (key: string, title: string, unit: Unit, width: number): PaperColumn => ({ key, title, unit, width })

function figures(key: string, title: string, words: Words, list: readonly Figure[]): PaperTable {
  return {
    key,
    title,
    columns: [
      column('figure', words('operations.figure'), 'text', 28),
      column('value', words('operations.value'), 'decimal', 12),
    ],
    rows: list.map(([name, value, unit]) => ({
      key: name,
      kind: 'row',
      cells: { figure: words(`operations.row.${name}`), value },
      units: { value: unit },
    })),
  }
}

function sourceTable({ parties }: OperationsView, words: Words): PaperTable {
  const rows = Object.entries(parties.bySource).map(
    ([source, part]): PaperRow => ({
      key: source,
      kind: 'row',
      cells: { source: words(`source.${source}`), parties: part.parties, guests: part.guests, share: part.share },
      formulas: { share: { ratio: [{ column: 'parties' }, { row: 'total', column: 'parties' }] } },
    }),
  )
  return {
    key: 'sources',
    title: words('operations.sourceTable'),
    columns: [
      column('source', words('operations.source'), 'text', 12),
      column('parties', words('operations.parties'), 'count', 8),
      column('guests', words('operations.guests'), 'count', 8),
      column('share', words('operations.share'), 'rate', 8),
    ],
    rows: [
      ...rows,
      ...(rows.length === 0
        ? []
        : [
            {
              key: 'total',
              kind: 'total' as const,
              cells: { source: words('total'), parties: parties.parties, guests: parties.guests, share: 1 },
              formulas: { parties: { sum: 'rows' as const }, guests: { sum: 'rows' as const } },
            },
          ]),
    ],
    empty: words('operations.noParties'),
  }
}

function refusalTable({ refusals }: OperationsView, words: Words, title: string): PaperTable {
  return {
    key: 'refusals',
    title,
    columns: [
      column('kind', words('operations.kind'), 'text', 12),
      column('reason', words('operations.reason'), 'text', 24),
      column('calls', words('operations.calls'), 'count', 8),
    ],
    rows: [
      ...refusals.byReason.map(
        ({ kind, reason, calls }): PaperRow => ({
          key: `${kind}-${reason}`,
          kind: 'row',
          cells: { kind: words(`operations.${kind}`), reason: words(`refusalReason.${reason}`), calls },
        }),
      ),
      ...(refusals.byReason.length === 0
        ? []
        : [
            {
              key: 'total',
              kind: 'total' as const,
              cells: { kind: words('total'), calls: refusals.denials + refusals.regrets },
              formulas: { calls: { sum: 'rows' as const } },
            },
          ]),
    ],
    empty: words('operations.noRefusals'),
  }
}

function refusalsBy(
  { refusals }: OperationsView,
  words: Words,
  by: 'byType' | 'byHour',
  title: string,
  head: string,
  label: (key: string) => string,
): PaperTable {
  const order = (a: string, b: string) => (by === 'byHour' ? Number(a) - Number(b) : 0)
  return {
    key: `refusals-${by}`,
    title,
    columns: [
      column('label', head, 'text', 14),
      column('denials', words('operations.denials'), 'count', 10),
      column('regrets', words('operations.regrets'), 'count', 10),
    ],
    rows: Object.keys(refusals[by])
      .toSorted(order)
      .map((key) => ({
        key,
        kind: 'row',
        cells: {
          label: label(key),
          denials: refusals[by][key]?.denials ?? 0,
          regrets: refusals[by][key]?.regrets ?? 0,
        },
      })),
    empty: words('operations.noRefusals'),
  }
}

function crossTable({ parties, typeNames }: OperationsView, words: Words): PaperTable {
  const used = Object.keys(typeNames)
  const nameOf = (code: string) => typeNames[code] ?? code
  const others = Object.keys(parties.cross).filter((code) => !used.includes(code))
  return {
    key: 'cross',
    title: words('operations.cross'),
    columns: [
      column('asked', words('operations.asked'), 'text', 14),
      ...used.map((code) => column(code, nameOf(code), 'count', 8)),
      column('total', words('total'), 'count', 8),
    ],
    rows: [...used, ...others]
      .filter((asked) => parties.cross[asked] !== undefined)
      .map((asked) => ({
        key: asked,
        kind: 'row',
        cells: {
          asked: nameOf(asked),
          ...Object.fromEntries(used.map((code) => [code, parties.cross[asked]?.[code] ?? 0])),
          total: Object.values(parties.cross[asked] ?? {}).reduce((sum, count) => sum + count, 0),
        },
        formulas: { total: { add: used.map((code) => ({ column: code })) } },
      })),
    empty: words('operations.noParties'),
  }
}

const changeUnit = {
  count: 'change',
  hours: 'change',
  mean: 'change',
  rate: 'points',
  decimal: 'scoreChange',
} as const satisfies Record<Figure[2], Unit>

// What is written as no change at all would only be puzzled over.
const isSeen = (difference: number, unit: Figure[2]): boolean =>
  Math.abs(difference) >= (unit === 'decimal' ? 0.005 : 0.05)

// Figures of the day that was corrected, as closed and as they are now: the tables above stay as they were.
function adjustmentTable({ adjustments }: OperationsView, words: Words): PaperTable[] {
  if (adjustments.length === 0) return []
  const rows = adjustments.flatMap((one, index) =>
    one.figures
      .map(({ before, now, ...figure }) => ({
        ...figure,
        before,
        now,
        difference: before === null || now === null ? null : (now - before) * (figure.unit === 'rate' ? 100 : 1),
      }))
      .filter(({ difference, unit }) => difference === null || isSeen(difference, unit))
      .map(
        ({ figure, name, unit, before, now, difference }, at): PaperRow => ({
          key: `${index}-${figure}`,
          kind: 'row',
          // Why stands beside the first of its figures; the others follow from the same correction.
          cells: {
            date: dateLabel(one.date, words),
            figure: name,
            before,
            now,
            difference,
            note: at > 0 ? null : one.note,
          },
          units: { before: unit, now: unit, difference: changeUnit[unit] },
        }),
      ),
  )
  return [
    {
      key: 'adjustments',
      title: words('operations.adjustmentTable'),
      columns: [
        column('date', words('operations.day'), 'text', 14),
        column('figure', words('operations.figure'), 'text', 20),
        column('before', words('operations.before'), 'decimal', 10),
        column('now', words('operations.after'), 'decimal', 10),
        column('difference', words('operations.difference'), 'change', 10),
        column('note', words('operations.why'), 'text', 28),
      ],
      rows,
    },
  ]
}

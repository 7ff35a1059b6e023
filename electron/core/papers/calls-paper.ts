import type { Paper, PaperColumn, PaperRow, Unit } from '#shared/domain/reports/paper.ts'
import type { CallsView } from '../queries/calls-report.ts'
import type { Words } from '../words.ts'
import { factsOf, paperHead } from './paper-facts.ts'

type Figures = CallsView['total']

const rates = {
  answeredRate: { ratio: [{ column: 'answered' }, { column: 'offered' }] },
  withinRate: { ratio: [{ column: 'within' }, { column: 'answered' }] },
} as const

const column = (key: string, title: string, unit: Unit, width: number): PaperColumn => ({ key, title, unit, width })

/** 来电统计 on paper: in all, by hour, by shift, by kind, by person; and those that went out. */
export function callsPaper(view: CallsView, words: Words): Paper {
  const text = (key: string) => words(`calls.${key}`)
  const columns = (first: string): PaperColumn[] => [
    column('label', first, 'text', 14),
    column('offered', text('offered'), 'count', 8),
    column('answered', text('answered'), 'count', 8),
    column('missed', text('missed'), 'count', 8),
    column('answeredRate', text('answeredRate'), 'rate', 9),
    column('within', text('within'), 'count', 10),
    column('withinRate', text('withinRate'), 'rate', 10),
    column('median', text('median'), 'mean', 12),
    column('p90', text('p90'), 'mean', 10),
  ]
  const cells = (label: string, one: Figures) => ({
    label,
    offered: one.offered,
    answered: one.answered,
    missed: one.missed,
    answeredRate: one.answeredRate,
    within: one.withinTwoRings,
    withinRate: one.withinRate,
    median: one.median,
    p90: one.p90,
  })
  const row = (key: string, label: string, one: Figures): PaperRow => ({
    key,
    kind: 'row',
    cells: cells(label, one),
    formulas: rates,
  })
  const total: PaperRow = {
    key: 'total',
    kind: 'total',
    cells: cells(words('total'), view.total),
    formulas: {
      offered: { sum: 'rows' },
      answered: { sum: 'rows' },
      missed: { sum: 'rows' },
      within: { sum: 'rows' },
      ...rates,
    },
  }
  const none = text('none')
  return {
    name: 'calls',
    ...paperHead(view, words),
    facts: factsOf('calls', view, words),
    tables: [
      {
        key: 'hours',
        title: text('byHour'),
        columns: columns(words('paper.hour')),
        rows: view.byHour.length === 0 ? [] : [...view.byHour.map((one) => row(one.hour, one.label, one)), total],
        empty: none,
      },
      {
        key: 'shifts',
        title: text('byShift'),
        columns: columns(text('shift')),
        rows: view.byShift.map((one) => row(one.shift || 'unplaced', one.label, one)),
        empty: none,
      },
      {
        key: 'kinds',
        title: text('byKind'),
        columns: [column('kind', text('kind'), 'text', 16), column('calls', text('count'), 'count', 8)],
        rows: [
          ...view.byKind.map(
            (one): PaperRow => ({
              key: one.kind,
              kind: 'row',
              cells: { kind: words(`calls.kinds.${one.kind}`), calls: one.calls },
            }),
          ),
          ...(view.bookingsOfEnquiries === null
            ? []
            : [
                {
                  key: 'booked',
                  kind: 'note' as const,
                  cells: { kind: text('booked'), calls: view.bookingsOfEnquiries },
                  units: { calls: 'rate' as const },
                },
              ]),
        ],
        empty: none,
      },
      {
        key: 'people',
        title: text('byPerson'),
        columns: columns(text('person')),
        rows: view.byPerson.map((one) => row(one.staffNo || 'unplaced', one.staffNo || text('unplaced'), one)),
        empty: none,
      },
      {
        key: 'outbound',
        title: text('outbound'),
        columns: [
          column('dialled', text('dialled'), 'count', 10),
          column('reached', text('reached'), 'count', 10),
          column('reachedRate', text('reachedRate'), 'rate', 10),
        ],
        rows:
          view.outbound.dialled === 0
            ? []
            : [
                {
                  key: 'outbound',
                  kind: 'row',
                  cells: { ...view.outbound },
                  formulas: { reachedRate: { ratio: [{ column: 'reached' }, { column: 'dialled' }] } },
                },
              ],
        empty: text('noOutbound'),
      },
    ],
    landscape: false,
  }
}

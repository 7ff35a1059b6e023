import type { Paper, PaperColumn, PaperRow, PaperTable, PaperValue, Unit } from '#shared/domain/reports/paper.ts'
import type { CommentsView } from '../queries/comments-report.ts'
import type { Words } from '../words.ts'
import { factsOf, paperHead, stretchText } from './paper-facts.ts'

type Groups = CommentsView['floors']
type Item = CommentsView['items'][number]

const scores = [1, 2, 3, 4, 5] as const

const column = (key: string, title: string, unit: Unit, width: number, group?: string): PaperColumn => ({
  key,
  title,
  unit,
  width,
  ...(group !== undefined && { group }),
})

/** 贵宾意见卡统计 on paper (流程22): cards received, each item, and by floor, room type and shift. */
export function commentsPaper(view: CommentsView, words: Words): Paper {
  const text = (key: string, values?: Record<string, string | number>) => words(`comments.${key}`, values)
  // Cards come in after the day is closed too: what counts is when the sheet was made.
  const head = { ...view, state: 'running', until: view.madeAt } as const
  return {
    name: 'comments',
    ...paperHead(head, words),
    facts: [
      ...factsOf('comments', head, words),
      {
        label: words('paper.comparedWith'),
        value: `${view.base.label} ${stretchText(view.base.from, view.base.to)}`,
      },
    ],
    tables: [
      returnTable(view, text),
      itemTable(view, text),
      groupTable(view, 'floor', view.floors, words),
      groupTable(view, 'type', view.types, words),
      groupTable(view, 'shift', view.shifts, words),
    ],
    landscape: true,
  }
}

type Text = (key: string, values?: Record<string, string | number>) => string

function returnTable(view: CommentsView, text: Text): PaperTable {
  const { base } = view
  const known = (value: PaperValue): PaperValue => (base.known ? value : null)
  const count = (key: 'cards' | 'parties'): PaperRow => ({
    key,
    kind: 'row',
    cells: { figure: text(key), now: view[key], base: known(base[key]), change: known(view[key] - base[key]) },
    formulas: base.known ? { change: { difference: [{ column: 'now' }, { column: 'base' }] } } : {},
  })
  const ratio = (column: string) =>
    ({
      ratio: [
        { row: 'cards', column },
        { row: 'parties', column },
      ],
    }) as const
  return {
    key: 'return',
    title: text('returnTable'),
    columns: [
      column('figure', text('figure'), 'text', 16),
      column('now', text('now'), 'count', 10),
      column('base', base.label, 'count', 10),
      column('change', text('change'), 'change', 10),
    ],
    rows: [
      count('cards'),
      count('parties'),
      {
        key: 'returnRate',
        kind: 'row',
        cells: {
          figure: text('returnRate'),
          now: view.returnRate,
          base: known(base.returnRate),
          change: known(view.returnRatePoints),
        },
        formulas: { now: ratio('now'), ...(base.known && { base: ratio('base') }) },
        units: { now: 'rate', base: 'rate', change: 'points' },
      },
    ],
  }
}

function itemTable(view: CommentsView, text: Text): PaperTable {
  const counts = text('scoreGroup')
  const delta = text('deltaGroup', { base: view.base.label })
  const add = (...columns: string[]) => ({ add: columns.map((key) => ({ column: key })) })
  const row = (item: Item): PaperRow => ({
    key: item.item,
    kind: 'row',
    cells: {
      item: item.label,
      n: item.n,
      blanks: item.blanks,
      ...Object.fromEntries(scores.map((score) => [`s${score}`, item.counts[score - 1] ?? 0])),
      satisfied: item.satisfied,
      satisfiedRate: item.satisfiedRate,
      dissatisfied: item.dissatisfied,
      dissatisfiedRate: item.dissatisfiedRate,
      mean: item.mean,
      deltaMean: item.change.mean,
      deltaSatisfied: item.change.satisfiedPoints,
      deltaDissatisfied: item.change.dissatisfiedPoints,
    },
    formulas: {
      n: add(...scores.map((score) => `s${score}`)),
      satisfied: add('s4', 's5'),
      dissatisfied: add('s1', 's2'),
      ...(item.satisfiedRate !== null && { satisfiedRate: { ratio: [{ column: 'satisfied' }, { column: 'n' }] } }),
      ...(item.dissatisfiedRate !== null && {
        dissatisfiedRate: { ratio: [{ column: 'dissatisfied' }, { column: 'n' }] },
      }),
    },
  })
  return {
    key: 'items',
    title: text('itemTable'),
    columns: [
      column('item', text('itemHead'), 'text', 14),
      column('n', text('n'), 'count', 7),
      column('blanks', text('blanks'), 'count', 7),
      ...scores.map((score) => column(`s${score}`, text('score', { score }), 'count', 7, counts)),
      column('satisfied', text('satisfied'), 'count', 8),
      column('satisfiedRate', text('satisfiedRate'), 'rate', 9),
      column('dissatisfied', text('dissatisfied'), 'count', 8),
      column('dissatisfiedRate', text('dissatisfiedRate'), 'rate', 10),
      column('mean', text('mean'), 'score', 8),
      column('deltaMean', text('deltaMean'), 'scoreChange', 9, delta),
      column('deltaSatisfied', text('deltaSatisfied'), 'points', 9, delta),
      column('deltaDissatisfied', text('deltaDissatisfied'), 'points', 9, delta),
    ],
    rows: view.items.map(row),
    charts: [
      {
        kind: 'stackedColumn',
        title: text('chart'),
        categories: 'item',
        // The best first, as on the screen.
        series: scores.toReversed().map((score) => ({ column: `s${score}`, name: text('score', { score }), score })),
      },
    ],
  }
}

function groupTable(view: CommentsView, by: 'floor' | 'type' | 'shift', groups: Groups, words: Words): PaperTable {
  const text: Text = (key, values) => words(`comments.${key}`, values)
  const shown = groups.filter((group) => group.cards > 0 || (group.parties ?? 0) > 0)
  const ratio = { ratio: [{ column: 'cards' }, { column: 'parties' }] } as const
  const figures = (items: readonly (Pick<Item, 'n' | 'mean' | 'satisfiedRate'> & { readonly key: string })[]) =>
    Object.fromEntries(
      items.flatMap(({ key, n, mean, satisfiedRate }) => [
        [`${key}.n`, n],
        [`${key}.mean`, mean],
        [`${key}.rate`, satisfiedRate],
      ]),
    )
  const rows = shown.map(
    (group): PaperRow => ({
      key: group.key === '' ? 'unplaced' : group.key,
      kind: 'row',
      cells: {
        label: group.label,
        cards: group.cards,
        parties: group.parties,
        returnRate: group.returnRate,
        ...figures(view.items.flatMap(({ item }) => ({ key: item, ...group.items[item] }))),
      },
      ...(group.returnRate !== null && { formulas: { returnRate: ratio } }),
    }),
  )
  const total: PaperRow = {
    key: 'total',
    kind: 'total',
    cells: {
      label: words('total'),
      cards: view.cards,
      parties: view.parties,
      returnRate: view.returnRate,
      ...figures(view.items.map((item) => ({ key: item.item, ...item }))),
    },
    formulas: {
      cards: { sum: 'rows' },
      parties: { sum: 'rows' },
      ...(view.returnRate !== null && { returnRate: ratio }),
      ...Object.fromEntries(view.items.map(({ item }) => [`${item}.n`, { sum: 'rows' } as const])),
    },
  }
  return {
    key: by,
    title: text(`${by}Table`),
    columns: [
      column('label', text(by), 'text', 12),
      column('cards', text('cards'), 'count', 9),
      column('parties', text('parties'), 'count', 9),
      column('returnRate', text('returnRate'), 'rate', 8),
      ...view.items.flatMap(({ item, label }) => [
        column(`${item}.n`, text('n'), 'count', 6, label),
        column(`${item}.mean`, text('mean'), 'score', 7, label),
        column(`${item}.rate`, text('satisfiedRate'), 'rate', 8, label),
      ]),
    ],
    rows: rows.length === 0 ? [] : [...rows, total],
    empty: text('none'),
  }
}

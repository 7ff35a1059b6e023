import { cardNoInGroups } from '#shared/domain/members/card-number.ts'
import type { Paper, PaperColumn, PaperRow, PaperTable, Unit } from '#shared/domain/reports/paper.ts'
import type { VipView } from '../queries/vip-report.ts'
import type { Words } from '../words.ts'
import { factsOf, paperHead } from './paper-facts.ts'

type Figures = VipView['total']
type Column = readonly [key: string, unit: Unit, value: (figures: Figures) => number | null, group?: string]

const counted: readonly Column[] = [
  ['opening', 'count', (one) => one.opening],
  ['issued', 'count', (one) => one.issued, 'happened'],
  ['renewed', 'count', (one) => one.renewed, 'happened'],
  ['frozen', 'count', (one) => one.frozen, 'happened'],
  ['unfrozen', 'count', (one) => one.unfrozen, 'happened'],
  ['lost', 'count', (one) => one.lost, 'happened'],
  ['replaced', 'count', (one) => one.replaced, 'happened'],
  ['expired', 'count', (one) => one.expired, 'happened'],
  ['active', 'count', (one) => one.active, 'standing'],
  ['frozenAtEnd', 'count', (one) => one.frozenAtEnd, 'standing'],
  ['lostAtEnd', 'count', (one) => one.lostAtEnd, 'standing'],
  ['visits', 'count', (one) => one.visits, 'visits'],
  ['share', 'rate', (one) => one.share, 'visits'],
  ['cardVisits', 'count', (one) => one.cardVisits, 'visits'],
  ['visitsPerCard', 'mean', (one) => one.visitsPerCard, 'visits'],
  ['unused', 'count', (one) => one.unused, 'visits'],
]

const wide: ReadonlySet<string> = new Set(['visits', 'cardVisits', 'visitsPerCard', 'unused'])

const gains = ['issued', 'tookOver', 'unfrozen', 'tierIn'] as const
const losses = ['frozen', 'lost', 'replaced', 'expired', 'tierOut'] as const
/** Losses are counted of active cards only, the same words above of any. */
const lossColumns: Readonly<Record<(typeof losses)[number], string>> = {
  frozen: 'frozenFrom',
  lost: 'lostFrom',
  replaced: 'replacedFrom',
  expired: 'expiredFrom',
  tierOut: 'tierOut',
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** 贵宾卡统计 on paper: cards by tier, what made them more or less, who comes most, and which lie unused. */
export function vipPaper(view: VipView, words: Words): Paper {
  return {
    name: 'vip',
    ...paperHead(view, words),
    facts: factsOf('vip', view, words),
    tables: [tierTable(view, words), movesTable(view, words), topTable(view, words), unusedTable(view, words)],
    landscape: true,
  }
}

const titleOf = (key: string, words: Words): string => words(`vip.column.${key}`)

const textColumn = (key: string, words: Words, width: number): PaperColumn => ({
  key,
  title: titleOf(key, words),
  unit: 'text',
  width,
})

/** A row for each tier and their total, every cell but the ratios the sum of those above it. */
function rowsOf(
  view: VipView,
  words: Words,
  cells: (figures: Figures) => PaperRow['cells'],
  formulas: PaperRow['formulas'],
  summed: readonly string[],
): PaperRow[] {
  return [
    ...view.tiers.map(
      (tier): PaperRow => ({
        key: tier.tier,
        kind: 'row',
        cells: { tier: tier.name, ...cells(tier) },
        ...(formulas && { formulas }),
      }),
    ),
    {
      key: 'total',
      kind: 'total',
      cells: { tier: words('total'), ...cells(view.total) },
      formulas: { ...Object.fromEntries(summed.map((key) => [key, { sum: 'rows' as const }])), ...formulas },
    },
  ]
}

function tierTable(view: VipView, words: Words): PaperTable {
  return {
    key: 'tiers',
    title: words('vip.tiersTable'),
    columns: [
      textColumn('tier', words, 8),
      ...counted.map(([key, unit, , group]) => ({
        key,
        title: titleOf(key, words),
        ...(group !== undefined && { group: words(`vip.group.${group}`) }),
        unit,
        width: wide.has(key) ? 11 : 9,
      })),
    ],
    rows: rowsOf(
      view,
      words,
      (figures) => Object.fromEntries(counted.map(([key, , value]) => [key, value(figures)])),
      { visitsPerCard: { ratio: [{ column: 'cardVisits' }, { column: 'active' }] } },
      counted.filter(([, unit]) => unit === 'count').map(([key]) => key),
    ),
    charts: [
      {
        kind: 'column',
        title: words('vip.tiersTable'),
        categories: 'tier',
        series: (['opening', 'issued', 'renewed', 'expired', 'active'] as const).map((column) => ({
          column,
          name: titleOf(column, words),
        })),
      },
    ],
  }
}

function movesTable(view: VipView, words: Words): PaperTable {
  const count = (key: string, group?: string): PaperColumn => ({
    key,
    title: titleOf(key, words),
    ...(group !== undefined && { group: words(`vip.group.${group}`) }),
    unit: 'count',
    width: 10,
  })
  const columns = [
    count('opening'),
    ...gains.map((key) => count(key, 'gains')),
    count('gained'),
    ...losses.map((key) => count(lossColumns[key], 'losses')),
    count('lossesSum'),
    count('active'),
  ]
  return {
    key: 'moves',
    title: words('vip.movesTable'),
    columns: [textColumn('tier', words, 8), ...columns],
    rows: rowsOf(
      view,
      words,
      (figures) => ({
        opening: figures.opening,
        ...Object.fromEntries(gains.map((key) => [key, figures.gains[key]])),
        gained: figures.opening + sum(Object.values(figures.gains)),
        ...Object.fromEntries(losses.map((key) => [lossColumns[key], figures.losses[key]])),
        lossesSum: sum(Object.values(figures.losses)),
        active: figures.active,
      }),
      {
        gained: { add: [{ column: 'opening' }, ...gains.map((key) => ({ column: key }))] },
        lossesSum: { add: losses.map((key) => ({ column: lossColumns[key] })) },
        active: { difference: [{ column: 'gained' }, { column: 'lossesSum' }] },
      },
      columns.map((column) => column.key).filter((key) => !['gained', 'lossesSum', 'active'].includes(key)),
    ),
  }
}

type Holder = VipView['unused']['items'][number]

const holderColumns = (words: Words): PaperColumn[] => [
  textColumn('cardNo', words, 12),
  textColumn('tier', words, 8),
  textColumn('name', words, 18),
  textColumn('phone', words, 14),
  { key: 'validUntil', title: titleOf('validUntil', words), unit: 'date', width: 12 },
  { key: 'lastVisit', title: titleOf('lastVisit', words), unit: 'date', width: 12 },
]

const holderCells = (holder: Holder, words: Words): PaperRow['cells'] => ({
  cardNo: cardNoInGroups(holder.cardNo),
  tier: words(`vip.tier.${holder.tier}`),
  name: [holder.name, holder.title].filter((part) => part !== undefined).join(' '),
  phone: holder.phone,
  validUntil: holder.validUntil,
  lastVisit: holder.lastVisit ?? null,
})

/** Where there are no active cards nothing is said about their holders. */
function nobody({ cards, total }: VipView, otherwise: string, words: Words): string {
  if (cards === 0) return words('vip.noCards')
  return words(total.active === 0 ? 'vip.noActive' : otherwise)
}

function topTable(view: VipView, words: Words): PaperTable {
  return {
    key: 'top',
    title: words('vip.topTable'),
    columns: [
      { key: 'rank', title: titleOf('rank', words), unit: 'count', width: 6 },
      ...holderColumns(words),
      { key: 'times', title: titleOf('times', words), unit: 'count', width: 10 },
    ],
    rows: view.top.map((holder, index) => ({
      key: holder.cardNo,
      kind: 'row',
      cells: { rank: index + 1, ...holderCells(holder, words), times: holder.visits },
    })),
    empty: nobody(view, 'vip.noTop', words),
  }
}

function unusedTable(view: VipView, words: Words): PaperTable {
  const { unused } = view
  const more = unused.total - unused.items.length
  return {
    key: 'unused',
    title: words('vip.unusedTable'),
    columns: holderColumns(words),
    rows: [
      ...unused.items.map(
        (holder): PaperRow => ({ key: holder.cardNo, kind: 'row', cells: holderCells(holder, words) }),
      ),
      ...(more > 0
        ? [{ key: 'more', kind: 'note' as const, cells: { cardNo: words('vip.unusedMore', { count: more }) } }]
        : []),
    ],
    empty: nobody(view, 'vip.noUnused', words),
  }
}

import type { Paper, PaperColumn, PaperFormula, PaperRow, PaperTable, Unit } from '#shared/domain/reports/paper.ts'
import type { CouponsView } from '../queries/coupon-report.ts'
import type { Words } from '../words.ts'
import { factsOf, paperHead } from './paper-facts.ts'

type Cells = Readonly<Record<string, number>>

/** Appendix 07: 生活体验券发放统计表, by batch and by person, with the serials passed over. */
export function couponsPaper(view: CouponsView, words: Words): Paper {
  return {
    name: 'coupons',
    ...paperHead(view, words),
    facts: factsOf('coupons', view, words),
    tables: [batchTable(view, words), personTable(view, words), gapTable(view, words)],
    landscape: true,
  }
}

const column = (key: string, title: string, unit: Unit, width: number, group?: string): PaperColumn => ({
  key,
  title,
  unit,
  width,
  ...(group !== undefined && { group }),
})

const added = (...columns: string[]): PaperFormula => ({ add: columns.map((one) => ({ column: one })) })

// What there was, what went, and what is left: so that a reader of the workbook can follow the identity by its formulas.
const balance: Readonly<Record<string, PaperFormula>> = {
  gone: added('redeemed', 'voided', 'expired'),
  outstanding: { difference: [{ column: 'available' }, { column: 'gone' }] },
}

const sumsOf = (keys: readonly string[]): Readonly<Record<string, PaperFormula>> =>
  Object.fromEntries(keys.map((key) => [key, { sum: 'rows' }]))

const goneIn = ({ redeemed = 0, voided = 0, expired = 0 }: Cells): number => redeemed + voided + expired

function batchTable(view: CouponsView, words: Words): PaperTable {
  const title = (key: string) => words(`coupons.column.${key}`)
  const count = (key: string, group?: string) => column(key, title(key), 'count', 8, group)
  const columns = [
    column('label', words('coupons.batch'), 'text', 34),
    column('value', words('coupons.value'), 'cents', 9),
    column('validUntil', words('coupons.validUntil'), 'date', 11),
    ...['opening', 'issued', 'available'].map((key) => count(key, words('coupons.incoming'))),
    ...['stamped', 'handed'].map((key) => count(key, words('coupons.acts'))),
    ...['redeemed', 'voided', 'expired', 'gone'].map((key) => count(key, words('coupons.outgoing'))),
    ...['outstanding', 'inHouse', 'withGuests'].map((key) => count(key, words('coupons.ending'))),
  ]
  const cellsOf = (cells: CouponsView['total']) => ({
    ...cells,
    available: cells.opening + cells.issued,
    gone: goneIn(cells),
  })
  const rows = view.rows.map(
    (row): PaperRow => ({
      key: row.key,
      kind: 'row',
      cells: { label: row.label, value: row.value, validUntil: row.validUntil, ...cellsOf(row.cells) },
      formulas: { available: added('opening', 'issued'), ...balance },
    }),
  )
  return {
    key: 'batches',
    title: words('coupons.batchTable'),
    columns,
    rows: withTotal(rows, { label: words('total'), ...cellsOf(view.total) }, columns),
    empty: words('coupons.noBatches'),
  }
}

function personTable(view: CouponsView, words: Words): PaperTable {
  const title = (key: string) => words(`coupons.column.${key}`)
  const count = (key: string, group?: string) => column(key, title(key), 'count', 8, group)
  const columns = [
    column('label', words('coupons.person'), 'text', 22),
    ...['issued', 'stamped', 'handed', 'accepted', 'voiding'].map((key) => count(key, words('coupons.own'))),
    ...['opening', 'taken', 'available', 'redeemed', 'voided', 'expired', 'gone', 'outstanding'].map((key) =>
      count(key, words('coupons.account')),
    ),
  ]
  const { total } = view
  const cellsOf = (cells: CouponsView['persons'][number]['cells'], taken: number) => ({
    ...cells,
    taken,
    available: cells.opening + taken,
    gone: goneIn(cells),
  })
  const rows = view.persons.map(
    ({ key, label, cells }): PaperRow => ({
      key,
      kind: 'row',
      // What the house prints it takes, and what is handed out it gives.
      cells: { label, ...cellsOf(cells, key === 'house' ? total.issued - total.handed : cells.handed) },
      formulas: { available: added('opening', 'taken'), ...balance },
    }),
  )
  const sums = { ...total, accepted: total.redeemed, voiding: total.voided }
  return {
    key: 'persons',
    title: words('coupons.personTable'),
    columns,
    rows: withTotal(rows, { label: words('total'), ...cellsOf(sums, total.issued) }, columns),
    empty: words('coupons.noPersons'),
  }
}

function gapTable({ gaps, gapCount }: CouponsView, words: Words): PaperTable {
  const columns = [
    column('label', words('coupons.kind'), 'text', 22),
    column('serials', words('coupons.serials'), 'text', 30),
    column('count', words('coupons.count'), 'count', 8),
  ]
  const shown = gaps.reduce((sum, gap) => sum + gap.count, 0)
  const rows = [
    ...gaps.map(
      ({ batch, label, serials, count }): PaperRow => ({
        key: `${batch}-${serials}`,
        kind: 'row',
        cells: { label, serials, count },
      }),
    ),
    ...(gapCount > shown
      ? [{ key: 'more', kind: 'row' as const, cells: { label: words('coupons.moreGaps'), count: gapCount - shown } }]
      : []),
  ]
  return {
    key: 'gaps',
    title: words('coupons.gapTable'),
    columns,
    rows: withTotal(rows, { label: words('total'), count: gapCount }, columns),
    empty: words('coupons.noGaps'),
  }
}

function withTotal(
  rows: readonly PaperRow[],
  cells: PaperRow['cells'],
  columns: readonly PaperColumn[],
): readonly PaperRow[] {
  if (rows.length === 0) return []
  const counted = columns.filter((one) => one.unit === 'count').map((one) => one.key)
  return [...rows, { key: 'total', kind: 'total', cells, formulas: sumsOf(counted) }]
}

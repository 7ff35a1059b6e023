import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PaperFormula, PaperRow, PaperTable, PaperValue } from './paper.ts'
import { cellsOfFormula, formulaValue, trueFormula } from './paper-formula.ts'

const row = (
  key: string,
  kind: PaperRow['kind'],
  cells: PaperRow['cells'],
  more: Partial<PaperRow> = {},
): PaperRow => ({
  key,
  kind,
  cells,
  ...more,
})

const table: PaperTable = {
  key: 't',
  columns: ['label', 'a', 'b'].map((key) => ({ key, title: key, unit: 'count', width: 8 })),
  rows: [
    row('8', 'row', { label: '08:00', a: 3, b: 0 }),
    row('9', 'row', { label: '09:00', a: null, b: 4 }),
    row('fix', 'adjustment', { a: -1 }),
    row('10', 'row', { a: 5, b: 2 }),
    row('total', 'total', { label: '合计', a: 8, b: 6 }),
    row('share', 'note', { a: null, b: 0.75 }, { formulas: { a: { ratio: [{ row: '8' }, { row: 'none' }] } } }),
  ],
}
const at = (row: number, column = 'a') => ({ row, column })
const value = (formula: PaperFormula, place = at(4)) => formulaValue(table, formula, place)

describe('a formula', () => {
  it('of sums takes the rows of the table itself: no adjustment, no other sum', () => {
    expect(value({ sum: 'rows' })).toBe(8)
    expect(cellsOfFormula(table, { sum: 'rows' }, at(4))?.map((cell) => cell.row)).toEqual([0, 1, 3])
  })

  it.each<[name: string, formula: PaperFormula, place: ReturnType<typeof at>, comes: number | null | undefined]>([
    ['adds cells of any rows', { add: [{ row: 'total' }, { row: 'fix' }] }, at(4), 7],
    ['adds cells of its own row', { add: [{ column: 'a' }, { column: 'b' }] }, at(3), 7],
    ['takes one from the other', { difference: [{ column: 'a' }, { column: 'b' }] }, at(3), 3],
    ['counts a blank as nothing', { difference: [{ column: 'b' }, { column: 'a' }] }, at(1), 4],
    ['divides', { ratio: [{ row: 'total', column: 'b' }, { row: 'total' }] }, at(5), 0.75],
    ['is blank where it would divide by nothing', { ratio: [{ column: 'a' }, { column: 'b' }] }, at(0), null],
    ['tells a change', { change: [{ row: '10' }, { row: '8' }] }, at(5), 2 / 3],
    [
      'is blank where nothing was before',
      {
        change: [
          { row: '10', column: 'b' },
          { row: '8', column: 'b' },
        ],
      },
      at(5),
      null,
    ],
    ['averages what is there', { mean: ['8', '9', '10'] }, at(5), 4],
    ['is blank where there is nothing to average', { mean: [] }, at(5), null],
    ['is none where a row is missing', { add: [{ row: 'gone' }] }, at(4), undefined],
    ['is none where a column is missing', { add: [{ column: 'gone' }] }, at(4), undefined],
    [
      'is none where it would calculate with a text',
      { ratio: [{ column: 'a' }, { column: 'label' }] },
      at(0),
      undefined,
    ],
    [
      'is none where it would calculate with another blank formula',
      { ratio: [{ row: '8' }, { row: 'share' }] },
      at(4),
      undefined,
    ],
  ])('%s', (_name, formula, place, comes) => {
    const found = value(formula, place)
    if (typeof comes === 'number') expect(found).toBeCloseTo(comes, 12)
    else expect(found).toBe(comes)
  })
})

describe('beside a value', () => {
  const given = (cell: PaperValue, formula: PaperFormula) => {
    const total = row('total', 'total', { a: cell }, { formulas: { a: formula } })
    const rows = [...table.rows.slice(0, 4), total]
    return trueFormula({ ...table, rows }, total, 4, 'a')
  }

  it('stands when it comes to it, rounding of binary fractions apart', () => {
    expect(given(8, { sum: 'rows' })).toEqual({ sum: 'rows' })
    expect(given(0.1 + 0.2 + 7.7, { sum: 'rows' })).toEqual({ sum: 'rows' })
  })

  it('falls when it does not: no program may calculate another figure than was counted', () => {
    expect(given(9, { sum: 'rows' })).toBeUndefined()
    expect(given(null, { sum: 'rows' })).toBeUndefined()
    expect(given('8', { sum: 'rows' })).toBeUndefined()
  })

  it('of any rows always comes to their sum', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -1e6, max: 1e6 })), { maxLength: 40 }), (values) => {
        const rows = values.map((one, index) => row(String(index), 'row', { a: one }))
        const sum = values.reduce<number>((all, one) => all + (one ?? 0), 0)
        const total = row('total', 'total', { a: sum }, { formulas: { a: { sum: 'rows' } } })
        const made = { ...table, rows: [...rows, total] }
        expect(trueFormula(made, total, rows.length, 'a')).toEqual({ sum: 'rows' })
      }),
    )
  })
})

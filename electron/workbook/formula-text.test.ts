import { expect, it } from 'vitest'
import type { PaperFormula, PaperTable } from '#shared/domain/reports/paper.ts'
import { columnLetters, fixedRange } from './a1.ts'
import { formulaText } from './formula-text.ts'

const columns = ['label', 'a', 'b'].map((key) => ({ key, title: key, unit: 'count' as const, width: 8 }))
const rows = ['8', '9', 'fix', '10', 'total', 'base'].map((key) => ({
  key,
  kind: key === 'fix' ? ('adjustment' as const) : Number(key) > 0 ? ('row' as const) : ('total' as const),
  cells: { a: 1, b: 2 },
}))
const table: PaperTable = { key: 't', columns, rows }
const place = {
  rowOf: (row: number) => row + 7,
  columnOf: (key: string) => columns.findIndex((one) => one.key === key),
}

it.each<[PaperFormula, string | undefined]>([
  [{ sum: 'rows' }, 'SUM(B8:B9,B11)'],
  [{ add: [{ row: 'total' }, { row: 'fix' }] }, 'SUM(B12,B10)'],
  [{ add: [{ column: 'a' }, { column: 'b' }] }, 'SUM(B12,C12)'],
  [{ difference: [{ row: '8' }, { row: '9' }] }, 'B8-B9'],
  [{ ratio: [{ column: 'a' }, { row: 'base', column: 'b' }] }, 'IF(C13=0,"",B12/C13)'],
  [{ change: [{ row: '8' }, { row: 'base' }] }, 'IF(B13=0,"",(B8-B13)/B13)'],
  [{ mean: ['8', '10'] }, 'AVERAGE(B8,B11)'],
  [{ mean: [] }, undefined],
  [{ add: [{ row: 'gone' }] }, undefined],
])('%j is %s', (formula, text) => {
  expect(formulaText(table, formula, { row: 4, column: 'a' }, place)).toBe(text)
})

it('columns go on after Z', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  expect(fixedRange([0, 39], [0, 27])).toBe('$A$1:$AB$40')
})

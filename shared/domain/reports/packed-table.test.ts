import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packTable, type TableShape, unpackTable } from './packed-table.ts'

interface Row {
  readonly count: number
  readonly kind: string
  readonly id: string
}

const shape: TableShape<Row> = {
  numbers: ['count'],
  words: ['kind'],
  texts: ['id'],
  make: (n, w, t) => ({ count: n[0], kind: w[0], id: t[0] }),
}

describe('a packed table', () => {
  it('gives its rows back, whatever is in them', () => {
    const row = fc.record({
      count: fc.maxSafeInteger().map((value) => Math.floor(value / 4)),
      kind: fc.oneof(fc.constantFrom('S', 'M', ''), fc.string()),
      id: fc.string({ unit: 'binary' }),
    })
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const packed = JSON.parse(JSON.stringify(packTable(rows, shape)))
        expect(unpackTable(packed, shape)).toEqual(rows)
      }),
    )
  })

  it('writes each column as wide as it must be, and no wider', () => {
    const rows = Array.from({ length: 100 }, (_, at) => ({
      count: at * 14,
      kind: at % 2 ? 'S' : 'M',
      id: `h${at}`,
      name: 'x',
    }))
    const { width, values } = packTable(rows, shape)
    expect(width).toEqual([2, 1])
    expect(values).toHaveLength(300)
  })

  it('takes whole numbers only', () => {
    expect(() => packTable([{ count: 1.5, kind: '', id: 'a' }], shape)).toThrow(RangeError)
  })

  it('that is not whole is refused', () => {
    const packed = packTable([{ count: 7, kind: 'S', id: 'a' }], shape)
    for (const broken of [{ values: '1' }, { values: `${packed.values}1` }, { texts: 'a b' }, { width: [1] }])
      expect(() => unpackTable({ ...packed, ...broken }, shape)).toThrow(RangeError)
  })
})

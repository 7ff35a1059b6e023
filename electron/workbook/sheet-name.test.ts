import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quotedSheet, sheetNames } from './sheet-name.ts'

const forbidden = /[:\\/?*[\]]/

describe('a sheet’s name', () => {
  it.each([
    ['包厢进场比较表（日表）', '包厢进场比较表（日表）'],
    ['3/6: 进场[1]?', '3 6 进场 1'],
    ['', 'Sheet'],
    ["'", 'Sheet'],
    ["''客人's''", "客人's"],
    ['History', 'History 1'],
    ['hISTORY', 'hISTORY 1'],
    ['a\tb\u0000c', 'a b c'],
    [`${'长'.repeat(30)}\u{1f600}`, '长'.repeat(30)],
    [`${'x'.repeat(30)}'y`, 'x'.repeat(30)],
  ])('wanted as %j is %j', (wanted, name) => {
    expect(sheetNames()(wanted)).toBe(name)
  })

  it('is given once in a workbook, whatever its case', () => {
    const name = sheetNames()
    const long = 'x'.repeat(40)
    expect(['A', 'a', 'A', long, long].map(name)).toEqual(['A', 'a 2', 'A 3', 'x'.repeat(31), `${'x'.repeat(29)} 2`])
  })

  it('is always one that Excel takes', () => {
    const wanted = fc.oneof(
      fc.array(fc.nat(0xffff), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes)),
      fc.string({ unit: fc.constantFrom(...":\\/?*[]' \u{1f600}包\ud800"), maxLength: 60 }),
      fc.constantFrom('history', 'HISTORY ', "'History'", '\u0000'),
    )
    fc.assert(
      fc.property(fc.array(wanted, { minLength: 1, maxLength: 12 }), (all) => {
        const names = all.map(sheetNames())
        const isLegal = (name: string) =>
          name.length > 0 &&
          name.length <= 31 &&
          !forbidden.test(name) &&
          !/^'|'$|^\s|\s$/.test(name) &&
          name.toLowerCase() !== 'history' &&
          name.isWellFormed()
        expect(names.filter((name) => !isLegal(name))).toEqual([])
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
      }),
    )
  })

  it('is quoted in a reference, its own apostrophes doubled', () => {
    expect(quotedSheet("客人's")).toBe("'客人''s'")
  })
})

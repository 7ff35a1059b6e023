import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOfShape, readSerial, readSerials, writeRange, writeSerial } from './typed-serials.ts'

const read = (line: string) =>
  readSerials(line).ranges.map(({ prefix, width, from, to }) => [prefix, width, from, to] as const)

describe('typed serials', () => {
  it.each([
    ['1001-1050', [['', 4, 1001, 1050]]],
    ['SH1001-1050', [['SH', 4, 1001, 1050]]],
    ['SH1001-SH1050', [['SH', 4, 1001, 1050]]],
    ['sh-001001 ~ sh-001050', [['SH', 6, 1001, 1050]]],
    ['SH 001', [['SH', 3, 1, 1]]],
    ['ＳＨ１００１－１０５０', [['SH', 4, 1001, 1050]]],
    [
      '１００１—１０５０，１０７０',
      [
        ['', 4, 1001, 1050],
        ['', 4, 1070, 1070],
      ],
    ],
    [
      '1001至1050、1070',
      [
        ['', 4, 1001, 1050],
        ['', 4, 1070, 1070],
      ],
    ],
    [
      '1001 1003,1005;1007',
      [
        ['', 4, 1001, 1001],
        ['', 4, 1003, 1003],
        ['', 4, 1005, 1005],
        ['', 4, 1007, 1007],
      ],
    ],
    ['1001 - 1003', [['', 4, 1001, 1003]]],
    ['2026SH0001', [['2026SH', 4, 1, 1]]],
    ['券0001', [['券', 4, 1, 1]]],
    ['  ', []],
  ] as const)('%j is %j', (line, ranges) => {
    expect(read(line)).toEqual(ranges)
    expect(readSerials(line).problems).toEqual([])
  })

  it.each([
    ['SH', 'form', 'SH'],
    ['1001-', 'form', '1001-'],
    ['1-2-3', 'form', '1-2-3'],
    ['SH1001-AB1050', 'form', 'SH1001-AB1050'],
    ['1050-1001', 'backwards', '1050-1001'],
    ['1234567890123', 'form', '1234567890123'],
    ['ABCDEFGHI001', 'form', 'ABCDEFGHI001'],
    ['<b>1</b>', 'form', '<B>1</B>'],
  ])('%j is not understood: %s', (line, kind, text) => {
    expect(readSerials(line)).toEqual({ ranges: [], problems: [{ kind, text }] })
  })

  it('what is understood of a line stands beside what is not', () => {
    const { ranges, problems } = readSerials('1001-1010, x, 1020')
    expect([ranges.length, problems.map((one) => one.text)]).toEqual([2, ['X']])
  })

  it('more than fifty parts are not read', () => {
    const line = Array.from({ length: 51 }, (_, index) => 2 * index).join(' ')
    expect(readSerials(line).problems).toEqual([{ kind: 'tooMany', text: '51' }])
  })

  it('what is written can be read again, and no line throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', 'SH', 'A', '2026Q'),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 0, max: 500 }),
        (prefix, width, from, more) => {
          const [again] = readSerials(writeRange({ from, to: from + more }, { prefix, width })).ranges
          expect(again).toMatchObject({ prefix, from, to: from + more })
        },
      ),
    )
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'SH09-－～至 ,，0１\u0000x😀'), maxLength: 40 }),
        (line) => void readSerials(line),
      ),
    )
  })
})

describe('a scanned serial', () => {
  it.each([
    ['SH001001', 1001],
    [' sh001001 ', 1001],
    ['ＳＨ００１００１', 1001],
    ['1001', 1001],
    ['1001-1002', undefined],
    ['1001-1001', undefined],
    ['1001 1002', undefined],
    ['SH', undefined],
  ])('%j is %s', (line, serial) => expect(readSerial(line)?.from).toBe(serial))

  it.each([
    ['SH001001', true],
    ['001001', true],
    ['1001', true],
    ['SH1001', true],
    ['SH01001', false],
    ['SH0001001', false],
    ['AB001001', false],
  ])('%j belongs to a batch printed SH and six digits: %s', (line, belongs) => {
    const typed = readSerial(line)
    expect(typed && isOfShape(typed, { prefix: 'SH', width: 6 })).toBe(belongs)
  })

  it('longer than the width it stands in full', () => {
    expect(writeSerial(12_345, { prefix: 'A', width: 3 })).toBe('A12345')
    expect(isOfShape(readSerial('A12345') ?? expect.fail(), { prefix: 'A', width: 3 })).toBe(true)
  })
})

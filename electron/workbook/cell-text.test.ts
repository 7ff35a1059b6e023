import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellText, isFormulaLike, textWidth } from './cell-text.ts'
import { csvText } from './csv.ts'
import { xmlText } from './row-xml.ts'

/** How Excel reads a text of a cell back. */
const readBack = (text: string): string =>
  text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
const asXml = (text: string): string => text.replace(/&(amp|lt|gt);/g, (entity) => entities[entity] ?? entity)

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: fc.constantFrom('_', 'x', '0', '0', 'D', '5', 'F', '\r', '\t', '=', '&', '<'), maxLength: 60 }),
)

describe('a text in a cell', () => {
  it('comes back as it was, control characters and all; only what no XML can hold is replaced', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = xmlText(cellText(text))
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
        expect(written).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/)
        expect(written.isWellFormed()).toBe(true)
        expect(readBack(asXml(written))).toBe(text.toWellFormed().replace(/[\ufffe\uffff]/g, '\ufffd'))
      }),
    )
  })

  it('is cut where a cell ends, and says so', () => {
    const cut = cellText('长'.repeat(40_000))
    expect(cut).toHaveLength(32_767)
    expect(cut.endsWith('长…')).toBe(true)
    expect(cellText('长'.repeat(32_767))).not.toContain('…')
    expect(cellText(`${'x'.repeat(32_765)}\u{1f600}\u{1f600}`).isWellFormed()).toBe(true)
  })
})

describe('what looks like a formula', () => {
  it.each(['=1+1', '+86', '-5', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1', '|cmd'])('is known: %j', (text) => {
    expect(isFormulaLike(text)).toBe(true)
  })

  it.each(['', '张伟', 'a=b', '1-2', '138••••5678', '(=1)', '·'])('is told from what does not: %j', (text) => {
    expect(isFormulaLike(text)).toBe(false)
  })

  it('never begins a field of plain text, and no field breaks its line', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const field = csvText(text)
        const inner = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field
        expect(isFormulaLike(inner)).toBe(false)
        if (!field.startsWith('"')) expect(field).not.toMatch(/[",\r\n]/)
        else expect(field.slice(1, -1).replaceAll('""', '')).not.toContain('"')
      }),
    )
  })

  it('keeps what it said behind an apostrophe', () => {
    expect(csvText('=1+1')).toBe("'=1+1")
    expect(csvText('=HYPERLINK("x","y")')).toBe('"\'=HYPERLINK(""x"",""y"")"')
    expect(csvText('靠窗，安静')).toBe('靠窗，安静')
    expect(csvText('a,b')).toBe('"a,b"')
  })
})

it('a Chinese character takes two digits, an emoji too', () => {
  expect(['合计', 'A1', '\u{1f600}', '（日）'].map(textWidth)).toEqual([4, 2, 2, 6])
})

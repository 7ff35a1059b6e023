import { rmSync } from 'node:fs'
import { wordsIn } from '#electron/core/words.ts'
import { paperSheet } from '#electron/workbook/paper-sheet.ts'
import { sheetNames } from '#electron/workbook/sheet-name.ts'
import { writeWorkbook } from '#electron/workbook/workbook-file.ts'
import type { Paper, PaperRow, PaperTable } from '#shared/domain/reports/paper.ts'

/** What somebody may have typed, or a program may have sent, to do harm or by mistake. */
export const hostileTexts: readonly string[] = [
  '=1+1',
  '=HYPERLINK("http://example.invalid","x")',
  '+1',
  '-1',
  '@SUM(1,1)',
  '\t=1+1',
  '\n=1+1',
  "'=1+1",
  '|calc',
  '#REF!',
  '#N/A',
  '#DIV/0!',
  'TRUE',
  '1e5',
  '00123',
  '2026-05-12',
  '_x000D_',
  '_x0041__x005F_',
  '<script>alert(1)</script> & "x" \'y\'',
  ']]>&amp;&#0;',
  '😀👨‍👩‍👧‍👦🇨🇳',
  '\u202e反向\u202c \u2066隔离\u2069',
  '控\u0001制\u000b字\u001f符',
  'half \ud83d, other \ude00, nobody \ufffe',
  ' 前后有空格 ',
  '　全角空格　',
  '多\n行\n文字',
  '长'.repeat(10_000),
  'x'.repeat(32_767),
]

const columns = [
  { key: 'text', title: '文字', unit: 'text', width: 30 },
  { key: 'now', title: '本期', unit: 'count', width: 8 },
  { key: 'base', title: '基期', unit: 'count', width: 8 },
  { key: 'rate', title: '占比', unit: 'rate', width: 8 },
] as const

const units = [
  'text',
  'count',
  'decimal',
  'hours',
  'minutes',
  'rate',
  'points',
  'change',
  'changeRate',
  'cents',
] as const

/** A column of each unit, a row of each kind and tone, and each way in which a figure follows from others. */
export const everyKind: PaperTable = {
  key: 'kinds',
  title: '各种',
  columns: [
    ...units.map((unit) => ({ key: unit, title: `列 ${unit}`, group: unit === 'text' ? '名' : '数', unit, width: 9 })),
    { key: 'date', title: '日期', unit: 'date', width: 11 },
    { key: 'moment', title: '时刻', unit: 'moment', width: 16 },
  ],
  rows: [
    { key: 'head', kind: 'heading', cells: { text: '上半' } },
    ...(['weekend', 'holiday', 'faint'] as const).map(
      (tone, index): PaperRow => ({
        key: tone,
        kind: 'row',
        tone,
        cells: {
          text: tone,
          ...Object.fromEntries(units.slice(1).map((unit, place) => [unit, (index + 1) * (place + 1)])),
          date: `2026-02-${27 + index > 28 ? '28' : 27 + index}`,
          moment: '2026-03-07T01:30',
        },
      }),
    ),
    { key: 'none', kind: 'row', cells: { text: '空' } },
    { key: 'fix', kind: 'adjustment', cells: { text: '更正', count: -1 } },
    {
      key: 'total',
      kind: 'total',
      cells: { text: '合计', count: 6, decimal: 12, cents: 54, rate: 0.5, changeRate: -0.5, points: -6, hours: 6 },
      formulas: {
        count: { sum: 'rows' },
        decimal: { add: [{ row: 'weekend' }, { row: 'holiday' }, { row: 'faint' }] },
        cents: { sum: 'rows' },
        rate: { ratio: [{ column: 'count' }, { column: 'decimal' }] },
        changeRate: { change: [{ column: 'count' }, { column: 'decimal' }] },
        points: { difference: [{ column: 'count' }, { column: 'decimal' }] },
        hours: { mean: ['weekend', 'holiday', 'faint', 'none'] },
      },
    },
    { key: 'note', kind: 'note', cells: { text: '注', count: 0.25 }, units: { count: 'rate' } },
  ],
}

export const hostilePaper: Paper = {
  name: 'hostile',
  title: "[历史]: 'History'/=1+1?*",
  venue: '=门店 & <b>"1"</b>',
  facts: [{ label: '=期间', value: '@今天\u0007' }],
  tables: [
    {
      key: 'texts',
      columns,
      rows: [
        ...hostileTexts.map((text, index) => ({
          key: `t${index}`,
          kind: 'row' as const,
          cells: { text, now: 0, base: 0, rate: null },
        })),
        {
          key: 'total',
          kind: 'total',
          cells: { text: '合计', now: 0, base: 0, rate: null },
          formulas: {
            now: { sum: 'rows' },
            base: { sum: 'rows' },
            rate: { ratio: [{ column: 'now' }, { column: 'base' }] },
          },
        },
        {
          key: 'change',
          kind: 'note',
          cells: { text: '=变化', rate: null },
          formulas: {
            rate: {
              change: [
                { row: 'total', column: 'now' },
                { row: 'total', column: 'base' },
              ],
            },
          },
          units: { rate: 'changeRate' },
        },
      ],
    },
    everyKind,
  ],
  checks: [{ ok: false, text: '=对不上 & <不等>' }],
  definitions: [],
  made: '&P&N 2026-05-12 制表 "1001"',
  landscape: false,
}

/** Writes a paper as a workbook of one sheet. */
export async function writePaperFile(paper: Paper, target: string): Promise<void> {
  rmSync(target, { force: true })
  const at = new Date(0)
  const sheet = paperSheet(paper, sheetNames()(paper.title), wordsIn('zh-Hans'))
  await writeWorkbook(
    target,
    [sheet],
    { title: paper.title, creator: paper.made, created: at, modified: at },
    () => undefined,
  )
}

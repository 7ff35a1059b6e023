import type { Paper, PaperRow } from '#shared/domain/reports/paper.ts'
import { totalColumn } from '#shared/domain/reports/report-table.ts'
import type { EntriesView, UsageView } from '../queries/table-report.ts'
import type { Words } from '../words.ts'
import { tablePaper } from './table-paper.ts'

type EntriesCell = EntriesView['total'][string]
type UsageCell = UsageView['total'][string]

/** Appendices 01, 03, 05: 包厢进场比较表. */
export function entriesPaper(view: EntriesView, words: Words): Paper {
  const total = view.total[totalColumn]?.entries ?? 0
  const share: PaperRow = {
    key: 'share',
    kind: 'note',
    cells: {
      label: words('paper.share'),
      ...Object.fromEntries(
        view.columns.map((column) => [
          `entries.${column}`,
          total > 0 ? (view.total[column]?.entries ?? 0) / total : null,
        ]),
      ),
    },
    formulas: Object.fromEntries(
      view.columns.map((column) => [
        `entries.${column}`,
        { ratio: [{ row: 'total' }, { row: 'total', column: `entries.${totalColumn}` }] },
      ]),
    ),
    units: Object.fromEntries(view.columns.map((column) => [`entries.${column}`, 'rate'])),
  }
  return tablePaper<EntriesCell>(view, words, {
    blocks: [
      {
        key: 'entries',
        group: words('paper.entriesGroup'),
        unit: 'count',
        value: (cell) => cell.entries,
        total: 'sum',
        width: 7,
      },
      {
        key: 'guests',
        group: words('paper.guestsGroup'),
        unit: 'count',
        value: (cell) => cell.guests,
        total: 'sum',
        width: 7,
      },
    ],
    delta: {
      group: words('paper.deltaGroup'),
      unit: 'change',
      of: (now, base) => now.entries - base.entries,
      column: 'entries',
    },
    peak: ({ label, value }) => words('paper.peakOf', { hour: label, value }),
    notes: [share],
    charts: [
      {
        kind: 'stackedColumn',
        title: words('paper.entriesGroup'),
        categories: 'label',
        series: view.columns
          .filter((column) => column !== totalColumn)
          .map((column) => ({ column: `entries.${column}`, name: view.columnNames[column] ?? column })),
      },
    ],
  })
}

const hours = (minutes: number): number => minutes / 60

/** Appendices 02, 04, 06: 包厢使用比较表. */
export function usagePaper(view: UsageView, words: Words): Paper {
  const note = (key: string, label: string, value: (cell: UsageCell) => number): PaperRow => ({
    key,
    kind: 'note',
    cells: {
      label,
      ...Object.fromEntries(
        view.columns.map((column) => {
          const cell = view.total[column]
          return [`used.${column}`, cell ? value(cell) : null]
        }),
      ),
    },
  })
  const isHours = view.period === 'day'
  return tablePaper<UsageCell>(view, words, {
    blocks: [
      {
        key: 'rooms',
        group: words(isHours ? 'paper.occupiedGroup' : 'paper.roomsGroup'),
        unit: 'count',
        value: (cell) => cell.rooms,
        // Rooms at the half hour do not add up over hours; the total says how many were used at all.
        total: isHours ? () => undefined : 'sum',
        width: 7,
      },
      {
        key: 'used',
        group: words('paper.hoursGroup'),
        unit: 'hours',
        value: (cell) => hours(cell.minutes),
        total: 'sum',
        width: 8,
      },
      {
        key: 'rate',
        group: words('paper.rateGroup'),
        unit: 'rate',
        value: (cell) => cell.rate,
        total: (column) => ({
          ratio: [
            { row: 'total', column: `used.${column}` },
            { row: 'sellable', column: `used.${column}` },
          ],
        }),
        width: 8,
      },
    ],
    delta: {
      group: words('paper.rateDeltaGroup'),
      unit: 'points',
      of: (now, base) => (now.rate === null || base.rate === null ? null : (now.rate - base.rate) * 100),
      column: 'used',
    },
    peak: ({ label, value }) => words('paper.peakOfMinutes', { hour: label, value: hours(value).toFixed(1) }),
    notes: [
      note('sellable', words('paper.sellable'), (cell) => hours(cell.sellable)),
      {
        key: 'rateAll',
        kind: 'note',
        cells: {
          label: words('paper.rateAll'),
          ...Object.fromEntries(view.columns.map((column) => [`rate.${column}`, view.total[column]?.rateAll ?? null])),
        },
      },
    ],
    charts: [
      {
        kind: 'line',
        title: words('paper.rateGroup'),
        categories: 'label',
        series: [{ column: `rate.${totalColumn}`, name: words('total') }],
      },
    ],
  })
}

import type { Paper, PaperColumn, PaperRow, PaperTable, Unit } from '#shared/domain/reports/paper.ts'
import type { OperationsView } from '../queries/operations-report.ts'
import { rowLabel } from '../queries/report-labels.ts'
import type { Words } from '../words.ts'
import { factsOf, paperHead } from './paper-facts.ts'

type Figure = readonly [name: string, value: number | null, unit: Unit]

/** 经营概览 on paper: each group of figures a table. */
export function operationsPaper(view: OperationsView, words: Words): Paper {
  const text = (key: string) => words(`operations.${key}`)
  return {
    name: 'operations',
    ...paperHead(view, words),
    facts: factsOf('operations', view, words),
    tables: [
      figures('parties', text('partiesTable'), words, [
        ['parties', view.parties.parties, 'count'],
        ['guests', view.parties.guests, 'count'],
        ['seatRate', view.parties.seatRate, 'rate'],
        ['vip', view.parties.vip.parties, 'count'],
        ['vipShare', view.parties.vip.share, 'rate'],
        ['out', view.stays.out, 'count'],
        ['meanStay', view.stays.mean, 'mean'],
        ['medianStay', view.stays.median, 'mean'],
        ['extended', view.stays.extended, 'count'],
        ['extendedRate', view.stays.extendedRate, 'rate'],
      ]),
      figures('rooms', text('roomsTable'), words, [
        ['opened', view.rooms.opened, 'count'],
        ['uses', view.rooms.uses, 'count'],
        ['used', view.rooms.minutes / 60, 'hours'],
        ['sellable', view.rooms.sellable / 60, 'hours'],
        ['rate', view.rooms.rate, 'rate'],
        ['rateAll', view.rooms.rateAll, 'rate'],
        ['openRate', view.rooms.openRate, 'rate'],
        ['turnover', view.rooms.turnover, 'decimal'],
      ]),
      sourceTable(view, words),
      figures('due', text('dueTable'), words, [
        ['due', view.due.due, 'count'],
        ['arrived', view.due.arrived, 'count'],
        ['late', view.due.late, 'count'],
        ['arrivedRate', view.due.arrivedRate, 'rate'],
        ['released', view.due.released, 'count'],
        ['releasedRate', view.due.releasedRate, 'rate'],
      ]),
      figures('waits', text('waitsTable'), words, [
        ['joined', view.waits.joined, 'count'],
        ['seated', view.waits.seated, 'count'],
        ['left', view.waits.left, 'count'],
        ['waiting', view.waits.waiting, 'count'],
        ['medianWait', view.waits.median, 'mean'],
        ['p90Wait', view.waits.p90, 'mean'],
        ['beyondQuoted', view.waits.beyondQuoted, 'mean'],
      ]),
      refusalTable(view, words),
      refusalsBy(view, words, 'byType', text('refusalsByType'), text('type'), (code) => view.typeNames[code] ?? code),
      refusalsBy(view, words, 'byHour', text('refusalsByHour'), text('hour'), (hour) => rowLabel(hour, words)),
      figures('mismatch', text('mismatchTable'), words, [
        ['larger', view.parties.larger, 'count'],
        ['smaller', view.parties.smaller, 'count'],
        ['spareSeatHours', view.rooms.spareSeatHours, 'hours'],
        ['kept', view.promises.kept, 'count'],
        ['lapsed', view.promises.lapsed, 'count'],
        ['declined', view.promises.declined, 'count'],
        ['keptRate', view.promises.keptRate, 'rate'],
      ]),
      crossTable(view, words),
    ],
    landscape: false,
  }
}

const column = (key: string, title: string, unit: Unit, width: number): PaperColumn => ({ key, title, unit, width })

function figures(key: string, title: string, words: Words, list: readonly Figure[]): PaperTable {
  return {
    key,
    title,
    columns: [
      column('figure', words('operations.figure'), 'text', 28),
      column('value', words('operations.value'), 'decimal', 12),
    ],
    rows: list.map(([name, value, unit]) => ({
      key: name,
      kind: 'row',
      cells: { figure: words(`operations.row.${name}`), value },
      units: { value: unit },
    })),
  }
}

function sourceTable({ parties }: OperationsView, words: Words): PaperTable {
  const rows = Object.entries(parties.bySource).map(
    ([source, part]): PaperRow => ({
      key: source,
      kind: 'row',
      cells: { source: words(`source.${source}`), parties: part.parties, guests: part.guests, share: part.share },
      formulas: { share: { ratio: [{ column: 'parties' }, { row: 'total', column: 'parties' }] } },
    }),
  )
  return {
    key: 'sources',
    title: words('operations.sourceTable'),
    columns: [
      column('source', words('operations.source'), 'text', 12),
      column('parties', words('operations.parties'), 'count', 8),
      column('guests', words('operations.guests'), 'count', 8),
      column('share', words('operations.share'), 'rate', 8),
    ],
    rows: [
      ...rows,
      ...(rows.length === 0
        ? []
        : [
            {
              key: 'total',
              kind: 'total' as const,
              cells: { source: words('total'), parties: parties.parties, guests: parties.guests, share: 1 },
              formulas: { parties: { sum: 'rows' as const }, guests: { sum: 'rows' as const } },
            },
          ]),
    ],
    empty: words('operations.noParties'),
  }
}

function refusalTable({ refusals }: OperationsView, words: Words): PaperTable {
  return {
    key: 'refusals',
    title: words('operations.refusalsTable'),
    columns: [
      column('kind', words('operations.kind'), 'text', 12),
      column('reason', words('operations.reason'), 'text', 24),
      column('calls', words('operations.calls'), 'count', 8),
    ],
    rows: [
      ...refusals.byReason.map(
        ({ kind, reason, calls }): PaperRow => ({
          key: `${kind}-${reason}`,
          kind: 'row',
          cells: { kind: words(`operations.${kind}`), reason: words(`refusalReason.${reason}`), calls },
        }),
      ),
      ...(refusals.byReason.length === 0
        ? []
        : [
            {
              key: 'total',
              kind: 'total' as const,
              cells: { kind: words('total'), calls: refusals.denials + refusals.regrets },
              formulas: { calls: { sum: 'rows' as const } },
            },
          ]),
    ],
    empty: words('operations.noRefusals'),
  }
}

function refusalsBy(
  { refusals }: OperationsView,
  words: Words,
  by: 'byType' | 'byHour',
  title: string,
  head: string,
  label: (key: string) => string,
): PaperTable {
  const order = (a: string, b: string) => (by === 'byHour' ? Number(a) - Number(b) : 0)
  return {
    key: `refusals-${by}`,
    title,
    columns: [
      column('label', head, 'text', 14),
      column('denials', words('operations.denials'), 'count', 10),
      column('regrets', words('operations.regrets'), 'count', 10),
    ],
    rows: Object.keys(refusals[by])
      .toSorted(order)
      .map((key) => ({
        key,
        kind: 'row',
        cells: {
          label: label(key),
          denials: refusals[by][key]?.denials ?? 0,
          regrets: refusals[by][key]?.regrets ?? 0,
        },
      })),
    empty: words('operations.noRefusals'),
  }
}

function crossTable({ parties, typeNames }: OperationsView, words: Words): PaperTable {
  const used = Object.keys(typeNames)
  const nameOf = (code: string) => typeNames[code] ?? code
  const others = Object.keys(parties.cross).filter((code) => !used.includes(code))
  return {
    key: 'cross',
    title: words('operations.cross'),
    columns: [
      column('asked', words('operations.asked'), 'text', 14),
      ...used.map((code) => column(code, nameOf(code), 'count', 8)),
      column('total', words('total'), 'count', 8),
    ],
    rows: [...used, ...others]
      .filter((asked) => parties.cross[asked] !== undefined)
      .map((asked) => ({
        key: asked,
        kind: 'row',
        cells: {
          asked: nameOf(asked),
          ...Object.fromEntries(used.map((code) => [code, parties.cross[asked]?.[code] ?? 0])),
          total: Object.values(parties.cross[asked] ?? {}).reduce((sum, count) => sum + count, 0),
        },
        formulas: { total: { add: used.map((code) => ({ column: code })) } },
      })),
    empty: words('operations.noParties'),
  }
}

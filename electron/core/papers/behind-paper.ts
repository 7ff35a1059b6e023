import type { PaperRequest } from '#shared/contract/report.ts'
import type { Paper, PaperColumn, PaperRow, Unit } from '#shared/domain/reports/paper.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import { listWriter } from '../lists/list-writer.ts'
import type { ReportSource } from '../queries/day-archive.ts'
import { frameOf } from '../queries/report-frame.ts'
import type { ReportReader } from '../queries/report-head.ts'
import { baseLabel, definitionsOf, rowLabel } from '../queries/report-labels.ts'
import { reportRowsView } from '../queries/report-rows.ts'
import { filterFacts, stretchText, wallTime } from './paper-facts.ts'

/** More than any month of a cell; who wants years takes the list of all. */
const mostRows = 20_000

const columns: readonly (readonly [key: string, unit: Unit, width: number])[] = [
  ['businessDate', 'date', 11],
  ['start', 'moment', 16],
  ['end', 'moment', 16],
  ['usedMinutes', 'minutes', 9],
  ['room', 'text', 8],
  ['usedType', 'text', 10],
  ['requestedType', 'text', 10],
  ['party', 'count', 6],
  ['guest', 'text', 14],
  ['bookingCode', 'text', 10],
  ['source', 'text', 8],
  ['tier', 'text', 8],
  ['began', 'text', 12],
]
const ofUse: ReadonlySet<string> = new Set(['end', 'usedMinutes', 'began'])

/**
 * What is behind one figure of a comparison table, as a document: the very rows it was counted from, and their sum,
 * which is the figure. Undefined where no table is named.
 */
export async function behindPaper(
  source: ReportSource,
  reader: ReportReader,
  { name, table, row, column, base, customerId: _, ...period }: PaperRequest,
): Promise<Paper | undefined> {
  if (table === undefined) return undefined
  const { words } = reader
  const frame = frameOf(source, period)
  const cell = { table, row, column, base }
  const found = await reportRowsView(source, { ...period, ...cell, limit: mostRows })
  const write = listWriter(source, words)
  const isUse = table === 'usage'
  const rows = found.items.map(
    (item, index): PaperRow => ({
      key: String(index + 1),
      kind: 'row',
      cells: {
        businessDate: item.businessDate,
        start: item.at.slice(0, 16),
        end: item.until?.slice(0, 16) ?? null,
        usedMinutes: item.minutes ?? null,
        room: item.roomNo,
        usedType: write.typeName(item.typeCode),
        requestedType: write.typeName(item.requestedTypeCode),
        party: item.party,
        guest: item.name ?? null,
        bookingCode: item.bookingCode ?? null,
        source: write.word('source', item.source),
        tier: write.word('list.tier', item.vipTier ?? null),
        began: write.word('list.began', item.began ?? null),
      },
    }),
  )
  const total: PaperRow = {
    key: 'total',
    kind: 'total',
    cells: {
      businessDate: words('total'),
      room: words('behind.rows', { count: found.parties }),
      ...(isUse ? { usedMinutes: found.minutes ?? 0 } : { party: found.guests }),
    },
    formulas: isUse ? { usedMinutes: { sum: 'rows' } } : { party: { sum: 'rows' } },
    units: { businessDate: 'text' },
  }
  const shown = columns.filter(([key]) => isUse || !ofUse.has(key))
  const venue = source.model.venue.on(frame.stretch.from)
  const asked = [
    row === undefined ? words('total') : rowLabel(row, words),
    column === undefined || column === 'total' ? words('behind.everyType') : (write.typeName(column) ?? column),
    ...(base === undefined ? [] : [baseLabel(base, frame.period, words)]),
  ]
  return {
    name,
    title: words(`behind.${table}`),
    venue: venue.name,
    facts: [
      { label: words('paper.period'), value: stretchText(frame.stretch.from, frame.stretch.to) },
      { label: words('behind.figure'), value: asked.join(' · ') },
      ...filterFacts(name, period, words),
      ...(found.next === undefined
        ? []
        : [{ label: words('list.cut'), value: words('list.cutAt', { most: mostRows }) }]),
    ],
    tables: [
      {
        key: 'rows',
        columns: shown.map(
          ([key, unit, width]): PaperColumn => ({ key, title: words(`list.column.${key}`), unit, width }),
        ),
        rows: found.next === undefined && rows.length > 0 ? [...rows, total] : rows,
        empty: words('list.empty'),
      },
    ],
    checks: [],
    definitions: definitionsOf(isUse ? ['used'] : ['entries', 'guests'], words).map((one) => ({
      name: one.name,
      text: one.text,
    })),
    made: words('paper.made', {
      at: wallTime(isoIn(source.now, venue.timeZone)),
      staffNo: reader.staffNo,
      name: reader.name,
    }),
    landscape: true,
  }
}

import type { Paper, PaperRow } from '#shared/domain/reports/paper.ts'
import type { Stretch } from '#shared/domain/reports/report-period.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import type { List, ListRow } from '../lists/list.ts'
import type { ReportSource } from '../queries/day-archive.ts'
import type { ReportReader } from '../queries/report-head.ts'
import { stretchText, wallTime } from './paper-facts.ts'

/** As many rows of a list as stand on paper and on the screen; the file has them all. */
const mostOnPaper = 500

/** A list's paper without its rows: what stands above and below them, however many they are. */
export function listFrame(
  source: ReportSource,
  { words, staffNo, name }: ReportReader,
  list: List,
  stretch: Stretch,
  count: number,
): Paper {
  const venue = source.model.venue.on(stretch.from)
  return {
    name: list.name,
    title: words(`list.name.${list.name}`),
    venue: venue.name,
    facts: [
      { label: words('paper.period'), value: stretchText(stretch.from, stretch.to) },
      { label: words('list.rows'), value: words('list.count', { count }) },
    ],
    tables: [{ key: list.name, columns: list.columns(words), rows: [], empty: words('list.empty') }],
    checks: [],
    definitions: [
      { name: words(`list.name.${list.name}`), text: words(`list.about.${list.name}`) },
      { name: words('list.column.phone'), text: words('list.about.phone') },
    ],
    made: words('paper.made', { at: wallTime(isoIn(source.now, venue.timeZone)), staffNo, name }),
    landscape: true,
  }
}

/** The first rows of a list as a document; it says so when there are more. */
export async function listPaper(
  source: ReportSource,
  reader: ReportReader,
  list: List,
  stretch: Stretch,
): Promise<Paper> {
  const count = await list.count(source, stretch)
  const frame = listFrame(source, reader, list, stretch, count)
  const rows = await firstRows(list.pages(source, stretch, reader.words), mostOnPaper)
  const cut =
    count > rows.length
      ? [{ label: reader.words('list.cut'), value: reader.words('list.cutAt', { most: mostOnPaper }) }]
      : []
  return {
    ...frame,
    facts: [...frame.facts, ...cut],
    tables: frame.tables.map((table) => ({
      ...table,
      rows: rows.map(
        (row, index): PaperRow => ({
          key: String(index + 1),
          kind: 'row',
          cells: Object.fromEntries(table.columns.map((column, place) => [column.key, row[place] ?? null])),
        }),
      ),
    })),
  }
}

async function firstRows(pages: AsyncIterable<readonly ListRow[]>, most: number): Promise<readonly ListRow[]> {
  const rows: ListRow[] = []
  for await (const page of pages) {
    rows.push(...page.slice(0, most - rows.length))
    if (rows.length >= most) break
  }
  return rows
}

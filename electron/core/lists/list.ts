import type { PaperColumn, PaperValue, Unit } from '#shared/domain/reports/paper.ts'
import { datesOf, type Stretch } from '#shared/domain/reports/report-period.ts'
import { type BusinessDate, businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import type { Span } from '#shared/domain/time/span.ts'
import type { ReportSource } from '../queries/day-archive.ts'
import type { Words } from '../words.ts'
import { type ListWriter, listWriter } from './list-writer.ts'

/** One row of a list, its values in the order of the columns. */
export type ListRow = readonly PaperValue[]

/**
 * Rows of one kind over business dates, however many there are: read a page at a time along an index, each page from
 * where the one before it ended, so that the thousandth costs what the first did.
 */
export interface List {
  readonly name: string
  columns(words: Words): readonly PaperColumn[]
  /** How many rows there are; counted along the index alone. */
  count(source: ReportSource, stretch: Stretch): Promise<number>
  /** The rows in order, a page at a time. */
  pages(source: ReportSource, stretch: Stretch, words: Words): AsyncIterable<readonly ListRow[]>
}

/** A column and what stands in it. */
interface Field<Row> {
  readonly key: string
  readonly unit: Unit
  readonly width: number
  readonly value: (row: Row, write: ListWriter) => PaperValue
}

/** Where a page begins: behind the last row of the one before it. */
export interface PageAsked<Row> {
  readonly date: BusinessDate
  readonly day: Span
  readonly after: Row | undefined
  readonly limit: number
}

interface ListShape<Row> {
  readonly name: string
  readonly fields: readonly Field<Row>[]
  readonly count: (source: ReportSource, stretch: Stretch, span: Span) => Promise<number>
  readonly page: (source: ReportSource, asked: PageAsked<Row>) => Promise<readonly Row[]>
}

const pageRows = 1_000
/** Days read between two breaths: whoever books meanwhile waits no longer than for these. */
const daysAtOnce = 16

const breath = () => new Promise<void>((resolve) => setImmediate(resolve))

/** From the beginning of the first business date to the end of the last. */
export function spanOfStretch({ model }: ReportSource, { from, to }: Stretch): Span {
  const span = (date: BusinessDate) => businessDaySpan(date, calendarOf(model.venue.on(date)))
  return { start: span(from).start, end: span(to).end }
}

/** A list out of its columns and the page of one day: days are read in order, each in as many pages as it needs. */
export const listOf = <Row>({ name, fields, count, page }: ListShape<Row>): List => ({
  name,
  columns: (words) => fields.map(({ key, unit, width }) => ({ key, title: words(`list.column.${key}`), unit, width })),
  count: (source, stretch) => count(source, stretch, spanOfStretch(source, stretch)),
  async *pages(source, stretch, words) {
    const write = listWriter(source, words)
    for (const [index, date] of datesOf(stretch).entries()) {
      if (index % daysAtOnce === daysAtOnce - 1) await breath()
      const day = spanOfStretch(source, { from: date, to: date })
      let after: Row | undefined
      for (;;) {
        const rows = await page(source, { date, day, after, limit: pageRows })
        if (rows.length > 0) yield rows.map((row) => fields.map((field) => field.value(row, write)))
        if (rows.length < pageRows) break
        after = rows.at(-1)
      }
    }
  },
})

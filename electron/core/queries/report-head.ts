import type { Kysely } from 'kysely'
import type { Progress, Stretch } from '#shared/domain/reports/report-period.ts'
import { businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import { runCompiled } from '../store/compiled.ts'
import { venueId } from '../store/schema.ts'
import type { Words } from '../words.ts'
import type { ReportSource } from './day-archive.ts'
import { definitionsOf } from './report-labels.ts'

/** Who a report is made for, and in which language. */
export interface ReportReader {
  readonly staffNo: string
  readonly name: string
  readonly words: Words
  /** Whole telephone numbers may be shown: who asked for them, and why, has been written down. */
  readonly unmasked?: boolean
}

interface HeadInput {
  readonly title: string
  readonly stretch: Stretch
  readonly progress: Progress
  readonly filter: { readonly floor?: string; readonly source?: string; readonly vip?: 'only' | 'none' }
  readonly figures: readonly string[]
}

/** What every report says of itself: what it covers, how far, under which filter, when and by whom it was made. */
export async function reportHead(source: ReportSource, reader: ReportReader, input: HeadInput) {
  const { model, now } = source
  const { stretch, progress } = input
  const venue = model.venue.on(stretch.from)
  const zone = venue.timeZone
  const [last = progress.today] = [stretch.to, progress.today].sort()
  const { end } = businessDaySpan(last, calendarOf(model.venue.on(last)))
  const closed = model.closedDays.isClosed(stretch.to)
  const close = closed ? await closeOf(source, stretch.to) : undefined
  return {
    title: input.title,
    venue: venue.name,
    from: stretch.from,
    to: stretch.to,
    state: closed ? ('closed' as const) : stretch.from > progress.today ? ('ahead' as const) : ('running' as const),
    until: isoIn(Math.min(now, end), zone),
    ...(close !== undefined && { closedAt: isoIn(close, zone) }),
    filter: filterView(input.filter),
    madeAt: isoIn(now, zone),
    madeBy: { staffNo: reader.staffNo, name: reader.name },
    definitions: definitionsOf(input.figures, reader.words),
  }
}

const filterView = ({ floor, source, vip }: HeadInput['filter']) => ({
  ...(floor !== undefined && { floor }),
  ...(source !== undefined && { source: source as 'phone' }),
  ...(vip !== undefined && { vip }),
})

async function closeOf({ reader }: ReportSource, date: string): Promise<number | undefined> {
  const build = () =>
    reader
      .selectFrom('day_close')
      .select('closed_at')
      .where('venue_id', '=', venueId)
      .where('business_date', '=', date)
      .where('version', '=', 1)
  const [row] = await runCompiled<{ closed_at: number }>(reader as unknown as Kysely<never>, 'close of a day', build, [
    venueId,
    date,
    1,
  ])
  return row?.closed_at
}

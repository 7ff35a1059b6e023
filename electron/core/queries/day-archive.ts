import type { Kysely } from 'kysely'
import type { DayFacts, DayPart } from '#shared/domain/reports/day-facts.ts'
import { hoursOfDay } from '#shared/domain/reports/day-hours.ts'
import type { DayOf } from '#shared/domain/reports/entries-table.ts'
import { factsOfDay } from '#shared/domain/reports/facts-of-day.ts'
import { keptFacts } from '#shared/domain/reports/kept-facts.ts'
import type { CountedDate } from '#shared/domain/reports/report-period.ts'
import { type BusinessDate, businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { runCompiled } from '../store/compiled.ts'
import type { LiveModel } from '../store/live-model.ts'
import { venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'
import { houseOn } from './day-house.ts'
import { dayRows } from './day-rows.ts'

/** What a report looks at: the database, the venue, and the clock. */
export interface ReportSource {
  readonly reader: Reader
  readonly model: LiveModel
  readonly now: number
}

/** Days read between two breaths: whoever books meanwhile waits no longer than for these. */
const daysAtOnce = 16

const breath = () => new Promise<void>((resolve) => setImmediate(resolve))

/**
 * A part of the facts of each date, in order: as kept where the day is closed, out of the rows where it is not. Days
 * before the venue's first are empty. The first version of a closed day is what its report showed; later ones are
 * adjustments (day-adjustments.ts).
 */
export async function factsOfDates<Part extends DayPart>(
  source: ReportSource,
  part: Part,
  dates: readonly CountedDate[],
): Promise<DayOf<DayFacts[Part]>[]> {
  const { closedDays, readFacts } = source.model
  // A year would push out all that is asked for again and again.
  const remembers = dates.length <= readFacts.most / 4
  const days: DayOf<DayFacts[Part]>[] = []
  for (let at = 0; at < dates.length; at += daysAtOnce) {
    if (at > 0) await breath()
    const some = dates.slice(at, at + daysAtOnce)
    const closed = some.map(({ date }) => date).filter((date) => closedDays.isClosed(date))
    // Held on to: while the others are read, somebody else's report may push them out.
    const held = new Map(closed.map((date) => [date, readFacts.get(part, date)]))
    const unread = closed.filter((date) => held.get(date) === undefined)
    const texts = await keptTexts(source, part, unread)
    for (const counted of some) {
      const text = texts.get(counted.date)
      const facts =
        text === undefined
          ? (held.get(counted.date) ?? (await openFacts(source, part, counted.date)))
          : keptFacts(part, text)
      if (text !== undefined && remembers) readFacts.set(part, counted.date, facts)
      days.push({ ...counted, facts })
    }
  }
  return days
}

async function keptTexts(
  { reader }: ReportSource,
  part: DayPart,
  dates: readonly BusinessDate[],
): Promise<ReadonlyMap<BusinessDate, string>> {
  const [first, last] = [dates.at(0), dates.at(-1)]
  if (first === undefined || last === undefined) return new Map()
  const build = () =>
    reader
      .selectFrom('day_facts')
      .select(['business_date', 'facts'])
      .where('venue_id', '=', venueId)
      .where('part', '=', part)
      .where('business_date', '>=', first)
      .where('business_date', '<=', last)
      .where('version', '=', 1)
  const rows = await runCompiled<{ business_date: BusinessDate; facts: string }>(
    reader as unknown as Kysely<never>,
    'kept facts',
    build,
    [venueId, part, first, last, 1],
  )
  return new Map(rows.map((row) => [row.business_date, row.facts]))
}

async function openFacts<Part extends DayPart>(
  { reader, model, now }: ReportSource,
  part: Part,
  date: BusinessDate,
): Promise<DayFacts[Part]> {
  const calendar = calendarOf(model.venue.on(date))
  const day = businessDaySpan(date, calendar)
  const { began } = model.closedDays
  if (began === undefined || date < began || day.start > now) return emptyFacts(hoursOfDay(date, calendar))[part]
  return factsOfDay(await dayRows(reader, date, day), houseOn(model.venue, date, now))[part]
}

/** A day of which nothing is known: before the venue's first, or yet to come. */
function emptyFacts(hours: DayFacts['parties']['hours']): DayFacts {
  return {
    parties: { hours, parties: [], departures: [], insideBefore: [], insideAfter: [] },
    uses: { hours, open: undefined, rooms: [], types: [], blocks: [], uses: [] },
    desk: { hours, waits: [], due: [], refusals: [], promises: [] },
  }
}

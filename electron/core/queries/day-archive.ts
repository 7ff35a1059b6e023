import type { DayFacts, DayPart } from '#shared/domain/reports/day-facts.ts'
import { hoursOfDay } from '#shared/domain/reports/day-hours.ts'
import type { DayOf } from '#shared/domain/reports/entries-table.ts'
import { factsOfDay } from '#shared/domain/reports/facts-of-day.ts'
import { keptFacts } from '#shared/domain/reports/kept-facts.ts'
import type { CountedDate } from '#shared/domain/reports/report-period.ts'
import { type BusinessDate, businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
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
  /** Days read already: whoever makes many reports at once reads each of them once. */
  readonly known?: Map<BusinessDate, Partial<DayFacts>>
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
  const days: DayOf<DayFacts[Part]>[] = []
  for (let at = 0; at < dates.length; at += daysAtOnce) {
    if (at > 0) await breath()
    const some = dates.slice(at, at + daysAtOnce)
    const knownOf = (date: BusinessDate): Partial<DayFacts> | undefined => source.known?.get(date)
    const kept = await keptTexts(
      source,
      part,
      some.filter(({ date }) => knownOf(date)?.[part] === undefined),
    )
    for (const counted of some) {
      const { date } = counted
      const text = kept.get(date)
      // A day that is not closed is counted whole, whatever part of it is asked for.
      const read = () => (text === undefined ? openFacts(source, date) : { [part]: keptFacts(part, text) })
      const known = knownOf(date)
      const facts: Partial<DayFacts> = known?.[part] ? known : await read()
      source.known?.set(date, { ...known, ...facts })
      days.push({ ...counted, facts: facts[part] as DayFacts[Part] })
    }
  }
  return days
}

async function keptTexts(
  { reader, model }: ReportSource,
  part: DayPart,
  dates: readonly CountedDate[],
): Promise<ReadonlyMap<BusinessDate, string>> {
  const closed = dates.map(({ date }) => date).filter((date) => model.closedDays.isClosed(date))
  const [first, last] = [closed.at(0), closed.at(-1)]
  if (first === undefined || last === undefined) return new Map()
  const rows = await reader
    .selectFrom('day_facts')
    .select(['business_date', 'facts'])
    .where('venue_id', '=', venueId)
    .where('part', '=', part)
    .where('business_date', '>=', first)
    .where('business_date', '<=', last)
    .where('version', '=', 1)
    .execute()
  return new Map(rows.map((row) => [row.business_date, row.facts]))
}

async function openFacts({ reader, model, now }: ReportSource, date: BusinessDate): Promise<DayFacts> {
  const calendar = calendarOf(model.venue.on(date))
  const day = businessDaySpan(date, calendar)
  const { began } = model.closedDays
  if (began === undefined || date < began || day.start > now) return emptyFacts(hoursOfDay(date, calendar))
  return factsOfDay(await dayRows(reader, date, day), houseOn(model.venue, date, now))
}

/** A day of which nothing is known: before the venue's first, or yet to come. */
function emptyFacts(hours: DayFacts['parties']['hours']): DayFacts {
  return {
    parties: { hours, parties: [], departures: [], insideBefore: [], insideAfter: [] },
    uses: { hours, open: undefined, rooms: [], types: [], blocks: [], uses: [] },
    desk: { hours, waits: [], due: [], refusals: [], promises: [] },
  }
}

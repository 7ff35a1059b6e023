import { addDays, type BusinessDate, businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import { closeDays } from '../commands/close-day.ts'
import { correctDay } from '../commands/correct-day.ts'
import type { Core } from '../core.ts'
import { venueId } from '../store/schema.ts'
import { act, type Due } from './due.ts'

/** Days in one transaction, when many have passed while the program was off. */
const daysAtOnce = 31

/** When a business date is closed: half an hour after its end, so that the last parties are booked out first. */
export const closesAt = ({ model }: Pick<Core, 'model'>, date: BusinessDate): number =>
  businessDaySpan(date, calendarOf(model.venue.on(date))).end + model.reportSettings.closeAfterMinutes * minute

/** Closes the next days that are over (日结). Several at once, while nothing else falls due between them. */
export function closings(core: Core, now: number): Due[] {
  const { last, began } = core.model.closedDays
  const next = last === undefined ? began : addDays(last, 1)
  if (next === undefined || closesAt(core, next) > now) return []
  return [
    {
      at: closesAt(core, next),
      name: `close ${next}`,
      async run(before) {
        const dates = [next]
        for (let date = addDays(next, 1); dates.length < daysAtOnce; date = addDays(date, 1)) {
          if (closesAt(core, date) > Math.min(now, before)) break
          dates.push(date)
        }
        return act(core, closeDays(core), { dates })
      },
    },
  ]
}

/** Looks again at closed days that have been touched since. */
export async function corrections(core: Core, now: number): Promise<Due[]> {
  const marks = await core.reader
    .selectFrom('day_mark')
    .select('business_date')
    .where('venue_id', '=', venueId)
    .orderBy('business_date')
    .limit(daysAtOnce)
    .execute()
  return marks.map(({ business_date: date }) => ({
    at: now,
    name: `correct ${date}`,
    run: () => act(core, correctDay(core), { date }),
  }))
}

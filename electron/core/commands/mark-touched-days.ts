import { businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import type { LiveModel } from '../store/live-model.ts'
import { venueId } from '../store/schema.ts'
import { touchedClosedDays } from '../store/touched-days.ts'
import type { Change, Tx } from '../store/tx.ts'

/** Marks each closed day that a command may have changed, within the command's own transaction; the clock looks again. */
export const markTouchedDays =
  (model: LiveModel) =>
  async (tx: Tx, changes: readonly Change[], command: string): Promise<void> => {
    const { last } = model.closedDays
    if (last === undefined) return
    const { end } = businessDaySpan(last, calendarOf(model.venue.on(last)))
    const dates = touchedClosedDays(changes, end, (instant) => model.venue.businessDateOf(instant))
    for (const date of dates.filter((one) => model.closedDays.isClosed(one))) {
      const known = await tx.read
        .selectFrom('day_mark')
        .select('seq')
        .where('venue_id', '=', venueId)
        .where('business_date', '=', date)
        .executeTakeFirst()
      const mark = { seq: tx.seq, command, by: tx.actor.staffNo }
      if (known) await tx.update('day_mark', { business_date: date }, mark)
      else await tx.insert('day_mark', { business_date: date, ...mark })
    }
  }

import { type DayFacts, dayParts } from '#shared/domain/reports/day-facts.ts'
import { factsOfDay } from '#shared/domain/reports/facts-of-day.ts'
import { keepFacts } from '#shared/domain/reports/kept-facts.ts'
import { type BusinessDate, businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { houseOn } from '../queries/day-house.ts'
import { dayRows } from '../queries/day-rows.ts'
import { type Command, done, refuse, type Tx } from '../store/tx.ts'
import type { Desk } from './desk.ts'

/** Why a day that was closed gets another version of its facts. */
export interface Cause {
  readonly seq: number
  readonly command: string
  readonly by: string
}

/** Keeps the facts of a day, as its close or as a correction of it. */
export async function keepDay(
  tx: Tx,
  date: BusinessDate,
  version: number,
  facts: DayFacts,
  cause?: Cause,
): Promise<void> {
  await tx.insert('day_close', {
    business_date: date,
    version,
    closed_at: tx.now,
    closed_by: tx.actor.staffNo,
    cause_seq: cause?.seq ?? null,
    cause_command: cause?.command ?? null,
    cause_by: cause?.by ?? null,
  })
  for (const part of dayParts)
    await tx.insert('day_facts', { part, business_date: date, version, facts: keepFacts(part, facts[part]) })
}

/**
 * Day close (日结): freezes the figures of business days that are over (reports.md §1), in order and without gaps.
 * Refuses with STATE when a day is not over yet, or is not the next to close.
 */
export const closeDays = (
  desk: Desk,
): Command<{ readonly dates: readonly BusinessDate[] }, { readonly closed: number }> => ({
  name: 'report.closeDays',
  async run(tx, { dates }) {
    const { venue, closedDays } = desk.model
    for (const date of dates) {
      const day = businessDaySpan(date, calendarOf(venue.on(date)))
      if (day.end > tx.now || closedDays.isClosed(date)) return refuse('STATE', { date })
      await keepDay(tx, date, 1, factsOfDay(await dayRows(tx.read, date, day), houseOn(venue, date, tx.now)))
    }
    return done(
      { closed: dates.length },
      dates.map((date) => `report:${date}`),
    )
  },
})

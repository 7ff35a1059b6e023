import { type DayFacts, dayParts } from '#shared/domain/reports/day-facts.ts'
import { type DayRows, factsOfDay } from '#shared/domain/reports/facts-of-day.ts'
import { keepFacts, keptFacts } from '#shared/domain/reports/kept-facts.ts'
import { type BusinessDate, businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { houseAsClosed } from '../queries/day-house.ts'
import { dayRows } from '../queries/day-rows.ts'
import { venueId } from '../store/schema.ts'
import { type Command, done, type Reader, refuse } from '../store/tx.ts'
import { keepDay } from './close-day.ts'
import type { Desk } from './desk.ts'

/**
 * Looks again at a closed day that something has touched since: when its figures really differ, they become a further
 * version, shown as an adjustment with its own line (reports.md §1). Rooms, types and cards count as on the day.
 */
export const correctDay = (
  desk: Desk,
): Command<{ readonly date: BusinessDate }, { readonly version: number | null }> => ({
  name: 'report.correctDay',
  async run(tx, { date }) {
    const mark = await tx.read
      .selectFrom('day_mark')
      .selectAll()
      .where('venue_id', '=', venueId)
      .where('business_date', '=', date)
      .executeTakeFirst()
    if (!mark) return refuse('STATE', { date })
    await tx.remove('day_mark', { business_date: date })
    const kept = await latestFacts(tx.read, date)
    if (!kept) return refuse('NOT_FOUND')
    const { venue } = desk.model
    const day = businessDaySpan(date, calendarOf(venue.on(date)))
    const rows = cardsAsKept(await dayRows(tx.read, date, day), kept.facts)
    const facts = factsOfDay(rows, houseAsClosed(venue, date, kept.facts))
    if (dayParts.every((part) => keepFacts(part, facts[part]) === keepFacts(part, kept.facts[part])))
      return done({ version: null }, [])
    const version = kept.version + 1
    await keepDay(tx, date, version, facts, { seq: mark.seq, command: mark.command, by: mark.by })
    return done({ version }, [`report:${date}`])
  },
})

/** The facts of a closed day as they were last kept. */
async function latestFacts(
  read: Reader,
  date: BusinessDate,
): Promise<{ readonly version: number; readonly facts: DayFacts } | undefined> {
  const rows = await read
    .selectFrom('day_facts')
    .select(['part', 'version', 'facts'])
    .where('venue_id', '=', venueId)
    .where('part', 'in', [...dayParts])
    .where('business_date', '=', date)
    .orderBy('version')
    .execute()
  const version = rows.at(-1)?.version
  const textOf = (part: (typeof dayParts)[number]) => rows.findLast((row) => row.part === part)?.facts
  const [parties, uses, desk] = [textOf('parties'), textOf('uses'), textOf('desk')]
  if (version === undefined || parties === undefined || uses === undefined || desk === undefined) return undefined
  return {
    version,
    facts: {
      parties: keptFacts('parties', parties),
      uses: keptFacts('uses', uses),
      desk: keptFacts('desk', desk),
    },
  }
}

// A card a guest has got since was not in his pocket on that evening.
function cardsAsKept(rows: DayRows, { parties, uses, desk }: DayFacts): DayRows {
  const stays = [...parties.parties, ...parties.departures, ...parties.insideBefore, ...uses.uses]
  const tierOfStay = new Map(stays.map((fact) => [fact.stayId, fact.vipTier]))
  const tierOfBooking = new Map(desk.due.map((fact) => [fact.code, fact.vipTier]))
  const asKept = <Row extends { readonly vipTier: string }>(row: Row, tier: string | undefined): Row =>
    tier === undefined ? row : { ...row, vipTier: tier }
  return {
    ...rows,
    entered: rows.entered.map((row) => asKept(row, tierOfStay.get(row.id))),
    left: rows.left.map((row) => asKept(row, tierOfStay.get(row.id))),
    segments: rows.segments.map((row) => asKept(row, tierOfStay.get(row.stayId))),
    due: rows.due.map((row) => asKept(row, tierOfBooking.get(row.code))),
  }
}

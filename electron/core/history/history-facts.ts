import type { HistoryDay, HistoryParty } from '#shared/demo/history/history-day.ts'
import type { DayRows, SegmentRow, StayRow } from '#shared/domain/reports/facts-of-day.ts'
import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import { minute } from '#shared/domain/time/span.ts'
import { codesOf, idOf, segmentIdOf, sourceOfStay, stayIdOf } from './history-rows.ts'

interface Context {
  /** First day of the history: what began before it left no row. */
  readonly since: BusinessDate
  /** The booking counter before the day. */
  readonly bookings: number
}

/**
 * The rows of a day as `dayRows` would find them in the tables, in the same order, without asking: what is closed with
 * them is what closing the day from its tables would keep (a test holds one against the other).
 * @param before the day before, some of whose parties may have stayed over
 */
export function rowsForFacts(day: HistoryDay, before: HistoryDay | undefined, context: Context): DayRows {
  const end = day.dayStart + day.length * minute
  const over = before && stayedOver(before)
  const own = staysOf(day)
  const parties = over ? [...own, ...staysOf(over)] : own
  return {
    entered: inOrder(own, (stay) => stay.openedAt),
    left: inOrder(
      parties.filter((stay) => stay.leftAt <= end),
      (stay) => stay.openedAt,
    ),
    segments: inOrder([...segmentsOf(day), ...(over ? segmentsOf(over) : [])], (segment) => segment.start).filter(
      (segment) => segment.end >= day.dayStart,
    ),
    blocks: day.blocks
      .filter((block) => block.firstDate >= context.since)
      .sort((a, b) => a.start - b.start || byText(a.id, b.id))
      .map((block) => ({
        roomNo: block.roomNo,
        start: block.start,
        end: Math.min(block.end, block.removedAt ?? block.end),
      }))
      .filter((block) => block.end > Math.max(block.start, day.dayStart)),
    waits: inOrder(waitsOf(day), (wait) => wait.since),
    due: dueOf(day, context.bookings),
    refusals: inOrder(
      day.refusals.map((refusal) => ({
        id: idOf('hr', day.date, refusal.number),
        start: day.dayStart + refusal.start * minute,
        typeCode: refusal.typeCode,
        kind: refusal.kind,
        reason: refusal.reason,
        party: refusal.party,
      })),
      (refusal) => refusal.start,
    ),
    promises: inOrder(
      [...promisesOf(day), ...(over ? promisesOf(over) : [])].filter(
        (promise) => promise.closedAt >= day.dayStart && promise.closedAt < end,
      ),
      (promise) => promise.closedAt,
    ).map(({ id, toTypeCode, state }) => ({ id, toTypeCode, state })),
  }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function inOrder<Row extends { readonly id: string }>(rows: readonly Row[], at: (row: Row) => number): Row[] {
  return [...rows].sort((a, b) => at(a) - at(b) || byText(a.id, b.id))
}

/** The day with only those of its parties that were still there, or just gone, as the next one began. */
function stayedOver(day: HistoryDay): HistoryDay | undefined {
  const parties = day.parties.filter((party) => party.stay !== undefined && party.stay.leftAt >= day.length)
  return parties.length > 0 ? { ...day, parties } : undefined
}

const tierOf = (party: HistoryParty): string => party.tier ?? ''

function staysOf({ date, dayStart, parties }: HistoryDay): (StayRow & { readonly leftAt: number })[] {
  return parties.flatMap((party) => {
    const { stay } = party
    if (!stay) return []
    return [
      {
        id: stayIdOf(date, party),
        openedAt: dayStart + stay.openedAt * minute,
        leftAt: dayStart + stay.leftAt * minute,
        party: party.party,
        source: sourceOfStay(party),
        typeCode: stay.typeCode,
        requestedTypeCode: party.requestedTypeCode,
        firstRoomNo: stay.segments[0]?.roomNo ?? '',
        extended: stay.extended > 0,
        vipTier: tierOf(party),
      },
    ]
  })
}

function segmentsOf({
  date,
  dayStart,
  parties,
}: HistoryDay): (SegmentRow & { readonly id: string; readonly end: number })[] {
  return parties.flatMap((party) =>
    (party.stay?.segments ?? []).map((segment, index) => ({
      id: segmentIdOf(date, party, index),
      stayId: stayIdOf(date, party),
      roomNo: segment.roomNo,
      typeCode: segment.typeCode,
      start: dayStart + segment.from * minute,
      end: dayStart + segment.to * minute,
      transferred: segment.reason !== null,
      party: party.party,
      source: sourceOfStay(party),
      vipTier: tierOf(party),
    })),
  )
}

function waitsOf({ date, dayStart, parties }: HistoryDay): (DayRows['waits'][number] & { readonly id: string })[] {
  return parties.flatMap((party) => {
    const { wait } = party
    if (!wait) return []
    return [
      {
        id: idOf('hw', date, party.number),
        since: dayStart + wait.since * minute,
        typeCode: wait.typeCode,
        state: wait.state,
        seatedAt: wait.seatedAt === undefined ? null : dayStart + wait.seatedAt * minute,
        closedAt: dayStart + wait.closedAt * minute,
        quotedMinutes: wait.quoted,
      },
    ]
  })
}

function dueOf(day: HistoryDay, bookings: number): DayRows['due'] {
  const codes = codesOf(day, bookings)
  return day.parties
    .flatMap((party) => {
      const { booking } = party
      if (!booking || party.wait || booking.status === 'cancelled') return []
      return [
        {
          code: codes.get(party) ?? '',
          start: day.dayStart + booking.start * minute,
          typeCode: booking.typeCode,
          roomNo: booking.roomNos[0] ?? null,
          source: party.source,
          arrivedAt: booking.arrivedAt === undefined ? null : day.dayStart + booking.arrivedAt * minute,
          vipTier: tierOf(party),
          arrivedLate: booking.arrivedLate ?? false,
        },
      ]
    })
    .sort((a, b) => a.start - b.start || byText(a.code, b.code))
}

function promisesOf({ date, dayStart, parties }: HistoryDay) {
  return parties.flatMap((party) => {
    const { promise } = party
    if (!promise) return []
    return [
      {
        id: idOf('hp', date, party.number),
        toTypeCode: promise.toTypeCode,
        state: promise.state,
        closedAt: dayStart + promise.closedAt * minute,
      },
    ]
  })
}

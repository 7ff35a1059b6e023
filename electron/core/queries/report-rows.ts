import type { z } from 'zod'
import type { reportContract, reportRows } from '#shared/contract/report.ts'
import type { DayParties, DayUses } from '#shared/domain/reports/day-facts.ts'
import { hourIndexOf } from '#shared/domain/reports/day-hours.ts'
import { type DayOf, partiesCounted } from '#shared/domain/reports/entries-table.ts'
import { counts } from '#shared/domain/reports/report-filter.ts'
import type { RowsOf } from '#shared/domain/reports/report-table.ts'
import { businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import { venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'
import { correctedKey, correctedSinceClose, correctedWriter } from './corrections.ts'
import { factsOfDates, type ReportSource } from './day-archive.ts'
import { datesOfBaseIn, frameOf, type ReportFrame, rowsOf, rowsOfBase } from './report-frame.ts'

export type ReportRowsView = z.output<typeof reportRows>
type RowsInput = z.output<(typeof reportContract)['rows']['~orpc']['inputSchema'] & z.ZodType>

/** One thing that counts in a cell, before its stay's particulars are asked for. */
interface Counted {
  readonly stayId: string
  readonly date: string
  readonly from: number
  readonly to?: number
  readonly minutes?: number
  readonly roomNo?: string
  readonly typeCode: string
  readonly requestedTypeCode?: string
  readonly guests: number
  readonly source: string
  readonly vipTier: string
  readonly began?: string
}

const usualPage = 200

/**
 * The rows behind a cell of a comparison table, taken from the very facts the cell was counted from: they always come to
 * it, however the stays have been corrected since.
 */
export async function reportRowsView(source: ReportSource, input: RowsInput): Promise<ReportRowsView> {
  const frame = frameOf(source, input)
  const base = frame.bases.find((one) => one.name === input.base)
  const dates = base ? datesOfBaseIn(frame, base) : input.base === undefined ? frame.dates : []
  const rows = base ? rowsOfBase(frame, base) : rowsOf(frame)
  const cell = { row: input.row, column: input.column, rows, frame }
  const counted =
    input.table === 'entries'
      ? (await factsOfDates(source, 'parties', dates)).flatMap((day) => partiesIn(day, cell))
      : (await factsOfDates(source, 'uses', dates)).flatMap((day) => usesIn(day, cell))
  const from = Number(/^\d{1,9}$/.exec(input.cursor ?? '')?.[0] ?? 0)
  const limit = input.limit ?? usualPage
  const shown = counted.slice(from, from + limit)
  const more = counted.length > from + limit
  return {
    items: await viewsOf(source, shown),
    parties: counted.length,
    guests: counted.reduce((sum, one) => sum + one.guests, 0),
    ...(input.table === 'usage' && { minutes: counted.reduce((sum, one) => sum + (one.minutes ?? 0), 0) }),
    ...(more && { next: String(from + limit) }),
  }
}

interface Cell {
  readonly row: string | undefined
  readonly column: string | undefined
  readonly rows: RowsOf
  readonly frame: ReportFrame
}

const isTotal = (column: string | undefined): boolean => column === undefined || column === 'total'

function partiesIn(day: DayOf<DayParties>, { row, column, rows, frame }: Cell): Counted[] {
  const { hours } = day.facts
  return partiesCounted(day, frame.filter)
    .filter((party) => {
      const key = rows === 'hour' ? String(hours.first + hourIndexOf(party.minute, hours)) : rows(day.date)
      return (row === undefined || row === key) && (isTotal(column) || party.typeCode === column)
    })
    .map((party) => ({ ...party, date: day.date, from: party.minute }))
}

function usesIn({ date, facts, upTo }: DayOf<DayUses>, { row, column, rows, frame }: Cell): Counted[] {
  const { hours } = facts
  const index = rows === 'hour' && row !== undefined ? Number(row) - hours.first : undefined
  if (rows !== 'hour' && row !== undefined && rows(date) !== row) return []
  const [start, end] =
    index === undefined ? [0, Number.POSITIVE_INFINITY] : [hours.edges[index] ?? 0, hours.edges[index + 1] ?? 0]
  const limit = Math.min(end, upTo ?? end)
  return facts.uses.flatMap((use) => {
    if (!counts(use, frame.filter) || !(isTotal(column) || use.typeCode === column)) return []
    const minutes = Math.min(use.to, limit) - Math.max(use.from, start)
    return minutes > 0 ? [{ ...use, date, minutes, requestedTypeCode: use.typeCode }] : []
  })
}

async function viewsOf(source: ReportSource, counted: readonly Counted[]): Promise<ReportRowsView['items']> {
  const { reader, model } = source
  const ids = [...new Set(counted.map((one) => one.stayId))]
  const stays = await staysById(reader, ids)
  const corrections = await correctedSinceClose(reader, counted)
  const write = await correctedWriter(source)
  const zone = model.venue.timeZone
  return counted.map((one) => {
    const stay = stays.get(one.stayId)
    const corrected = corrections.get(correctedKey(one.date, one.stayId))
    const { start } = businessDaySpan(one.date, calendarOf(model.venue.on(one.date)))
    return {
      stayId: one.stayId,
      businessDate: one.date,
      at: isoIn(start + one.from * minute, zone),
      ...(one.to !== undefined && { until: isoIn(start + one.to * minute, zone) }),
      ...(one.minutes !== undefined && { minutes: one.minutes }),
      roomNo: one.roomNo ?? stay?.roomNo ?? '',
      typeCode: one.typeCode,
      requestedTypeCode: stay?.requestedTypeCode ?? one.requestedTypeCode ?? one.typeCode,
      party: one.guests,
      ...(stay?.name && { name: stay.name }),
      ...(stay?.bookingCode && { bookingCode: stay.bookingCode }),
      source: one.source,
      ...(one.vipTier !== '' && { vipTier: one.vipTier }),
      ...(one.began !== undefined && { began: one.began }),
      ...(stay?.leftAt != null && { leftAt: isoIn(stay.leftAt, zone) }),
      ...(corrected && { corrected: write(corrected) }),
    }
  })
}

interface StayFacts {
  readonly name: string | null
  readonly bookingCode: string | null
  readonly requestedTypeCode: string
  readonly leftAt: number | null
  readonly roomNo: string
}

/** What is known of some stays by their ids: name, booking, the room they were let into first. */
export async function staysById(read: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, StayFacts>> {
  if (ids.length === 0) return new Map()
  const stays = await read
    .selectFrom('stay')
    .select(['id', 'name', 'booking_code as bookingCode', 'requested_type_code as requestedTypeCode'])
    .select('left_at as leftAt')
    .where('venue_id', '=', venueId)
    .where('id', 'in', ids)
    .execute()
  const rooms = await read
    .selectFrom('segment')
    .select(['stay_id', 'room_no'])
    .where('venue_id', '=', venueId)
    .where('stay_id', 'in', ids)
    .orderBy('start_at', 'desc')
    .orderBy((eb) => eb.fn('length', ['id']), 'desc')
    .orderBy('id', 'desc')
    .execute()
  // The first segment comes last, and stays.
  const firstRooms = new Map(rooms.map((row) => [row.stay_id, row.room_no]))
  return new Map(stays.map((stay) => [stay.id, { ...stay, roomNo: firstRooms.get(stay.id) ?? '' }]))
}

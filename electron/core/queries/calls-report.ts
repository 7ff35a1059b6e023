import type { z } from 'zod'
import type { callsReport } from '#shared/contract/call.ts'
import type { CallKind } from '#shared/domain/calls/call.ts'
import {
  bookingsOfEnquiries,
  type CountedCall,
  callFigures,
  outboundFigures,
} from '#shared/domain/calls/call-figures.ts'
import { hourIndexOf, hoursOfDay } from '#shared/domain/reports/day-hours.ts'
import { businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import { venueId } from '../store/schema.ts'
import type { Words } from '../words.ts'
import { shiftOf } from './comment-place.ts'
import type { ReportSource } from './day-archive.ts'
import { progressOf } from './report-frame.ts'
import { type ReportReader, reportHead } from './report-head.ts'
import { hourLabel } from './report-labels.ts'

export type CallsView = z.output<typeof callsReport>

const figures = ['callsOffered', 'callsAnswered', 'callsTwoRings', 'callsWait', 'callsBooked', 'callsReached'] as const

/** A call with the shift in which it came; '' where the venue has none at that hour. */
type PlacedCall = CountedCall & { readonly shift: string }

/** 来电统计 (calls.md §4): by hour, shift, kind and person, over any dates. */
export async function callsView(
  source: ReportSource,
  reader: ReportReader,
  stretch: { readonly from: string; readonly to: string },
): Promise<CallsView> {
  const calls = await callsOf(source, stretch)
  const head = await reportHead(source, reader, {
    title: reader.words('name.calls'),
    stretch,
    progress: progressOf(source),
    filter: {},
    figures,
  })
  const total = callFigures(calls)
  const inAll = calls.filter((call) => call.direction === 'in')
  const by = <Key>(key: (call: PlacedCall) => Key) => [...Map.groupBy(inAll, key)]
  const byHour = by((call) => call.hour)
    .sort(([a], [b]) => a - b)
    .map(([hour, some]) => ({ hour: String(hour), label: hourLabel(hour, reader.words), ...callFigures(some) }))
  const shifts = source.model.reportSettings.shifts.map(({ name }) => name)
  const byShift = by((call) => call.shift)
    .sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : shifts.indexOf(a) - shifts.indexOf(b)))
    .map(([shift, some]) => ({ shift, label: shift || reader.words('calls.unplaced'), ...callFigures(some) }))
  const byPerson = by((call) => (call.answeredAt === null ? undefined : (call.answeredBy ?? '')))
    .flatMap(([staffNo, some]) => (staffNo === undefined ? [] : [{ staffNo, ...callFigures(some) }]))
    .sort((a, b) => b.answered - a.answered || (a.staffNo < b.staffNo ? -1 : 1))
  return {
    name: 'calls',
    ...head,
    checks: checksOf({ total, byHour, byShift, byPerson }, reader.words),
    total,
    bookingsOfEnquiries: bookingsOfEnquiries(calls),
    byKind: by((call) => call.kind ?? 'open')
      .map(([kind, some]) => ({ kind, calls: some.length }))
      .sort((a, b) => b.calls - a.calls || (a.kind < b.kind ? -1 : 1)),
    byHour,
    byShift,
    byPerson,
    outbound: outboundFigures(calls),
  }
}

/** Σ hours = Σ shifts = offered; Σ persons = answered. */
function checksOf(
  { total, byHour, byShift, byPerson }: Pick<CallsView, 'total' | 'byHour' | 'byShift' | 'byPerson'>,
  words: Words,
): CallsView['checks'] {
  const sum = (parts: readonly CallsView['total'][], name: 'offered' | 'answered') =>
    parts.reduce((all, part) => all + part[name], 0)
  const offered = { hours: sum(byHour, 'offered'), shifts: sum(byShift, 'offered'), offered: total.offered }
  const answered = { persons: sum(byPerson, 'answered'), answered: total.answered }
  return [
    {
      name: 'calls',
      ok: offered.hours === offered.offered && offered.shifts === offered.offered,
      values: offered,
      text: words('check.calls', offered),
    },
    {
      name: 'callsAnswered',
      ok: answered.persons === answered.answered,
      values: answered,
      text: words('check.callsAnswered', answered),
    },
  ]
}

async function callsOf(
  { reader, model }: ReportSource,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<PlacedCall[]> {
  const { venue } = model
  const rows = await reader
    .selectFrom('call')
    .select(['direction', 'state', 'business_date', 'started_at', 'answered_at', 'answered_by', 'kind'])
    .where('venue_id', '=', venueId)
    .where('started_at', '>=', businessDaySpan(from, calendarOf(venue.on(from))).start)
    .where('started_at', '<', businessDaySpan(to, calendarOf(venue.on(to))).end)
    .execute()
  return rows.map((row) => {
    const calendar = calendarOf(venue.on(row.business_date))
    const hours = hoursOfDay(row.business_date, calendar)
    const minuteOfDay = (row.started_at - businessDaySpan(row.business_date, calendar).start) / minute
    return {
      direction: row.direction,
      state: row.state,
      startedAt: row.started_at,
      answeredAt: row.answered_at,
      answeredBy: row.answered_by,
      kind: row.kind as CallKind | null,
      hour: hours.first + hourIndexOf(minuteOfDay, hours),
      shift: shiftOf(model, row.started_at, row.business_date) ?? '',
    }
  })
}

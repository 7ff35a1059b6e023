import type { z } from 'zod'
import type { heatReport, TableInput } from '#shared/contract/report.ts'
import { hourKeys, hoursOfDay } from '#shared/domain/reports/day-hours.ts'
import { heatMap } from '#shared/domain/reports/heat-map.ts'
import { datesOf } from '#shared/domain/reports/report-period.ts'
import { addDays } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import type { Words } from '../words.ts'
import { factsOfDates, type ReportSource } from './day-archive.ts'
import { filterOf, progressOf } from './report-frame.ts'
import { hourLabel } from './report-labels.ts'

export type HeatView = z.output<typeof heatReport>

interface HeatInput extends Pick<TableInput, 'floor' | 'source' | 'vip'> {
  readonly date?: string | undefined
  readonly weeks?: number | undefined
  readonly measure?: 'entries' | 'guests' | undefined
}

const usualWeeks = 4

/** Averages by hour × weekday over the last weeks up to a date; a day that is not over yet does not count. */
export async function heatView(source: ReportSource, input: HeatInput, words: Words): Promise<HeatView> {
  const { venue, closedDays } = source.model
  const { today } = progressOf(source)
  const asked = input.date ?? today
  const to = asked < today ? asked : addDays(today, -1)
  const from = addDays(to, 1 - 7 * (input.weeks ?? usualWeeks))
  const measure = input.measure ?? 'entries'
  const known = datesOf({ from, to }).filter((date) => date >= (closedDays.began ?? to))
  const days = await factsOfDates(
    source,
    'parties',
    known.map((date) => ({ date })),
  )
  const hours = hourKeys(hoursOfDay(to, calendarOf(venue.on(to))))
  const { rows, total, days: counted } = heatMap(days, hours, measure, filterOf(input))
  return {
    from,
    to,
    measure,
    rows: rows.map((row) => ({
      hour: row.hour,
      label: hourLabel(Number(row.hour), words),
      averages: [...row.averages],
    })),
    total: [...total],
    days: [...counted],
  }
}

import type { z } from 'zod'
import type { reportRun } from '#shared/contract/report-settings.ts'
import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import type { ReportRunTable } from '../store/day-tables.ts'
import { venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'

export type ReportRunView = z.output<typeof reportRun>

const shown = 14

export const reportRunView = (row: Omit<ReportRunTable, 'venue_id'>, zone: string): ReportRunView => ({
  businessDate: row.business_date,
  version: row.version,
  madeAt: isoIn(row.made_at, zone),
  ...(row.file !== null && { file: row.file }),
  ...(row.mailed_at !== null && { mailedAt: isoIn(row.mailed_at, zone) }),
  ...(row.failed !== null && { failed: row.failed as ReportRunView['failed'] }),
})

/** The latest daily reports, the newest first. */
export async function latestRuns(read: Reader, zone: string): Promise<ReportRunView[]> {
  const rows = await read
    .selectFrom('report_run')
    .selectAll()
    .where('venue_id', '=', venueId)
    .orderBy('business_date', 'desc')
    .orderBy('version', 'desc')
    .limit(shown)
    .execute()
  return rows.map((row) => reportRunView(row, zone))
}

/** A closed day in its latest version, of which no report was made, or not wholly. */
export interface Owed {
  readonly date: string
  readonly version: number
  /** Why it was not made when it was last tried. */
  readonly failed?: ReportRunView['failed']
}

/**
 * Closed days, and corrections of them, that still owe their report; the oldest first. What failed is owed again.
 * @param from the earliest business date that is made up for
 * @param after days closed or corrected after this instant
 */
export async function owedReports(read: Reader, from: BusinessDate, after: number): Promise<Owed[]> {
  const rows = await read
    .selectFrom('day_close')
    .leftJoin('report_run', (join) =>
      join
        .onRef('report_run.venue_id', '=', 'day_close.venue_id')
        .onRef('report_run.business_date', '=', 'day_close.business_date')
        .onRef('report_run.version', '=', 'day_close.version'),
    )
    .select(['day_close.business_date', 'day_close.version', 'report_run.made_at', 'report_run.failed'])
    .where('day_close.venue_id', '=', venueId)
    .where('day_close.business_date', '>=', from)
    .where('day_close.closed_at', '>', after)
    .orderBy('day_close.business_date')
    .orderBy('day_close.version')
    .execute()
  const latest = new Map(rows.map((row) => [row.business_date, row]))
  return [...latest.values()]
    .filter(({ made_at, failed }) => made_at === null || failed !== null)
    .map(({ business_date: date, version, failed }) => ({
      date,
      version,
      ...(failed !== null && { failed: failed as NonNullable<ReportRunView['failed']> }),
    }))
}

/** The latest version in which a day is closed; undefined for a day that is not. */
export async function closedVersion(read: Reader, date: BusinessDate): Promise<number | undefined> {
  const row = await read
    .selectFrom('day_close')
    .select('version')
    .where('venue_id', '=', venueId)
    .where('business_date', '=', date)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.version
}

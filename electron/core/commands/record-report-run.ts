import { venueId } from '../store/schema.ts'
import { type Command, done, refuse } from '../store/tx.ts'

/** What became of the daily report of a closed day. */
export interface RunOutcome {
  readonly date: string
  readonly version: number
  /** Where the file lies; undefined when none could be written. */
  readonly file?: string
  readonly mailed: boolean
  readonly failed?: 'folder' | 'mail' | 'workbook'
}

/**
 * Notes that the daily report of a closed day was made, or why it was not. Refuses with NOT_FOUND a day that is not
 * closed in that version.
 */
export const recordReportRun: Command<RunOutcome, { readonly noted: true }> = {
  name: 'report.recordRun',
  async run(tx, { date, version, file, mailed, failed }) {
    const isClosed = await tx.read
      .selectFrom('day_close')
      .select('version')
      .where('venue_id', '=', venueId)
      .where('business_date', '=', date)
      .where('version', '=', version)
      .executeTakeFirst()
    if (!isClosed) return refuse('NOT_FOUND')
    const key = { business_date: date, version }
    const known = await tx.read
      .selectFrom('report_run')
      .select('version')
      .where('venue_id', '=', venueId)
      .where('business_date', '=', date)
      .where('version', '=', version)
      .executeTakeFirst()
    const outcome = {
      made_at: tx.now,
      file: file ?? null,
      mailed_at: mailed ? tx.now : null,
      failed: failed ?? null,
    }
    if (known) await tx.update('report_run', key, outcome)
    else await tx.insert('report_run', { ...key, ...outcome })
    return done({ noted: true }, ['reportSettings'])
  },
}

/** Closed business days: what the reports are made of once a day is over (reports.md §1). */

/** A day as it was closed (version 1), and as later corrections made it. */
export interface DayCloseTable {
  venue_id: number
  business_date: string
  version: number
  closed_at: number
  closed_by: string
  /** The journal line that made the correction necessary, its command and who gave it; null for the close itself. */
  cause_seq: number | null
  cause_command: string | null
  cause_by: string | null
}

/** The facts of a closed day, each part a text of its own (`keepFacts`). */
export interface DayFactsTable {
  venue_id: number
  part: 'parties' | 'uses' | 'desk'
  business_date: string
  version: number
  facts: string
}

/** A closed day that something has touched since; looked at again and taken away by the clock. */
export interface DayMarkTable {
  venue_id: number
  business_date: string
  seq: number
  command: string
  by: string
}

/** A daily report that was made, or could not be. */
export interface ReportRunTable {
  venue_id: number
  business_date: string
  /** Version of the day's close it was made from. */
  version: number
  made_at: number
  file: string | null
  mailed_at: number | null
  /** Why it failed, as a code; null when it did not. */
  failed: string | null
}

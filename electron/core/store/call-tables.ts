/** The call log (calls.md §1). */

export interface CallTable {
  venue_id: number
  id: string
  line: string | null
  /** The telephone system's own name for the call, where there is one. */
  call_ref: string | null
  direction: 'in' | 'out'
  number: string | null
  withheld: 0 | 1
  state: 'ringing' | 'answered' | 'ended' | 'missed' | 'busy'
  source: string
  business_date: string
  started_at: number
  answered_at: number | null
  ended_at: number | null
  answered_by: string | null
  kind: string | null
  flow: string | null
  outcome: string | null
  customer_id: string | null
  name: string | null
  booking_code: string | null
  notes: string | null
  created_by: string
  version: number
}

/** Tables that are no part of the journal: the journal itself, what is derived from it, and what lives by the real clock. */

/** Sessions live by the real clock and are no part of the journal. */
export interface SessionTable {
  venue_id: number
  token_hash: string
  staff_no: string
  station: string
  created_at: number
  expires_at: number
}

/** Wrong tries of a PIN, by the real clock; no part of the journal. */
export interface PinAttemptTable {
  venue_id: number
  staff_no: string
  station: string
  at: number
}

/** Words a customer is found by, derived from his row by the recorder; no part of the journal. */
export interface SearchTokenTable {
  venue_id: number
  entity: 'customer'
  token: string
  entity_id: string
}

/** Which journal lines touched what; derived from the lines' keys. */
export interface JournalKeyTable {
  venue_id: number
  key: string
  seq: number
}

export interface JournalTable {
  venue_id: number
  seq: number
  at: number
  actor: string
  station: string
  command: string
  idem_key: string
  /** The command and its body, hashed, to tell a repeated form from a changed one. */
  body_hash: string
  /** JSON, with PINs taken out. */
  input: string
  result: string
  /** JSON list of `Change`. */
  changes: string
  keys: string
  prev_hash: string
  hash: string
}

import { type Kysely, sql } from 'kysely'
import type { DialectTraits } from '../dialect/traits.ts'

const instant = 'instant'
const kinds = ['text', 'integer', instant] as const
type Kind = (typeof kinds)[number]
/** `name` is not null, `name?` may be null. */
type Columns = Readonly<Record<string, Kind>>

interface TableShape {
  readonly columns: Columns
  readonly key: readonly string[]
  readonly checks?: Readonly<Record<string, string>>
  /** Little more than its key: kept in the order of the key where the database can. */
  readonly compact?: true
}

const tables: Readonly<Record<string, TableShape>> = {
  venue: { columns: { name: 'text', time_zone: 'text', training: 'integer', created_at: instant }, key: [] },
  room_type: {
    columns: {
      code: 'text',
      name: 'text',
      rank: 'integer',
      seats: 'integer',
      min_party: 'integer',
      max_seats: 'integer',
      cleaning_minutes: 'integer',
    },
    key: ['code'],
  },
  room: {
    columns: {
      room_no: 'text',
      type_code: 'text',
      floor: 'text',
      'max_seats?': 'integer',
      features: 'text',
      neighbours: 'text',
      position: 'integer',
    },
    key: ['room_no'],
  },
  policy_version: {
    columns: {
      version: 'integer',
      effective_from: 'text',
      policy: 'text',
      created_at: instant,
      created_by: 'text',
    },
    key: ['version'],
  },
  staff: {
    columns: { staff_no: 'text', name: 'text', role: 'text', pin_hash: 'text', active: 'integer' },
    key: ['staff_no'],
  },
  session: {
    columns: { token_hash: 'text', staff_no: 'text', station: 'text', created_at: instant, expires_at: instant },
    key: ['token_hash'],
  },
  pin_attempt: { columns: { staff_no: 'text', station: 'text', at: instant }, key: ['staff_no', 'station', 'at'] },
  customer: {
    columns: {
      id: 'text',
      name: 'text',
      pinyin: 'text',
      initials: 'text',
      'title?': 'text',
      'vip_tier?': 'text',
      flags: 'text',
      tags: 'text',
      'notes?': 'text',
      version: 'integer',
      created_at: instant,
      created_by: 'text',
    },
    key: ['id'],
  },
  customer_phone: {
    columns: { phone: 'text', customer_id: 'text', position: 'integer' },
    key: ['phone'],
    compact: true,
  },
  booking: {
    columns: {
      code: 'text',
      code_digits: 'text',
      status: 'text',
      flow: 'text',
      source: 'text',
      channel: 'text',
      type_code: 'text',
      requested_type_code: 'text',
      'room_no?': 'text',
      'second_room_no?': 'text',
      specified: 'integer',
      party: 'integer',
      start_at: instant,
      end_at: instant,
      business_date: 'text',
      'hold_until?': instant,
      customer_id: 'text',
      guest_name: 'text',
      phone: 'text',
      'deposit?': 'integer',
      'deposit_due?': 'integer',
      quote_total: 'integer',
      policy_version: 'integer',
      'offer_kind?': 'text',
      'head_count?': 'integer',
      'notes?': 'text',
      internal: 'integer',
      'approved_by?': 'text',
      'approval_reason?': 'text',
      'cancel_reason?': 'text',
      'cancel_note?': 'text',
      'cancelled_at?': instant,
      late_cancel: 'integer',
      'released_at?': instant,
      'arrived_at?': instant,
      arrived_late: 'integer',
      'stay_id?': 'text',
      'waitlist_id?': 'text',
      created_at: instant,
      created_by: 'text',
      created_station: 'text',
      version: 'integer',
    },
    key: ['code'],
    checks: { booking_span: 'end_at >= start_at' },
  },
  claim: {
    columns: {
      id: 'text',
      room_no: 'text',
      kind: 'text',
      start_at: instant,
      end_at: instant,
      occupied_until: instant,
      active: 'integer',
      booked: 'integer',
      'booking_code?': 'text',
      'stay_id?': 'text',
      'block_id?': 'text',
      'block_kind?': 'text',
      'party?': 'integer',
      'name?': 'text',
    },
    key: ['id'],
    checks: { claim_span: 'end_at >= start_at and occupied_until >= end_at', claim_active: 'active in (0, 1)' },
  },
  stay: {
    columns: {
      id: 'text',
      'booking_code?': 'text',
      'customer_id?': 'text',
      'name?': 'text',
      'phone?': 'text',
      party: 'integer',
      source: 'text',
      flow: 'text',
      state: 'text',
      type_code: 'text',
      requested_type_code: 'text',
      business_date: 'text',
      opened_at: instant,
      planned_end: instant,
      'settled_at?': instant,
      'left_at?': instant,
      'amount?': 'integer',
      quote_total: 'integer',
      opened_by: 'text',
      version: 'integer',
    },
    key: ['id'],
  },
  segment: {
    columns: {
      id: 'text',
      stay_id: 'text',
      room_no: 'text',
      type_code: 'text',
      start_at: instant,
      'end_at?': instant,
      'cleaned_at?': instant,
      'clean_due_at?': instant,
      'reason?': 'text',
      'charge?': 'text',
      charge_type_code: 'text',
      'approved_by?': 'text',
    },
    key: ['id'],
  },
  block: {
    columns: {
      id: 'text',
      room_no: 'text',
      kind: 'text',
      start_at: instant,
      end_at: instant,
      reason: 'text',
      active: 'integer',
      created_at: instant,
      created_by: 'text',
      'removed_at?': instant,
      'removed_by?': 'text',
    },
    key: ['id'],
    checks: { block_span: 'end_at > start_at' },
  },
  waitlist_entry: {
    columns: {
      id: 'text',
      number: 'text',
      type_code: 'text',
      business_date: 'text',
      party: 'integer',
      'minutes?': 'integer',
      'name?': 'text',
      'phone?': 'text',
      'customer_id?': 'text',
      'booking_code?': 'text',
      state: 'text',
      priority: 'text',
      quoted_minutes: 'integer',
      p90_minutes: 'integer',
      since: instant,
      'called_at?': instant,
      'seated_at?': instant,
      'closed_at?': instant,
      'stay_id?': 'text',
      created_by: 'text',
    },
    key: ['id'],
  },
  promise: {
    columns: {
      id: 'text',
      'booking_code?': 'text',
      'stay_id?': 'text',
      from_type_code: 'text',
      to_type_code: 'text',
      party: 'integer',
      'name?': 'text',
      state: 'text',
      created_at: instant,
      'closed_at?': instant,
    },
    key: ['id'],
  },
  queue_jump: {
    columns: {
      id: 'text',
      at: instant,
      'booking_code?': 'text',
      'waitlist_id?': 'text',
      'waitlist_number?': 'text',
      'stay_id?': 'text',
      approver: 'text',
      requested_by: 'text',
      reason: 'text',
      displaced: 'text',
    },
    key: ['id'],
  },
  refusal: {
    columns: {
      id: 'text',
      at: instant,
      kind: 'text',
      reason: 'text',
      flow: 'text',
      type_code: 'text',
      party: 'integer',
      start_at: instant,
      'minutes?': 'integer',
      channel: 'text',
      'name?': 'text',
      'phone?': 'text',
      'note?': 'text',
      created_by: 'text',
    },
    key: ['id'],
  },
  counter: { columns: { name: 'text', value: 'integer' }, key: ['name'], compact: true },
  setting: { columns: { key: 'text', value: 'text' }, key: ['key'], compact: true },
  search_token: {
    columns: { entity: 'text', token: 'text', entity_id: 'text' },
    key: ['entity', 'token', 'entity_id'],
    compact: true,
  },
  journal_key: { columns: { key: 'text', seq: 'integer' }, key: ['key', 'seq'], compact: true },
  journal: {
    columns: {
      seq: 'integer',
      at: instant,
      actor: 'text',
      station: 'text',
      command: 'text',
      idem_key: 'text',
      body_hash: 'text',
      input: 'text',
      result: 'text',
      changes: 'text',
      keys: 'text',
      prev_hash: 'text',
      hash: 'text',
    },
    key: ['seq'],
  },
}

interface IndexShape {
  readonly table: string
  readonly columns: readonly string[]
  readonly unique?: boolean
  /** Only these rows: `[column, value]`. */
  readonly only?: readonly [string, string | number | null]
}

/** Each serves a question that must stay flat while the history grows to millions. */
const indexes: Readonly<Record<string, IndexShape>> = {
  claim_by_room_until: { table: 'claim', columns: ['room_no', 'occupied_until', 'start_at'], only: ['active', 1] },
  claim_by_start: { table: 'claim', columns: ['start_at'], only: ['active', 1] },
  claim_of_walk_in: { table: 'claim', columns: ['start_at', 'room_no'], only: ['kind', 'use'] },
  claim_of_block: { table: 'claim', columns: ['occupied_until', 'start_at'], only: ['kind', 'block'] },
  claim_by_booking: { table: 'claim', columns: ['booking_code'] },
  claim_by_stay: { table: 'claim', columns: ['stay_id'] },
  booking_by_date: { table: 'booking', columns: ['business_date', 'start_at', 'code'] },
  booking_by_customer: { table: 'booking', columns: ['customer_id', 'start_at'] },
  booking_by_digits: { table: 'booking', columns: ['code_digits', 'start_at'] },
  booking_by_status: { table: 'booking', columns: ['status', 'start_at', 'code'] },
  booking_specified: { table: 'booking', columns: ['start_at', 'room_no', 'customer_id'], only: ['specified', 1] },
  booking_by_hold: { table: 'booking', columns: ['hold_until'], only: ['status', 'confirmed'] },
  customer_phone_by_customer: { table: 'customer_phone', columns: ['customer_id', 'position'] },
  stay_by_state: { table: 'stay', columns: ['state', 'opened_at'] },
  stay_by_date: { table: 'stay', columns: ['business_date', 'opened_at'] },
  stay_by_customer: { table: 'stay', columns: ['customer_id', 'opened_at'] },
  stay_by_booking: { table: 'stay', columns: ['booking_code'] },
  segment_by_stay: { table: 'segment', columns: ['stay_id', 'start_at'] },
  segment_inside: { table: 'segment', columns: ['room_no'], only: ['end_at', null] },
  segment_by_room: { table: 'segment', columns: ['room_no', 'start_at'] },
  waitlist_by_state: { table: 'waitlist_entry', columns: ['state', 'since'] },
  waitlist_by_date: { table: 'waitlist_entry', columns: ['business_date', 'since'] },
  promise_by_state: { table: 'promise', columns: ['state', 'created_at'] },
  promise_by_booking: { table: 'promise', columns: ['booking_code'] },
  promise_by_stay: { table: 'promise', columns: ['stay_id'] },
  queue_jump_by_time: { table: 'queue_jump', columns: ['at'] },
  refusal_by_time: { table: 'refusal', columns: ['at'] },
  search_token_by_entity: { table: 'search_token', columns: ['entity', 'entity_id'] },
  session_by_expiry: { table: 'session', columns: ['expires_at'] },
  journal_by_key: { table: 'journal', columns: ['actor', 'idem_key'], unique: true },
  journal_by_time: { table: 'journal', columns: ['at'] },
  policy_by_date: { table: 'policy_version', columns: ['effective_from', 'version'] },
}

export async function up(db: Kysely<unknown>, dialect: DialectTraits): Promise<void> {
  for (const [name, shape] of Object.entries(tables)) {
    let table = db.schema.createTable(name).addColumn('venue_id', 'integer', (column) => column.notNull())
    for (const [written, kind] of Object.entries(shape.columns)) {
      const column = written.replace('?', '')
      const type = kind === 'instant' ? dialect.instantType : kind
      table = table.addColumn(column, type, (c) => (written.endsWith('?') ? c : c.notNull()))
    }
    table = table.addPrimaryKeyConstraint(`${name}_key`, ['venue_id', ...shape.key] as 'venue_id'[])
    for (const [check, rule] of Object.entries(shape.checks ?? {}))
      table = table.addCheckConstraint(check, sql.raw(rule))
    const suffix = shape.compact ? dialect.compactSuffix : dialect.tableSuffix
    if (suffix) table = table.modifyEnd(sql.raw(suffix))
    await table.execute()
  }
  for (const [name, shape] of Object.entries(indexes)) {
    let index = db.schema
      .createIndex(name)
      .on(shape.table)
      .columns(['venue_id', ...shape.columns])
    if (shape.unique) index = index.unique()
    if (shape.only) {
      const [column, value] = shape.only
      index = index.where(sql.ref(column), value === null ? 'is' : '=', sql.lit(value))
    }
    await index.execute()
  }
  await dialect.forbidOverlaps(db)
  await dialect.describeTables(db)
}

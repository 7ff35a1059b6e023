import type { Kysely } from 'kysely'
import type { DialectTraits } from '../dialect/traits.ts'
import { type IndexShape, instant, makeIndexes, makeTables, type TableShape } from './table-shapes.ts'

/** Closed days, comment cards, VIP cards, coupons, the call log, and the reports that were made. */
const tables: Readonly<Record<string, TableShape>> = {
  day_close: {
    columns: {
      business_date: 'text',
      version: 'integer',
      closed_at: instant,
      closed_by: 'text',
      'cause_seq?': 'integer',
      'cause_command?': 'text',
      'cause_by?': 'text',
    },
    key: ['business_date', 'version'],
  },
  day_facts: {
    columns: { part: 'text', business_date: 'text', version: 'integer', facts: 'text' },
    key: ['part', 'business_date', 'version'],
  },
  day_mark: {
    columns: { business_date: 'text', seq: 'integer', command: 'text', by: 'text' },
    key: ['business_date'],
  },
  report_run: {
    columns: {
      business_date: 'text',
      version: 'integer',
      made_at: instant,
      'file?': 'text',
      'mailed_at?': instant,
      'failed?': 'text',
    },
    key: ['business_date', 'version'],
  },
  comment_card: {
    columns: {
      id: 'text',
      business_date: 'text',
      'at?': instant,
      'room_no?': 'text',
      'type_code?': 'text',
      'floor?': 'text',
      'stay_id?': 'text',
      'service?': 'integer',
      'food?': 'integer',
      'sound?': 'integer',
      'environment?': 'integer',
      'price?': 'integer',
      'words?': 'text',
      'contact?': 'text',
      'phone?': 'text',
      'proposal?': 'text',
      'proposal_by?': 'text',
      'proposal_at?': instant,
      'proposal_note?': 'text',
      active: 'integer',
      created_at: instant,
      created_by: 'text',
      version: 'integer',
    },
    key: ['id'],
  },
  card: {
    columns: {
      card_no: 'text',
      customer_id: 'text',
      tier: 'text',
      state: 'text',
      issued_on: 'text',
      valid_until: 'text',
      'replaces?': 'text',
      'replaced_by?': 'text',
      created_at: instant,
      created_by: 'text',
      version: 'integer',
    },
    key: ['card_no'],
  },
  card_event: {
    columns: {
      card_no: 'text',
      seq: 'integer',
      customer_id: 'text',
      kind: 'text',
      tier: 'text',
      'was?': 'text',
      'was_tier?': 'text',
      business_date: 'text',
      at: instant,
      by: 'text',
      'note?': 'text',
      valid_until: 'text',
    },
    key: ['card_no', 'seq'],
  },
  coupon_batch: {
    columns: {
      id: 'text',
      kind: 'text',
      prefix: 'text',
      width: 'integer',
      serial_from: 'integer',
      serial_to: 'integer',
      value: 'integer',
      valid_from: 'text',
      valid_until: 'text',
      'printed_on?': 'text',
      'note?': 'text',
      business_date: 'text',
      created_at: instant,
      created_by: 'text',
    },
    key: ['id'],
    checks: { coupon_batch_serials: 'serial_from >= 0 and serial_to >= serial_from' },
  },
  coupon_move: {
    columns: {
      id: 'text',
      batch_id: 'text',
      kind: 'text',
      serial_from: 'integer',
      serial_to: 'integer',
      business_date: 'text',
      at: instant,
      by: 'text',
      'stage?': 'text',
      'stamp?': 'text',
      'person?': 'text',
      'customer_id?': 'text',
      'channel?': 'text',
      'reason?': 'text',
      'approved_by?': 'text',
    },
    key: ['id'],
    checks: { coupon_move_serials: 'serial_to >= serial_from' },
  },
  coupon_redemption: {
    columns: {
      batch_id: 'text',
      serial: 'integer',
      hand_id: 'text',
      'stay_id?': 'text',
      business_date: 'text',
      at: instant,
      by: 'text',
    },
    key: ['batch_id', 'serial'],
  },
  call: {
    columns: {
      id: 'text',
      'line?': 'text',
      'call_ref?': 'text',
      direction: 'text',
      'number?': 'text',
      withheld: 'integer',
      state: 'text',
      source: 'text',
      business_date: 'text',
      started_at: instant,
      'answered_at?': instant,
      'ended_at?': instant,
      'answered_by?': 'text',
      'kind?': 'text',
      'flow?': 'text',
      'outcome?': 'text',
      'customer_id?': 'text',
      'name?': 'text',
      'booking_code?': 'text',
      'notes?': 'text',
      created_by: 'text',
      version: 'integer',
    },
    key: ['id'],
  },
}

const threeDaysMs = 3 * 24 * 60 * 60 * 1_000

const indexes: Readonly<Record<string, IndexShape>> = {
  segment_by_start: { table: 'segment', columns: ['start_at', 'end_at'] },
  // The few that last for days, so that no day has to look for them among all that came before it.
  segment_long: { table: 'segment', columns: ['start_at'], only: `end_at - start_at > ${threeDaysMs}` },
  stay_by_left: { table: 'stay', columns: ['left_at'] },
  refusal_by_start: { table: 'refusal', columns: ['start_at'] },
  promise_by_closed: { table: 'promise', columns: ['closed_at'] },
  comment_by_date: { table: 'comment_card', columns: ['business_date', 'created_at'] },
  comment_by_room: { table: 'comment_card', columns: ['room_no', 'business_date'] },
  comment_by_proposal: { table: 'comment_card', columns: ['proposal', 'business_date'] },
  card_by_customer: { table: 'card', columns: ['customer_id'] },
  card_by_state: { table: 'card', columns: ['state', 'valid_until'] },
  // A customer has one living card at most.
  card_living: {
    table: 'card',
    columns: ['customer_id'],
    unique: true,
    only: "state in ('active', 'frozen', 'lost')",
  },
  card_event_by_date: { table: 'card_event', columns: ['business_date', 'seq', 'card_no'] },
  coupon_batch_by_serial: { table: 'coupon_batch', columns: ['prefix', 'serial_from'], unique: true },
  coupon_batch_by_validity: { table: 'coupon_batch', columns: ['valid_until'] },
  // Ranges of one kind never overlap within a batch, so that one step back finds the range a serial lies in.
  coupon_move_by_serial: { table: 'coupon_move', columns: ['batch_id', 'kind', 'serial_from'], unique: true },
  coupon_move_by_batch: { table: 'coupon_move', columns: ['batch_id', 'at'] },
  coupon_move_by_date: { table: 'coupon_move', columns: ['business_date'] },
  coupon_redemption_by_date: { table: 'coupon_redemption', columns: ['business_date'] },
  call_by_time: { table: 'call', columns: ['started_at'] },
  call_by_ref: { table: 'call', columns: ['call_ref'] },
  call_open: { table: 'call', columns: ['started_at'], only: ['outcome', null] },
}

export async function up(db: Kysely<unknown>, dialect: DialectTraits): Promise<void> {
  await makeTables(db, dialect, tables)
  await db.schema
    .alterTable('stay')
    .addColumn('extended', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await makeIndexes(db, indexes)
  await dialect.describeTables(db)
}

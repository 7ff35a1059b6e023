/**
 * The tables, as Kysely sees them. Instants are epoch milliseconds, money integer cents, flags 0 or 1, lists JSON text.
 * Every table carries `venue_id`, so that tables can be distributed by it later.
 */

import type { BookingStatus } from '#shared/domain/booking/life.ts'
import type { CallTable } from './call-tables.ts'
import type { CouponBatchTable, CouponMoveTable, CouponRedemptionTable } from './coupon-tables.ts'
import type { DayCloseTable, DayFactsTable, DayMarkTable, ReportRunTable } from './day-tables.ts'
import type { CardEventTable, CardTable, CommentCardTable } from './guest-tables.ts'
import type {
  JournalKeyTable,
  JournalTable,
  PinAttemptTable,
  SearchTokenTable,
  SessionTable,
} from './unjournaled-tables.ts'

export type Flag = 0 | 1
export type { BookingStatus }
export type Source = 'phone' | 'walkIn' | 'waitlist' | 'jump' | 'internal' | 'slip' | 'online'
export type StayState = 'open' | 'settled' | 'left'
export type PromiseState = 'open' | 'kept' | 'declined' | 'lapsed'
export type WaitState = 'waiting' | 'called' | 'seated' | 'left' | 'expired'
export type Priority = 'normal' | 'vip' | 'jump'
export type Role = 'desk' | 'floor' | 'supervisor' | 'manager' | 'admin'

export interface VenueTable {
  venue_id: number
  name: string
  time_zone: string
  /** A practice venue has a settable clock and is never mixed with a real one. */
  training: Flag
  created_at: number
}

export interface RoomTypeTable {
  venue_id: number
  code: string
  name: string
  rank: number
  seats: number
  min_party: number
  max_seats: number
  cleaning_minutes: number
}

export interface RoomTable {
  venue_id: number
  room_no: string
  type_code: string
  floor: string
  max_seats: number | null
  features: string
  neighbours: string
  /** Place in the venue's own order of rooms. */
  position: number
}

export interface PolicyVersionTable {
  venue_id: number
  version: number
  /** Business date from which it holds. */
  effective_from: string
  policy: string
  created_at: number
  created_by: string
}

export interface StaffTable {
  venue_id: number
  staff_no: string
  name: string
  role: Role
  pin_hash: string
  active: Flag
}

export interface CustomerTable {
  venue_id: number
  id: string
  name: string
  /** Full pinyin in lower case without spaces, filled on save. */
  pinyin: string
  /** First letters of the pinyin. */
  initials: string
  title: string | null
  vip_tier: 'silver' | 'gold' | null
  flags: string
  tags: string
  notes: string | null
  version: number
  created_at: number
  created_by: string
}

export interface CustomerPhoneTable {
  venue_id: number
  /** Digits as normalised on save; one phone belongs to one customer. */
  phone: string
  customer_id: string
  position: number
}

export interface BookingTable {
  venue_id: number
  code: string
  /** The digits of the code after its prefix, for a search by digits alone. */
  code_digits: string
  status: BookingStatus
  flow: string
  source: Source
  channel: string
  type_code: string
  requested_type_code: string
  room_no: string | null
  second_room_no: string | null
  /** The caller named the room. */
  specified: Flag
  party: number
  start_at: number
  end_at: number
  business_date: string
  hold_until: number | null
  customer_id: string
  guest_name: string
  phone: string
  /** Cents paid, and cents that were due. */
  deposit: number | null
  deposit_due: number | null
  quote_total: number
  policy_version: number
  offer_kind: string | null
  head_count: number | null
  notes: string | null
  internal: Flag
  approved_by: string | null
  approval_reason: string | null
  cancel_reason: string | null
  cancel_note: string | null
  cancelled_at: number | null
  late_cancel: Flag
  released_at: number | null
  arrived_at: number | null
  /** Came after the release and was seated all the same. */
  arrived_late: Flag
  stay_id: string | null
  waitlist_id: string | null
  created_at: number
  created_by: string
  created_station: string
  version: number
}

export interface ClaimTable {
  venue_id: number
  id: string
  room_no: string
  kind: 'booking' | 'use' | 'block'
  start_at: number
  end_at: number
  /** End of the cleaning that follows; for a block the same as `end_at`. */
  occupied_until: number
  active: Flag
  /** A booking, or the use by a party that booked. */
  booked: Flag
  booking_code: string | null
  stay_id: string | null
  block_id: string | null
  block_kind: 'repair' | 'closed' | 'locked' | null
  party: number | null
  name: string | null
}

export interface StayTable {
  venue_id: number
  id: string
  booking_code: string | null
  customer_id: string | null
  name: string | null
  phone: string | null
  party: number
  source: Source
  flow: string
  state: StayState
  type_code: string
  requested_type_code: string
  business_date: string
  opened_at: number
  planned_end: number
  settled_at: number | null
  left_at: number | null
  /** Cents paid at settling. */
  amount: number | null
  quote_total: number
  /** How often it was extended (续时). */
  extended: number
  opened_by: string
  version: number
}

export interface SegmentTable {
  venue_id: number
  id: string
  stay_id: string
  room_no: string
  type_code: string
  start_at: number
  end_at: number | null
  /** When the room was reported clean after this segment. */
  cleaned_at: number | null
  /** When its cleaning ends by itself. */
  clean_due_at: number | null
  reason: 'guest' | 'promise' | 'fault' | 'moved' | null
  charge: 'keep' | 'recalculate' | 'waive' | null
  /** Type whose price is charged for this segment. */
  charge_type_code: string
  approved_by: string | null
}

export interface BlockTable {
  venue_id: number
  id: string
  room_no: string
  kind: 'repair' | 'closed' | 'locked'
  start_at: number
  end_at: number
  reason: string
  active: Flag
  created_at: number
  created_by: string
  removed_at: number | null
  removed_by: string | null
}

export interface WaitlistEntryTable {
  venue_id: number
  id: string
  number: string
  type_code: string
  business_date: string
  party: number
  minutes: number | null
  name: string | null
  phone: string | null
  customer_id: string | null
  booking_code: string | null
  state: WaitState
  priority: Priority
  quoted_minutes: number
  p90_minutes: number
  since: number
  called_at: number | null
  seated_at: number | null
  closed_at: number | null
  stay_id: string | null
  created_by: string
}

export interface PromiseTable {
  venue_id: number
  id: string
  booking_code: string | null
  stay_id: string | null
  from_type_code: string
  to_type_code: string
  party: number
  name: string | null
  state: PromiseState
  created_at: number
  closed_at: number | null
}

export interface QueueJumpTable {
  venue_id: number
  id: string
  at: number
  booking_code: string | null
  waitlist_id: string | null
  waitlist_number: string | null
  stay_id: string | null
  approver: string
  requested_by: string
  reason: string
  /** JSON list of those waiting behind, and for how long. */
  displaced: string
}

export interface RefusalTable {
  venue_id: number
  id: string
  at: number
  kind: 'denial' | 'regret'
  reason: string
  flow: string
  type_code: string
  party: number
  start_at: number
  minutes: number | null
  channel: string
  name: string | null
  phone: string | null
  note: string | null
  created_by: string
}

/** A running number by name, e.g. `waitlist:2026-03-06:S`. */
export interface CounterTable {
  venue_id: number
  name: string
  value: number
}

export interface SettingTable {
  venue_id: number
  key: string
  value: string
}

/** Tables whose every change is in the journal; only the write door changes them. */
export interface JournaledTables {
  venue: VenueTable
  room_type: RoomTypeTable
  room: RoomTable
  policy_version: PolicyVersionTable
  staff: StaffTable
  customer: CustomerTable
  customer_phone: CustomerPhoneTable
  booking: BookingTable
  claim: ClaimTable
  stay: StayTable
  segment: SegmentTable
  block: BlockTable
  waitlist_entry: WaitlistEntryTable
  promise: PromiseTable
  queue_jump: QueueJumpTable
  refusal: RefusalTable
  counter: CounterTable
  setting: SettingTable
  day_close: DayCloseTable
  day_facts: DayFactsTable
  day_mark: DayMarkTable
  report_run: ReportRunTable
  comment_card: CommentCardTable
  card: CardTable
  card_event: CardEventTable
  coupon_batch: CouponBatchTable
  coupon_move: CouponMoveTable
  coupon_redemption: CouponRedemptionTable
  call: CallTable
}

export interface Tables extends JournaledTables {
  session: SessionTable
  pin_attempt: PinAttemptTable
  search_token: SearchTokenTable
  journal: JournalTable
  journal_key: JournalKeyTable
}

export type JournaledTable = keyof JournaledTables

/** The columns that name one row, besides `venue_id`. */
export const primaryKeys = {
  venue: [],
  room_type: ['code'],
  room: ['room_no'],
  policy_version: ['version'],
  staff: ['staff_no'],
  customer: ['id'],
  customer_phone: ['phone'],
  booking: ['code'],
  claim: ['id'],
  stay: ['id'],
  segment: ['id'],
  block: ['id'],
  waitlist_entry: ['id'],
  promise: ['id'],
  queue_jump: ['id'],
  refusal: ['id'],
  counter: ['name'],
  setting: ['key'],
  day_close: ['business_date', 'version'],
  day_facts: ['part', 'business_date', 'version'],
  day_mark: ['business_date'],
  report_run: ['business_date', 'version'],
  comment_card: ['id'],
  card: ['card_no'],
  card_event: ['card_no', 'seq'],
  coupon_batch: ['id'],
  coupon_move: ['id'],
  coupon_redemption: ['batch_id', 'serial'],
  call: ['id'],
} as const satisfies { readonly [Table in JournaledTable]: readonly (keyof JournaledTables[Table])[] }

/** One program serves one venue; the column is there for databases that will hold several. */
export const venueId = 1

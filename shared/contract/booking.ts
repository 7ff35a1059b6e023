import { z } from 'zod'
import { decision, flowNo, offer } from './decision.ts'
import {
  approval,
  bookingCode,
  businessDate,
  cents,
  instant,
  limits,
  minutes,
  notes,
  page,
  party,
  personName,
  phone,
  reason,
  roomNo,
  text,
  typeCode,
  version,
} from './fields.ts'
import { procedure } from './procedure.ts'
import { bookingRequest } from './request.ts'

export const bookingStatus = z.enum([
  'confirmed',
  'arrived',
  'done',
  'cancelled',
  'released',
  'advance',
  'standby',
  'waiting',
])
export const promiseState = z.enum(['open', 'kept', 'declined', 'lapsed'])

export const promiseBrief = z.object({
  id: z.string(),
  fromTypeCode: z.string(),
  toTypeCode: z.string(),
  state: promiseState,
})

export const booking = z.object({
  code: z.string(),
  status: bookingStatus,
  flow: flowNo,
  source: z.enum(['phone', 'walkIn', 'waitlist', 'jump', 'internal', 'slip', 'online']),
  typeCode: z.string(),
  requestedTypeCode: z.string(),
  roomNo: z.string().nullable(),
  roomNos: z.array(z.string()),
  specifiedRoom: z.boolean(),
  party: z.int(),
  start: z.string(),
  end: z.string(),
  holdUntil: z.string().nullable(),
  customer: z.object({
    id: z.string(),
    name: z.string(),
    phone: z.string(),
    title: z.string().optional(),
    vipTier: z.string().optional(),
  }),
  deposit: z.int().optional(),
  promise: promiseBrief.optional(),
  stayId: z.string().optional(),
  notes: z.string().optional(),
  cancelReason: z.string().optional(),
  quote: z.object({ total: z.int() }).optional(),
  /** Place and quoted wait of a booking that waits (状态 waiting). */
  waitlist: z.object({ id: z.string(), number: z.string(), quotedMinutes: z.int() }).optional(),
  /** A room that is free now for a wish that waits for a later day (standby, advance): time to call back. */
  matchedRoomNo: z.string().optional(),
  version: z.int(),
  createdAt: z.string(),
  createdBy: z.string(),
  /** Sequence of the journal entry of this write, for undo; only in the answer to a write. */
  journalSeq: z.int().optional(),
})

export const historyEntry = z.object({
  seq: z.int(),
  at: z.string(),
  command: z.string(),
  actor: z.string(),
  actorName: z.string().optional(),
  station: z.string().optional(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
})

export const customerInput = z.strictObject({ name: personName, phone, title: text(limits.title).optional() })

export const saveBooking = z.strictObject({
  request: bookingRequest,
  offerId: text(200).optional(),
  customer: customerInput,
  deposit: cents.optional(),
  transferConsent: z.boolean().optional(),
  headCount: party.optional(),
  approval: approval.optional(),
  notes: notes.optional(),
  /** Staff booking (内部): marked and named. */
  internal: z.boolean().optional(),
})

export const bookingContract = {
  decide: procedure
    .route({ method: 'POST', path: '/decisions', summary: '问一问：能订吗' })
    .input(bookingRequest)
    .output(decision),
  alternatives: procedure
    .route({ method: 'POST', path: '/alternatives', summary: '可订时的其他选择' })
    .input(bookingRequest)
    .output(z.object({ offers: z.array(offer) })),
  save: procedure
    .route({ method: 'POST', path: '/bookings', successStatus: 201, summary: '存预约' })
    .input(saveBooking)
    .output(booking),
  list: procedure
    .route({ method: 'GET', path: '/bookings', summary: '预约单' })
    .input(
      z.strictObject({
        date: businessDate.optional(),
        status: bookingStatus.optional(),
        phone: text(limits.phone).optional(),
        q: text(limits.search).optional(),
        ...page,
      }),
    )
    .output(z.object({ items: z.array(booking), next: z.string().optional() })),
  find: procedure
    .route({ method: 'GET', path: '/bookings/{code}', summary: '一张预约单，连同经过' })
    .input(z.strictObject({ code: bookingCode }))
    .output(booking.extend({ history: z.array(historyEntry) })),
  change: procedure
    .route({ method: 'PATCH', path: '/bookings/{code}', summary: '改预约' })
    .input(
      z.strictObject({
        code: bookingCode,
        version,
        start: instant.optional(),
        minutes: minutes.optional(),
        party: party.optional(),
        typeCode: typeCode.optional(),
        roomNo: roomNo.optional(),
        notes: notes.optional(),
        deposit: cents.optional(),
        approval: approval.optional(),
      }),
    )
    .output(booking),
  cancel: procedure
    .route({ method: 'POST', path: '/bookings/{code}/cancel', summary: '注销（流程12）' })
    .input(
      z.strictObject({
        code: bookingCode,
        reason: z.enum(['guest', 'noRoom', 'duplicate', 'weather', 'outage', 'other']),
        note: reason.optional(),
        approval: approval.optional(),
      }),
    )
    .output(booking),
}

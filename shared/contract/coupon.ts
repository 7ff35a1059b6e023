import { z } from 'zod'
import { couponActs, couponStates } from '#shared/domain/coupons/coupon-batch.ts'
import { couponsReport } from './coupon-report.ts'
import { approval, businessDate, cents, id, notes, page, personName, reason, text } from './fields.ts'
import { procedure } from './procedure.ts'
import { inOrder } from './report.ts'

/** Characters a line of serials may have, and coupons one batch. */
export const longestLine = 400
export const mostCoupons = 1_000_000

/** How a coupon came to whom it was given. */
export const handChannels = ['desk', 'event', 'mail', 'partner', 'compensation', 'other'] as const

const staff = z.object({ staffNo: z.string(), name: z.string() })
const state = z.enum(couponStates)
const serials = text(longestLine).min(1)

const stock = z.object({
  issued: z.int(),
  printed: z.int(),
  stamped: z.int(),
  handed: z.int(),
  redeemed: z.int(),
  voided: z.int(),
  expired: z.int(),
  /** issued − voided − redeemed − expired. */
  outstanding: z.int(),
})

const batchBrief = {
  id: z.string(),
  kind: z.string(),
  prefix: z.string(),
  width: z.int(),
  from: z.int(),
  to: z.int(),
  /** As printed: `SH001001-001100`. */
  serials: z.string(),
  /** Cents of one coupon. */
  value: z.int(),
  validFrom: z.string(),
  validUntil: z.string(),
}

export const couponBatch = z.object({
  ...batchBrief,
  printedOn: z.string().optional(),
  note: z.string().optional(),
  issuedOn: z.string(),
  issuedBy: staff,
  /** `ahead`: not valid yet; `current`; `expired`. */
  validity: z.enum(['ahead', 'current', 'expired']),
  /** How many stand in which state now. */
  stock,
  journalSeq: z.int().optional(),
})

/** Something done to a range: by whom, when, and what goes with it. */
const move = z.object({
  id: z.string(),
  act: z.enum(couponActs),
  serials: z.string(),
  count: z.int(),
  at: z.string(),
  by: staff,
  stamp: z.string().optional(),
  person: z.string().optional(),
  customerId: z.string().optional(),
  channel: z.string().optional(),
  reason: z.string().optional(),
  approvedBy: staff.optional(),
})

const range = z.object({ serials: z.string(), count: z.int() })

export const couponSheet = z.object({
  ...couponBatch.shape,
  /** The batch in order of its serials, each stretch in one state; coarse where there would be too many to draw. */
  stretches: z.array(z.object({ from: z.int(), to: z.int(), state })),
  coarse: z.boolean(),
  /** 断号, the first of them, and all in number. */
  gaps: z.array(range),
  gapCount: z.int(),
  /** What was done, the latest first; older moves are left out from a point on. */
  moves: z.array(move),
  moveCount: z.int(),
})

const whyNot = z.enum(['outside', 'redeemed', 'voided', 'expired', 'stamped', 'handed', 'unstamped'])

/** What an act would do to the serials of a line, and what it leaves out. */
export const couponPreview = z.object({
  count: z.int(),
  /** As a line to type; empty where they are too many for one. */
  allowed: z.string(),
  allowedCount: z.int(),
  refused: z.array(
    z.object({
      ...range.shape,
      why: whyNot,
      at: z.string().optional(),
      by: staff.optional(),
      person: z.string().optional(),
    }),
  ),
  refusedCount: z.int(),
  /** Parts of the line that are not understood. */
  problems: z.array(z.object({ kind: z.enum(['form', 'backwards', 'tooMany', 'foreign']), text: z.string() })),
})

/** One coupon's whole life. */
export const couponLife = z.object({
  /** As printed. */
  serial: z.string(),
  batch: z.object(batchBrief),
  state,
  /** `wait`: handed out, not valid before `batch.validFrom`. Left out when its life is over. */
  next: z.enum(['stamp', 'hand', 'redeem', 'wait']).optional(),
  events: z.array(
    z.object({
      kind: z.enum(['issued', 'stamped', 'handed', 'redeemed', 'voided', 'expired']),
      /** Of `expired` the business date alone is known. */
      at: z.string().optional(),
      businessDate: z.string(),
      by: staff.optional(),
      stamp: z.string().optional(),
      person: z.string().optional(),
      channel: z.string().optional(),
      reason: z.string().optional(),
      approvedBy: staff.optional(),
      stayId: z.string().optional(),
      roomNo: z.string().optional(),
      guest: z.string().optional(),
    }),
  ),
  journalSeq: z.int().optional(),
})

export const couponRedemption = z.object({
  serial: z.string(),
  kind: z.string(),
  value: z.int(),
  at: z.string(),
  by: staff,
  roomNo: z.string().optional(),
  guest: z.string().optional(),
})

const moved = z.object({ ...couponBatch.shape, moved: range })

export const couponContract = {
  batches: procedure
    .route({ method: 'GET', path: '/coupons/batches', summary: '优惠券批次' })
    .input(z.strictObject({ validity: z.enum(['usable', 'expired', 'all']).optional(), ...page }))
    .output(z.object({ items: z.array(couponBatch), next: z.string().optional() })),
  createBatch: procedure
    .route({ method: 'POST', path: '/coupons/batches', successStatus: 201, summary: '登记一批券' })
    .input(
      z.strictObject({
        kind: text(20).min(1),
        /** The first and the last as printed: `SH001001-002000`. */
        serials,
        value: cents,
        /** Today when left out. */
        validFrom: businessDate.optional(),
        validUntil: businessDate,
        printedOn: businessDate.optional(),
        note: notes.optional(),
      }),
    )
    .output(couponBatch),
  sheet: procedure
    .route({ method: 'GET', path: '/coupons/batches/{id}', summary: '一批券的经过' })
    .input(z.strictObject({ id }))
    .output(couponSheet),
  preview: procedure
    .route({ method: 'GET', path: '/coupons/batches/{id}/preview', summary: '先看会动到哪些券' })
    .input(z.strictObject({ id, act: z.enum(couponActs), serials: text(longestLine) }))
    .output(couponPreview),
  stamp: procedure
    .route({ method: 'POST', path: '/coupons/batches/{id}/stamp', summary: '盖印' })
    .input(z.strictObject({ id, serials, stamp: text(20).min(1) }))
    .output(moved),
  hand: procedure
    .route({ method: 'POST', path: '/coupons/batches/{id}/hand', summary: '发放' })
    .input(
      z.strictObject({ id, serials, person: personName, channel: z.enum(handChannels), customerId: id.optional() }),
    )
    .output(moved),
  void: procedure
    .route({ method: 'POST', path: '/coupons/batches/{id}/void', summary: '作废，要主管批准' })
    .input(z.strictObject({ id, serials, reason, approval: approval.optional() }))
    .output(moved),
  redeem: procedure
    .route({ method: 'POST', path: '/coupons/redeem', summary: '兑付一张' })
    .input(z.strictObject({ serial: serials, stayId: id.optional() }))
    .output(couponLife),
  redemptions: procedure
    .route({ method: 'GET', path: '/coupons/redemptions', summary: '一天兑付的券' })
    .input(z.strictObject({ date: businessDate.optional(), ...page }))
    .output(
      z.object({
        date: z.string(),
        items: z.array(couponRedemption),
        /** Of the whole day. */
        count: z.int(),
        value: z.int(),
        next: z.string().optional(),
      }),
    ),
  report: procedure
    .route({ method: 'GET', path: '/reports/coupons', summary: '生活体验券发放统计表' })
    .input(
      z
        .strictObject({
          /** Today's month when left out. */
          from: businessDate.optional(),
          to: businessDate.optional(),
        })
        .refine(inOrder, { message: 'from, to', path: ['to'] }),
    )
    .output(couponsReport),
  find: procedure
    .route({ method: 'GET', path: '/coupons/{serial}', summary: '一张券的经过' })
    .input(z.strictObject({ serial: serials }))
    .output(couponLife),
}

import { z } from 'zod'
import { commentsReport, commentsReportInput } from './comment-report.ts'
import { businessDate, id, limits, notes, page, phone, reason, roomNo, text, version } from './fields.ts'
import { procedure } from './procedure.ts'

const score = z.int().min(1).max(5).nullable().optional()

/** What is left out is blank; in a correction it stays as it is. */
const scores = z.strictObject({ service: score, food: score, sound: score, environment: score, price: score })

const given = z.int().nullable()

/** Wall clock of the business day: `01:30` is of the night that follows the date. */
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM')

/** A party that was in a room on a business date. */
export const cardStay = z.object({
  stayId: z.string(),
  roomNo: z.string(),
  typeCode: z.string(),
  start: z.string(),
  end: z.string().optional(),
  party: z.int(),
  name: z.string().optional(),
  /** Cards of this party that are in already. */
  cards: z.int(),
})

export const commentCard = z.object({
  id: z.string(),
  date: z.string(),
  /** When the party came in, or the time on the card. */
  at: z.string().optional(),
  roomNo: z.string().optional(),
  typeCode: z.string().optional(),
  floor: z.string().optional(),
  shift: z.string().optional(),
  /** The party it belongs to. */
  stay: z.object({ id: z.string(), start: z.string(), party: z.int(), name: z.string().optional() }).optional(),
  scores: z.object({ service: given, food: given, sound: given, environment: given, price: given }),
  /** Items with a score of 1 or 2. */
  low: z.array(z.enum(['service', 'food', 'sound', 'environment', 'price'])),
  words: z.string().optional(),
  contact: z.string().optional(),
  phone: z.string().optional(),
  /** A complaint the card proposes, and who decided about it. */
  proposal: z
    .object({
      state: z.enum(['open', 'accepted', 'dismissed']),
      by: z.string().optional(),
      byName: z.string().optional(),
      at: z.string().optional(),
      note: z.string().optional(),
    })
    .optional(),
  /** False once it was taken back. */
  active: z.boolean(),
  enteredAt: z.string(),
  enteredBy: z.string(),
  enteredByName: z.string().optional(),
  version: z.int(),
  journalSeq: z.int().optional(),
})

/** What stands on a card besides its scores, and where it belongs. */
const words = notes
const contact = text(limits.name)

export const commentContract = {
  enter: procedure
    .route({ method: 'POST', path: '/comments', successStatus: 201, summary: '录入意见卡' })
    .input(
      z.strictObject({
        /** The evening it is about; last night until 14:00, today's from then on, when left out. */
        date: businessDate.optional(),
        roomNo: roomNo.optional(),
        /** Tells parties apart that were in the room one after the other. */
        time: clock.optional(),
        /** The party itself, where the time leaves it open. */
        stayId: id.optional(),
        scores: scores.optional(),
        words: words.optional(),
        contact: contact.optional(),
        phone: phone.optional(),
      }),
    )
    .output(commentCard),
  list: procedure
    .route({ method: 'GET', path: '/comments', summary: '意见卡' })
    .input(
      z.strictObject({
        from: businessDate.optional(),
        to: businessDate.optional(),
        roomNo: roomNo.optional(),
        /** Only cards with a score of 1 or 2. */
        low: z.enum(['only']).optional(),
        proposal: z.enum(['open', 'accepted', 'dismissed']).optional(),
        /** In the words or the name on the card, in either script. */
        q: text(limits.search).optional(),
        ...page,
      }),
    )
    .output(z.object({ items: z.array(commentCard), next: z.string().optional() })),
  /** The parties a card of this room and date may belong to. */
  stays: procedure
    .route({ method: 'GET', path: '/comments/stays', summary: '这张卡属于哪一场' })
    .input(z.strictObject({ date: businessDate, roomNo }))
    .output(z.object({ items: z.array(cardStay) })),
  find: procedure
    .route({ method: 'GET', path: '/comments/{id}', summary: '一张意见卡' })
    .input(z.strictObject({ id, unmask: reason.optional() }))
    .output(commentCard),
  /** By whoever entered it, or a supervisor. */
  correct: procedure
    .route({ method: 'PATCH', path: '/comments/{id}', summary: '更正意见卡' })
    .input(
      z.strictObject({
        id,
        version,
        date: businessDate.optional(),
        /** Null: a card without a room. */
        roomNo: roomNo.nullable().optional(),
        time: clock.optional(),
        stayId: id.optional(),
        scores: scores.optional(),
        words: words.nullable().optional(),
        contact: contact.nullable().optional(),
        phone: phone.nullable().optional(),
      }),
    )
    .output(commentCard),
  /** By whoever entered it, or a supervisor. */
  takeBack: procedure
    .route({ method: 'POST', path: '/comments/{id}/take-back', summary: '作废录错的意见卡' })
    .input(z.strictObject({ id, version: version.optional() }))
    .output(commentCard),
  accept: procedure
    .route({ method: 'POST', path: '/comments/{id}/accept', summary: '转投诉' })
    .input(z.strictObject({ id, note: text(limits.reason).optional() }))
    .output(commentCard),
  dismiss: procedure
    .route({ method: 'POST', path: '/comments/{id}/dismiss', summary: '不转投诉，写明原因' })
    .input(z.strictObject({ id, note: reason }))
    .output(commentCard),
  /** 贵宾意见卡统计 (流程22). */
  report: procedure
    .route({ method: 'GET', path: '/reports/comments', summary: '贵宾意见卡统计' })
    .input(commentsReportInput)
    .output(commentsReport),
}

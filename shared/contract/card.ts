import { z } from 'zod'
import { cardFigures } from '#shared/domain/members/card-figures.ts'
import { cardEventKinds, cardStates, cardTiers } from '#shared/domain/members/card-life.ts'
import { readCardNo } from '#shared/domain/members/card-number.ts'
import { businessDate, id, limits, page, personName, phone, reason, text, version } from './fields.ts'
import { procedure } from './procedure.ts'
import { inOrder, reportHead } from './report.ts'

/** A card's number as typed, with or without spaces; the check digit has to fit. */
const cardNo = z
  .string()
  .max(20)
  .refine((typed) => readCardNo(typed) !== undefined, 'checkDigit')
const tier = z.enum(cardTiers)
const note = text(limits.reason).optional()

/** A VIP card (贵宾卡), its holder's phone masked. Dates are business dates; it is good through `validUntil`. */
export const card = z.object({
  cardNo: z.string(),
  customer: z.object({ id: z.string(), name: z.string(), title: z.string().optional(), phone: z.string() }),
  tier,
  state: z.enum(cardStates),
  issuedOn: z.string(),
  validUntil: z.string(),
  /** The card it took the place of, and the one that took its place. */
  replaces: z.string().optional(),
  replacedBy: z.string().optional(),
  /** Business date on which the holder was last here. */
  lastVisit: z.string().optional(),
  version: z.int(),
  journalSeq: z.int().optional(),
})

const cardEvent = z.object({
  /** Of the journal line it came with. */
  seq: z.int(),
  kind: z.enum(cardEventKinds),
  tier,
  /** Tier before, where it changed. */
  wasTier: tier.optional(),
  businessDate: z.string(),
  at: z.string(),
  by: z.string(),
  byName: z.string().optional(),
  note: z.string().optional(),
  validUntil: z.string(),
})

/** Somebody a new card may already belong to. */
const person = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string().optional(),
  phone: z.string(),
  vipTier: tier.nullable(),
  card: card.optional(),
})

const act = { cardNo, version: version.optional(), note }

const count = z.int()
const ratio = z.number().nullable()

const figures = {
  /** Active cards before the first day and at the end of the last. */
  opening: count,
  active: count,
  frozenAtEnd: count,
  lostAtEnd: count,
  issued: count,
  renewed: count,
  frozen: count,
  unfrozen: count,
  lost: count,
  replaced: count,
  expired: count,
  /** opening + gains − losses = active. */
  gains: z.object({ issued: count, tookOver: count, unfrozen: count, tierIn: count }),
  losses: z.object({ frozen: count, lost: count, replaced: count, expired: count, tierOut: count }),
  visits: count,
  share: ratio,
  /** Visits of guests who held an active card; of those, per card. */
  cardVisits: count,
  visitsPerCard: ratio,
  unused: count,
}

const holder = z.object({
  cardNo: z.string(),
  customerId: z.string(),
  name: z.string(),
  title: z.string().optional(),
  phone: z.string(),
  tier,
  validUntil: z.string(),
  lastVisit: z.string().optional(),
})

/** 贵宾卡统计 (流程22, reports.md §3). */
export const vipReport = z.object({
  name: z.literal('vip'),
  ...reportHead,
  tiers: z.array(z.object({ tier, name: z.string(), ...figures })),
  total: z.object(figures),
  /** Every card ever issued up to the end, whatever has become of it. */
  cards: count,
  /** Parties that came in, with a card or without. */
  entries: count,
  top: z.array(z.object({ ...holder.shape, visits: count })),
  unused: z.object({
    /** First of the days without a visit. */
    since: z.string(),
    total: count,
    items: z.array(holder),
    next: z.string().optional(),
  }),
})

export const cardContract = {
  list: procedure
    .route({ method: 'GET', path: '/cards', summary: '贵宾卡' })
    .input(
      z.strictObject({
        /** Card number or its first digits, name, pinyin, initials, digits of a phone. */
        q: text(limits.search).optional(),
        state: z.enum(cardStates).optional(),
        tier: tier.optional(),
        customerId: id.optional(),
        /** Only living cards that are good no longer than this. */
        until: businessDate.optional(),
        ...page,
      }),
    )
    .output(
      z.object({
        items: z.array(card),
        /** How many cards there are in each state. */
        counts: z.object({ active: count, frozen: count, lost: count, replaced: count, expired: count }),
        next: z.string().optional(),
      }),
    ),
  /** Before a card is issued: does the guest hold one already, under this file or another? */
  check: procedure
    .route({ method: 'GET', path: '/cards/check', summary: '发卡前查重' })
    .input(
      z
        .strictObject({ customerId: id.optional(), name: personName.optional(), phone: phone.optional() })
        .refine((input) => Object.values(input).some((value) => value !== undefined), 'customerId, name, phone'),
    )
    .output(
      z.object({
        /** The card this very file holds. */
        card: card.optional(),
        samePhone: z.array(person),
        sameName: z.array(person),
      }),
    ),
  find: procedure
    .route({ method: 'GET', path: '/cards/{cardNo}', summary: '一张贵宾卡和它的经过' })
    .input(z.strictObject({ cardNo }))
    .output(z.object({ ...card.shape, events: z.array(cardEvent) })),
  issue: procedure
    .route({ method: 'POST', path: '/cards', successStatus: 201, summary: '发卡' })
    .input(z.strictObject({ customerId: id, tier, note }))
    .output(card),
  renew: procedure
    .route({ method: 'POST', path: '/cards/{cardNo}/renew', summary: '续卡' })
    .input(z.strictObject(act))
    .output(card),
  freeze: procedure
    .route({ method: 'POST', path: '/cards/{cardNo}/freeze', summary: '冻结' })
    .input(z.strictObject({ ...act, note: reason }))
    .output(card),
  unfreeze: procedure
    .route({ method: 'POST', path: '/cards/{cardNo}/unfreeze', summary: '解冻' })
    .input(z.strictObject(act))
    .output(card),
  reportLost: procedure
    .route({ method: 'POST', path: '/cards/{cardNo}/lost', summary: '挂失' })
    .input(z.strictObject(act))
    .output(card),
  /** Answers the new card. */
  replace: procedure
    .route({ method: 'POST', path: '/cards/{cardNo}/replace', successStatus: 201, summary: '补卡' })
    .input(z.strictObject(act))
    .output(card),
  changeTier: procedure
    .route({ method: 'POST', path: '/cards/{cardNo}/tier', summary: '改级' })
    .input(z.strictObject({ ...act, tier }))
    .output(card),
  statistics: procedure
    .route({ method: 'GET', path: '/reports/vip', summary: '贵宾卡统计' })
    .input(
      z
        .strictObject({
          /** Today's month when left out. */
          from: businessDate.optional(),
          to: businessDate.optional(),
          /** Of the unused cards. */
          ...page,
        })
        .refine(inOrder, { message: 'from, to', path: ['to'] }),
    )
    .output(vipReport),
  /** What a figure counts: cards with the day and the act, or parties that came in. */
  rows: procedure
    .route({ method: 'GET', path: '/reports/vip/rows', summary: '贵宾卡统计：数字背后的明细' })
    .input(
      z
        .strictObject({
          from: businessDate.optional(),
          to: businessDate.optional(),
          figure: z.enum([...cardFigures, 'visits', 'cardVisits', 'unused']),
          tier: tier.optional(),
          ...page,
        })
        .refine(inOrder, { message: 'from, to', path: ['to'] }),
    )
    .output(
      z.object({
        items: z.array(
          z.object({
            key: z.string(),
            cardNo: z.string().optional(),
            customerId: z.string().optional(),
            name: z.string(),
            title: z.string().optional(),
            tier,
            /** Day of the act or the visit; of the issue where the figure says how cards stood. */
            date: z.string(),
            at: z.string().optional(),
            roomNo: z.string().optional(),
            party: z.int().optional(),
            by: z.string().optional(),
            note: z.string().optional(),
          }),
        ),
        total: count,
        next: z.string().optional(),
      }),
    ),
}

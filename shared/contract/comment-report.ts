import { z } from 'zod'
import { businessDate, text } from './fields.ts'
import { inOrder, reportHead } from './report.ts'

export const commentsReportInput = z
  .strictObject({
    /** Today's month when left out. */
    from: businessDate.optional(),
    to: businessDate.optional(),
    /** Only this floor. */
    floor: text(10).min(1).optional(),
  })
  .refine(inOrder, { message: 'from, to', path: ['to'] })

const rate = z.number().nullable()

/** One item of the cards. Below ten answers: counts only, `mean` and the rates are null. */
const itemFigures = z.object({
  n: z.int(),
  blanks: z.int(),
  /** How often 1, 2, 3, 4 and 5 were given. */
  counts: z.array(z.int()),
  satisfied: z.int(),
  dissatisfied: z.int(),
  mean: rate,
  satisfiedRate: rate,
  dissatisfiedRate: rate,
})

const item = z.enum(['service', 'food', 'sound', 'environment', 'price'])

const group = z.object({
  /** Empty for cards whose place is not known. */
  key: z.string(),
  label: z.string(),
  cards: z.int(),
  parties: z.int().nullable(),
  returnRate: rate,
  items: z.record(item, itemFigures),
})

/** 贵宾意见卡统计 (reports.md §3). */
export const commentsReport = z.object({
  name: z.literal('comments'),
  ...reportHead,
  cards: z.int(),
  parties: z.int(),
  /** cards ÷ parties; null without parties. */
  returnRate: rate,
  /** The dates before, up to as far as these have come. */
  base: z.object({
    from: z.string(),
    to: z.string(),
    label: z.string(),
    /** False: before the venue's first day. */
    known: z.boolean(),
    cards: z.int(),
    parties: z.int(),
    returnRate: rate,
  }),
  /** Percentage points. */
  returnRatePoints: rate,
  items: z.array(
    z.object({
      item,
      label: z.string(),
      ...itemFigures.shape,
      /** Against the dates before: of the mean the difference, of the rates percentage points. */
      change: z.object({ mean: rate, satisfiedPoints: rate, dissatisfiedPoints: rate }),
      base: itemFigures,
    }),
  ),
  floors: z.array(group),
  types: z.array(group),
  shifts: z.array(group),
})

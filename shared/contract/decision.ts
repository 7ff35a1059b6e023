import { z } from 'zod'
import { offerKinds } from '#shared/domain/booking/decision.ts'
import { refusalCodes } from './errors.ts'

export const flowNo = z.enum(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13'])
export const need = z.enum(['deposit', 'supervisor', 'transferConsent', 'headCount'])

export const quote = z.object({
  lines: z.array(z.object({ from: z.string(), to: z.string(), rate: z.int(), amount: z.int() })),
  total: z.int(),
})

export const offerKind = z.enum(offerKinds)

export const offer = z.object({
  offerId: z.string(),
  kind: offerKind,
  flow: flowNo.optional(),
  typeCode: z.string(),
  roomNos: z.array(z.string()),
  start: z.string(),
  end: z.string(),
  cost: z.number(),
  quote,
  priceDifference: z.int(),
  needs: z.array(need),
  deposit: z.int().optional(),
  quotedMinutes: z.int().optional(),
  p90Minutes: z.int().optional(),
})

export const blocker = z.object({
  roomNo: z.string(),
  code: z.enum([...refusalCodes, 'SAME_CALLER']),
  until: z.string().optional(),
  bookingCode: z.string().optional(),
  /** Who is in the way, so that the desk can say it in words. */
  name: z.string().optional(),
})

/** The answer of the engine (api.md, Decision). */
export const decision = z.object({
  outcome: z.enum(['available', 'offers', 'advance', 'refused']),
  flow: flowNo,
  typeCode: z.string(),
  roomNo: z.string().optional(),
  start: z.string(),
  end: z.string(),
  reason: z.enum(refusalCodes).optional(),
  blockers: z.array(blocker),
  offers: z.array(offer),
  quote,
  needs: z.array(need),
  deposit: z.int().optional(),
  holdUntil: z.string().optional(),
  extendableUntil: z.string().optional(),
  /** Rooms of the type free for the span, and how many of them the walk-in reserve keeps back. */
  free: z.object({ rooms: z.int(), reserved: z.int() }).optional(),
  script: z.string(),
})

export type DecisionView = z.output<typeof decision>
export type OfferView = z.output<typeof offer>
export type QuoteView = z.output<typeof quote>

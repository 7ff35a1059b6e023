import { quote } from '../pricing/quote.ts'
import { compareRoomNo, typeOf } from '../room/room-type.ts'
import type { Room } from '../venue/venue.ts'
import { compareWaiting } from '../waitlist/order.ts'
import { type QuotedWait, quotedWait } from '../waitlist/quoted-wait.ts'
import { type Ask, type Context, daysAhead } from './ask.ts'
import type { FlowNo, Need, Offer, OfferKind, Reason } from './decision.ts'
import { flowOf } from './flow-of.ts'
import { roomsFor, type Verdict } from './judge.ts'
import { bookingNeeds, depositDue } from './needs.ts'
import { type Candidate, candidatesFor } from './offer-candidates.ts'
import { offerIdOf } from './offer-id.ts'

const places = 6
const lastPlaceCost = 1000
const rankCost = 20
const twoRoomsCost = 30
const dayCost = 240

const needsOfKind: Partial<Record<OfferKind, readonly Need[]>> = {
  largerType: ['transferConsent'],
  smallerType: ['transferConsent', 'headCount'],
}

const flowOfKind: Partial<Record<OfferKind, FlowNo>> = {
  largerType: '10',
  smallerType: '11',
  twoRooms: '08',
  advance: '07',
}

/** A refused ask: what was asked, and why it was not simply available. */
export interface Refusal {
  readonly ask: Ask
  readonly typeCode: string
  readonly reason: Reason
  readonly check: number
  readonly flow: FlowNo
}

function costOf(candidate: Candidate, asked: Ask, askedTypeCode: string, context: Context): number {
  const rank = (code: string) => typeOf(context.venue, code)?.rank ?? 0
  const minuteMs = 60_000
  const days = candidate.days ?? 0
  const shift = days === 0 ? Math.abs(candidate.ask.start - asked.start) / minuteMs : 0
  return (
    shift +
    Math.abs(candidate.ask.minutes - asked.minutes) +
    rankCost * Math.abs(rank(candidate.typeCode) - rank(askedTypeCode)) +
    (candidate.ask.rooms === 2 ? twoRoomsCost : 0) +
    dayCost * Math.abs(days)
  )
}

function offerOf(
  candidate: Candidate,
  verdict: Verdict & { ok: true },
  asked: Ask,
  askedTypeCode: string,
  context: Context,
): Offer {
  const { ask, kind } = candidate
  const price = quote(ask, verdict.typeCode, context.venue, ask.rooms)
  const deposit = depositDue(ask, verdict.typeCode, context)
  const roomNos = verdict.rooms.map((room: Room) => room.roomNo)
  return {
    offerId: offerIdOf({
      kind,
      typeCode: verdict.typeCode,
      roomNos,
      start: ask.start,
      minutes: ask.minutes,
      specified: ask.roomNo !== undefined,
    }),
    kind,
    flow: flowOfKind[kind] ?? flowOf(ask, verdict, context),
    typeCode: verdict.typeCode,
    roomNos,
    start: ask.start,
    end: ask.end,
    cost: costOf(candidate, asked, askedTypeCode, context),
    quote: price,
    priceDifference: price.total - quote(asked, askedTypeCode, context.venue).total,
    needs: [...bookingNeeds(deposit), ...(needsOfKind[kind] ?? [])],
    ...(deposit > 0 ? { deposit } : {}),
  }
}

/** The offer of a candidate, when the engine itself would answer it `available`. */
export function judgedOffer(
  candidate: Candidate,
  asked: Ask,
  askedTypeCode: string,
  context: Context,
): Offer | undefined {
  if (candidate.ask.channel !== 'walkIn' && candidate.ask.start < context.now) return undefined
  const verdict = roomsFor(candidate.ask, context)
  return verdict && offerOf(candidate, verdict, asked, askedTypeCode, context)
}

function byCost(context: Context) {
  const rank = (offer: Offer) => typeOf(context.venue, offer.typeCode)?.rank ?? 0
  return (a: Offer, b: Offer): number =>
    a.cost - b.cost || a.start - b.start || rank(a) - rank(b) || compareRoomNo(a.roomNos[0] ?? '', b.roomNos[0] ?? '')
}

const waitsFor: readonly Reason[] = ['ROOM_TAKEN', 'WALK_IN_RESERVE', 'CLEANING_BUFFER', 'NOT_CONTIGUOUS', 'TYPE_FULL']

/** The kind of waiting a refusal leads to: today's list, a standby for a later day, a call-back when the window opens. */
export function waitKindOf(refusal: Pick<Refusal, 'ask' | 'reason'>, context: Context): OfferKind | undefined {
  if (refusal.reason === 'BEYOND_WINDOW') return refusal.ask.channel === 'walkIn' ? undefined : 'advance'
  if (!waitsFor.includes(refusal.reason)) return undefined
  return daysAhead(refusal.ask.start, context) === 0 ? 'waitlist' : 'standby'
}

// A VIP stands before the others in the list, and hears it in the quote; a very room is waited for, not any of its type.
function waitOf(ask: Ask, typeCode: string, context: Context): QuotedWait {
  const { waiting } = context.snapshot
  const mine = { priority: ask.customer?.vipTier ? 'vip' : 'normal', since: context.now, id: '~' } as const
  const ahead = waiting.filter((other) => other.typeCode === typeCode && compareWaiting(other, mine) < 0).length
  const wanted = { typeCode, party: ask.party, roomNo: ask.roomNo }
  return quotedWait(wanted, ask.start, context.snapshot, context.now, ahead)
}

/** The last place of the list: wait for the asked thing itself. */
export function waitOffer(kind: OfferKind, ask: Ask, typeCode: string, flow: FlowNo, context: Context): Offer {
  const wait = kind === 'waitlist' ? waitOf(ask, typeCode, context) : undefined
  return {
    offerId: offerIdOf({
      kind,
      typeCode,
      roomNos: [],
      start: ask.start,
      minutes: ask.minutes,
      specified: ask.roomNo !== undefined,
    }),
    kind,
    flow: flowOfKind[kind] ?? flow,
    typeCode,
    roomNos: [],
    start: ask.start,
    end: ask.end,
    cost: lastPlaceCost,
    quote: quote(ask, typeCode, context.venue),
    priceDifference: 0,
    needs: [],
    ...(wait ? { quotedMinutes: wait.medianMinutes, p90Minutes: wait.p90Minutes } : {}),
  }
}

/** Offers after a refusal, nearest to the caller's wish first, at most six (booking.md §3, Offers). */
export function offersFor(refusal: Refusal, context: Context): Offer[] {
  const { ask, typeCode } = refusal
  const found = candidatesFor(refusal, context, (candidate) => judgedOffer(candidate, ask, typeCode, context))
  const nearest = found.sort(byCost(context))
  const waitKind = waitKindOf(refusal, context)
  if (!waitKind) return nearest.slice(0, places)
  return [...nearest.slice(0, places - 1), waitOffer(waitKind, ask, typeCode, refusal.flow, context)]
}

/** Sorts offers the way the desk shows them. */
export const sortOffers = (offers: readonly Offer[], context: Context): Offer[] => [...offers].sort(byCost(context))

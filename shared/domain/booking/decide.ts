import { quote } from '../pricing/quote.ts'
import { freeStretch } from '../room/obstruction.ts'
import { typeOf } from '../room/room-type.ts'
import { minute } from '../time/span.ts'
import { type Ask, askOf, type Context, contextOf } from './ask.ts'
import { blockersOf, sameCallerBlockers } from './blockers.ts'
import type { Decision, Offer, Outcome } from './decision.ts'
import { flowOf } from './flow-of.ts'
import { judge, limitsOf, type Verdict } from './judge.ts'
import { bookingNeeds, depositDue, supervisorHelps } from './needs.ts'
import { larger, otherRoom, otherTimes } from './offer-candidates.ts'
import { judgedOffer, offersFor, sortOffers } from './offers.ts'
import type { BookingRequest } from './request.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * The decision engine: one pure function for search, save, replay of slips and "why not" (booking.md §3).
 * Never reads a clock, never changes its arguments; the same question under the same snapshot has the same answer.
 *
 * @param now epoch milliseconds
 */
export function decide(request: BookingRequest, snapshot: Snapshot, now: number): Decision {
  const context = contextOf(snapshot, now)
  const ask = askOf(request, context)
  const verdict = judge(ask, context)
  return verdict.ok ? available(ask, verdict, context) : refused(ask, verdict, context)
}

function available(ask: Ask, verdict: Verdict & { ok: true }, context: Context): Decision {
  const flow = flowOf(ask, verdict, context)
  const deposit = depositDue(ask, verdict.typeCode, context)
  const room = verdict.rooms[0]
  return {
    outcome: 'available',
    flow,
    typeCode: verdict.typeCode,
    roomNo: room?.roomNo,
    start: ask.start,
    end: ask.end,
    blockers: sameCallerBlockers(ask, context),
    offers: [],
    quote: quote(ask, verdict.typeCode, context.venue),
    needs: bookingNeeds(deposit),
    ...(deposit > 0 ? { deposit } : {}),
    graceMinutes: graceMinutesOf(ask, context),
    extendableUntil: room && extendableUntil(room.roomNo, ask, context),
    script: `${flow}.available`,
  }
}

function refused(ask: Ask, verdict: Verdict & { ok: false }, context: Context): Decision {
  const flow = flowOf(ask, verdict, context)
  const { typeCode, reason, check } = verdict
  const silent = reason === 'PAST' || reason === 'CUSTOMER_BLOCKED'
  const offers = silent ? [] : offersFor({ ask, typeCode, reason, check, flow }, context)
  const outcome: Outcome = reason === 'BEYOND_WINDOW' ? 'advance' : offers.length > 0 ? 'offers' : 'refused'
  return {
    outcome,
    flow,
    typeCode,
    start: ask.start,
    end: ask.end,
    reason,
    blockers: blockersOf(ask, verdict, context),
    offers,
    quote: quote(ask, typeCode, context.venue),
    needs: supervisorHelps(ask, reason) ? ['supervisor'] : [],
    script: `${flow}.${outcome}`,
  }
}

/** Minutes the room waits for its party after the start (booking.md §2, grace and shortNotice). */
export function graceMinutesOf(ask: Pick<Ask, 'start' | 'channel' | 'customer'>, context: Context): number {
  const { grace, shortNoticeMinutes } = context.venue.policy
  const short = ask.channel !== 'walkIn' && ask.start <= context.now + shortNoticeMinutes * minute
  const tier = ask.customer?.vipTier
  return (short ? grace.shortNotice : grace.standard) + (tier ? grace.vipExtra[tier] : 0)
}

// Until when the party could stay on: the next claim less the cleaning before it, or closing.
function extendableUntil(roomNo: string, ask: Ask, context: Context): number {
  const stretch = freeStretch(context.snapshot.claimsByRoom.get(roomNo) ?? [], ask, limitsOf(ask, context), ask.ref)
  const closing = limitsOf(ask, context).end
  if (stretch.end >= closing) return closing
  const room = context.venue.rooms.find((candidate) => candidate.roomNo === roomNo)
  const cleaning = typeOf(context.venue, room?.typeCode ?? '')?.cleaningMinutes ?? 0
  return Math.max(ask.end, Math.min(closing, stretch.end - cleaning * minute))
}

const alternativePlaces = 4

/**
 * Up to four other choices under an `available` answer: another room of the type, the nearest earlier and later start,
 * the next larger type. The same generator as the offers, asked separately.
 */
export function alternatives(request: BookingRequest, snapshot: Snapshot, now: number): Offer[] {
  const context = contextOf(snapshot, now)
  const ask = askOf(request, context)
  const verdict = judge(ask, context)
  if (!verdict.ok) return []
  const { typeCode } = verdict
  const judgeCandidate = (candidate: Parameters<typeof judgedOffer>[0]) =>
    judgedOffer(candidate, ask, typeCode, context)
  const atOtherTimes = ask.channel === 'walkIn' ? [] : otherTimes(ask, typeCode, context, judgeCandidate)
  const found = [
    ...otherRoom({ ask, typeCode }, judgeCandidate, verdict.rooms[0]?.roomNo),
    ...atOtherTimes,
    ...larger({ ask, typeCode }, context, judgeCandidate, 1),
  ]
  return sortOffers(found, context).slice(0, alternativePlaces)
}

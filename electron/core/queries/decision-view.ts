import type { DecisionView, OfferView, QuoteView } from '#shared/contract/decision.ts'
import { askOf, contextOf, dateOf } from '#shared/domain/booking/ask.ts'
import type { Decision, Offer } from '#shared/domain/booking/decision.ts'
import { freeRooms } from '#shared/domain/booking/judge.ts'
import { holdUntilOf } from '#shared/domain/booking/life.ts'
import type { BookingRequest } from '#shared/domain/booking/request.ts'
import type { Snapshot } from '#shared/domain/booking/snapshot.ts'
import type { Quote } from '#shared/domain/pricing/quote.ts'
import { countReserve } from '#shared/domain/room/reserve.ts'
import { isoIn } from '#shared/domain/time/zone.ts'

const quoteView = (quote: Quote, zone: string): QuoteView => ({
  lines: quote.lines.map((line) => ({
    from: isoIn(line.start, zone),
    to: isoIn(line.end, zone),
    rate: line.rate,
    amount: line.amount,
  })),
  total: quote.total,
})

/** An offer as outside programs see it. */
export const offerView = (offer: Offer, zone: string): OfferView => ({
  offerId: offer.offerId,
  kind: offer.kind,
  ...(offer.flow && { flow: offer.flow }),
  typeCode: offer.typeCode,
  roomNos: [...offer.roomNos],
  start: isoIn(offer.start, zone),
  end: isoIn(offer.end, zone),
  cost: offer.cost,
  quote: quoteView(offer.quote, zone),
  priceDifference: offer.priceDifference,
  needs: [...offer.needs],
  ...(offer.deposit !== undefined && { deposit: offer.deposit }),
  ...(offer.quotedMinutes !== undefined && { quotedMinutes: offer.quotedMinutes }),
  ...(offer.p90Minutes !== undefined && { p90Minutes: offer.p90Minutes }),
})

/** A decision as outside programs see it (api.md, Decision), with the names of those who stand in the way. */
export function decisionView(decision: Decision, snapshot: Snapshot): DecisionView {
  const zone = snapshot.venue.timeZone
  const { graceMinutes } = decision
  const nameOf = (roomNo: string, code: string | undefined) =>
    code === undefined
      ? undefined
      : snapshot.claimsByRoom.get(roomNo)?.find((claim) => claim.bookingCode === code)?.name
  return {
    outcome: decision.outcome,
    flow: decision.flow,
    typeCode: decision.typeCode,
    ...(decision.outcome === 'available' && decision.roomNo !== undefined && { roomNo: decision.roomNo }),
    start: isoIn(decision.start, zone),
    end: isoIn(decision.end, zone),
    ...(decision.reason && { reason: decision.reason }),
    blockers: decision.blockers.map((blocker) => {
      const name = nameOf(blocker.roomNo, blocker.bookingCode)
      return {
        roomNo: blocker.roomNo,
        code: blocker.code,
        ...(blocker.until !== undefined && { until: isoIn(blocker.until, zone) }),
        ...(blocker.bookingCode !== undefined && { bookingCode: blocker.bookingCode }),
        ...(name !== undefined && { name }),
      }
    }),
    offers: decision.offers.map((offer) => offerView(offer, zone)),
    quote: quoteView(decision.quote, zone),
    needs: [...decision.needs],
    ...(decision.deposit !== undefined && { deposit: decision.deposit }),
    ...(decision.outcome === 'available' &&
      graceMinutes !== undefined && { holdUntil: isoIn(holdUntilOf(decision.start, graceMinutes), zone) }),
    ...(decision.extendableUntil !== undefined && { extendableUntil: isoIn(decision.extendableUntil, zone) }),
    script: decision.script,
  }
}

/** How many rooms of the answer's type are free for the span, and how many of those the walk-in reserve keeps. */
export function freeCount(request: BookingRequest, decision: Decision, snapshot: Snapshot, now: number) {
  const context = contextOf(snapshot, now)
  const ask = { ...askOf(request, context), roomNo: undefined, seatsApart: true }
  const rooms = freeRooms(decision.typeCode, ask, context).length
  const lapsed = ask.start <= now + snapshot.venue.policy.walkInReserve.lapsesMinutes * 60_000
  const count =
    ask.channel === 'walkIn' || lapsed
      ? undefined
      : countReserve(ask, dateOf(ask.start, context), decision.typeCode, snapshot, ask.ref)
  const sellableLeft = count ? Math.max(0, count.sellable - count.reserved - count.booked) : rooms
  return { rooms, reserved: Math.max(0, rooms - sellableLeft) }
}

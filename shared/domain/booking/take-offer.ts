import { roomOf, typeOf } from '../room/room-type.ts'
import { minute } from '../time/span.ts'
import { type Ask, askOf, type Context, contextOf } from './ask.ts'
import { alternatives, decide } from './decide.ts'
import type { Decision, Offer, OfferKind } from './decision.ts'
import { typeCodeOf } from './judge.ts'
import { type OfferTerms, offerTermsOf } from './offer-id.ts'
import { judgedOffer, waitOffer } from './offers.ts'
import type { BookingRequest } from './request.ts'
import type { Snapshot } from './snapshot.ts'

/** An offer taken: still to be had (with the rooms it gets now), gone (with a fresh decision), or no offer of this request. */
export type TakenOffer =
  | { readonly state: 'available'; readonly offer: Offer }
  | { readonly state: 'gone'; readonly decision: Decision }
  | { readonly state: 'unknown' }

const waiting: readonly OfferKind[] = ['waitlist', 'standby', 'advance']

// Only a kind that keeps the caller's own room may go on specifying it; the others ask by type, preferring the rooms shown.
function askFor(terms: OfferTerms, asked: Ask): Ask {
  const base = { ...asked, start: terms.start, minutes: terms.minutes, end: terms.start + terms.minutes * minute }
  if (terms.specified) return { ...base, roomNo: terms.roomNos[0] }
  const notRoomNo = terms.kind === 'sameTypeOtherRoom' ? asked.roomNo : undefined
  return {
    ...base,
    roomNo: undefined,
    typeCode: terms.typeCode,
    rooms: terms.kind === 'twoRooms' ? 2 : 1,
    preferRooms: terms.roomNos,
    notRoomNo,
  }
}

// An id may be old, or made up: its rooms and type have to be ones the venue has, and a caller's room his own.
function fits(terms: OfferTerms, asked: Ask, context: Context): boolean {
  if (!typeOf(context.venue, terms.typeCode)) return false
  if (terms.roomNos.some((roomNo) => roomOf(context.venue, roomNo)?.typeCode !== terms.typeCode)) return false
  if (waiting.includes(terms.kind)) return terms.start === asked.start && terms.roomNos.length === 0
  if (terms.specified) return asked.roomNo !== undefined && terms.roomNos[0] === asked.roomNo
  return terms.roomNos.length === (terms.kind === 'twoRooms' ? 2 : 1)
}

/**
 * Takes an offer: it is judged afresh on its own terms, and if its room has gone, another of the type will do
 * (api.md, Saving). Property 3 of booking.md §8: under the snapshot it was made from it always succeeds.
 */
export function takeOffer(offerId: string, request: BookingRequest, snapshot: Snapshot, now: number): TakenOffer {
  const context = contextOf(snapshot, now)
  const asked = askOf(request, context)
  const terms = offerTermsOf(offerId)
  if (!terms || !fits(terms, asked, context)) return { state: 'unknown' }
  const askedTypeCode = typeCodeOf(asked, context)
  if (waiting.includes(terms.kind)) return takePlace(terms, request, asked, snapshot, now)
  const ask =
    asked.channel === 'walkIn'
      ? { ...askFor(terms, asked), start: asked.start, end: asked.start + terms.minutes * minute }
      : askFor(terms, asked)
  const days = terms.kind === 'otherDay' ? { days: 1 } : {}
  const offer = judgedOffer({ kind: terms.kind, ask, typeCode: terms.typeCode, ...days }, asked, askedTypeCode, context)
  return offer
    ? { state: 'available', offer }
    : { state: 'gone', decision: goneDecision(ask, request, snapshot, now, context) }
}

// A place on the list can be had while the request leads to one, and also when a room has come free in the meantime.
function takePlace(
  terms: OfferTerms,
  request: BookingRequest,
  asked: Ask,
  snapshot: Snapshot,
  now: number,
): TakenOffer {
  const decision = decide(request, snapshot, now)
  const same = decision.offers.find((offer) => offer.kind === terms.kind)
  if (same) return { state: 'available', offer: same }
  if (decision.outcome !== 'available') return { state: 'gone', decision }
  const context = contextOf(snapshot, now)
  return { state: 'available', offer: waitOffer(terms.kind, asked, decision.typeCode, decision.flow, context) }
}

// What the loser of a race hears: why the offer went, with fresh offers for the wish itself.
function goneDecision(ask: Ask, request: BookingRequest, snapshot: Snapshot, now: number, context: Context): Decision {
  const fresh = decide(request, snapshot, now)
  if (fresh.outcome !== 'available') return fresh
  const typeCode = ask.roomNo === undefined ? (ask.typeCode ?? typeCodeOf(ask, context)) : request.typeCode
  const itself = decide(
    { ...request, start: ask.start, minutes: ask.minutes, typeCode, roomNo: ask.roomNo },
    snapshot,
    now,
  )
  if (itself.outcome !== 'available') return itself
  const offers = alternatives(request, snapshot, now)
  return {
    ...itself,
    roomNo: undefined,
    reason: 'ROOM_TAKEN',
    outcome: offers.length > 0 ? 'offers' : 'refused',
    offers,
  }
}

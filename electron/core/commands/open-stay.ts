import type { z } from 'zod'
import type { stayContract } from '#shared/contract/stay.ts'
import { decide } from '#shared/domain/booking/decide.ts'
import type { OfferKind } from '#shared/domain/booking/decision.ts'
import { takeOffer } from '#shared/domain/booking/take-offer.ts'
import { phoneKey } from '#shared/domain/customer/phone.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import { type StayView, stayView } from '../queries/stay-view.ts'
import { type Command, done } from '../store/tx.ts'
import { customerByPhone, fileOfCaller } from './customer-file.ts'
import type { Desk } from './desk.ts'
import { missingNeeds } from './meet-needs.ts'
import { addPromise } from './promise-rows.ts'
import { invalid, readRequest } from './read-request.ts'
import { refuseDecision, refuseNeeds } from './refuse-decision.ts'
import { openStayRows } from './stay-rows.ts'
import { touchedKeys } from './touched-keys.ts'

export type OpenInput = z.output<(typeof stayContract)['open']['~orpc']['inputSchema'] & z.ZodType>

const places: readonly OfferKind[] = ['waitlist', 'standby', 'advance']

/** A walk-in (现场客): `decide` with channel walk-in, and the room is open from this minute on (booking.md §6). */
export const openStay = (desk: Desk): Command<OpenInput, StayView> => ({
  name: 'stay.open',
  async run(tx, input) {
    const { party, minutes, typeCode, roomNo, phone } = input
    const zone = desk.model.venue.timeZone
    const wish = { party, minutes, typeCode, roomNo, phone, start: isoIn(tx.now, zone), channel: 'walkIn' as const }
    const read = await readRequest(desk, tx.read, wish, tx)
    if (!read.ok) return read
    const { request, snapshot } = read.result
    const decision = decide(request, snapshot, tx.now)
    const taken = input.offerId === undefined ? undefined : takeOffer(input.offerId, request, snapshot, tx.now)
    if (taken?.state === 'unknown') return invalid('offerId', 'unknown offer')
    if (taken?.state === 'gone') return refuseDecision(taken.decision, snapshot)
    const offer = taken?.offer
    // A place in the list is not a room: it is taken by POST /waitlist.
    if (offer && places.includes(offer.kind)) return invalid('offerId', 'join the waiting list instead')
    if (!offer && decision.outcome !== 'available') return refuseDecision(decision, snapshot)
    const terms = offer ?? decision
    const roomNos = offer?.roomNos ?? (decision.roomNo === undefined ? [] : [decision.roomNo])
    const missing = missingNeeds(terms.needs, terms.deposit, roomNos, input, snapshot.venue)
    if (missing.length > 0) return refuseNeeds(missing, { ...decision, needs: terms.needs }, snapshot)
    const known = phone === undefined ? undefined : await customerByPhone(tx.read, phone)
    const customer =
      phone !== undefined && input.name !== undefined ? await fileOfCaller(tx, { name: input.name, phone }) : known
    const stay = await openStayRows(tx, desk, {
      bookingCode: null,
      customerId: customer?.id ?? null,
      name: input.name ?? customer?.name ?? null,
      phone: phone === undefined ? null : phoneKey(phone),
      party,
      source: 'walkIn',
      flow: offer?.flow ?? decision.flow,
      typeCode: terms.typeCode,
      requestedTypeCode: decision.typeCode,
      roomNos,
      plannedEnd: terms.end,
      quoteTotal: terms.quote.total,
    })
    if (input.transferConsent && terms.needs.includes('transferConsent'))
      await addPromise(tx, stay, { stayId: stay.id })
    return done(
      await stayView(tx.read, stay, zone),
      touchedKeys({
        stays: [stay.id],
        rooms: roomNos,
        dates: [stay.business_date],
        customers: customer ? [customer.id] : [],
      }),
    )
  },
})

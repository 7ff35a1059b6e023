import type { z } from 'zod'
import type { saveBooking as saveInput } from '#shared/contract/booking.ts'
import { askOf, contextOf } from '#shared/domain/booking/ask.ts'
import { decide, graceMinutesOf } from '#shared/domain/booking/decide.ts'
import type { Decision, Offer, OfferKind, Reason } from '#shared/domain/booking/decision.ts'
import { holdUntilOf } from '#shared/domain/booking/life.ts'
import { waitKindOf, waitOffer } from '#shared/domain/booking/offers.ts'
import type { BookingRequest } from '#shared/domain/booking/request.ts'
import type { Snapshot } from '#shared/domain/booking/snapshot.ts'
import { takeOffer } from '#shared/domain/booking/take-offer.ts'
import { phoneKey } from '#shared/domain/customer/phone.ts'
import { minute } from '#shared/domain/time/span.ts'
import { type BookingView, bookingView } from '../queries/booking-view.ts'
import type { BookingTable, Source } from '../store/schema.ts'
import { type Approver, type Command, done, type Outcome, type Tx } from '../store/tx.ts'
import { addBooking } from './booking-rows.ts'
import { fileOfCaller } from './customer-file.ts'
import type { Desk } from './desk.ts'
import { missingNeeds } from './meet-needs.ts'
import { addPromise } from './promise-rows.ts'
import { invalid, type ReadRequest, readRequest } from './read-request.ts'
import { refuseDecision, refuseNeeds } from './refuse-decision.ts'
import { touchedKeys } from './touched-keys.ts'
import { addPlace, addQueueJump, passedInList, standbysBehind } from './waiting-place.ts'

export type SaveInput = z.output<typeof saveInput>

/** What was decided to store: a room (or two), or a place to wait, and on whose word. */
interface Choice {
  readonly decision: Decision
  readonly offer?: Offer
  readonly approver?: Approver
  readonly jump: boolean
}

const waitingKinds: readonly OfferKind[] = ['waitlist', 'standby', 'advance']
const liftedByApproval: readonly Reason[] = ['BEYOND_WINDOW', 'CUSTOMER_BLOCKED']
const statusOfKind = { waitlist: 'waiting', standby: 'standby', advance: 'advance' } as const

/**
 * Saves a booking: `decide` once more, inside the transaction (booking.md §5, api.md Saving). Flows 01–11 and 13 by the
 * telephone. Refuses with the decision's reason, or NEEDS_MISSING; a wrong approval that is needed: APPROVAL_REJECTED.
 */
export const saveBooking = (desk: Desk): Command<SaveInput, BookingView> => ({
  name: 'booking.save',
  async run(tx, input) {
    const { bookingCode: _, ...wish } = input.request
    const read = await readRequest(desk, tx.read, wish, tx, { callerPhone: input.customer.phone, path: 'request.' })
    if (!read.ok) return read
    const chosen = choose(tx, input, read.result)
    if (!chosen.ok) return chosen
    return store(tx, desk, input, read.result, chosen.result)
  },
})

const ok = (result: Choice): Outcome<Choice> => ({ ok: true, result, keys: [] })

const approved = (request: BookingRequest): BookingRequest => ({
  ...request,
  asks: { ...request.asks, supervisorApproval: true },
})

function choose(tx: Tx, input: SaveInput, { request, snapshot }: ReadRequest): Outcome<Choice> {
  const plain = decide(request, snapshot, tx.now)
  const named = input.offerId?.split('~')[0]
  const waits = named === undefined || named === 'waitlist' || named === 'standby'
  if (input.offerId !== undefined && !waits) return chooseOffer(tx, input.offerId, request, plain, snapshot)
  const approver = isLifted(plain) ? tx.approver() : undefined
  const asked = approver ? approved(request) : request
  const decision = approver ? decide(asked, snapshot, tx.now) : plain
  if (request.asks?.queueJump && decision.outcome !== 'available') {
    const jump = jumpQueue(tx, asked, decision, snapshot)
    if (jump) return jump
  }
  if (input.offerId !== undefined) return chooseOffer(tx, input.offerId, asked, decision, snapshot, approver)
  if (decision.outcome === 'available') return ok({ decision, approver, jump: false })
  return refuseDecision(decision, snapshot)
}

const isLifted = ({ reason }: Decision): boolean => reason !== undefined && liftedByApproval.includes(reason)

// A room only the reserve keeps back goes to the jumper at once; else he stands first (booking.md §6, Queue jump).
function jumpQueue(tx: Tx, request: BookingRequest, plain: Decision, snapshot: Snapshot): Outcome<Choice> | undefined {
  const context = contextOf(snapshot, tx.now)
  const ask = askOf(request, context)
  const kind = plain.reason && waitKindOf({ ask, reason: plain.reason }, context)
  if (kind !== 'waitlist' && kind !== 'standby') return undefined
  const approver = tx.approver()
  if (!approver) return undefined
  const granted = decide(approved(request), snapshot, tx.now)
  if (granted.outcome === 'available') return ok({ decision: granted, approver, jump: true })
  const offer = waitOffer(kind, ask, plain.typeCode, plain.flow, context)
  return ok({ decision: plain, offer, approver, jump: true })
}

function chooseOffer(
  tx: Tx,
  offerId: string,
  request: BookingRequest,
  decision: Decision,
  snapshot: Snapshot,
  approver?: Approver,
): Outcome<Choice> {
  const taken = takeOffer(offerId, request, snapshot, tx.now)
  if (taken.state === 'available') return ok({ decision, offer: taken.offer, approver, jump: false })
  if (taken.state === 'unknown') return invalid('offerId', 'unknown offer')
  // An offer that was made under an approval is taken under one.
  const lifting = !approver && isLifted(taken.decision) ? tx.approver() : undefined
  if (lifting) return chooseOffer(tx, offerId, approved(request), decision, snapshot, lifting)
  return refuseDecision(taken.decision, snapshot)
}

function sourceOf(input: SaveInput, choice: Choice): Source {
  if (choice.jump) return 'jump'
  if (input.internal) return 'internal'
  return input.request.channel ?? 'phone'
}

async function store(
  tx: Tx,
  desk: Desk,
  input: SaveInput,
  { request, snapshot }: ReadRequest,
  choice: Choice,
): Promise<Outcome<BookingView>> {
  const { decision, offer, approver } = choice
  const waits = offer !== undefined && waitingKinds.includes(offer.kind)
  const roomNos = waits ? [] : (offer?.roomNos ?? (decision.roomNo === undefined ? [] : [decision.roomNo]))
  const terms = offer ?? decision
  const missing = missingNeeds(terms.needs, terms.deposit, roomNos, input, snapshot.venue)
  if (missing.length > 0 && !waits) return refuseNeeds(missing, withNeeds(decision, offer), snapshot)
  const context = contextOf(snapshot, tx.now)
  const ask = askOf({ ...request, start: terms.start }, context)
  const customer = await fileOfCaller(tx, input.customer)
  const row = await addBooking(tx, desk, {
    status: waits ? statusOfKind[offer.kind as keyof typeof statusOfKind] : 'confirmed',
    flow: offer?.flow ?? decision.flow,
    source: sourceOf(input, choice),
    channel: input.request.channel ?? 'phone',
    typeCode: terms.typeCode,
    requestedTypeCode: decision.typeCode,
    roomNos,
    specified: request.roomNo !== undefined && roomNos[0] === request.roomNo,
    party: request.party,
    start: terms.start,
    end: terms.end,
    holdUntil: waits ? null : holdUntilOf(terms.start, graceMinutesOf(ask, context)),
    customerId: customer.id,
    guestName: input.customer.name,
    phone: phoneKey(input.customer.phone),
    deposit: input.deposit,
    depositDue: terms.deposit,
    quoteTotal: terms.quote.total,
    offerKind: offer?.kind,
    headCount: input.headCount,
    notes: input.notes,
    internal: input.internal ?? false,
    approvedBy: approver?.staffNo,
    approvalReason: approver?.reason,
  })
  if (input.transferConsent && terms.needs.includes('transferConsent'))
    await addPromise(tx, row, { bookingCode: row.code })
  const saved = await placeInQueue(tx, desk, snapshot, row, choice, customer.vip_tier !== null)
  const keys = touchedKeys({
    bookings: [row.code],
    rooms: roomNos,
    dates: [row.business_date],
    customers: [customer.id],
    others: waits ? ['waitlist'] : [],
  })
  return done(await bookingView(tx.read, saved, snapshot.venue.timeZone), keys)
}

// A booking that waits today has a number in the list; an approved jump is written into the ledger.
async function placeInQueue(
  tx: Tx,
  desk: Desk,
  snapshot: Snapshot,
  row: BookingTable,
  choice: Choice,
  vip: boolean,
): Promise<BookingTable> {
  const { approver, jump } = choice
  if (row.status !== 'waiting') {
    if (jump && approver) {
      const minutes = Math.round((row.end_at - row.start_at) / minute)
      const displaced =
        row.status === 'standby' ? await standbysBehind(tx, row) : await passedInList(tx, row.type_code, minutes)
      await addQueueJump(tx, approver, { bookingCode: row.code, displaced })
    }
    return row
  }
  const { entry, displaced } = await addPlace(tx, desk, snapshot, {
    typeCode: row.type_code,
    party: row.party,
    from: row.start_at,
    minutes: Math.round((row.end_at - row.start_at) / minute),
    name: row.guest_name,
    phone: row.phone,
    customerId: row.customer_id,
    bookingCode: row.code,
    priority: jump ? 'jump' : vip ? 'vip' : 'normal',
  })
  if (jump && approver) await addQueueJump(tx, approver, { bookingCode: row.code, entry, displaced })
  return tx.update('booking', { code: row.code }, { waitlist_id: entry.id })
}

// What stands in an answer to an offer whose needs are open: the offer's own needs and deposit.
const withNeeds = (decision: Decision, offer: Offer | undefined): Decision =>
  offer ? { ...decision, needs: offer.needs, ...(offer.deposit !== undefined && { deposit: offer.deposit }) } : decision

import { addDays, businessDateOf, instantAt } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { ErrorBody } from './api-client.ts'
import type { Character, GuestPlan } from './guest-plan.ts'
import { enter } from './party-inside.ts'
import type { BookingView, DecisionView, OfferView, StayView } from './views.ts'
import type { WaitingRoom } from './waiting-room.ts'
import { approval, desk, floor, type World } from './world.ts'

const waitKinds = ['waitlist', 'standby', 'advance']
const callBackMinute = 10 * 60
const arrivalTries = 3

/** The one rule by which every guest answers: the first offer that costs no more than his patience, with its needs. */
export function acceptable(offers: readonly OfferView[], character: Character): OfferView | undefined {
  const nearest = offers.find(
    (offer) =>
      !waitKinds.includes(offer.kind) &&
      offer.cost <= character.patience &&
      (!offer.needs.includes('deposit') || character.paysDeposit),
  )
  return nearest ?? (character.waits ? offers.find((offer) => waitKinds.includes(offer.kind)) : undefined)
}

/** Takes the part of callers: asks, decides on the answer, calls off, comes or stays away. */
export class Callers {
  readonly #world: World
  readonly #waitingRoom: WaitingRoom
  /** Standby wishes by business date; the first that a freed room suits is called. */
  /** Wishes that have become a booking, or been given up. */
  readonly #closed = new Set<string>()
  readonly #standby = new Map<string, { readonly plan: GuestPlan; readonly code: string }[]>()

  constructor(world: World, waitingRoom: WaitingRoom) {
    this.#world = world
    this.#waitingRoom = waitingRoom
  }

  /** The call: one decision, then a booking, a place to wait, or a refusal on record. */
  async ask(plan: GuestPlan, insteadOf?: string): Promise<void> {
    const world = this.#world
    const request = this.#requestOf(plan)
    const { status, body: decision } = await world.api.call<DecisionView>('POST', '/decisions', request, desk)
    if (status !== 200) {
      world.tally.flows.add('–', 'not understood')
      return
    }
    if (decision.reason !== undefined) world.tally.reasons.add(decision.reason, decision.outcome)
    const { character } = plan
    const approves = plan.queueJump || character.asksSupervisor
    if (decision.outcome === 'available') {
      if (decision.needs.includes('deposit') && !character.paysDeposit) return this.#goAway(plan, decision, insteadOf)
      return this.#save(plan, decision, undefined, false, insteadOf)
    }
    if (approves && decision.needs.includes('supervisor') && character.paysDeposit)
      return this.#save(plan, decision, undefined, true, insteadOf)
    const offer =
      decision.outcome === 'advance' && insteadOf === undefined && character.patience > 0
        ? decision.offers.find((one) => one.kind === 'advance')
        : acceptable(decision.offers, character)
    if (plan.queueJump && (!offer || waitKinds.includes(offer.kind)) && decision.outcome === 'offers')
      return this.#save(plan, decision, undefined, true, insteadOf)
    if (!offer) return this.#goAway(plan, decision, insteadOf)
    return this.#save(plan, decision, offer, false, insteadOf)
  }

  #requestOf(plan: GuestPlan) {
    return {
      party: plan.party,
      start: this.#world.iso(plan.start),
      ...(plan.minutes !== undefined && { minutes: plan.minutes }),
      ...(plan.typeCode !== undefined && { typeCode: plan.typeCode }),
      ...(plan.roomNo !== undefined && { roomNo: plan.roomNo }),
      phone: plan.phone,
      channel: plan.channel,
      ...(plan.queueJump && { asks: { queueJump: true } }),
    }
  }

  async #save(
    plan: GuestPlan,
    decision: DecisionView,
    offer: OfferView | undefined,
    withApproval: boolean,
    insteadOf: string | undefined,
    lost = false,
  ): Promise<void> {
    const world = this.#world
    const needs = offer?.needs ?? decision.needs
    const due = offer?.deposit ?? decision.deposit ?? (withApproval ? 200_000 : undefined)
    const form = {
      request: this.#requestOf(plan),
      ...(offer && { offerId: offer.offerId }),
      customer: { name: plan.name, phone: plan.phone },
      ...(due !== undefined && plan.character.paysDeposit && { deposit: due }),
      ...(needs.includes('transferConsent') && { transferConsent: plan.character.wouldMove }),
      ...(needs.includes('headCount') && { headCount: plan.party }),
      ...(withApproval && { approval }),
      ...(plan.internal && { internal: true }),
    }
    const { status, body } = await world.api.call<BookingView & ErrorBody>('POST', '/bookings', form, desk)
    if (status === 201) {
      const column = offer ? (waitKinds.includes(offer.kind) ? offer.kind : 'offer taken') : outcomeOf(body.status)
      world.tally.flows.add(decision.flow, insteadOf === undefined ? column : 'from a wish')
      if (offer) world.tally.offersTaken.add(offer.kind, 'taken')
      if (insteadOf !== undefined) await this.#close(insteadOf)
      this.#booked(plan, body)
      return
    }
    // Another line was faster: the answer says what is left.
    const fresh = body.error?.details?.decision as DecisionView | undefined
    const second = fresh && !lost ? acceptable(fresh.offers, plan.character) : undefined
    if (fresh && second) return this.#save(plan, fresh, second, withApproval, insteadOf, true)
    world.tally.flows.add(decision.flow, 'lost the race')
    await this.#goAway(plan, fresh ?? decision, insteadOf, false)
  }

  /** What is left to do once there is a booking, or a place to wait. */
  #booked(plan: GuestPlan, booking: BookingView): void {
    const world = this.#world
    const start = Date.parse(booking.start)
    const date = businessDateOf(start, calendarOf(world.venue))
    const cancelsAt =
      plan.cancelsAfter === undefined ? undefined : world.later(world.now + (start - world.now) * plan.cancelsAfter)
    const cancels = cancelsAt !== undefined && cancelsAt < start
    if (cancels) world.agenda.add(cancelsAt, 'cancel', () => this.#cancel(booking.code, date))
    if (booking.status === 'confirmed') {
      const { change } = plan
      if (change) {
        const at = world.later(world.now + (start - world.now) * change.after)
        if (at < start - 30 * minute) world.agenda.add(at, 'change', () => this.#change(booking, change))
      }
      if (!cancels && plan.comes)
        world.agenda.add(world.later(start + plan.arrivesAfter * minute), 'arrive', () => this.#arrive(plan, booking))
    } else if (booking.status === 'waiting' && booking.waitlist)
      this.#waitingRoom.join(booking.waitlist, plan.stay, start)
    else if (booking.status === 'standby') {
      const list = this.#standby.get(date) ?? []
      list.push({ plan, code: booking.code })
      this.#standby.set(date, list)
    } else if (booking.status === 'advance') {
      const opens = instantAt(
        addDays(date, -world.venue.policy.bookingWindowDays),
        callBackMinute,
        calendarOf(world.venue),
      )
      if (!cancels || (cancelsAt ?? 0) > opens)
        world.agenda.add(world.later(opens), 'ask', () => this.ask(plan, booking.code))
    }
  }

  async #goAway(plan: GuestPlan, decision: DecisionView, insteadOf: string | undefined, counted = true): Promise<void> {
    const world = this.#world
    const offered = decision.outcome === 'available' || decision.offers.length > 0
    if (counted) world.tally.flows.add(decision.flow, offered ? 'declined by caller' : 'refused')
    if (insteadOf !== undefined) await this.#close(insteadOf)
    const form = {
      request: this.#requestOf(plan),
      kind: offered ? 'regret' : 'denial',
      ...(offered && { reason: decision.outcome === 'available' ? 'price' : 'time' }),
      name: plan.name,
      phone: plan.phone,
    }
    await world.api.call('POST', '/refusals', form, desk)
  }

  // The wish came true (or nobody wants it any more).
  async #close(code: string): Promise<void> {
    this.#closed.add(code)
    await this.#world.api.call('POST', `/bookings/${code}/cancel`, { reason: 'other', note: '已另行预约' }, desk)
  }

  async #cancel(code: string, date: string): Promise<void> {
    if (this.#closed.has(code)) return
    const world = this.#world
    const { status } = await world.api.call('POST', `/bookings/${code}/cancel`, { reason: 'guest' }, desk)
    world.tally.flows.add('12', status === 200 ? 'cancelled' : 'over already')
    if (status !== 200) return
    const list = this.#standby.get(date)
    const own = list?.findIndex((wish) => wish.code === code) ?? -1
    if (own >= 0) list?.splice(own, 1)
    const first = list?.find((wish) => wish.plan.start > world.now + 30 * minute)
    if (first) await this.#offerTo(first, date)
  }

  // A room has come free: the first in standby hears of it.
  async #offerTo(wish: { readonly plan: GuestPlan; readonly code: string }, date: string): Promise<void> {
    const world = this.#world
    const request = this.#requestOf(wish.plan)
    const { body } = await world.api.call<DecisionView>('POST', '/decisions', request, desk)
    if (body.outcome !== 'available' || (body.needs.includes('deposit') && !wish.plan.character.paysDeposit)) return
    this.#standby.set(
      date,
      (this.#standby.get(date) ?? []).filter((other) => other.code !== wish.code),
    )
    world.tally.waiting.add('standby', 'room offered')
    await this.#save(wish.plan, body, undefined, false, wish.code)
  }

  async #change(booking: BookingView, change: NonNullable<GuestPlan['change']>): Promise<void> {
    const world = this.#world
    const { status, body: now } = await world.api.call<BookingView>('GET', `/bookings/${booking.code}`)
    if (status !== 200 || now.status !== 'confirmed') return
    const form = {
      version: now.version,
      ...(change.shiftMinutes !== undefined && {
        start: world.iso(Date.parse(now.start) + change.shiftMinutes * minute),
      }),
      ...(change.partyBy !== undefined && { party: Math.max(1, now.party + change.partyBy) }),
    }
    const answer = await world.api.call<BookingView>('PATCH', `/bookings/${booking.code}`, form, desk)
    world.tally.flows.add('change', answer.status === 200 ? 'changed' : 'kept as it was')
  }

  async #arrive(plan: GuestPlan, booking: BookingView, tries = arrivalTries): Promise<void> {
    const world = this.#world
    const { status, body } = await world.api.call<StayView & ErrorBody>(
      'POST',
      `/bookings/${booking.code}/arrive`,
      {},
      floor,
    )
    if (status < 300) {
      world.tally.arrivals.add('booked', tries === arrivalTries ? 'let in at once' : 'let in after a wait')
      enter(world, body, plan.stay)
      if (booking.promise) this.#waitingRoom.promised()
      return
    }
    if (body.error?.code === 'ROOM_TAKEN' && tries > 1) {
      world.agenda.add(world.later(world.now + 10 * minute), 'arrive', () => this.#arrive(plan, booking, tries - 1))
      return
    }
    const late =
      world.now > Date.parse(booking.start) + world.venue.policy.grace.standard * minute && tries === arrivalTries
    world.tally.arrivals.add('booked', `${late ? 'late, ' : ''}turned away: ${body.error?.code ?? status}`)
    world.tally.remark(`turned away ${world.iso(world.now)} ${JSON.stringify(booking)} ${JSON.stringify(body)}`)
  }
}

const outcomeOf = (status: string): string => (status === 'confirmed' ? 'booked' : status)

import { minute } from '#shared/domain/time/span.ts'
import type { ErrorBody } from './api-client.ts'
import { acceptable } from './caller.ts'
import type { WalkInPlan } from './guest-plan.ts'
import { enter } from './party-inside.ts'
import type { DecisionView, OfferView, StayView, WaitView } from './views.ts'
import type { WaitingRoom } from './waiting-room.ts'
import { desk, floor, type World } from './world.ts'

/** A party from the street asks for a room now: takes one, what is offered instead, a number, or goes. */
export async function walkIn(world: World, waitingRoom: WaitingRoom, plan: WalkInPlan): Promise<void> {
  const form = {
    party: plan.party,
    ...(plan.minutes !== undefined && { minutes: plan.minutes }),
    name: plan.name,
    phone: plan.phone,
  }
  const first = await world.api.call<StayView & ErrorBody>('POST', '/stays', form, floor)
  if (first.status === 201) {
    world.tally.walkIns.add('walk-in', 'let in')
    enter(world, first.body, plan.stay)
    return
  }
  const decision = first.body.error?.details?.decision as DecisionView | undefined
  if (decision?.reason) world.tally.reasons.add(decision.reason, `walk-in: ${decision.outcome}`)
  const offer = decision && acceptable(decision.offers, plan.character)
  if (offer?.kind === 'waitlist') return wait(world, waitingRoom, plan)
  if (offer && (await takeOffer(world, waitingRoom, plan, form, offer))) return
  world.tally.walkIns.add('walk-in', offer ? 'offer was gone' : decision?.offers.length ? 'went elsewhere' : 'refused')
  const request = {
    party: plan.party,
    start: world.iso(Math.floor(world.now / minute) * minute),
    ...(plan.minutes !== undefined && { minutes: plan.minutes }),
    channel: 'walkIn',
  }
  await world.api.call('POST', '/refusals', { request, kind: decision?.offers.length ? 'regret' : 'denial' }, desk)
}

async function takeOffer(
  world: World,
  waitingRoom: WaitingRoom,
  plan: WalkInPlan,
  form: object,
  offer: OfferView,
): Promise<boolean> {
  const taken = await world.api.call<StayView>(
    'POST',
    '/stays',
    {
      ...form,
      offerId: offer.offerId,
      ...(offer.needs.includes('transferConsent') && { transferConsent: plan.character.wouldMove }),
      ...(offer.needs.includes('headCount') && { headCount: plan.party }),
    },
    floor,
  )
  if (taken.status !== 201) return false
  world.tally.walkIns.add('walk-in', 'offer taken')
  world.tally.offersTaken.add(offer.kind, 'taken by walk-in')
  enter(world, taken.body, plan.stay)
  if (taken.body.promise) waitingRoom.promised()
  return true
}

async function wait(world: World, waitingRoom: WaitingRoom, plan: WalkInPlan): Promise<void> {
  const { status, body } = await world.api.call<WaitView>(
    'POST',
    '/waitlist',
    {
      party: plan.party,
      ...(plan.minutes !== undefined && { minutes: plan.minutes }),
      name: plan.name,
      phone: plan.phone,
    },
    desk,
  )
  world.tally.walkIns.add('walk-in', status === 201 ? 'waits' : 'could not wait')
  if (status === 201) waitingRoom.join(body, plan.stay)
}

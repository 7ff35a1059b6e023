import { typeOf } from '#shared/domain/room/room-type.ts'
import { businessDateOf } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { StayPlan } from './guest-plan.ts'
import type { BoardView, StayView } from './views.ts'
import { floor, type World } from './world.ts'

const extensionLead = 20
const moveAfter = 40

export const roomsOf = (stay: StayView): string[] =>
  stay.segments.filter((segment) => segment.end === undefined).map((segment) => segment.roomNo)

/** A party has been let in: from here on it pays, leaves, asks for more time or another room. */
export function enter(world: World, stay: StayView, plan: StayPlan): void {
  world.uses.enter(stay.id, roomsOf(stay), world.now)
  const plannedEnd = Date.parse(stay.plannedEnd)
  scheduleEnd(world, stay, plan)
  // Who means to leave early does not ask for more.
  if (plan.asksForMinutes !== undefined && plan.settlesAfter > -extensionLead)
    world.agenda.add(world.later(plannedEnd - extensionLead * minute), 'move', () => extend(world, stay, plan))
  if (plan.movesToType !== undefined && roomsOf(stay).length === 1)
    world.agenda.add(world.later(world.now + moveAfter * minute), 'move', () => moveByWish(world, stay, plan))
}

function scheduleEnd(world: World, stay: StayView, plan: StayPlan): void {
  const at = world.later(Math.max(Date.parse(stay.plannedEnd) + plan.settlesAfter * minute, world.now + 20 * minute))
  world.agenda.add(at, 'settle', () => settle(world, stay, plan))
}

/** Stays whose end has been put off: the earlier appointment to settle is void. */
const extended = new WeakMap<StayView, StayView>()

async function settle(world: World, stay: StayView, plan: StayPlan): Promise<void> {
  if (extended.has(stay)) return
  const { status } = await world.api.call('POST', `/stays/${stay.id}/settle`, {}, floor)
  world.tally.stays.add('settled', status === 200 ? 'done' : 'refused')
  world.agenda.add(world.later(world.now + plan.leavesAfterSettling * minute), 'leave', () => leave(world, stay, plan))
}

async function leave(world: World, stay: StayView, plan: StayPlan): Promise<void> {
  const { status, body } = await world.api.call<StayView>('POST', `/stays/${stay.id}/leave`, {}, floor)
  world.tally.stays.add('left', status === 200 ? 'done' : 'refused')
  if (status !== 200) return
  world.uses.leave(stay.id, world.now)
  if (plan.cleanedAfter === undefined) return
  const last = body.segments.at(-1)
  if (!last) return
  const minutes = Math.ceil((typeOf(world.venue, last.typeCode)?.cleaningMinutes ?? 10) * plan.cleanedAfter)
  world.agenda.add(world.later(world.now + minutes * minute), 'cleaned', async () => {
    const cleaned = await world.api.call('POST', `/rooms/${last.roomNo}/cleaned`, {}, floor)
    world.tally.stays.add('reported clean', cleaned.status === 200 ? 'done' : 'refused')
  })
}

async function extend(world: World, stay: StayView, plan: StayPlan): Promise<void> {
  const { status, body } = await world.api.call<StayView>(
    'POST',
    `/stays/${stay.id}/extend`,
    { minutes: plan.asksForMinutes },
    floor,
  )
  world.tally.stays.add('extension', status === 200 ? 'done' : 'refused')
  if (status !== 200) return
  extended.set(stay, body)
  scheduleEnd(world, body, plan)
}

// The hotel gave this guest another type of room: the party asks for one of that type, at its own price.
async function moveByWish(world: World, stay: StayView, plan: StayPlan): Promise<void> {
  const date = businessDateOf(world.now, calendarOf(world.venue))
  const { body } = await world.api.call<BoardView>('GET', `/board?date=${date}`)
  const free = body.rooms?.find((room) => room.typeCode === plan.movesToType && room.state === 'free')
  if (!free) {
    world.tally.stays.add('move by wish', 'no room')
    return
  }
  await transfer(world, stay.id, free.roomNo, 'guest', 'recalculate', 'move by wish')
}

/** Moves a party; answers whether it went. */
export async function transfer(
  world: World,
  stayId: string,
  roomNo: string,
  reason: 'guest' | 'promise',
  charge: 'keep' | 'recalculate',
  row: string,
): Promise<boolean> {
  const { status, body } = await world.api.call<StayView>(
    'POST',
    `/stays/${stayId}/transfer`,
    { roomNo, reason, charge },
    floor,
  )
  world.tally.stays.add(row, status === 200 ? 'done' : reason === 'promise' ? 'room not ready yet' : 'refused')
  if (status !== 200) return false
  world.uses.move(stayId, roomsOf(body), world.now)
  return true
}

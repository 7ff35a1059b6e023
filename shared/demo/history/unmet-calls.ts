import type { FlowNo, OfferKind } from '#shared/domain/booking/decision.ts'
import type { Evening } from './evening.ts'
import type { HistoryBooking } from './history-day.ts'
import type { WaitingList } from './waiting.ts'
import type { Call } from './wishes.ts'

/** What becomes of a call for which there is no room. */

/** Wishes for days that are full: nobody could meet them, and they ended with their day (booking.md §5). */
export function keepWish(evening: Evening, call: Call, wish: 'standby' | 'advance'): void {
  const { house } = evening
  const end = call.start + call.minutes
  const party = evening.addParty({
    guest: call.guest,
    tier: call.tier,
    party: call.party,
    source: call.online ? 'online' : 'phone',
    flow: wish === 'advance' ? '07' : '05',
    requestedTypeCode: call.type.code,
  })
  party.booking = {
    ...wishRow(call, wish, end, house.price(call.type.code, call.start, end)),
    status: 'cancelled',
    cancelledAt: house.length,
    cancelReason: 'noRoom',
  }
}

const wishRow = (call: Call, wish: 'waiting' | 'standby' | 'advance', end: number, quoteTotal: number) => ({
  channel: call.online ? ('online' as const) : ('phone' as const),
  wish,
  typeCode: call.type.code,
  roomNos: [],
  specified: false,
  start: call.start,
  end,
  askedAt: call.askedAt,
  holdUntil: undefined,
  offerKind: wish === 'waiting' ? ('waitlist' as const) : wish,
  internal: false,
  quoteTotal,
})

/** A caller of today gets a number and comes by; his booking waits with him. */
export function waitForRoom(evening: Evening, list: WaitingList, call: Call): void {
  const { house } = evening
  const end = call.start + call.minutes
  const party = evening.addParty({
    guest: call.guest,
    tier: call.tier,
    party: call.party,
    source: call.online ? 'online' : 'phone',
    flow: '02',
    requestedTypeCode: call.type.code,
  })
  const booking: HistoryBooking = {
    ...wishRow(call, 'waiting', end, house.price(call.type.code, call.start, end)),
    status: 'cancelled',
  }
  party.booking = booking
  list.join(
    {
      party,
      type: call.type,
      from: call.start,
      minutes: call.minutes,
      character: call.character,
      priority: call.tier === undefined ? 'normal' : 'vip',
      onGone(now, why) {
        booking.cancelledAt = now
        booking.cancelReason = why === 'left' ? 'guest' : 'noRoom'
      },
      onSeated(now, roomNo) {
        booking.status = 'done'
        booking.roomNos = [roomNo]
        booking.arrivedAt = now
      },
    },
    call.askedAt,
  )
}

/** Went without: by his own choice when something else was possible (regret), else for want of a room (denial). */
export function refuse(evening: Evening, call: Call, best: { readonly kind?: OfferKind } | undefined): void {
  const { type, start, minutes, party, askedAt: at, online } = call
  const end = start + minutes
  const reason = evening.reasonFor(type, start, end, at)
  const flow: FlowNo =
    best?.kind === 'largerType'
      ? '10'
      : best?.kind === 'smallerType'
        ? '11'
        : best?.kind === 'twoRooms'
          ? '08'
          : at >= 0
            ? '02'
            : '05'
  const own = best?.kind === 'otherTime' ? 'time' : best?.kind === 'largerType' ? 'price' : 'size'
  evening.refuse({
    at,
    kind: best ? 'regret' : 'denial',
    reason: best ? (evening.draw.chance(0.25) ? 'undecided' : own) : reason,
    flow,
    typeCode: type.code,
    party,
    start,
    minutes,
    channel: online ? 'online' : 'phone',
  })
}

/** Before opening, longer than a session may be, or barred: nothing a free room would help. */
export function refuseOddWish(evening: Evening, call: Call): void {
  const { type, party, askedAt: at, online } = call
  const kind = evening.draw.pick(['CLOSED', 'CLOSED', 'DURATION', 'CUSTOMER_BLOCKED'] as const)
  evening.refuse({
    at,
    kind: 'denial',
    reason: kind,
    flow: at >= 0 ? '02' : '05',
    typeCode: type.code,
    party,
    start: kind === 'CLOSED' ? Math.max(0, evening.house.open - 90) : call.start,
    minutes: kind === 'DURATION' ? 480 : call.minutes,
    channel: online ? 'online' : 'phone',
  })
}

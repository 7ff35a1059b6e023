import { createDraw } from '#shared/demo/history/draw.ts'
import { decide } from '#shared/domain/booking/decide.ts'
import type { BookingRequest } from '#shared/domain/booking/request.ts'
import { instantAt } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'
import { fullSaturday, saturday } from './full-saturday.ts'
import { type Timing, time } from './measure.ts'

/** Wishes for the full Saturday: every size, most in the evening, some by type, some by room, some short. */
export function saturdayWishes(venue: Venue, count: number, seed = 11): BookingRequest[] {
  const draw = createDraw(seed)
  const calendar = calendarOf(venue)
  return Array.from({ length: count }, (): BookingRequest => {
    const quarter = draw.chance(0.8) ? 18 * 4 + draw.below(20) : 12 * 4 + draw.below(60)
    const start = instantAt(saturday, quarter * 15, calendar)
    const party = draw.pick([2, 2, 3, 4, 4, 6, 8, 12, 14, 20, 28, 40, 60])
    return {
      party,
      start,
      channel: 'phone',
      ...(draw.chance(0.2) ? { minutes: draw.pick([120, 150, 240, 300]) } : {}),
      ...(draw.chance(0.2) ? { typeCode: draw.pick(venue.types).code } : {}),
      ...(draw.chance(0.1) ? { roomNo: draw.pick(venue.rooms).roomNo } : {}),
    }
  })
}

export interface DecisionTiming extends Timing {
  readonly rooms: number
  readonly bookings: number
  readonly meanOffers: number
  readonly refusedShare: number
}

/** The decision alone, offers included, on a Saturday without a free room worth the name. */
export function timePureDecision(venue: Venue, count: number): DecisionTiming {
  const { snapshot, now, bookings } = fullSaturday(venue)
  const wishes = saturdayWishes(venue, 997)
  let offers = 0
  let notAvailable = 0
  let asked = 0
  // A new minute each time, as at a desk: nothing that is remembered for one instant helps the next.
  const timing = time({ count, warmUp: 2000 }, (round) => {
    const decision = decide(wishes[round % wishes.length] as BookingRequest, snapshot, now + (round % 240) * minute)
    offers += decision.offers.length
    notAvailable += decision.outcome === 'available' ? 0 : 1
    asked += 1
  })
  return {
    ...timing,
    rooms: venue.rooms.length,
    bookings,
    meanOffers: offers / asked,
    refusedShare: notAvailable / asked,
  }
}

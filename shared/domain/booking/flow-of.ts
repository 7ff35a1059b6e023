import { typeOf } from '../room/room-type.ts'
import { venueIndex } from '../room/venue-index.ts'
import { minute } from '../time/span.ts'
import { type Ask, type Context, dateOf, daysAhead, sessionMinOn } from './ask.ts'
import type { FlowNo } from './decision.ts'
import { roomsFor, type Verdict } from './judge.ts'

/** True when the party arrives within the hour, or stays less than the usual minimum (flow 13). */
export function isShortNoticeOrSession(ask: Ask, context: Context): boolean {
  if (ask.channel === 'walkIn') return false
  const { shortNoticeMinutes } = context.venue.policy
  const soon = ask.start <= context.now + shortNoticeMinutes * minute
  return soon || ask.minutes < sessionMinOn(dateOf(ask.start, context), context.venue)
}

/** The flow of the manual an answer belongs to: the first that fits (booking.md §3, Which flow). */
export function flowOf(ask: Ask, verdict: Verdict, context: Context): FlowNo {
  const ahead = daysAhead(ask.start, context)
  const today = ahead === 0
  if (ahead > context.venue.policy.bookingWindowDays) return '07'
  if (ask.roomNo !== undefined) return today ? '03' : '06'
  if (isShortNoticeOrSession(ask, context)) return '13'
  if (verdict.ok) return today ? '01' : '04'
  if (verdict.check === 9) {
    const sized = sizeFlow(ask, verdict.typeCode, context)
    if (sized) return sized
  }
  return today ? '02' : '05'
}

// Flows 08–11: the type is full and another would do, seats apart.
function sizeFlow(ask: Ask, typeCode: string, context: Context): FlowNo | undefined {
  const wanted = typeOf(context.venue, typeCode)
  if (!wanted) return undefined
  const wouldGet = (code: string) => roomsFor({ ...ask, typeCode: code, seatsApart: true }, context) !== undefined
  const types = venueIndex(context.venue).typesByRank
  const lower = types.filter((type) => type.rank < wanted.rank && wouldGet(type.code))
  if (wanted.rank >= context.venue.policy.largeRank && lower.length > 0) return ask.queueJump ? '09' : '08'
  if (lower.some((type) => type.maxSeats >= ask.party)) return '11'
  return types.some((type) => type.rank > wanted.rank && wouldGet(type.code)) ? '10' : undefined
}

import { callsAbout, type HistoryCall } from '#shared/demo/history/call-log.ts'
import { commentsOn, type HistoryComment } from '#shared/demo/history/comment-cards.ts'
import type { CouponPlans } from '#shared/demo/history/coupon-plan.ts'
import { createDraw, seedOf } from '#shared/demo/history/draw.ts'
import type { HistoryDay, HistoryParty } from '#shared/demo/history/history-day.ts'
import { roomOf } from '#shared/domain/room/room-type.ts'
import { type BusinessDate, businessDateOf } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import { venueId } from '../store/schema.ts'
import { codesOf, customerIdOf, desks, idOf, type Put, type RowContext, stayIdOf, supervisor } from './history-rows.ts'

/** What the guests of a day leave behind is written with. */
interface GuestContext extends RowContext {
  readonly seed: number
  readonly since: BusinessDate
  readonly until: BusinessDate
  readonly coupons: CouponPlans
}

/** Writes the comment cards of a day, the calls about it and what happened to coupons on it. */
export function putGuestDay(day: HistoryDay, context: GuestContext, put: Put): void {
  const byNumber = new Map(day.parties.map((party) => [party.number, party]))
  const rooms = context.venue.rooms.length
  for (const [number, comment] of commentsOn(day, { ...context, rooms }).entries()) {
    const party = byNumber.get(comment.party)
    if (party?.stay) putComment(day, party, comment, number, context, put)
  }
  const codes = codesOf(day, context.bookings)
  for (const [number, call] of callsAbout(day, context).entries())
    putCall(day, call, number, (call.party && codes.get(call.party)) ?? null, context, put)
  putCoupons(day, context, put)
}

function putComment(
  day: HistoryDay,
  party: HistoryParty,
  comment: HistoryComment,
  number: number,
  { venue }: GuestContext,
  put: Put,
): void {
  const [segment] = party.stay?.segments ?? []
  if (!segment || !party.stay) return
  const { decided, proposal } = comment
  put('comment_card', {
    venue_id: venueId,
    id: idOf('hm', day.date, number),
    business_date: day.date,
    at: day.dayStart + party.stay.openedAt * minute,
    room_no: segment.roomNo,
    type_code: segment.typeCode,
    floor: roomOf(venue, segment.roomNo)?.floor ?? null,
    stay_id: stayIdOf(day.date, party),
    service: comment.scores.service,
    food: comment.scores.food,
    sound: comment.scores.sound,
    environment: comment.scores.environment,
    price: comment.scores.price,
    words: comment.words,
    contact: comment.contact,
    phone: comment.phone,
    proposal,
    proposal_by: decided ? supervisor : null,
    proposal_at: decided ? day.dayStart + decided.at * minute : null,
    proposal_note: decided?.note || null,
    active: 1,
    created_at: day.dayStart + comment.enteredAt * minute,
    created_by: desks[number % 3 === 0 ? 1 : 0],
    version: decided ? 2 : 1,
  })
}

const second = 1_000

function putCall(
  day: HistoryDay,
  call: HistoryCall,
  number: number,
  code: string | null,
  { venue, guest }: GuestContext,
  put: Put,
): void {
  const startedAt = day.dayStart + call.at * second
  const own = call.party?.guest
  const person = own === undefined ? undefined : guest(own)
  const phone = person?.phone ?? call.phone
  const answeredAt = call.state === 'ended' ? startedAt + call.rang * second : null
  const by = desks[call.desk === 0 ? 0 : 1]
  const isWithin = call.at >= 0 && call.at < day.length * 60
  put('call', {
    venue_id: venueId,
    id: idOf('ht', day.date, number),
    line: null,
    call_ref: null,
    direction: 'in',
    number: phone,
    withheld: phone === null ? 1 : 0,
    state: call.state,
    source: 'hand',
    business_date: isWithin ? day.date : businessDateOf(startedAt, calendarOf(venue)),
    started_at: startedAt,
    answered_at: answeredAt,
    ended_at: startedAt + (call.rang + call.talked) * second,
    answered_by: answeredAt === null ? null : by,
    kind: call.kind,
    flow: call.flow,
    outcome: call.outcome,
    customer_id: own === undefined ? null : customerIdOf(own),
    name: person?.name ?? null,
    booking_code: call.kind === null ? null : code,
    notes: null,
    created_by: by,
    version: 1,
  })
}

const batchId = (key: string): string => `hn${key}`
const moveId = (key: string, number: number): string => `hn${key}-${number.toString(36).padStart(2, '0')}`

function putCoupons(day: HistoryDay, { coupons, seed }: GuestContext, put: Put): void {
  const { batches, moves, redemptions } = coupons.on(day.date)
  const instant = (minutes: number) => day.dayStart + minutes * minute
  for (const batch of batches)
    put('coupon_batch', {
      venue_id: venueId,
      id: batchId(batch.key),
      kind: batch.kind,
      prefix: batch.prefix,
      width: batch.width,
      serial_from: batch.from,
      serial_to: batch.to,
      value: batch.value,
      valid_from: batch.validFrom,
      valid_until: batch.validUntil,
      printed_on: day.date,
      note: null,
      business_date: day.date,
      created_at: instant(360),
      created_by: supervisor,
    })
  for (const { batch, number, act, from, to, minute: at, by, ...more } of moves)
    put('coupon_move', {
      venue_id: venueId,
      id: moveId(batch.key, number),
      batch_id: batchId(batch.key),
      kind: act,
      serial_from: from,
      serial_to: to,
      business_date: day.date,
      at: instant(at),
      by,
      stage: more.stage,
      stamp: more.stamp,
      person: more.person,
      customer_id: null,
      channel: more.channel,
      reason: more.reason,
      approved_by: act === 'void' ? supervisor : null,
    })
  const parties = day.parties.filter((party) => party.stay !== undefined)
  if (parties.length === 0) return
  const draw = createDraw(seedOf('redeem', seed, day.date))
  for (const { batch, serial, hand } of redemptions) {
    const party = draw.pick(parties)
    const { openedAt = 0, settledAt = 0 } = party.stay ?? {}
    put('coupon_redemption', {
      venue_id: venueId,
      batch_id: batchId(batch.key),
      serial,
      hand_id: moveId(batch.key, hand),
      stay_id: stayIdOf(day.date, party),
      business_date: day.date,
      // With the bill, unless that is written on the next morning.
      at: instant(settledAt < day.length ? settledAt : openedAt),
      by: desks[draw.below(2) === 0 ? 0 : 1],
    })
  }
}

import { businessDaySpan } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import { minute } from '#shared/domain/time/span.ts'
import { expireWaitlist } from '../commands/expire-waitlist.ts'
import { expireWish } from '../commands/expire-wish.ts'
import { moveAside } from '../commands/move-aside.ts'
import { releaseBooking } from '../commands/release-booking.ts'
import type { Core, DueWork } from '../core.ts'
import { bookingsInTheWay } from '../queries/outstaying.ts'
import { venueId } from '../store/schema.ts'
import { closings, corrections } from './close-due.ts'
import { act, type Due } from './due.ts'
import { cardExpiries } from './expire-due.ts'

/**
 * Does what has fallen due by the clock, in the order in which it fell due: releases at `holdUntil`, calls from the
 * waiting list run out, days that ended, bookings moved out of the way of parties that stay on, days closed, cards at
 * their end. It catches up with whatever time has passed, and does nothing when called again.
 */
export async function runDue(core: Core): Promise<DueWork> {
  const now = core.clock.now()
  const counts = { released: 0, expired: 0 }
  const given = new Set<string>()
  for (;;) {
    const [next, second] = (await dueBy(core, now, given.size + 1))
      .filter((due) => !given.has(due.name))
      .sort((a, b) => a.at - b.at)
    if (!next) return counts
    const did = await next.run(second?.at ?? Number.POSITIVE_INFINITY)
    if (!did) given.add(next.name)
    else if (next.counts) counts[next.counts] += 1
  }
}

// `most`: enough of each kind to reach past what could not be done.
async function dueBy(core: Core, now: number, most: number): Promise<Due[]> {
  return [
    ...(await releases(core, now, most)),
    ...(await callsRunOut(core, now, most)),
    ...(await endedDays(core, now, most)),
    ...(await bookingsMovedAside(core, now)),
    ...closings(core, now),
    // After the closings: a card that ends with a day is good for all of it.
    ...(await cardExpiries(core, now)),
    ...(await corrections(core, now)),
  ]
}

async function releases(core: Core, now: number, most: number): Promise<Due[]> {
  const rows = await core.reader
    .selectFrom('booking')
    .select(['code', 'hold_until'])
    .where('venue_id', '=', venueId)
    .where('status', '=', 'confirmed')
    .where('hold_until', '<=', now)
    .orderBy('hold_until')
    .orderBy('code')
    .limit(most)
    .execute()
  return rows.map(({ code, hold_until }) => ({
    at: hold_until ?? now,
    name: `release ${code}`,
    counts: 'released',
    run: () => act(core, releaseBooking, { code }),
  }))
}

async function callsRunOut(core: Core, now: number, most: number): Promise<Due[]> {
  const waits = core.model.venue.at(now).policy.waitlistCallMinutes * minute
  const rows = await core.reader
    .selectFrom('waitlist_entry')
    .select(['id', 'called_at'])
    .where('venue_id', '=', venueId)
    .where('state', '=', 'called')
    .where('called_at', '<=', now - waits)
    .orderBy('called_at')
    .limit(most)
    .execute()
  return rows.map(({ id, called_at }) => {
    const at = (called_at ?? now) + waits
    return { at, name: `call ${id}`, counts: 'expired', run: () => act(core, expireWaitlist, { id, at }) }
  })
}

async function endedDays(core: Core, now: number, most: number): Promise<Due[]> {
  const endOf = (date: string) => businessDaySpan(date, calendarOf(core.model.venue.on(date))).end
  // By instants, not by dates: their index leads to the few that wait, past millions that are over.
  const today = core.model.venue.businessDateOf(now)
  const dayBegan = businessDaySpan(today, calendarOf(core.model.venue.on(today))).start
  const entries = await core.reader
    .selectFrom('waitlist_entry')
    .select(['id', 'business_date'])
    .where('venue_id', '=', venueId)
    .where('state', 'in', ['waiting', 'called'])
    .where('since', '<', dayBegan)
    .limit(most)
    .execute()
  const wishes = await core.reader
    .selectFrom('booking')
    .select(['code', 'business_date'])
    .where('venue_id', '=', venueId)
    .where('status', 'in', ['standby', 'advance', 'waiting'])
    .where('start_at', '<', dayBegan)
    .limit(most)
    .execute()
  return [
    ...entries.map(({ id, business_date }): Due => {
      const at = endOf(business_date)
      return { at, name: `day ${id}`, counts: 'expired', run: () => act(core, expireWaitlist, { id, at }) }
    }),
    ...wishes.map(({ code, business_date }): Due => {
      const at = endOf(business_date)
      return { at, name: `day ${code}`, run: () => act(core, expireWish, { code, at }) }
    }),
  ]
}

async function bookingsMovedAside(core: Core, now: number): Promise<Due[]> {
  const inTheWay = await bookingsInTheWay(core.reader, core, now)
  const command = moveAside(core)
  return inTheWay.map(({ bookingCode, roomNo, since }) => ({
    at: since,
    name: `aside ${bookingCode} ${roomNo}`,
    // Tried as of the minute the way was lost; later, when a room has come free since.
    run: async () =>
      (await act(core, command, { code: bookingCode, roomNo, at: since })) ||
      (await act(core, command, { code: bookingCode, roomNo, at: now })),
  }))
}

import type { z } from 'zod'
import type { waitlistEntry } from '#shared/contract/waitlist.ts'
import { maskPhone } from '#shared/domain/customer/phone.ts'
import { minute } from '#shared/domain/time/span.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import type { WaitlistEntryTable } from '../store/schema.ts'

export type WaitlistView = z.output<typeof waitlistEntry>

/** A waiting party as outside programs see it. */
export function waitlistView(row: WaitlistEntryTable, zone: string, now: number, matchedRoomNo?: string): WaitlistView {
  const until = row.seated_at ?? row.closed_at ?? now
  return {
    id: row.id,
    number: row.number,
    typeCode: row.type_code,
    party: row.party,
    ...(row.minutes !== null && { minutes: row.minutes }),
    ...(row.name !== null && { name: row.name }),
    ...(row.phone !== null && { phone: maskPhone(row.phone) }),
    ...(row.booking_code !== null && { bookingCode: row.booking_code }),
    state: row.state,
    priority: row.priority,
    quotedMinutes: row.quoted_minutes,
    p90Minutes: row.p90_minutes,
    since: isoIn(row.since, zone),
    ...(row.called_at !== null && { calledAt: isoIn(row.called_at, zone) }),
    ...(matchedRoomNo !== undefined && { matchedRoomNo }),
    waitedMinutes: Math.max(0, Math.floor((until - row.since) / minute)),
  }
}

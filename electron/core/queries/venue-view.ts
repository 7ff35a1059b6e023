import type { z } from 'zod'
import type { venueContract, venueView as venueShape } from '#shared/contract/venue.ts'
import { businessDateOf } from '#shared/domain/time/business-day.ts'
import { calendarOf, openingSpan } from '#shared/domain/time/opening-hours.ts'
import { isoIn } from '#shared/domain/time/zone.ts'
import type { Policy } from '#shared/domain/venue/policy.ts'
import type { LiveModel } from '../store/live-model.ts'
import { type PolicyVersionTable, venueId } from '../store/schema.ts'
import type { Reader } from '../store/tx.ts'

export type VenueView = z.output<typeof venueShape>
export type PolicyVersionView = z.output<(typeof venueContract)['savePolicy']['~orpc']['outputSchema'] & z.ZodType>
type StaffList = z.output<(typeof venueContract)['staff']['~orpc']['outputSchema'] & z.ZodType>

// The domain's types are read-only all the way down, the contract's are not: a copy is both.
const copyOfPolicy = (policy: Policy): VenueView['policy'] => structuredClone(policy) as VenueView['policy']

/** The venue as it stands on the business day of `now`. */
export function venueView(model: LiveModel, now: number): VenueView {
  const venue = model.venue.at(now)
  const date = businessDateOf(now, calendarOf(venue))
  const open = openingSpan(date, venue)
  return {
    name: venue.name,
    timeZone: venue.timeZone,
    types: venue.types.map((type) => ({ ...type })),
    rooms: venue.rooms.map((room) => ({
      ...room,
      features: [...room.features],
      neighbours: [...room.neighbours],
    })),
    policy: copyOfPolicy(venue.policy),
    policyVersion: model.venue.policyVersionOn(date),
    openingHours: {
      open: open ? isoIn(open.start, venue.timeZone) : null,
      close: open ? isoIn(open.end, venue.timeZone) : null,
      businessDate: date,
    },
  }
}

/** One version of the rules as outside programs see it. */
export const policyVersionView = (row: PolicyVersionTable, zone: string): PolicyVersionView => ({
  version: row.version,
  effectiveFrom: row.effective_from,
  policy: JSON.parse(row.policy) as PolicyVersionView['policy'],
  createdAt: isoIn(row.created_at, zone),
  createdBy: row.created_by,
})

/** All versions of the rules, the latest first. */
export async function listPolicies(read: Reader, zone: string): Promise<{ items: PolicyVersionView[] }> {
  const rows = await read
    .selectFrom('policy_version')
    .selectAll()
    .where('venue_id', '=', venueId)
    .orderBy('version', 'desc')
    .execute()
  return { items: rows.map((row) => policyVersionView(row, zone)) }
}

/** Everybody who may sign in, or might once. */
export async function listStaff(read: Reader): Promise<StaffList> {
  const rows = await read
    .selectFrom('staff')
    .select(['staff_no', 'name', 'role', 'active'])
    .where('venue_id', '=', venueId)
    .orderBy('staff_no')
    .execute()
  return {
    items: rows.map((row) => ({ staffNo: row.staff_no, name: row.name, role: row.role, active: row.active === 1 })),
  }
}

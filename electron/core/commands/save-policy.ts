import type { Policy } from '#shared/domain/venue/policy.ts'
import { type PolicyVersionView, policyVersionView } from '../queries/venue-view.ts'
import { venueId } from '../store/schema.ts'
import { type Command, done } from '../store/tx.ts'
import type { Desk } from './desk.ts'
import { invalid } from './read-request.ts'

export interface PolicyInput {
  readonly effectiveFrom: string
  readonly policy: Policy
}

/** New rules from a business date on; what was booked before keeps its own (booking.md, head). */
export const savePolicy = (desk: Desk): Command<PolicyInput, PolicyVersionView> => ({
  name: 'venue.savePolicy',
  async run(tx, input) {
    const today = desk.model.venue.businessDateOf(tx.now)
    if (input.effectiveFrom < today) return invalid('effectiveFrom', 'in the past')
    const last = await tx.read
      .selectFrom('policy_version')
      .select('version')
      .where('venue_id', '=', venueId)
      .orderBy('version', 'desc')
      .executeTakeFirst()
    const row = {
      version: (last?.version ?? 0) + 1,
      effective_from: input.effectiveFrom,
      policy: JSON.stringify(input.policy),
      created_at: tx.now,
      created_by: tx.actor.staffNo,
    }
    await tx.insert('policy_version', row)
    const view = policyVersionView({ ...row, venue_id: venueId }, desk.model.venue.timeZone)
    return done(view, ['venue', `date:${input.effectiveFrom}`])
  },
})

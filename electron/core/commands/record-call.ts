import type { z } from 'zod'
import type { callContract } from '#shared/contract/call.ts'
import { mayFollow } from '#shared/domain/calls/call.ts'
import { phoneKey } from '#shared/domain/customer/phone.ts'
import { type CallView, callRow, callView } from '../queries/call-view.ts'
import { venueId } from '../store/schema.ts'
import { type Command, done, refuse } from '../store/tx.ts'
import { customerByPhone } from './customer-file.ts'
import type { Desk } from './desk.ts'
import { invalid } from './read-request.ts'

type RecordInput = z.output<(typeof callContract)['record']['~orpc']['inputSchema'] & z.ZodType>
type ChangeInput = z.output<(typeof callContract)['change']['~orpc']['inputSchema'] & z.ZodType>

const wrapUpOf = (input: Pick<RecordInput, 'kind' | 'flow' | 'outcome' | 'name' | 'bookingCode' | 'notes'>) => ({
  ...(input.kind !== undefined && { kind: input.kind }),
  ...(input.flow !== undefined && { flow: input.flow }),
  ...(input.outcome !== undefined && { outcome: input.outcome || null }),
  ...(input.name !== undefined && { name: input.name }),
  ...(input.bookingCode !== undefined && { booking_code: input.bookingCode }),
  ...(input.notes !== undefined && { notes: input.notes || null }),
})

/** Notes a call by hand (calls.md §1): as it rings, or once it is over. Refuses with INVALID one that is still to come. */
export const recordCall = (desk: Desk): Command<RecordInput, CallView> => ({
  name: 'call.record',
  async run(tx, input) {
    const startedAt = input.at === undefined ? tx.now : Date.parse(input.at)
    if (startedAt > tx.now) return invalid('at', 'in the future')
    const state = input.state ?? 'answered'
    const number = input.withheld === true || input.number === undefined ? null : phoneKey(input.number)
    const customer = number === null ? undefined : await customerByPhone(tx.read, number)
    const answered = state === 'answered' || state === 'ended'
    const { venue } = desk.model
    const row = {
      id: tx.newId('t'),
      line: input.line ?? null,
      call_ref: null,
      direction: input.direction ?? 'in',
      number,
      withheld: input.withheld === true ? (1 as const) : (0 as const),
      state,
      source: 'hand',
      business_date: venue.businessDateOf(startedAt),
      started_at: startedAt,
      answered_at: answered ? startedAt : null,
      ended_at: state === 'ringing' || state === 'answered' ? null : tx.now,
      answered_by: answered ? tx.actor.staffNo : null,
      kind: null,
      flow: null,
      outcome: null,
      customer_id: customer?.id ?? null,
      name: customer?.name ?? null,
      booking_code: null,
      notes: null,
      ...wrapUpOf(input),
      created_by: tx.actor.staffNo,
      version: 1,
    }
    await tx.insert('call', row)
    return done(callView({ ...row, venue_id: venueId }, venue.timeZone), [`call:${row.id}`])
  },
})

/**
 * What became of a call, and its wrap-up. Refuses with VERSION when it has changed since it was read, STATE when it can
 * go no further that way.
 */
export const changeCall = (desk: Desk): Command<ChangeInput, CallView> => ({
  name: 'call.change',
  async run(tx, input) {
    const row = await callRow(tx.read, input.id)
    if (!row) return refuse('NOT_FOUND')
    const zone = desk.model.venue.timeZone
    if (input.version !== undefined && input.version !== row.version)
      return refuse('VERSION', { current: callView(row, zone) })
    const state = input.state ?? row.state
    if (!mayFollow(row.state, state)) return refuse('STATE', { state: row.state })
    const answers = state === 'answered' && row.answered_at === null
    const ends = state !== row.state && state !== 'answered'
    const changed = await tx.update(
      'call',
      { id: row.id },
      {
        state,
        ...(answers && { answered_at: tx.now, answered_by: tx.actor.staffNo }),
        ...(ends && { ended_at: tx.now }),
        ...wrapUpOf(input),
        version: row.version + 1,
      },
    )
    return done(callView(changed, zone), [`call:${row.id}`])
  },
})

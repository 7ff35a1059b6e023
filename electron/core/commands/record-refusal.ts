import type { z } from 'zod'
import type { refusalContract } from '#shared/contract/waitlist.ts'
import { decide } from '#shared/domain/booking/decide.ts'
import { phoneKey } from '#shared/domain/customer/phone.ts'
import { minute } from '#shared/domain/time/span.ts'
import { type RefusalView, refusalView } from '../queries/list-refusals.ts'
import { venueId } from '../store/schema.ts'
import { type Command, done } from '../store/tx.ts'
import type { Desk } from './desk.ts'
import { readRequest } from './read-request.ts'

export type RefusalInput = z.output<(typeof refusalContract)['record']['~orpc']['inputSchema'] & z.ZodType>

/** Notes a caller who went without a booking (flows 02, 05): refused by us, or his own no. */
export const recordRefusal = (desk: Desk): Command<RefusalInput, RefusalView> => ({
  name: 'refusal.record',
  async run(tx, input) {
    const read = await readRequest(desk, tx.read, input.request, tx, { callerPhone: input.phone, path: 'request.' })
    if (!read.ok) return read
    const { request, snapshot } = read.result
    const decision = decide(request, snapshot, tx.now)
    const phone = input.phone ?? input.request.phone
    const row = {
      id: tx.newId('r'),
      at: tx.now,
      kind: input.kind,
      // What was possible and not wanted has no reason of the engine's.
      reason: input.reason ?? decision.reason ?? 'undecided',
      flow: decision.flow,
      type_code: decision.typeCode,
      party: request.party,
      start_at: decision.start,
      minutes: Math.round((decision.end - decision.start) / minute),
      channel: request.channel,
      name: input.name ?? null,
      phone: phone === undefined ? null : phoneKey(phone),
      note: input.note ?? null,
      created_by: tx.actor.staffNo,
    }
    await tx.insert('refusal', row)
    return done(refusalView({ ...row, venue_id: venueId }, snapshot.venue.timeZone), [`refusal:${row.id}`])
  },
})

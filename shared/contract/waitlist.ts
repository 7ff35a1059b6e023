import { z } from 'zod'
import { promiseState } from './booking.ts'
import { refusalCodes } from './errors.ts'
import { approval, id, minutes, notes, page, party, personName, phone, typeCode } from './fields.ts'
import { procedure } from './procedure.ts'
import { bookingRequest } from './request.ts'
import { stay } from './stay.ts'

export const waitlistEntry = z.object({
  id: z.string(),
  /** Spoken number by type and day, e.g. S12. */
  number: z.string(),
  typeCode: z.string(),
  party: z.int(),
  minutes: z.int().optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
  bookingCode: z.string().optional(),
  state: z.enum(['waiting', 'called', 'seated', 'left', 'expired']),
  priority: z.enum(['normal', 'vip', 'jump']),
  quotedMinutes: z.int(),
  p90Minutes: z.int(),
  since: z.string(),
  calledAt: z.string().optional(),
  /** A room that is free now and suits the party. */
  matchedRoomNo: z.string().optional(),
  waitedMinutes: z.int().optional(),
  journalSeq: z.int().optional(),
})

export const promise = z.object({
  id: z.string(),
  bookingCode: z.string().optional(),
  stayId: z.string().optional(),
  party: z.int(),
  name: z.string().optional(),
  roomNo: z.string().nullable(),
  fromTypeCode: z.string(),
  toTypeCode: z.string(),
  state: promiseState,
  /** A right-sized room that has settled or is free now: time to ask the guest. */
  roomReady: z.string().optional(),
  createdAt: z.string(),
  closedAt: z.string().optional(),
})

export const queueJump = z.object({
  id: z.string(),
  at: z.string(),
  bookingCode: z.string().optional(),
  waitlistNumber: z.string().optional(),
  approver: z.string(),
  approverName: z.string().optional(),
  requestedBy: z.string(),
  reason: z.string(),
  displaced: z.array(z.object({ number: z.string(), name: z.string().optional(), minutes: z.int() })),
})

export const refusal = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.enum(['denial', 'regret']),
  reason: z.string(),
  flow: z.string(),
  typeCode: z.string(),
  party: z.int(),
  start: z.string(),
  name: z.string().optional(),
  phone: z.string().optional(),
  note: z.string().optional(),
  by: z.string(),
  journalSeq: z.int().optional(),
})

export const waitlistContract = {
  join: procedure
    .route({ method: 'POST', path: '/waitlist', successStatus: 201, summary: '进候位' })
    .input(
      z.strictObject({
        party,
        typeCode: typeCode.optional(),
        minutes: minutes.optional(),
        name: personName.optional(),
        phone: phone.optional(),
        approval: approval.optional(),
      }),
    )
    .output(waitlistEntry),
  list: procedure
    .route({ method: 'GET', path: '/waitlist', summary: '候位' })
    .input(z.strictObject({ state: z.enum(['waiting', 'called', 'seated', 'left', 'expired']).optional(), ...page }))
    .output(z.object({ items: z.array(waitlistEntry), next: z.string().optional() })),
  call: procedure
    .route({ method: 'POST', path: '/waitlist/{id}/call', summary: '叫号' })
    .input(z.strictObject({ id }))
    .output(waitlistEntry),
  seat: procedure
    .route({ method: 'POST', path: '/waitlist/{id}/seat', summary: '入座' })
    .input(z.strictObject({ id, roomNo: z.string().max(12).optional() }))
    .output(stay),
  leave: procedure
    .route({ method: 'POST', path: '/waitlist/{id}/leave', summary: '客人走了' })
    .input(z.strictObject({ id }))
    .output(waitlistEntry),
}

export const promiseContract = {
  list: procedure
    .route({ method: 'GET', path: '/promises', summary: '转包承诺' })
    .input(z.strictObject({ state: promiseState.optional(), ...page }))
    .output(z.object({ items: z.array(promise), keptRate: z.number().nullable(), next: z.string().optional() })),
  decline: procedure
    .route({ method: 'POST', path: '/promises/{id}/decline', summary: '客人不换' })
    .input(z.strictObject({ id }))
    .output(promise),
  queueJumps: procedure
    .route({ method: 'GET', path: '/queue-jumps', summary: '插队记录' })
    .input(z.strictObject({ ...page }))
    .output(z.object({ items: z.array(queueJump), next: z.string().optional() })),
}

export const refusalContract = {
  record: procedure
    .route({ method: 'POST', path: '/refusals', successStatus: 201, summary: '记婉拒' })
    .input(
      z.strictObject({
        request: bookingRequest,
        kind: z.enum(['denial', 'regret']),
        reason: z.union([z.enum(refusalCodes), z.enum(['price', 'time', 'size', 'undecided', 'other'])]).optional(),
        name: personName.optional(),
        phone: phone.optional(),
        note: notes.optional(),
      }),
    )
    .output(refusal),
  list: procedure
    .route({ method: 'GET', path: '/refusals', summary: '婉拒' })
    .input(z.strictObject({ ...page }))
    .output(z.object({ items: z.array(refusal), next: z.string().optional() })),
}

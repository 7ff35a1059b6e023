import { z } from 'zod'
import { promiseBrief } from './booking.ts'
import {
  approval,
  bookingCode,
  cents,
  id,
  minutes,
  party,
  personName,
  phone,
  roomNo,
  text,
  typeCode,
} from './fields.ts'
import { procedure } from './procedure.ts'

export const stay = z.object({
  id: z.string(),
  bookingCode: z.string().optional(),
  party: z.int(),
  name: z.string().optional(),
  state: z.enum(['open', 'settled', 'left']),
  segments: z.array(
    z.object({ roomNo: z.string(), typeCode: z.string(), start: z.string(), end: z.string().optional() }),
  ),
  plannedEnd: z.string(),
  source: z.enum(['phone', 'walkIn', 'waitlist', 'jump', 'internal', 'slip', 'online']),
  promise: promiseBrief.optional(),
  journalSeq: z.int().optional(),
})

export const stayContract = {
  arrive: procedure
    .route({ method: 'POST', path: '/bookings/{code}/arrive', summary: '到店带客' })
    .input(z.strictObject({ code: bookingCode, party: party.optional(), roomNo: roomNo.optional() }))
    .output(stay),
  open: procedure
    .route({ method: 'POST', path: '/stays', successStatus: 201, summary: '现场客开房' })
    .input(
      z.strictObject({
        party,
        minutes: minutes.optional(),
        typeCode: typeCode.optional(),
        roomNo: roomNo.optional(),
        name: personName.optional(),
        phone: phone.optional(),
        offerId: text(200).optional(),
        headCount: party.optional(),
        transferConsent: z.boolean().optional(),
      }),
    )
    .output(stay),
  list: procedure
    .route({ method: 'GET', path: '/stays', summary: '在场的客人' })
    .input(z.strictObject({ state: z.enum(['open', 'settled', 'left']).optional() }))
    .output(z.object({ items: z.array(stay) })),
  extend: procedure
    .route({ method: 'POST', path: '/stays/{id}/extend', summary: '续时' })
    .input(z.strictObject({ id, minutes, approval: approval.optional() }))
    .output(stay),
  /** How long a stay could be extended, and where the next party could go. */
  extension: procedure
    .route({ method: 'GET', path: '/stays/{id}/extension', summary: '最多续到几点' })
    .input(z.strictObject({ id }))
    .output(
      z.object({
        until: z.string(),
        maxMinutes: z.int(),
        next: z
          .object({ bookingCode: z.string().optional(), start: z.string(), rooms: z.array(z.string()) })
          .optional(),
      }),
    ),
  transfer: procedure
    .route({ method: 'POST', path: '/stays/{id}/transfer', summary: '转包' })
    .input(
      z.strictObject({
        id,
        roomNo,
        reason: z.enum(['guest', 'promise', 'fault']),
        charge: z.enum(['keep', 'recalculate', 'waive']),
        approval: approval.optional(),
      }),
    )
    .output(stay),
  settle: procedure
    .route({ method: 'POST', path: '/stays/{id}/settle', summary: '买单' })
    .input(z.strictObject({ id, amount: cents.optional() }))
    .output(stay),
  leave: procedure
    .route({ method: 'POST', path: '/stays/{id}/leave', summary: '离店' })
    .input(z.strictObject({ id }))
    .output(stay),
  cleaned: procedure
    .route({ method: 'POST', path: '/rooms/{roomNo}/cleaned', summary: '清台完毕' })
    .input(z.strictObject({ roomNo }))
    .output(z.object({ roomNo: z.string(), state: z.string(), journalSeq: z.int().optional() })),
}

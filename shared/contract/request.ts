import { z } from 'zod'
import { bookingCode, instant, minutes, party, phone, roomNo, typeCode } from './fields.ts'

/** What the caller wants (api.md, Request). */
export const bookingRequest = z.strictObject({
  party,
  start: instant,
  minutes: minutes.optional(),
  typeCode: typeCode.optional(),
  roomNo: roomNo.optional(),
  phone: phone.optional(),
  channel: z.enum(['phone', 'walkIn', 'online']).optional(),
  asks: z.strictObject({ queueJump: z.literal(true).optional() }).optional(),
  bookingCode: bookingCode.optional(),
})

export type RequestInput = z.input<typeof bookingRequest>

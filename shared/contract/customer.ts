import { z } from 'zod'
import { id, limits, notes, page, personName, phone, reason, text, version } from './fields.ts'
import { procedure } from './procedure.ts'

const vipTier = z.enum(['silver', 'gold'])
const flags = z.array(z.enum(['blocked'])).max(5)
const tags = z.array(text(20).min(1)).max(20)

export const customer = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string().optional(),
  phones: z.array(z.string()),
  vipTier: vipTier.nullable(),
  /** The card the customer holds; the tier follows it. Absent: none, or one that has expired. */
  card: z
    .object({
      cardNo: z.string(),
      tier: vipTier,
      state: z.enum(['active', 'frozen', 'lost']),
      issuedOn: z.string(),
      validUntil: z.string(),
    })
    .optional(),
  flags: z.array(z.string()),
  tags: z.array(z.string()),
  notes: z.string().optional(),
  /** Visits, no-shows in the policy's days, and the last visit: what the desk says at a glance. */
  visits: z.int(),
  noShows: z.int(),
  lastVisit: z.object({ date: z.string(), roomNo: z.string(), typeCode: z.string() }).optional(),
  openBookings: z.array(
    z.object({
      code: z.string(),
      start: z.string(),
      roomNo: z.string().nullable(),
      typeCode: z.string(),
      party: z.int(),
      status: z.string(),
    }),
  ),
  version: z.int(),
  createdAt: z.string(),
  journalSeq: z.int().optional(),
})

const details = {
  title: text(limits.title).optional(),
  vipTier: vipTier.nullable().optional(),
  flags: flags.optional(),
  tags: tags.optional(),
  notes: notes.optional(),
}

export const customerContract = {
  list: procedure
    .route({ method: 'GET', path: '/customers', summary: '客户' })
    .input(z.strictObject({ q: text(limits.search).optional(), phone: text(limits.phone).optional(), ...page }))
    .output(z.object({ items: z.array(customer), next: z.string().optional() })),
  create: procedure
    .route({ method: 'POST', path: '/customers', successStatus: 201, summary: '建客户档案' })
    .input(z.strictObject({ name: personName, phones: z.array(phone).min(1).max(5), ...details }))
    .output(customer),
  find: procedure
    .route({ method: 'GET', path: '/customers/{id}', summary: '客户档案' })
    .input(z.strictObject({ id, unmask: reason.optional() }))
    .output(customer),
  change: procedure
    .route({ method: 'PATCH', path: '/customers/{id}', summary: '改客户档案' })
    .input(
      z.strictObject({
        id,
        version: version.optional(),
        name: personName.optional(),
        phones: z.array(phone).min(1).max(5).optional(),
        ...details,
      }),
    )
    .output(customer),
}

import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { instant, page, text } from './fields.ts'
import { procedure } from './procedure.ts'

export const liveEvent = z.object({
  seq: z.int(),
  at: z.string(),
  /** The command that changed something, e.g. `booking.save`; `holds` for a change of soft holds (seq unchanged). */
  type: z.string(),
  /** What was touched, e.g. `booking:K4-7302`, `room:305`, `date:2026-03-06`. */
  keys: z.array(z.string()),
})

export const journalEntry = z.object({
  seq: z.int(),
  at: z.string(),
  command: z.string(),
  actor: z.string(),
  station: z.string().nullable(),
  input: z.unknown(),
  keys: z.array(z.string()),
  prevHash: z.string(),
  hash: z.string(),
})

export const journalContract = {
  live: procedure
    .route({ method: 'GET', path: '/live/events', summary: '每一次变动，可续接' })
    .input(z.strictObject({ after: z.coerce.number().int().min(0).optional() }))
    .output(eventIterator(liveEvent)),
  undo: procedure
    .route({ method: 'POST', path: '/undo', summary: '撤销刚才那一步' })
    .input(z.strictObject({ seq: z.int().min(1) }))
    .output(z.object({ undone: z.int(), seq: z.int() })),
  audit: procedure
    .route({ method: 'GET', path: '/audit', summary: '操作日志' })
    .input(
      z.strictObject({
        from: instant.optional(),
        to: instant.optional(),
        actor: text(12).optional(),
        entity: text(60).optional(),
        ...page,
      }),
    )
    .output(z.object({ items: z.array(journalEntry), next: z.string().optional() })),
  verify: procedure
    .route({ method: 'GET', path: '/audit/verify', summary: '核对日志的链' })
    .output(z.object({ ok: z.boolean(), entries: z.int(), head: z.string(), brokenAt: z.int().optional() })),
}

import { z } from 'zod'
import { instant, limits, staffNo, text } from './fields.ts'
import { procedure } from './procedure.ts'

export const role = z.enum(['desk', 'floor', 'supervisor', 'manager', 'admin'])
export const staffBrief = z.object({ staffNo: z.string(), name: z.string(), role })

export const sessionContract = {
  open: procedure
    .route({ method: 'POST', path: '/sessions', summary: '登录' })
    .input(z.strictObject({ staffNo, pin: z.string().min(1).max(limits.pin), station: text(40).optional() }))
    .output(z.object({ token: z.string(), staff: staffBrief, expiresAt: z.string() })),
  current: procedure
    .route({ method: 'GET', path: '/sessions/current', summary: '谁在用' })
    .output(z.object({ staff: staffBrief, expiresAt: z.string(), station: z.string() })),
  close: procedure
    .route({ method: 'DELETE', path: '/sessions/current', summary: '退出' })
    .output(z.object({ closed: z.boolean() })),
}

export const healthContract = {
  check: procedure.route({ method: 'GET', path: '/health', summary: '在吗' }).output(
    z.object({
      status: z.literal('ok'),
      now: z.string(),
      businessDate: z.string(),
      mode: z.enum(['live', 'training']),
      version: z.string(),
      /** False until the first-run wizard has made the venue. */
      ready: z.boolean(),
      warnings: z.array(z.string()),
    }),
  ),
  moveClock: procedure
    .route({ method: 'PUT', path: '/training/clock', summary: '拨练习时钟' })
    .input(z.strictObject({ now: instant }))
    .output(z.object({ now: z.string(), businessDate: z.string(), released: z.int(), expired: z.int() })),
}

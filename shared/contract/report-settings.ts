import { z } from 'zod'
import { text } from './fields.ts'
import { procedure } from './procedure.ts'

const clock = z.int().min(0).max(2880)
const address = z
  .string()
  .trim()
  .min(3)
  .max(120)
  .regex(/^[^\s@<>",;]+@[^\s@<>",;]+$/, 'address')
const host = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[\w.:-]+$/, 'host')

const mail = z.strictObject({
  host,
  port: z.int().min(1).max(65_535),
  security: z.enum(['tls', 'startTls', 'none']),
  user: text(120).min(1).optional(),
  from: address,
  to: z.array(address).min(1).max(20),
})

/** `ReportSettings` of the domain, field by field, with limits. */
export const reportSettings = z.strictObject({
  closeAfterMinutes: z.int().min(0).max(720),
  daily: z.strictObject({
    on: z.boolean(),
    /** A whole path; left out, a folder beside the data. */
    folder: text(260).min(1).optional(),
    language: z.enum(['zh-Hans', 'zh-Hant', 'en']).optional(),
  }),
  mail: mail.optional(),
  shifts: z
    .array(z.strictObject({ name: text(10).min(1), from: clock }))
    .min(1)
    .max(8),
})

const failed = z.enum(['folder', 'mail', 'workbook']).optional()

/** A daily report that was made, or was not, and why. */
export const reportRun = z.object({
  businessDate: z.string(),
  version: z.int(),
  madeAt: z.string(),
  file: z.string().optional(),
  mailedAt: z.string().optional(),
  failed,
})

export const reportSettingsContract = {
  current: procedure.route({ method: 'GET', path: '/reports/settings', summary: '日报的设置' }).output(
    z.object({
      settings: reportSettings,
      hasPassword: z.boolean(),
      /** Where reports go as things stand. */
      folder: z.string(),
      /** The latest ones, the newest first. */
      runs: z.array(reportRun),
    }),
  ),
  save: procedure
    .route({ method: 'PUT', path: '/reports/settings', summary: '改日报的设置' })
    .input(
      z.strictObject({
        settings: reportSettings,
        /** Of the mail server's user; empty takes it away, left out keeps it. */
        password: z.string().max(200).optional(),
      }),
    )
    .output(z.object({ settings: reportSettings, hasPassword: z.boolean() })),
  /** Sends a short mail with the settings given, so that a mistake shows now and not tomorrow at half past eight. */
  tryMail: procedure
    .route({ method: 'POST', path: '/reports/settings/try-mail', summary: '试发一封' })
    .input(z.strictObject({ mail, password: z.string().max(200).optional() }))
    .output(z.object({ sent: z.boolean(), said: z.string().optional() })),
  /** Makes the report of a closed day again, now. */
  make: procedure
    .route({ method: 'POST', path: '/reports/daily', summary: '现在做一份日报' })
    .input(z.strictObject({ date: z.string().regex(/^\d{4}-\d\d-\d\d$/, 'date') }))
    .output(z.object({ date: z.string(), version: z.int(), file: z.string().optional(), mailed: z.boolean(), failed })),
}

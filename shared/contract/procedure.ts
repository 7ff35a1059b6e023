import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errorStatus } from './errors.ts'

const errorMap = Object.fromEntries(
  Object.entries(errorStatus).map(([code, status]) => [
    code,
    { status, data: z.record(z.string(), z.unknown()).optional() },
  ]),
) as {
  [Code in keyof typeof errorStatus]: { status: number; data: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>> }
}

/** The base of every procedure: all of them may answer with any of the declared errors, and with no other. */
export const procedure = oc.errors(errorMap)

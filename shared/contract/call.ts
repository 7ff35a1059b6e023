import { z } from 'zod'
import { callKinds, callStates } from '#shared/domain/calls/call.ts'
import { bookingCode, businessDate, id, instant, notes, page, personName, phone, text, version } from './fields.ts'
import { procedure } from './procedure.ts'
import { reportHead, stretchInput } from './report.ts'

export const call = z.object({
  id: z.string(),
  line: z.string().optional(),
  direction: z.enum(['in', 'out']),
  /** Masked; absent when it was withheld. */
  number: z.string().optional(),
  withheld: z.boolean(),
  state: z.enum(callStates),
  source: z.string(),
  at: z.string(),
  answeredAt: z.string().optional(),
  endedAt: z.string().optional(),
  answeredBy: z.string().optional(),
  kind: z.enum(callKinds).optional(),
  flow: z.string().optional(),
  outcome: z.string().optional(),
  customerId: z.string().optional(),
  name: z.string().optional(),
  bookingCode: z.string().optional(),
  notes: z.string().optional(),
  version: z.int(),
  journalSeq: z.int().optional(),
})

const flow = z.string().regex(/^[0-4]\d$/, 'flow')

/** What is written down when the call is over, with one key. */
const wrapUp = {
  kind: z.enum(callKinds).optional(),
  flow: flow.optional(),
  outcome: text(40).optional(),
  name: personName.optional(),
  bookingCode: bookingCode.optional(),
  notes: notes.optional(),
}

const ratio = z.number().nullable()
const figures = z.object({
  offered: z.int(),
  answered: z.int(),
  missed: z.int(),
  withinTwoRings: z.int(),
  withinRate: ratio,
  answeredRate: ratio,
  median: ratio,
  p90: ratio,
})

export const callsReport = z.object({
  name: z.literal('calls'),
  ...reportHead,
  total: figures,
  bookingsOfEnquiries: ratio,
  byKind: z.array(z.object({ kind: z.string(), calls: z.int() })),
  byHour: z.array(z.object({ hour: z.string(), label: z.string(), ...figures.shape })),
  byShift: z.array(z.object({ shift: z.string(), label: z.string(), ...figures.shape })),
  /** An answer nobody is known to have given has no number. */
  byPerson: z.array(z.object({ staffNo: z.string(), ...figures.shape })),
  outbound: z.object({ dialled: z.int(), reached: z.int(), reachedRate: ratio }),
})

export const callContract = {
  list: procedure
    .route({ method: 'GET', path: '/calls', summary: '来电记录' })
    .input(
      z.strictObject({
        date: businessDate.optional(),
        /** Only calls without an outcome. */
        open: z.enum(['true', 'false']).optional(),
        ...page,
      }),
    )
    .output(z.object({ items: z.array(call), next: z.string().optional() })),
  record: procedure
    .route({ method: 'POST', path: '/calls', successStatus: 201, summary: '手工记一通来电' })
    .input(
      z.strictObject({
        direction: z.enum(['in', 'out']).optional(),
        number: phone.optional(),
        withheld: z.boolean().optional(),
        line: text(20).min(1).optional(),
        state: z.enum(callStates).optional(),
        /** When it began to ring; now when left out. */
        at: instant.optional(),
        ...wrapUp,
      }),
    )
    .output(call),
  change: procedure
    .route({ method: 'PATCH', path: '/calls/{id}', summary: '来电的结果' })
    .input(z.strictObject({ id, version: version.optional(), state: z.enum(callStates).optional(), ...wrapUp }))
    .output(call),
  report: procedure
    .route({ method: 'GET', path: '/reports/calls', summary: '来电统计' })
    .input(stretchInput)
    .output(callsReport),
}

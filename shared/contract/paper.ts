import { z } from 'zod'

const unit = z.enum([
  'text',
  'count',
  'decimal',
  'mean',
  'hours',
  'minutes',
  'rate',
  'points',
  'change',
  'changeRate',
  'score',
  'scoreChange',
  'cents',
  'date',
  'moment',
])

const ref = z.object({ row: z.string().optional(), column: z.string().optional() })
const pair = z.tuple([ref, ref])
const formula = z.union([
  z.object({ sum: z.literal('rows') }),
  z.object({ add: z.array(ref) }),
  z.object({ difference: pair }),
  z.object({ ratio: pair }),
  z.object({ change: pair }),
  z.object({ mean: z.array(z.string()) }),
])

/** `Paper` of the domain, field by field. */
export const paper = z.object({
  name: z.string(),
  title: z.string(),
  venue: z.string(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  progress: z.object({ state: z.enum(['closed', 'running', 'ahead']), at: z.string() }).optional(),
  tables: z.array(
    z.object({
      key: z.string(),
      title: z.string().optional(),
      columns: z.array(
        z.object({ key: z.string(), title: z.string(), group: z.string().optional(), unit, width: z.number() }),
      ),
      rows: z.array(
        z.object({
          key: z.string(),
          kind: z.enum(['row', 'heading', 'adjustment', 'total', 'note']),
          cells: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
          formulas: z.record(z.string(), formula).optional(),
          units: z.record(z.string(), unit).optional(),
          tone: z.enum(['weekend', 'holiday', 'faint']).optional(),
          lines: z.int().optional(),
        }),
      ),
      charts: z
        .array(
          z.object({
            kind: z.enum(['column', 'stackedColumn', 'line', 'bar']),
            title: z.string(),
            categories: z.string(),
            series: z.array(z.object({ column: z.string(), name: z.string(), score: z.int().optional() })),
          }),
        )
        .optional(),
      empty: z.string().optional(),
      isForm: z.boolean().optional(),
    }),
  ),
  checks: z.array(z.object({ ok: z.boolean(), text: z.string() })),
  definitions: z.array(z.object({ name: z.string(), text: z.string() })),
  made: z.string(),
  landscape: z.boolean(),
})

import { z } from 'zod'
import { sources } from '#shared/domain/reports/day-facts.ts'
import { daysBetween } from '#shared/domain/time/business-day.ts'
import { businessDate, id, instant, page, reason, text } from './fields.ts'
import { paper } from './paper.ts'
import { procedure } from './procedure.ts'

const filter = {
  /** Only this floor. */
  floor: text(10).min(1).optional(),
  /** Only parties from this source. */
  source: z.enum(sources).optional(),
  /** Only parties with a VIP card, or only those without. */
  vip: z.enum(['only', 'none']).optional(),
}

const stretch = { from: businessDate, to: businessDate }

/** A day, week or month that a date lies in (today's when left out), or any dates from one to another. */
const period = {
  period: z.enum(['day', 'week', 'month']).optional(),
  date: businessDate.optional(),
  from: businessDate.optional(),
  to: businessDate.optional(),
}

/** Three years at once: what is longer is asked for in parts. */
export const mostReportDays = 1_100

/** From and to are given together, in order, and not too far apart. */
export const inOrder = ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
  from === undefined || to === undefined ? from === to : from <= to && daysBetween(from, to) < mostReportDays

export const tableInput = z
  .strictObject({ ...period, ...filter })
  .refine(inOrder, { message: 'from, to', path: ['to'] })
export type TableInput = z.output<typeof tableInput>

export const entriesCell = z.object({ entries: z.int(), guests: z.int() })

export const usageCell = z.object({
  /** 使用时, cleaning apart. */
  minutes: z.int(),
  /** By hour: rooms occupied at the half hour; by day and longer: distinct rooms used, summed over days. */
  rooms: z.int(),
  /** minutes ÷ sellable; null where nothing was for sale. */
  rate: z.number().nullable(),
  /** minutes ÷ openMinutes: over all rooms, blocked ones too. */
  rateAll: z.number().nullable(),
  sellable: z.int(),
  openMinutes: z.int(),
  sellableRooms: z.int(),
  /** 开房数 and 使用次数. */
  opened: z.int(),
  uses: z.int(),
})

export const baseName = z.enum(['previous', 'sameWeekday', 'lastYear', 'lunar'])

const check = z.object({
  name: z.string(),
  ok: z.boolean(),
  text: z.string(),
  values: z.record(z.string(), z.number()),
})

const definition = z.object({ figure: z.string(), name: z.string(), text: z.string() })

/** What every report says of itself. */
export const reportHead = {
  title: z.string(),
  venue: z.string(),
  from: z.string(),
  to: z.string(),
  /** `closed`: frozen; `running`: up to `until`; `ahead`: nothing has begun. */
  state: z.enum(['closed', 'running', 'ahead']),
  until: z.string(),
  closedAt: z.string().optional(),
  filter: z.object(filter),
  madeAt: z.string(),
  madeBy: z.object({ staffNo: z.string(), name: z.string() }),
  checks: z.array(check),
  definitions: z.array(definition),
}

const whoseReason = z.object({
  reason: z.string(),
  by: z.object({ staffNo: z.string(), name: z.string() }),
  at: z.string(),
})

/** A correction after a day's close: of which day, from when on, by whom and why. */
const adjustment = {
  date: z.string(),
  at: z.string(),
  by: z.string(),
  command: z.string(),
  label: z.string(),
  /** What was corrected since the version before, with the reasons given; of other causes nothing is said. */
  reasons: z.array(whoseReason),
  /** The same as one line of text: who, and why. */
  note: z.string(),
}

const tableOf = <Name extends string, Cell extends z.ZodType, Mean extends z.ZodType>(
  name: Name,
  cell: Cell,
  mean: Mean,
) => {
  const cells = z.record(z.string(), cell)
  const bases = z.object({
    previous: cells.optional(),
    sameWeekday: cells.optional(),
    lastYear: cells.optional(),
    lunar: cells.optional(),
  })
  return z.object({
    name: z.literal(name),
    period: z.enum(['day', 'week', 'month', 'range']),
    date: z.string(),
    ...reportHead,
    columns: z.array(z.string()),
    columnNames: z.record(z.string(), z.string()),
    rows: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        cells,
        base: bases,
        /** The busiest hour, where the rows are days. */
        peak: z.object({ hour: z.string(), label: z.string(), value: z.int() }).optional(),
        date: z.string().optional(),
        holiday: z.string().optional(),
        /** Nothing of it has passed yet. */
        ahead: z.boolean(),
      }),
    ),
    total: cells,
    base: bases,
    /** First and last hour in which the venue is open, of a day. */
    open: z.object({ first: z.string(), last: z.string() }).optional(),
    /** The periods it is compared with, in order. */
    bases: z.array(
      z.object({
        name: baseName,
        from: z.string(),
        to: z.string(),
        label: z.string(),
        /** False: before the venue's first day, so that there is nothing to compare with. */
        known: z.boolean(),
      }),
    ),
    /** Of the days that have passed, by ISO weekday; months and longer. */
    averages: z.array(
      z.object({ weekday: z.int(), label: z.string(), days: z.int(), cells: z.record(z.string(), mean) }),
    ),
    /** What corrections after a day's close have changed, each with its own line. */
    adjustments: z.array(z.object({ ...adjustment, cells })),
  })
}

const mean = z.number()

export const entriesReport = tableOf('entries', entriesCell, z.object({ entries: mean, guests: mean }))
export const usageReport = tableOf(
  'usage',
  usageCell,
  z.object({
    ...usageCell.shape,
    minutes: mean,
    rooms: mean,
    sellable: mean,
    openMinutes: mean,
    sellableRooms: mean,
    opened: mean,
    uses: mean,
  }),
)

const shareOf = z.object({ parties: z.int(), guests: z.int(), share: z.number().nullable() })
const refused = z.object({ denials: z.int(), regrets: z.int() })
const ratio = z.number().nullable()

/** 经营概览: every figure of reports.md §1 that is not a table by hour and type. */
export const operationsReport = z.object({
  name: z.literal('operations'),
  ...reportHead,
  typeNames: z.record(z.string(), z.string()),
  parties: z.object({
    parties: z.int(),
    guests: z.int(),
    seatRate: ratio,
    bySource: z.record(z.string(), shareOf),
    vip: shareOf,
    cross: z.record(z.string(), z.record(z.string(), z.int())),
    larger: z.int(),
    smaller: z.int(),
  }),
  rooms: z.object({
    minutes: z.int(),
    sellable: z.int(),
    openMinutes: z.int(),
    rate: ratio,
    rateAll: ratio,
    /** Distinct rooms used, and rooms for sale, summed over days; 开房率 and 翻台率 of them. */
    roomsUsed: z.int(),
    sellableRooms: z.int(),
    openRate: ratio,
    turnover: ratio,
    opened: z.int(),
    uses: z.int(),
    spareSeatHours: z.number(),
  }),
  stays: z.object({ out: z.int(), mean: ratio, median: ratio, extended: z.int(), extendedRate: ratio }),
  due: z.object({
    due: z.int(),
    arrived: z.int(),
    late: z.int(),
    released: z.int(),
    arrivedRate: ratio,
    releasedRate: ratio,
  }),
  waits: z.object({
    joined: z.int(),
    seated: z.int(),
    left: z.int(),
    waiting: z.int(),
    median: ratio,
    p90: ratio,
    beyondQuoted: ratio,
  }),
  refusals: z.object({
    denials: z.int(),
    regrets: z.int(),
    byReason: z.array(z.object({ kind: z.enum(['denial', 'regret']), reason: z.string(), calls: z.int() })),
    byType: z.record(z.string(), refused),
    byHour: z.record(z.string(), refused),
  }),
  promises: z.object({ kept: z.int(), declined: z.int(), lapsed: z.int(), keptRate: ratio }),
  /** What corrections after a day's close have changed of that day's figures; the figures above stay as closed. */
  adjustments: z.array(
    z.object({
      ...adjustment,
      figures: z.array(
        z.object({
          figure: z.string(),
          name: z.string(),
          unit: z.enum(['count', 'decimal', 'mean', 'hours', 'rate']),
          /** Of the day alone, before and after this correction; rates as shares of 1. */
          before: ratio,
          now: ratio,
        }),
      ),
    }),
  ),
})

export const heatReport = z.object({
  from: z.string(),
  to: z.string(),
  measure: z.enum(['entries', 'guests']),
  rows: z.array(z.object({ hour: z.string(), label: z.string(), averages: z.array(z.number().nullable()) })),
  total: z.array(z.number().nullable()),
  days: z.array(z.int()),
})

/** What of a party was corrected after its day had been closed: what the frozen figures say, and what is right. */
export const correctedRow = z.object({
  party: z.object({ from: z.int(), to: z.int() }).optional(),
  leftAt: z.object({ from: z.string(), to: z.string() }).optional(),
  reasons: z.array(whoseReason),
})

/** One party behind a figure. */
export const reportRow = z.object({
  stayId: z.string(),
  businessDate: z.string(),
  /** When it came in, or began to use the room. */
  at: z.string(),
  until: z.string().optional(),
  /** Minutes that count in the cell, of a table of use. */
  minutes: z.int().optional(),
  roomNo: z.string(),
  typeCode: z.string(),
  requestedTypeCode: z.string(),
  party: z.int(),
  name: z.string().optional(),
  bookingCode: z.string().optional(),
  source: z.string(),
  vipTier: z.string().optional(),
  /** `opened`, `transfer`, `carried`, of a table of use. */
  began: z.string().optional(),
  /** When it left, as it stands now; left out while it is inside. */
  leftAt: z.string().optional(),
  /** Head count and leaving above are as the day was closed; this is what was put right since. */
  corrected: correctedRow.optional(),
})

export const reportRows = z.object({
  items: z.array(reportRow),
  /** What all of them come to, those on further pages too: the cell itself. */
  parties: z.int(),
  guests: z.int(),
  minutes: z.int().optional(),
  next: z.string().optional(),
})

const tableName = z.enum(['entries', 'usage'])

/** A figure of a comparison table. */
const cell = {
  /** A row's key, left out for the total. */
  row: text(10).min(1).optional(),
  /** A room type; all of them when left out. */
  column: text(8).min(1).optional(),
  /** Count the row of a base instead. */
  base: baseName.optional(),
}

const rowsInput = { ...period, ...filter, table: tableName, ...cell, ...page }

export const reportName = z.string().regex(/^[a-zA-Z-]{1,30}$/, 'name')

/** Which dates, under which filter; of `behind`, which figure; of a form, about whom; together with `inOrder`. */
export const paperScope = {
  ...period,
  ...filter,
  table: tableName.optional(),
  ...cell,
  customerId: id.optional(),
}

/** Which paper of which report, over which dates. */
export const paperInput = z
  .strictObject({
    name: reportName,
    ...paperScope,
    /** Whole telephone numbers instead of masked ones, and why; it is written down. */
    unmask: reason.optional(),
  })
  .refine(inOrder, { message: 'from, to', path: ['to'] })
export type PaperRequest = z.output<typeof paperInput>

/** Any dates, from one to another; today when they are left out. */
export const stretchInput = z
  .strictObject({ from: businessDate.optional(), to: businessDate.optional() })
  .refine(inOrder, { message: 'from, to', path: ['to'] })

export const reportContract = {
  /** Any report as a document, for paper and for screens that show it as it is. */
  paper: procedure
    .route({ method: 'GET', path: '/reports/{name}/paper', summary: '报表的文稿' })
    .input(paperInput)
    .output(paper),
  entries: procedure
    .route({ method: 'GET', path: '/reports/entries', summary: '包厢进场比较表' })
    .input(tableInput)
    .output(entriesReport),
  usage: procedure
    .route({ method: 'GET', path: '/reports/usage', summary: '包厢使用比较表' })
    .input(tableInput)
    .output(usageReport),
  operations: procedure
    .route({ method: 'GET', path: '/reports/operations', summary: '经营概览' })
    .input(z.strictObject({ ...stretch, ...filter }).refine(inOrder, { message: 'from, to', path: ['to'] }))
    .output(operationsReport),
  heat: procedure
    .route({ method: 'GET', path: '/reports/heat', summary: '时段 × 星期的平均' })
    .input(
      z.strictObject({
        date: businessDate.optional(),
        weeks: z.coerce.number().int().min(1).max(53).optional(),
        measure: z.enum(['entries', 'guests']).optional(),
        ...filter,
      }),
    )
    .output(heatReport),
  /** The rows behind a cell. */
  rows: procedure
    .route({ method: 'GET', path: '/reports/rows', summary: '数字背后的明细' })
    .input(z.strictObject(rowsInput).refine(inOrder, { message: 'from, to', path: ['to'] }))
    .output(reportRows),
  /** Corrects what a stay was recorded with, after it has ended: head count, or when the party really left. */
  correct: procedure
    .route({ method: 'POST', path: '/stays/{id}/correct', summary: '更正已离店的记录' })
    .input(
      z.strictObject({
        id,
        party: z.int().min(1).max(200).optional(),
        leftAt: instant.optional(),
        reason: text(200).min(1),
      }),
    )
    .output(z.object({ id: z.string(), journalSeq: z.int().optional() })),
}

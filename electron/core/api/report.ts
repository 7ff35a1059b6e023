import type { z } from 'zod'
import type { paper } from '#shared/contract/paper.ts'
import { correctStay } from '../commands/correct-stay.ts'
import { unmaskCustomer } from '../commands/unmask-customer.ts'
import type { Core } from '../core.ts'
import { failure } from '../failure.ts'
import { refuseOtherFilters } from '../papers/paper-filters.ts'
import { paperOf } from '../papers/papers.ts'
import type { ReportSource } from '../queries/day-archive.ts'
import { heatView } from '../queries/heat-report.ts'
import { operationsView } from '../queries/operations-report.ts'
import type { ReportReader } from '../queries/report-head.ts'
import { reportRowsView } from '../queries/report-rows.ts'
import { entriesView, usageView } from '../queries/table-report.ts'
import { wordsIn } from '../words.ts'
import { type StaffContext, staffed } from './procedures.ts'

type PaperView = z.output<typeof paper>

/** What a report looks at. */
export const sourceOf = ({ reader, model, clock }: Core): ReportSource => ({ reader, model, now: clock.now() })

/** For whom a report is made. */
export const readerOf = ({ actor, reading }: StaffContext): ReportReader => ({
  staffNo: actor.staffNo,
  name: actor.name,
  words: wordsIn(reading),
})

export const reportApi = {
  paper: staffed.report.paper.handler(async ({ input, context }) => {
    const { customerId: id, unmask: reason } = input
    refuseOtherFilters(input, context.language)
    const unmasked = id !== undefined && reason !== undefined
    // Written down before anybody sees it.
    if (unmasked) await context.run(unmaskCustomer, { id, reason })
    const paper = await paperOf(sourceOf(context.core), { ...readerOf(context), unmasked }, input)
    if (!paper) throw failure('NOT_FOUND', context.language)
    return paper as PaperView
  }),
  entries: staffed.report.entries.handler(({ input, context }) =>
    entriesView(sourceOf(context.core), readerOf(context), input),
  ),
  usage: staffed.report.usage.handler(({ input, context }) =>
    usageView(sourceOf(context.core), readerOf(context), input),
  ),
  operations: staffed.report.operations.handler(({ input, context }) =>
    operationsView(sourceOf(context.core), readerOf(context), input),
  ),
  heat: staffed.report.heat.handler(({ input, context }) =>
    heatView(sourceOf(context.core), input, wordsIn(context.reading)),
  ),
  rows: staffed.report.rows.handler(({ input, context }) => reportRowsView(sourceOf(context.core), input)),
  correct: staffed.report.correct.handler(({ input, context }) => context.run(correctStay(context.core), input)),
}

export const reportFilters = ['floor', 'source', 'vip'] as const
export type ReportFilter = (typeof reportFilters)[number]

/** Reports of parties and rooms: they can be narrowed to any part of the house and of its guests. */
const ofParties: ReadonlySet<string> = new Set(['entries', 'usage', 'operations', 'behind'])
const ofCards: ReadonlySet<string> = new Set(['comments', 'comment-cards'])

/** By what a report can be narrowed; lists, workbooks and the other reports tell of the whole house (reports.md §2). */
export function filtersOf(name: string): readonly ReportFilter[] {
  if (ofParties.has(name)) return reportFilters
  return ofCards.has(name) ? ['floor'] : []
}

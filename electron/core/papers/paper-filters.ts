import type { PaperRequest } from '#shared/contract/report.ts'
import { filtersOf, reportFilters } from '#shared/domain/reports/report-filters.ts'
import { failure, type Language } from '../failure.ts'

/** Throws INVALID when a report is to be narrowed by what it does not know: it would tell of the whole house unasked. */
export function refuseOtherFilters(request: PaperRequest, language: Language): void {
  const known = filtersOf(request.name)
  const unknown = reportFilters.filter((filter) => request[filter] !== undefined && !known.includes(filter))
  if (unknown.length > 0)
    throw failure('INVALID', language, {
      fields: unknown.map((path) => ({ path, reason: `not a filter of ${request.name}` })),
    })
}

import type { PaperRequest } from '#shared/contract/report.ts'
import { filtersOf, reportFilters } from '#shared/domain/reports/report-filters.ts'
import { failure, type Language } from '../failure.ts'

const unmaskable = 'member-form'

/**
 * Throws INVALID when a report is to be narrowed by what it does not know: it would tell of the whole house unasked; or
 * when numbers are to be unmasked where none ever are.
 */
export function refuseOtherFilters(request: PaperRequest, language: Language): void {
  const known = filtersOf(request.name)
  const unknown: string[] = reportFilters.filter((filter) => request[filter] !== undefined && !known.includes(filter))
  // Whole telephone numbers stand on a form about one person only.
  if (request.unmask !== undefined && (request.name !== unmaskable || request.customerId === undefined))
    unknown.push('unmask')
  if (unknown.length > 0)
    throw failure('INVALID', language, {
      fields: unknown.map((path) => ({
        path,
        reason: path === 'unmask' ? `only of ${unmaskable} with customerId` : `not a filter of ${request.name}`,
      })),
    })
}

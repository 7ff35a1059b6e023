import type { Counted } from './day-facts.ts'

/** Narrows a report to some of the house; what is left out does not narrow. */
export interface ReportFilter {
  readonly floor?: string
  readonly source?: string
  /** Only parties with a VIP card, or only those without. */
  readonly vip?: boolean
}

/** Whether a fact counts under the filter. */
export function counts(fact: Pick<Counted, 'floor'> & Partial<Counted>, filter: ReportFilter): boolean {
  if (filter.floor !== undefined && fact.floor !== filter.floor) return false
  if (filter.source !== undefined && fact.source !== filter.source) return false
  return filter.vip === undefined || (fact.vipTier !== '') === filter.vip
}

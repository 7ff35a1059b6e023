import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/api/client.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { filtersOf } from '#shared/domain/reports/report-filters.ts'
import { addDays, type BusinessDate, businessDateOf } from '#shared/domain/time/business-day.ts'
import type { ReportAddress } from './report-address.ts'

/** The date the screen shows when none is asked for: yesterday's day, which is what a manager opens it for; else today's. */
export function useShownDate(address: ReportAddress): { readonly date: BusinessDate; readonly today: BusinessDate } {
  const today = businessDateOf(useNow(60_000), useTimeReading())
  return { date: address.date ?? (address.period === 'day' ? addDays(today, -1) : today), today }
}

/** What is asked of the core for an address. */
export function inputOf(address: ReportAddress, date: BusinessDate) {
  const by = filtersOf(address.name)
  const filter = {
    ...(address.floor === undefined || !by.includes('floor') ? {} : { floor: address.floor }),
    ...(address.source === undefined || !by.includes('source') ? {} : { source: address.source }),
    ...(address.vip === undefined || !by.includes('vip') ? {} : { vip: address.vip }),
  }
  if (address.period === 'range') return { from: address.from ?? addDays(date, -29), to: address.to ?? date, ...filter }
  return { period: address.period, date, ...filter }
}

export function useEntries(address: ReportAddress, date: BusinessDate) {
  return useQuery({
    ...api.report.entries.queryOptions({ input: inputOf(address, date) }),
    enabled: address.name === 'entries',
    placeholderData: (before) => before,
  })
}

export function useUsage(address: ReportAddress, date: BusinessDate) {
  return useQuery({
    ...api.report.usage.queryOptions({ input: inputOf(address, date) }),
    enabled: address.name === 'usage',
    placeholderData: (before) => before,
  })
}

import { useState } from 'react'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import type { Stretch } from '#shared/domain/reports/report-period.ts'
import { type BusinessDate, businessDateOf } from '#shared/domain/time/business-day.ts'
import { type CalendarKind, datesOfPeriod, isNow, type ShownPeriod } from './shown-period.ts'

/** The period a screen shows, this month's at first; today's goes on with the clock. */
export function usePeriod(first: ShownPeriod | CalendarKind = 'month'): {
  readonly period: ShownPeriod
  readonly dates: Stretch
  readonly today: BusinessDate
  readonly show: (period: ShownPeriod) => void
} {
  const today = businessDateOf(useNow(60_000), useTimeReading())
  const [chosen, setChosen] = useState<ShownPeriod | CalendarKind>(first)
  const period = typeof chosen === 'string' ? { kind: chosen, date: today } : chosen
  return {
    period,
    dates: datesOfPeriod(period),
    today,
    show: (next) => setChosen(next.kind !== 'range' && isNow(next, today) ? next.kind : next),
  }
}

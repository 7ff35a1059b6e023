import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { sources } from '#shared/domain/reports/day-facts.ts'
import type { BusinessDate } from '#shared/domain/time/business-day.ts'
import { menuNames, type ReportName } from './report-names.ts'

/** What is counted in the cells: parties or guests; rooms at the half hour, hours or rate. */
export const measures = {
  entries: ['entries', 'guests'],
  usage: ['rate', 'hours', 'rooms'],
} as const
export type Measure = (typeof measures)[keyof typeof measures][number]

export const periods = ['day', 'week', 'month', 'range'] as const
export type Period = (typeof periods)[number]

/** What the screen shows, as it stands in its address: every view can be gone back to, and handed on. */
export interface ReportAddress {
  readonly name: ReportName
  readonly period: Period
  /** The date whose day, week or month is shown; undefined: the last day that is over, or today's week and month. */
  readonly date: BusinessDate | undefined
  readonly from: BusinessDate | undefined
  readonly to: BusinessDate | undefined
  readonly measure: Measure | undefined
  readonly floor: string | undefined
  readonly source: (typeof sources)[number] | undefined
  readonly vip: 'only' | 'none' | undefined
  readonly view: 'table' | 'chart'
}

const datePattern = /^\d{4}-\d\d-\d\d$/
const oneOf = <Value extends string>(values: readonly Value[], text: unknown): Value | undefined =>
  values.find((value) => value === text)
const dateIn = (text: unknown): string | undefined =>
  typeof text === 'string' && datePattern.test(text) ? text : undefined

/** Reads an address; whatever makes no sense is left out. */
export function readAddress(search: Readonly<Record<string, unknown>>): ReportAddress {
  const name = oneOf(menuNames, search.name) ?? 'entries'
  const [from, to] = [dateIn(search.from), dateIn(search.to)]
  const period = oneOf(periods, search.period) ?? 'day'
  return {
    name,
    period,
    date: dateIn(search.date),
    from,
    to,
    measure: oneOf([...measures.entries, ...measures.usage], search.measure),
    floor: typeof search.floor === 'string' || typeof search.floor === 'number' ? String(search.floor) : undefined,
    source: oneOf(sources, search.source),
    vip: oneOf(['only', 'none'] as const, search.vip),
    view: oneOf(['table', 'chart'] as const, search.view) ?? 'table',
  }
}

/** The address of the screen and the way to change a part of it. */
export function useReportAddress(): readonly [ReportAddress, (change: Partial<ReportAddress>) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const address = useMemo(() => readAddress(search), [search])
  const go = (change: Partial<ReportAddress>) => {
    const next = { ...address, ...change }
    const told = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined))
    void navigate({ to: '/reports' as '/', search: told as never, replace: true })
  }
  return [address, go]
}

import type { z } from 'zod'
import type { entriesReport } from '#shared/contract/report.ts'
import { addDays, type BusinessDate, businessDaySpan, daysBetween } from '#shared/domain/time/business-day.ts'
import { calendarOf } from '#shared/domain/time/opening-hours.ts'
import type { Venue } from '#shared/domain/venue/venue.ts'
import { ApiClient } from '#tests/replay/api-client.ts'
import type { reportSql } from './floor-sql.ts'
import { type Timing, timeAsync } from './measure.ts'
import type { PlainHttp } from './plain-http.ts'

/** One report beside the SQL that sums the same days. */
export interface ReportTiming {
  readonly name: string
  readonly ours: Timing
  /** Floor C: that SQL behind a bare HTTP server. Absent where there is nothing to hold it against. */
  readonly floor?: Timing
  /** Days counted, those it is compared with too. */
  readonly days: number
}

interface ReportJob {
  readonly name: string
  readonly sql: keyof typeof reportSql
  /** The query of a round. */
  readonly query: (round: number) => string
  readonly path: string
}

interface Stretch {
  readonly from: BusinessDate
  readonly to: BusinessDate
}

const manager = '3001'

/** Dates a job is asked for: another one each time, over the last year, so that nothing is just remembered. */
const dayOf = (until: BusinessDate, round: number): BusinessDate => addDays(until, -2 - ((round * 37) % 350))
const monthOf = (until: BusinessDate, round: number): BusinessDate => addDays(until, -40 - 31 * (round % 11))

function jobsUntil(until: BusinessDate): ReportJob[] {
  const day = (round: number) => `period=day&date=${dayOf(until, round)}`
  const month = (round: number) => `period=month&date=${monthOf(until, round)}`
  const year = (round: number) => {
    const to = addDays(until, -2 - 29 * (round % 11))
    return `from=${addDays(to, -364)}&to=${to}`
  }
  return [
    { name: 'entries, a day', sql: 'entriesDay', path: '/reports/entries', query: day },
    { name: 'use, a day', sql: 'usageDay', path: '/reports/usage', query: day },
    { name: 'entries, a month', sql: 'entriesDates', path: '/reports/entries', query: month },
    { name: 'use, a month', sql: 'usageDates', path: '/reports/usage', query: month },
    { name: 'entries, a year', sql: 'entriesDates', path: '/reports/entries', query: year },
    { name: 'use, a year', sql: 'usageDates', path: '/reports/usage', query: year },
  ]
}

/** The comparison tables, each beside its SQL: a round of ours, then a round of the floor's, on the same days. */
export async function timeReports({ url, floor, venue, until }: ReportsAt, rounds: number): Promise<ReportTiming[]> {
  const api = new ApiClient(url, { sockets: 1, keyPrefix: `reports-${Date.now().toString(36)}` })
  const read = async (path: string): Promise<Answered> => {
    const { status, body } = await api.call<Answered>('GET', path, undefined, manager)
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body).slice(0, 300)}`)
    return body
  }
  const timings: ReportTiming[] = []
  try {
    for (const job of jobsUntil(until)) {
      const times = { count: job.name.endsWith('year') ? Math.max(5, Math.ceil(rounds / 20)) : rounds, warmUp: 5 }
      const paths = Array.from({ length: times.count + times.warmUp }, (_, round) => `${job.path}?${job.query(round)}`)
      const stretches: Stretch[][] = []
      const ours = await timeAsync(times, async (round) => {
        stretches[round] = stretchesOf(await read(paths[round] ?? ''))
      })
      const body = (round: number) => ({
        name: job.sql,
        stretches: (stretches[round] ?? []).map((stretch) => parametersOf(stretch, venue)),
      })
      const theirs = await timeAsync(times, (round) => floor.send('POST', '/report', body(round)))
      const days = (stretches[0] ?? []).reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0)
      timings.push({ name: job.name, ours, floor: theirs, days })
    }
    return timings
  } finally {
    api.close()
  }
}

type Answered = z.output<typeof entriesReport>

export interface ReportsAt {
  readonly url: string
  readonly floor: PlainHttp
  readonly venue: Venue
  readonly until: BusinessDate
}

// The period itself and all it is compared with: what the answer says it has counted.
const stretchesOf = ({ from, to, bases }: Answered): Stretch[] => [
  { from, to },
  ...bases.filter((base) => base.known).map((base) => ({ from: base.from, to: base.to })),
]

const parametersOf = ({ from, to }: Stretch, venue: Venue) => ({
  from,
  to,
  start: businessDaySpan(from, calendarOf(venue)).start,
  days: daysBetween(from, to) + 1,
})

/** What does the same work however long the history is: the same reports on the same last four weeks. */
export async function timeLastWeeks(url: string, until: BusinessDate, rounds: number): Promise<ReportTiming[]> {
  const api = new ApiClient(url, { sockets: 1, keyPrefix: `weeks-${Date.now().toString(36)}` })
  const from = addDays(until, -28)
  const paths = [
    ['entries, a day', `/reports/entries?period=day&date=${addDays(until, -2)}`],
    ['heat map of four weeks', `/reports/heat?date=${addDays(until, -1)}`],
    ['operations of four weeks', `/reports/operations?from=${from}&to=${addDays(until, -1)}`],
    ['rows behind a day', `/reports/rows?table=entries&period=day&date=${addDays(until, -2)}`],
  ] as const
  try {
    const timings: ReportTiming[] = []
    for (const [name, path] of paths) {
      const ours = await timeAsync({ count: rounds, warmUp: 10 }, async () => {
        const { status } = await api.call('GET', path, undefined, manager)
        if (status !== 200) throw new Error(`${path}: ${status}`)
      })
      timings.push({ name, ours, days: name.includes('weeks') ? 28 : 1 })
    }
    return timings
  } finally {
    api.close()
  }
}

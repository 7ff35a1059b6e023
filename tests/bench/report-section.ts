import { ms } from './measure.ts'
import { markdownTable } from './measured.ts'
import type { ReportNumbers } from './report-case.ts'

const mostTimes = 3
const mostYearMs = 1_000
const mostGrowth = 1.3

const times = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ×`
const verdict = (good: boolean): string => (good ? 'yes' : '**no**')

function rowsOf({ rooms, seeded, reports }: ReportNumbers): (string | number)[][] {
  return reports.map(({ name, ours, floor, days }) => {
    const ratio = floor && ours.p50 / floor.p50
    const isYear = name.endsWith('year')
    const target = isYear
      ? `at most 1 s: ${verdict(ours.p95 <= mostYearMs)}`
      : ratio === undefined
        ? ''
        : `at most ${mostTimes}: ${verdict(ratio <= mostTimes)}`
    return [
      name,
      rooms,
      seeded.parties.toLocaleString('en'),
      days,
      ms(ours.p50),
      ms(ours.p95),
      floor ? ms(floor.p50) : '–',
      ratio === undefined ? '–' : times(ratio),
      target,
    ]
  })
}

function growthRows(first: ReportNumbers, last: ReportNumbers): (string | number)[][] {
  return last.lastWeeks.flatMap(({ name, ours }) => {
    const before = first.lastWeeks.find((one) => one.name === name)
    if (!before) return []
    const growth = ours.p50 / before.ours.p50
    return [[name, ms(before.ours.p50), ms(ours.p50), times(growth), verdict(growth <= mostGrowth)]]
  })
}

/** The reports' numbers of one run, as Markdown. */
export function reportSection(
  cases: readonly ReportNumbers[],
  machine: { readonly cores: number; readonly node: string },
): string {
  const short = cases.find((one) => one.seeded.parties < 20_000)
  const long = short && cases.findLast((one) => one.rooms === short.rooms && one !== short)
  return [
    '## Reports',
    '',
    `\`npm run bench -- --reports\` on ${machine.cores} cores, Node ${machine.node}; ours by \`GET /reports/…\`, each round another date; floor C is a bare HTTP server with one hand-written SQL per table (tests/bench/floor-sql.ts, \`reportSql\`), summing the same days on the same file: the period and all that it is compared with. Ratios are of medians.`,
    '',
    markdownTable(
      ['report', 'rooms', 'past parties', 'days summed', 'p50 ms', 'p95', 'floor C', 'ratio', 'target'],
      cases.flatMap(rowsOf),
    ),
    '',
    markdownTable(
      ['history made', 'parties', 'came in', 'rows', 'seconds', 'rows/s', 'parties/s', 'MB', 'hub MB'],
      cases.map(({ rooms, seeded, hubMegabytes }) => [
        `${rooms} rooms since ${seeded.since}`,
        seeded.parties.toLocaleString('en'),
        seeded.entries.toLocaleString('en'),
        seeded.rows.toLocaleString('en'),
        seeded.seconds.toFixed(0),
        Math.round(seeded.rows / seeded.seconds).toLocaleString('en'),
        Math.round(seeded.parties / seeded.seconds).toLocaleString('en'),
        seeded.megabytes.toFixed(0),
        hubMegabytes?.toFixed(0) ?? '–',
      ]),
    ),
    ...(short && long
      ? [
          '',
          markdownTable(
            [
              `the same last weeks, ${short.rooms} rooms`,
              `after ${short.seeded.parties.toLocaleString('en')} parties`,
              `after ${long.seeded.parties.toLocaleString('en')}`,
              'factor',
              `at most ${mostGrowth}`,
            ],
            growthRows(short, long),
          ),
        ]
      : []),
  ].join('\n')
}

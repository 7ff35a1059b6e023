import type { CaseNumbers } from './case.ts'
import { ms, type Timing } from './measure.ts'
import { markdownTable } from './measured.ts'
import type { DecisionTiming } from './pure-decision.ts'

const mostBoardBytes = 150_000

interface Job {
  readonly name: string
  readonly ours: (numbers: CaseNumbers) => Timing
  /** What it is held against, and how many times that it may take. */
  readonly floors: readonly {
    readonly name: string
    readonly of: (numbers: CaseNumbers) => Timing
    readonly most?: number
  }[]
  readonly mostMs?: number
}

const jobs: readonly Job[] = [
  {
    name: 'decision over HTTP',
    ours: ({ hub }) => hub.decision,
    floors: [{ name: 'C availability', of: ({ floors }) => floors.availability, most: 3 }],
  },
  {
    name: 'decision over HTTP, full Saturday with offers',
    ours: ({ hub }) => hub.decisionFull,
    floors: [{ name: 'C availability', of: ({ floors }) => floors.availability }],
  },
  {
    name: 'decision over WebSocket',
    ours: ({ hub }) => hub.decisionSocket,
    floors: [
      { name: 'C availability', of: ({ floors }) => floors.availability, most: 3 },
      { name: 'bare echo', of: ({ floors }) => floors.echo },
    ],
  },
  {
    name: 'day board',
    ours: ({ hub }) => hub.board,
    floors: [
      { name: 'C board', of: ({ floors }) => floors.board, most: 2 },
      { name: 'A board', of: ({ raw }) => raw.board },
    ],
  },
  {
    name: 'booking, durable, with journal',
    ours: ({ hub }) => hub.booking,
    floors: [
      { name: 'B commit', of: ({ raw }) => raw.commit, most: 3 },
      { name: 'C create', of: ({ floors }) => floors.create, most: 3 },
    ],
  },
  {
    name: 'search customers as typed',
    ours: ({ hub }) => hub.searchCustomers,
    floors: [{ name: 'C search', of: ({ floors }) => floors.search }],
    mostMs: 10,
  },
  { name: 'search bookings as typed', ours: ({ hub }) => hub.searchBookings, floors: [], mostMs: 10 },
]

const times = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ×`
const verdict = (good: boolean): string => (good ? 'yes' : '**no**')

function jobRows(job: Job, cases: readonly CaseNumbers[]): (string | number)[][] {
  return cases.map((numbers) => {
    const ours = job.ours(numbers)
    const ratios = job.floors.map(({ name, of, most }) => {
      const floor = of(numbers)
      const ratio = ours.p50 / floor.p50
      const target = most === undefined ? '' : `, at most ${most}: ${verdict(ratio <= most)}`
      return `${times(ratio)} of ${name} ${ms(floor.p50)}${target}`
    })
    const limit = job.mostMs === undefined ? [] : [`at most ${job.mostMs} ms: ${verdict(ours.p95 <= job.mostMs)}`]
    return [
      job.name,
      numbers.parties.toLocaleString('en'),
      ms(ours.p50),
      ms(ours.p95),
      ms(ours.p99),
      [...ratios, ...limit].join('; '),
    ]
  })
}

function growthRows(cases: readonly CaseNumbers[]): (string | number)[][] {
  const first = cases[0]
  const last = cases.at(-1)
  if (!first || !last || first === last) return []
  return jobs.map((job) => {
    const growth = job.ours(last).p50 / job.ours(first).p50
    return [job.name, times(growth), verdict(growth <= 1.3)]
  })
}

function venueSection(rooms: number, cases: readonly CaseNumbers[]): string {
  const growth = growthRows(cases)
  const first = cases[0]
  const last = cases.at(-1)
  return [
    `### ${rooms} rooms`,
    '',
    markdownTable(
      ['job', 'past parties', 'p50 ms', 'p95', 'p99', 'against'],
      jobs.flatMap((job) => jobRows(job, cases)),
    ),
    '',
    markdownTable(
      [
        'past parties',
        'board bytes',
        'start',
        'after kill −9',
        '50 desks p50 / p99',
        'errors',
        'live events',
        'hub idle / busy',
        'filled at',
      ],
      cases.map(({ parties, hub, starts, desks, idleMegabytes, seeded }) => [
        parties.toLocaleString('en'),
        `${hub.boardBytes} (at most ${mostBoardBytes}: ${verdict(hub.boardBytes <= mostBoardBytes)}; ${seeded.saturdayBookings} bookings)`,
        `${starts.afterCleanStopMs.toFixed(0)} ms (≤ 2 s: ${verdict(starts.afterCleanStopMs <= 2000)})`,
        `${starts.afterKillMs.toFixed(0)} ms (≤ 3 s: ${verdict(starts.afterKillMs <= 3000)})`,
        `${ms(desks.actions.p50)} / ${ms(desks.actions.p99)} (≤ 50: ${verdict(desks.actions.p99 <= 50)})`,
        desks.errors,
        desks.liveEvents,
        `${megabytes(idleMegabytes)} / ${megabytes(desks.hubMegabytes)} MB (≤ 300: ${verdict((desks.hubMegabytes ?? 0) <= 300)})`,
        `${Math.round(seeded.rows / seeded.seconds).toLocaleString('en')} rows/s, ${seeded.megabytes.toFixed(0)} MB`,
      ]),
    ),
    ...(growth.length > 0 && first && last
      ? [
          '',
          markdownTable(
            [
              `growth ${first.parties.toLocaleString('en')} → ${last.parties.toLocaleString('en')} (p50)`,
              'factor',
              'at most 1.3',
            ],
            growth,
          ),
        ]
      : []),
  ].join('\n')
}

const megabytes = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(0))

export interface Machine {
  readonly cores: number
  readonly node: string
  readonly rounds: number
}

/** All numbers of one run, as Markdown. */
export function benchReport(pure: readonly DecisionTiming[], cases: readonly CaseNumbers[], machine: Machine): string {
  const rooms = [...new Set(cases.map((one) => one.rooms))]
  return [
    '## Bench',
    '',
    `\`npm run bench\` on ${machine.cores} cores, Node ${machine.node}, ${machine.rounds} rounds a job, one client unless said otherwise; floors and ours in the same run on the same file.`,
    'Floor A: a prepared statement in process. Floor B: a raw one-row durable commit (WAL, FULL). Floor C: a bare HTTP server with one hand-written SQL per job. Ratios are of medians.',
    '',
    '### The decision alone, offers included, on a full Saturday',
    '',
    markdownTable(
      ['rooms', 'bookings that day', 'p50 ms', 'p99 ms', 'max', 'offers on average', 'p99 at most 2 ms'],
      pure.map((one) => [
        one.rooms,
        one.bookings,
        ms(one.p50),
        ms(one.p99),
        ms(one.max),
        one.meanOffers.toFixed(1),
        verdict(one.p99 <= 2),
      ]),
    ),
    '',
    ...rooms.map(
      (count) =>
        `${venueSection(
          count,
          cases.filter((one) => one.rooms === count),
        )}\n`,
    ),
  ].join('\n')
}

import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { benchReport } from './bench-report.ts'
import { type CaseNumbers, measureCase } from './case.ts'
import { measureFiles } from './files.ts'
import { ms } from './measure.ts'
import { writeSection } from './measured.ts'
import { timePureDecision } from './pure-decision.ts'
import { measureReports, type ReportNumbers, reportCases } from './report-case.ts'
import { reportSection } from './report-section.ts'
import { venues } from './venues.ts'

const usage = `npm run bench -- [options]
  --quick          10,000 past parties only
  --sizes A,B,C    past parties (10000,300000,3000000)
  --rooms A,B      venues (60,150)
  --rounds N       rounds of each job (400)
  --seconds N      how long 50 desks work (20)
  --pure           the decision alone
  --files          workbooks and lists alone
  --reports        the reports alone
  --out FILE       where the table is kept (docs/measured.md)
`

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    sizes: { type: 'string', default: '10000,300000,3000000' },
    rooms: { type: 'string', default: '60,150' },
    rounds: { type: 'string', default: '400' },
    seconds: { type: 'string', default: '20' },
    pure: { type: 'boolean' },
    files: { type: 'boolean' },
    reports: { type: 'boolean' },
    out: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})

const say = (text: string) => process.stdout.write(`${text}\n`)
const file = values.out ?? fileURLToPath(new URL('../../docs/measured.md', import.meta.url))

if (values.help) process.stdout.write(usage)
else await bench()

async function bench(): Promise<void> {
  const chosen = { desk: values.pure, files: values.files, reports: values.reports }
  const wants = (part: keyof typeof chosen) => chosen[part] || !Object.values(chosen).some(Boolean)
  if (wants('desk')) await benchDesk()
  if (wants('reports')) await benchReports()
  if (wants('files')) await benchFiles()
}

async function benchFiles(): Promise<void> {
  const text = await measureFiles(say)
  writeSection(file, 'files', text)
  say(`\n${text}`)
}

async function benchReports(): Promise<void> {
  const cases: ReportNumbers[] = []
  const machine = { cores: availableParallelism(), node: process.versions.node }
  const wanted = values.quick ? reportCases.slice(0, 1) : reportCases
  const rooms = values.rooms.split(',').map(Number)
  for (const one of wanted.filter((each) => rooms.includes(each.rooms))) {
    cases.push(await measureReports(one, { rounds: Math.min(100, Number(values.rounds)), say }))
    writeSection(file, 'reports', reportSection(cases, machine))
  }
  say(`\n${reportSection(cases, machine)}`)
}

async function benchDesk(): Promise<void> {
  const pure = Object.values(venues).map((venue) => timePureDecision(venue, 20_000))
  for (const one of pure) say(`${one.rooms} rooms: decision alone p50 ${ms(one.p50)} ms, p99 ${ms(one.p99)} ms`)
  if (values.pure) return
  const sizes = values.quick ? [10_000] : values.sizes.split(',').map(Number)
  const rounds = Number(values.rounds)
  const cases: CaseNumbers[] = []
  const machine = { cores: availableParallelism(), node: process.versions.node, rounds }
  for (const rooms of values.rooms.split(',').map(Number))
    for (const parties of sizes) {
      cases.push(
        await measureCase(
          { rooms, parties },
          { rounds, guests: 100_000, desks: 50, deskSeconds: Number(values.seconds), say },
        ),
      )
      // Millions take a while: what is measured is kept, whatever becomes of the rest.
      writeSection(file, 'bench', benchReport(pure, cases, machine))
    }
  say(`\n${benchReport(pure, cases, machine)}`)
}

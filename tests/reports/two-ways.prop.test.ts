import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addBlock } from '#electron/core/commands/add-block.ts'
import { correctStay } from '#electron/core/commands/correct-stay.ts'
import { recordRefusal } from '#electron/core/commands/record-refusal.ts'
import { removeBlock } from '#electron/core/commands/remove-block.ts'
import { createCustomer } from '#electron/core/commands/save-customer.ts'
import type { Core } from '#electron/core/core.ts'
import { operationsView } from '#electron/core/queries/operations-report.ts'
import { type EntriesView, entriesView, type UsageView, usageView } from '#electron/core/queries/table-report.ts'
import { wordsIn } from '#electron/core/words.ts'
import { datesOf } from '#shared/domain/reports/report-period.ts'
import { makeFolder, startTestHost, type TestHost } from '#tests/builders/host.ts'
import { day, iso, minute, RandomDesk, step } from '#tests/builders/random-desk.ts'
import { begins, dateOf, type Only, SecondWay } from './second-way.ts'

// A thousand evenings write a great deal and none of it has to last: where there is memory that looks like a disk, there.
const shared = '/dev/shm'
const newFolder = (): string => (existsSync(shared) ? mkdtempSync(join(shared, 'desk-test-')) : makeFolder())

const histories = 1_000
const reader = { staffNo: '3001', name: '周经理', words: wordsIn('zh-Hans') }
const types = ['S', 'M', 'L', 'XL', 'P'] as const
const begun = Date.parse('2026-03-06T12:00:00+08:00')

let folder: string
let test: TestHost
let core: Core
let desk: RandomDesk
const second = new SecondWay()
let heard = 0

beforeAll(async () => {
  folder = newFolder()
  test = await startTestHost({ now: iso(begun), folder })
  core = test.host.core
  desk = new RandomDesk(core, begun)
})
afterAll(async () => {
  expect(test.defects).toEqual([])
  await test.close()
  rmSync(folder, { recursive: true, force: true })
})

const source = () => ({ reader: core.reader, model: core.model, now: core.clock.now() })

async function hearJournal(): Promise<void> {
  const lines = await core.reader
    .selectFrom('journal')
    .select(['seq', 'command', 'changes'])
    .where('venue_id', '=', 1)
    .where('seq', '>', heard)
    .orderBy('seq')
    .execute()
  second.hear(lines.map((line) => ({ command: line.command, changes: JSON.parse(line.changes) })))
  heard = lines.at(-1)?.seq ?? heard
}

const cellsOf = (report: EntriesView, column: string) =>
  report.rows.map((row) => ({ key: row.key, ...row.cells[column] }))

/** Every cell of a day's entries against the second way. */
function holdEntries(report: EntriesView, date: string, until: number, only: Only = {}): void {
  const other = second.entries(date, until, only)
  const none = { entries: 0, guests: 0 }
  for (const column of [...types, 'total']) {
    expect(cellsOf(report, column)).toEqual(
      report.rows.map((row) => ({ key: row.key, ...(other.get(`${row.key} ${column}`) ?? none) })),
    )
    expect(report.total[column]).toEqual(other.get(`all ${column}`) ?? none)
  }
  expect(report.checks.every((check) => check.ok)).toBe(true)
}

function holdUsage(report: UsageView, date: string, until: number, only: Only = {}): void {
  const minutes = second.minutes(date, until, only)
  const occupied = second.occupied(date, until)
  const sellable = second.sellable(date, until)
  const isWhole = Object.keys(only).length === 0
  for (const column of [...types, 'total']) {
    for (const row of report.rows) {
      const cell = row.cells[column]
      expect(cell?.minutes).toBe(minutes.get(`${row.key} ${column}`) ?? 0)
      if (isWhole) expect(cell?.rooms).toBe(occupied.get(`${row.key} ${column}`) ?? 0)
    }
    const total = report.total[column]
    expect(total?.minutes).toBe(minutes.get(`all ${column}`) ?? 0)
    if (!isWhole) continue
    const sold = sellable.get(column) ?? 0
    expect(total?.sellable).toBe(sold)
    expect(total?.rate).toBe(sold > 0 ? (minutes.get(`all ${column}`) ?? 0) / sold : null)
  }
  if (isWhole) {
    const uses = second.uses(date, until)
    expect(report.total.total).toMatchObject({
      opened: uses.opened,
      uses: uses.opened + uses.transfers,
      rooms: uses.rooms,
    })
  }
  expect(report.checks.every((check) => check.ok)).toBe(true)
}

const median = (sorted: readonly number[]): number | null =>
  sorted.length === 0
    ? null
    : ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2
const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

/** Every other figure of reports.md §1. */
async function holdOperations(date: string, until: number): Promise<void> {
  const view = await operationsView(source(), reader, { from: date, to: date })
  const parties = second.parties(date, until)
  expect(view.parties).toMatchObject({
    guests: parties.guests,
    seatRate: share(parties.guests, parties.seats),
    larger: parties.larger,
    smaller: parties.smaller,
  })
  expect(view.parties.vip.parties).toBe(parties.vip)
  expect(Object.entries(view.parties.bySource).map(([name, part]) => [name, part.parties])).toEqual(
    expect.arrayContaining([...parties.bySource]),
  )
  expect(
    Object.entries(view.parties.cross)
      .flatMap(([asked, row]) => Object.entries(row).map(([used, count]) => [`${asked} ${used}`, count]))
      .sort(),
  ).toEqual([...parties.cross].sort())
  const gone = second.departures(date, until)
  expect(view.stays).toEqual({
    out: gone.stayed.length,
    mean: mean(gone.stayed),
    median: median(gone.stayed),
    extended: gone.extended,
    extendedRate: share(gone.extended, gone.stayed.length),
  })
  const due = second.due(date)
  expect(view.due).toEqual({
    due: due.arrived + due.released,
    ...due,
    arrivedRate: share(due.arrived, due.arrived + due.released),
    releasedRate: share(due.released, due.arrived + due.released),
  })
  const waits = second.waits(date)
  expect(view.waits).toMatchObject({
    joined: waits.joined,
    seated: waits.waited.length,
    left: waits.left,
    median: median(waits.waited.toSorted((a, b) => a - b)),
    beyondQuoted: mean(waits.beyond),
  })
  expect(view.refusals.byReason.map((one) => [`${one.kind} ${one.reason}`, one.calls]).sort()).toEqual(
    [...second.refusals(date)].sort(),
  )
  const promises = second.promises(date)
  expect(view.promises).toEqual({ ...promises, keptRate: share(promises.kept, promises.kept + promises.lapsed) })
}

const reports = async (date: string, only: Only = {}) => {
  const filter = {
    ...(only.floor !== undefined && { floor: only.floor }),
    ...(only.source !== undefined && { source: only.source as 'phone' }),
    ...(only.vip !== undefined && { vip: only.vip ? ('only' as const) : ('none' as const) }),
  }
  const input = { period: 'day' as const, date, ...filter }
  return { entries: await entriesView(source(), reader, input), usage: await usageView(source(), reader, input) }
}

/** Entries as they were closed: head counts may have been put right since. */
const closedTotals = new Map<string, { readonly entries: number; readonly guests: number }>()
const frozenEntries = (date: string) => closedTotals.get(date) ?? { entries: 0, guests: 0 }

/** The month of a date, day by day as closed, and the month before against what has passed of it. */
async function holdMonth(date: string): Promise<void> {
  const month = await entriesView(source(), reader, { period: 'month', date })
  for (const row of month.rows.filter(({ key }) => key < dateOf(begun) || closedTotals.has(key)))
    expect(row.cells.total).toEqual(frozenEntries(row.key))
  // Like with like, to the minute of the clock itself: a correction has moved it past noon, an evening anywhere.
  const now = core.clock.now()
  const today = dateOf(now)
  const before = datesOf({ from: month.bases[0]?.from ?? '', to: month.bases[0]?.to ?? '' })
  const entriesBefore = before.map((day) => {
    const like = `${date.slice(0, 8)}${day.slice(8)}`
    if (month.to < today || like < today) return frozenEntries(day).entries
    const upTo = begins(day) + (now - begins(today))
    return like === today ? (second.entries(day, upTo).get('all total')?.entries ?? 0) : 0
  })
  expect(month.rows.map((row) => [row.key, row.base.previous?.total?.entries ?? 0])).toEqual(
    month.rows.map((row) => {
      const at = before.findIndex((day) => day.slice(8) === row.key.slice(8))
      return [row.key, entriesBefore[at] ?? 0]
    }),
  )
  expect(month.base.previous?.total?.entries).toBe(entriesBefore.reduce((sum, entries) => sum + entries, 0))
}

const evening = fc.record({
  steps: fc.array(step, { minLength: 6, maxLength: 16 }),
  refusals: fc.array(fc.record({ slot: fc.nat({ max: 60 }), party: fc.integer({ min: 1, max: 60 }) }), {
    maxLength: 2,
  }),
  block: fc.option(fc.record({ hours: fc.integer({ min: 1, max: 60 }), removedAfter: fc.nat({ max: 40 }) })),
  regular: fc.boolean(),
  only: fc.constantFrom<Only>({ floor: '3' }, { source: 'phone' }, { vip: true }, { vip: false }, {}),
  correction: fc.record({ pick: fc.nat(), party: fc.integer({ min: 1, max: 30 }), minutes: fc.nat({ max: 90 }) }),
})
type Evening = typeof evening extends fc.Arbitrary<infer Value> ? Value : never

async function play({ steps, refusals, block, regular }: Evening): Promise<void> {
  if (regular) {
    const phone = desk.newPhone()
    const card = { name: '常客', phones: [phone], vipTier: 'gold' as const }
    await core.door.execute(createCustomer(core), {
      input: card,
      actor: { staffNo: '2001', name: '主管', role: 'supervisor' },
      station: 'desk 1',
    })
  }
  const blocked = block
    ? await desk.run(addBlock(core), {
        roomNo: '702',
        kind: 'repair',
        reason: '空调',
        start: iso(core.clock.now() + 30 * minute),
        end: iso(core.clock.now() + 30 * minute + block.hours * 60 * minute),
      })
    : undefined
  for (const { slot, party } of refusals) {
    const request = { party, start: iso(desk.noon + slot * 15 * minute) }
    await desk.run(recordRefusal(core), { request, kind: party % 2 === 0 ? 'denial' : 'regret' })
  }
  for (const one of steps) await desk.take(one)
  if (blocked?.ok && block && block.removedAfter < 20) {
    await desk.moveTo(core.clock.now() + block.removedAfter * minute)
    await desk.run(removeBlock(core), { id: blocked.result.id })
  }
}

/** Puts right what was recorded of one of the day's parties, after its close; the frozen figures stay as they were. */
async function correctOne(date: string, { pick, party, minutes }: Evening['correction']): Promise<void> {
  const gone = second.gone(date)
  const stay = gone[pick % Math.max(1, gone.length)]
  if (!stay) return
  const until = begins(date) + day
  const before = await reports(date)
  const [entriesBefore, minutesBefore] = [second.entries(date, until), second.minutes(date, until)]
  const leftAt = Math.max(stay.began, stay.left - minutes * minute)
  const corrected = await desk.run(correctStay(core), { id: stay.id, party, leftAt: iso(leftAt), reason: '更正' })
  expect(corrected.ok).toBe(true)
  await desk.moveTo(core.clock.now() + minute)
  await hearJournal()
  const after = await reports(date)
  expect(after.entries.rows).toEqual(before.entries.rows)
  expect(after.usage.total).toEqual(before.usage.total)
  const guests = (cells: ReturnType<typeof second.entries>) => cells.get('all total')?.guests ?? 0
  const [last] = after.entries.adjustments.slice(-1)
  const [lastUse] = after.usage.adjustments.slice(-1)
  const changed = {
    guests: guests(second.entries(date, until)) - guests(entriesBefore),
    minutes: (second.minutes(date, until).get('all total') ?? 0) - (minutesBefore.get('all total') ?? 0),
  }
  if (changed.guests === 0 && changed.minutes === 0) return
  expect(last?.cells.total).toEqual({ entries: 0, guests: changed.guests })
  expect(lastUse?.cells.total?.minutes).toBe(changed.minutes)
}

describe('two ways of computing', () => {
  it(`agree on every figure of ${histories} random evenings: while they run, once they are closed, and when corrected`, async () => {
    await fc.assert(
      fc.asyncProperty(evening, async (one) => {
        const date = dateOf(begins(dateOf(desk.noon)))
        await play(one)
        await hearJournal()
        const now = core.clock.now()
        // A long evening may have run into the next day: then this one is closed or over already.
        const running = await reports(date)
        holdEntries(running.entries, date, now)
        holdUsage(running.usage, date, now)
        await holdMonth(date)
        // The next noon: releases, expiries, and the close have happened.
        desk.noon = Math.max(desk.noon + day, Math.ceil((now - begun) / day) * day + begun)
        await desk.moveTo(desk.noon)
        await hearJournal()
        const until = begins(date) + day
        const closed = await reports(date)
        expect(closed.entries.state).toBe('closed')
        holdEntries(closed.entries, date, until)
        holdUsage(closed.usage, date, until)
        // An evening that ran on has closed more days than its own.
        for (let at = begins(date); at + day <= core.clock.now(); at += day)
          closedTotals.set(
            dateOf(at),
            second.entries(dateOf(at), at + day).get('all total') ?? { entries: 0, guests: 0 },
          )
        await holdOperations(date, until)
        const some = await reports(date, one.only)
        holdEntries(some.entries, date, until, one.only)
        holdUsage(some.usage, date, until, one.only)
        await correctOne(date, one.correction)
        await holdMonth(date)
        // Nobody stays for ever.
        if (one.correction.pick % 3 === 0) await desk.leaveAll()
      }),
      { numRuns: histories, endOnFailure: true },
    )
  }, 1_200_000)

  it('agree on the weeks and months the evenings make up, and on what they are compared with', async () => {
    const last = dateOf(begins(dateOf(desk.noon)) - day)
    await holdMonth(last)
    const week = await usageView(source(), reader, { period: 'week', date: dateOf(Date.parse(last) - 7 * day) })
    for (const row of week.rows.filter((one) => (one.date ?? '') >= dateOf(begun))) {
      const date = row.date ?? ''
      expect(row.cells.total?.sellable).toBe(second.sellable(date, begins(date) + day).get('total'))
    }
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { commentsReport } from '#shared/contract/comment-report.ts'
import type { Paper } from '#shared/domain/reports/paper.ts'
import { DeskDriver, iso } from '#tests/builders/desk-driver.ts'

type Report = z.output<typeof commentsReport>

let desk: DeskDriver

const rooms = (from: number, count: number): string[] => Array.from({ length: count }, (_, i) => String(from + i))

async function letIn(roomNos: readonly string[], party: number): Promise<void> {
  for (const roomNo of roomNos) await desk.letIn({ party, roomNo, minutes: 60 })
}

async function enter(date: string, roomNo: string | undefined, scores: object, more: object = {}): Promise<void> {
  const { status, body } = await desk.post('/comments', { date, ...(roomNo && { roomNo }), scores, ...more })
  if (status !== 201) throw new Error(`card: ${status} ${JSON.stringify(body)}`)
}

const report = async (query = 'from=2026-05-12&to=2026-05-12'): Promise<Report> => {
  const { status, body } = await desk.get<Report>(`/reports/comments?${query}`)
  if (status !== 200) throw new Error(`${query}: ${status} ${JSON.stringify(body)}`)
  return body
}
const item = (of: Report, name: string) => of.items.find((one) => one.item === name)
const group = (groups: Report['floors'], key: string) => groups.find((one) => one.key === key)

/**
 * Monday 11 May: 15 parties at 19:00 and 5 at 21:00, 10 cards. Tuesday 12 May: 8 medium rooms at 19:00 and 8 large ones
 * at 00:30 of the night, 12 cards. Everything below is counted by hand from this.
 */
beforeAll(async () => {
  desk = await DeskDriver.start('2026-05-11 19:00')
  await letIn(rooms(201, 15), 3)
  await desk.clock('2026-05-11 21:00')
  await letIn(rooms(216, 5), 3)
  for (const [index, service] of [5, 5, 5, 5, 4, 3, 3, 3, 1, 1].entries())
    await enter('2026-05-11', String(index < 6 ? 201 + index : 210 + index), { service })
  await desk.clock('2026-05-12 19:00')
  await letIn(rooms(301, 8), 5)
})
afterAll(async () => {
  expect(desk.hub.defects).toEqual([])
  await desk.close()
})

describe('comment card statistics (reports.md §3)', () => {
  it('of a day that runs are held against the day before up to the same minute', async () => {
    await desk.clock('2026-05-12 20:00')
    const running = await report()
    expect(running).toMatchObject({
      state: 'running',
      cards: 0,
      parties: 8,
      returnRate: 0,
      base: { from: '2026-05-11', to: '2026-05-11', label: '昨日', cards: 6, parties: 15, returnRate: 0.4 },
      returnRatePoints: -40,
    })
  })

  it('count answers, blanks, means and rates; an item with nine answers has counts only', async () => {
    await desk.clock('2026-05-13 00:30')
    await letIn(rooms(501, 8), 10)
    const service = [5, 5, 5, 5, 5, 5, 4, 4, 3, 2, 1, 1]
    for (const [index, score] of service.entries()) {
      const roomNo = index < 8 ? String(301 + index) : String(493 + index)
      await enter('2026-05-12', roomNo, {
        service: score,
        ...(index >= 3 && { food: 5 }),
        price: index === 0 ? null : 2,
      })
    }
    await desk.clock('2026-05-13 10:00')
    const day = await report()
    expect(day).toMatchObject({ state: 'closed', cards: 12, parties: 16, returnRate: 0.75, returnRatePoints: 25 })
    expect(day.base).toMatchObject({ known: true, cards: 10, parties: 20, returnRate: 0.5 })
    expect(item(day, 'service')).toMatchObject({
      label: '服务',
      n: 12,
      blanks: 0,
      counts: [2, 1, 1, 2, 6],
      satisfied: 8,
      dissatisfied: 3,
      mean: 3.75,
      satisfiedRate: 8 / 12,
      dissatisfiedRate: 0.25,
      base: { n: 10, counts: [2, 0, 3, 1, 4], mean: 3.5, satisfiedRate: 0.5, dissatisfiedRate: 0.2 },
    })
    expect(item(day, 'service')?.change.mean).toBeCloseTo(0.25)
    expect(item(day, 'service')?.change.satisfiedPoints).toBeCloseTo(16.667, 2)
    expect(item(day, 'service')?.change.dissatisfiedPoints).toBeCloseTo(5)
    const none = { mean: null, satisfiedPoints: null, dissatisfiedPoints: null }
    expect(item(day, 'food')).toMatchObject({
      n: 9,
      blanks: 3,
      satisfied: 9,
      mean: null,
      satisfiedRate: null,
      change: none,
    })
    expect(item(day, 'price')).toMatchObject({ n: 11, blanks: 1, mean: 2, dissatisfiedRate: 1, change: none })
    expect(item(day, 'sound')).toMatchObject({ n: 0, blanks: 12, counts: [0, 0, 0, 0, 0] })
  })

  it('by floor, room type and shift, each with its own return rate', async () => {
    const day = await report()
    const brief = (one: Report['floors'][number] | undefined) =>
      one && [one.label, one.cards, one.parties, one.returnRate, one.items.service?.n, one.items.service?.mean]
    expect(brief(group(day.floors, '3'))).toEqual(['3 楼', 8, 8, 1, 8, null])
    expect(brief(group(day.floors, '5'))).toEqual(['5 楼', 4, 8, 0.5, 4, null])
    expect(brief(group(day.floors, '2'))).toEqual(['2 楼', 0, 0, null, 0, null])
    expect(brief(group(day.types, 'M'))).toEqual(['中包', 8, 8, 1, 8, null])
    expect(brief(group(day.types, 'L'))).toEqual(['大包', 4, 8, 0.5, 4, null])
    expect(day.shifts.map((one) => brief(one)?.slice(0, 4))).toEqual([
      ['日班', 0, 0, null],
      ['晚班', 8, 8, 1],
      ['夜班', 4, 8, 0.5],
    ])
    const both = await report('from=2026-05-11&to=2026-05-12')
    expect(brief(group(both.shifts, '晚班'))).toEqual(['晚班', 18, 28, 18 / 28, 18, (35 + 38) / 18])
  })

  it('leave out what was taken back, and list cards without a room apart', async () => {
    const before = await report()
    await enter('2026-05-12', undefined, { service: 1 })
    const [card] = (await desk.get<{ items: { id: string; roomNo?: string }[] }>('/comments?limit=1')).body.items
    const after = await report()
    expect([after.cards, item(after, 'service')?.counts[0]]).toEqual([13, 3])
    for (const groups of [after.floors, after.types, after.shifts])
      expect(group(groups, '')).toMatchObject({ label: '未注明', cards: 1, parties: null, returnRate: null })
    expect(after.checks.map((check) => [check.name, check.ok])).toEqual([
      ['cardGroups', true],
      ['cardItems', true],
    ])
    await desk.post(`/comments/${card?.id}/take-back`, {})
    expect(await report()).toEqual(before)
  })

  it('of one floor count its cards and its parties alone', async () => {
    const floor = await report('from=2026-05-12&to=2026-05-12&floor=5')
    expect(floor).toMatchObject({ cards: 4, parties: 8, returnRate: 0.5, filter: { floor: '5' } })
    expect(floor.floors.map((one) => one.key)).toEqual(['5'])
  })

  it('of a month are held against the month before', async () => {
    const month = await report('from=2026-05-01&to=2026-05-31')
    expect(month).toMatchObject({
      cards: 22,
      parties: 36,
      base: { from: '2026-04-01', to: '2026-04-30', label: '上月', known: false, cards: 0 },
    })
    expect(item(month, 'service')?.change.mean).toBeNull()
  })

  it('say what each figure means, and which hours the shifts have', async () => {
    const day = await report()
    expect(day.title).toBe('贵宾意见卡统计')
    expect(day.definitions.map((one) => one.figure)).toEqual(
      expect.arrayContaining(['cardReturn', 'cardAnswers', 'cardMean', 'cardSatisfied', 'cardFew', 'cardShift']),
    )
    expect(day.definitions.find((one) => one.figure === 'cardShift')?.text).toContain(
      '日班 08:00、晚班 18:00、夜班 次日 00:00',
    )
    expect(day.madeAt).toBe(iso('2026-05-13 10:00'))
  })

  it.each([
    ['', 200],
    ['from=2026-05-12', 400],
    ['from=2026-05-12&to=2026-05-11', 400],
    ['from=2020-01-01&to=2026-01-01', 400],
    ['from=2026-05-12&to=2026-05-12&source=phone', 400],
    ['from=2027-01-01&to=2027-01-31', 200],
  ])('are asked for with %s: %i', async (query, status) =>
    expect((await desk.get(`/reports/comments?${query}`)).status).toBe(status),
  )
})

describe('the sheet of the statistics', () => {
  const table = (sheet: Paper, key: string) => sheet.tables.find((one) => one.key === key)
  const sheet = async (query = 'from=2026-05-12&to=2026-05-12') =>
    (await desk.get<Paper>(`/reports/comments/paper?${query}`)).body

  it('has the figures of the report, what they are held against, and the definitions', async () => {
    const made = await sheet()
    expect(made).toMatchObject({ name: 'comments', title: '贵宾意见卡统计', landscape: true })
    expect(made.facts.map((fact) => fact.value)).toEqual(
      expect.arrayContaining(['2026-05-12 周二', '计到 2026-05-13 10:00', '昨日 2026-05-11']),
    )
    expect(table(made, 'items')?.rows[0]).toMatchObject({
      key: 'service',
      cells: { item: '服务', n: 12, s1: 2, s5: 6, satisfied: 8, satisfiedRate: 8 / 12, mean: 3.75 },
    })
    expect(table(made, 'items')?.rows[1]).toMatchObject({
      key: 'food',
      cells: { n: 9, mean: null, satisfiedRate: null },
    })
    expect(table(made, 'return')?.rows.map((row) => [row.cells.now, row.cells.base, row.cells.change])).toEqual([
      [12, 10, 2],
      [16, 20, -4],
      [0.75, 0.5, 25],
    ])
    expect(table(made, 'shift')?.rows.map((row) => [row.cells.label, row.cells.cards, row.cells.parties])).toEqual([
      ['晚班', 8, 8],
      ['夜班', 4, 8],
      ['合计', 12, 16],
    ])
    expect(made.definitions.length).toBeGreaterThan(6)
    expect(made.checks.every((check) => check.ok)).toBe(true)
  })

  it('names only columns it has, in every cell and every formula', async () => {
    for (const { columns, rows } of (await sheet('from=2026-05-11&to=2026-05-12')).tables) {
      const known = new Set(columns.map((column) => column.key))
      for (const row of rows) {
        expect(Object.keys(row.cells).filter((key) => !known.has(key))).toEqual([])
        expect(Object.keys(row.formulas ?? {}).filter((key) => !known.has(key))).toEqual([])
      }
    }
  })

  it('speaks of no dates before the venue’s first', async () => {
    const first = await sheet('from=2026-04-01&to=2026-04-30')
    expect(table(first, 'return')?.rows.map((row) => row.cells.base)).toEqual([null, null, null])
    expect(table(first, 'floor')).toMatchObject({ rows: [], empty: '这段时间还没有意见卡。' })
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { paper } from '#shared/contract/paper.ts'
import type { entriesReport, operationsReport, reportRows, usageReport } from '#shared/contract/report.ts'
import { DeskDriver, iso, newPhone } from '#tests/builders/desk-driver.ts'

type Entries = z.output<typeof entriesReport>
type Usage = z.output<typeof usageReport>
type Operations = z.output<typeof operationsReport>
type Rows = z.output<typeof reportRows>
type Paper = z.output<typeof paper>

let desk: DeskDriver
beforeEach(async () => {
  desk = await DeskDriver.start('2026-05-12 19:00')
})
afterEach(() => desk.close())

const read = async <Report>(path: string): Promise<Report> => {
  const { status, body } = await desk.get<Report>(path)
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
  return body
}
const entries = (query = 'period=day&date=2026-05-12') => read<Entries>(`/reports/entries?${query}`)
const usage = (query = 'period=day&date=2026-05-12') => read<Usage>(`/reports/usage?${query}`)
const row = <Row extends { key: string }>(report: { rows: Row[] }, key: string): Row => {
  const found = report.rows.find((one) => one.key === key)
  if (!found) throw new Error(`no row ${key}`)
  return found
}
const leave = async (id: string) => {
  await desk.post(`/stays/${id}/settle`, {})
  await desk.post(`/stays/${id}/leave`, {})
}

describe('entries', () => {
  it('count a party once, in its hour and under the type it used first, through any transfer', async () => {
    const stay = await desk.letIn({ party: 3, roomNo: '301', minutes: 120 })
    await desk.clock('2026-05-12 20:10')
    await desk.post(`/stays/${stay.id}/transfer`, { roomNo: '201', reason: 'guest', charge: 'keep' })
    const report = await entries()
    expect(report.columns).toEqual(['S', 'M', 'L', 'XL', 'P', 'total'])
    expect(row(report, '19').cells).toMatchObject({
      M: { entries: 1, guests: 3 },
      S: { entries: 0, guests: 0 },
      total: { entries: 1, guests: 3 },
    })
    expect(row(report, '20').cells.total).toEqual({ entries: 0, guests: 0 })
    expect(report.total.total).toEqual({ entries: 1, guests: 3 })
    expect(report.rows.map((one) => one.key)).toEqual(Array.from({ length: 24 }, (_, index) => String(8 + index)))
  })

  it('after midnight belong to the evening before', async () => {
    await desk.clock('2026-05-13 01:20')
    await desk.letIn({ party: 2, minutes: 60 })
    expect(row(await entries(), '25').cells.S).toEqual({ entries: 1, guests: 2 })
    expect((await entries('period=day&date=2026-05-13')).total.total).toEqual({ entries: 0, guests: 0 })
    expect((await entries('date=2026-05-12')).rows[17]?.label).toBe('次日 01:00')
  })

  it('are compared with yesterday, last week and last year, with as much of them as has passed today', async () => {
    await desk.letIn({ party: 2, minutes: 60 })
    await desk.clock('2026-05-12 21:00')
    await desk.letIn({ party: 2, minutes: 60 })
    await desk.clock('2026-05-13 19:30')
    await desk.letIn({ party: 4, minutes: 60 })
    const report = await entries('period=day&date=2026-05-13')
    expect(report.state).toBe('running')
    expect(report.base.previous?.total).toEqual({ entries: 1, guests: 2 })
    expect(row(report, '21').base.previous?.total).toEqual({ entries: 0, guests: 0 })
    expect(report.bases.map((base) => [base.name, base.from, base.known])).toEqual([
      ['previous', '2026-05-12', true],
      ['sameWeekday', '2026-05-06', true],
      ['lastYear', '2025-05-14', false],
    ])
    await desk.clock('2026-05-14 09:00')
    expect((await entries('period=day&date=2026-05-13')).base.previous?.total).toEqual({ entries: 2, guests: 4 })
  })

  it('are compared with no time of which the venue knows but a part', async () => {
    // The venue was made on Friday 1 May: of the week before the 4th it knows three days.
    const known = async (date: string) =>
      (await entries(`period=week&date=${date}`)).bases.find((base) => base.name === 'previous')?.known
    expect(await known('2026-05-06')).toBe(false)
    expect(await known('2026-05-12')).toBe(true)
  })

  it('by week have their peak hour, by month their averages', async () => {
    await desk.letIn({ party: 2, minutes: 60 })
    await desk.letIn({ party: 3, minutes: 60 })
    await desk.clock('2026-05-13 12:00')
    const week = await entries('period=week&date=2026-05-12')
    expect([week.from, week.to]).toEqual(['2026-05-11', '2026-05-17'])
    expect(row(week, '2')).toMatchObject({ peak: { hour: '19', value: 2 }, label: '周二', date: '2026-05-12' })
    expect(row(week, '7').ahead).toBe(true)
    const month = await entries('period=month&date=2026-05-12')
    expect(month.rows).toHaveLength(31)
    expect(row(month, '2026-05-01').holiday).toBe('劳动节')
    expect(month.averages.find((one) => one.weekday === 2)).toMatchObject({
      days: 2,
      cells: { total: { entries: 1, guests: 2.5 } },
    })
  })

  it('by floor, source and card', async () => {
    const phone = newPhone()
    await desk.post('/customers', { name: '金卡', phones: [phone], vipTier: 'gold' }, '2001')
    await desk.letIn({ party: 3, roomNo: '301', minutes: 60, name: '金卡', phone })
    await desk.letIn({ party: 2, roomNo: '201', minutes: 60 })
    const total = async (query: string) => (await entries(`date=2026-05-12&${query}`)).total.total?.entries
    expect(await total('floor=3')).toBe(1)
    expect(await total('source=walkIn')).toBe(2)
    expect(await total('source=phone')).toBe(0)
    expect(await total('vip=only')).toBe(1)
    expect(await total('vip=none')).toBe(1)
  })

  it('over any dates, by month when there are many', async () => {
    await desk.letIn({ party: 2, minutes: 60 })
    const year = await entries('from=2026-01-01&to=2026-12-31')
    expect(year.rows.map((one) => one.key)).toEqual(
      Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`),
    )
    expect(row(year, '2026-05').cells.total?.entries).toBe(1)
  })
})

describe('use', () => {
  it('is split by clock hour and by the type really used, over what was for sale', async () => {
    const stay = await desk.letIn({ party: 3, roomNo: '701', minutes: 120 })
    await desk.clock('2026-05-12 20:30')
    await desk.post(`/stays/${stay.id}/transfer`, { roomNo: '201', reason: 'guest', charge: 'keep' })
    await desk.clock('2026-05-12 21:15')
    await leave(stay.id)
    await desk.clock('2026-05-13 09:00')
    const report = await usage()
    expect(row(report, '19').cells.P).toMatchObject({ minutes: 60, rooms: 1, rate: 0.5, sellable: 120 })
    expect(row(report, '20').cells).toMatchObject({
      P: { minutes: 30, rooms: 0 },
      S: { minutes: 30, rooms: 1, rate: 30 / (24 * 60) },
      total: { minutes: 60, rooms: 1 },
    })
    expect(row(report, '21').cells.S).toMatchObject({ minutes: 15, rooms: 0 })
    expect(report.total.total).toMatchObject({ minutes: 135, opened: 1, uses: 2, rooms: 2, sellableRooms: 60 })
    expect(report.checks.every((check) => check.ok)).toBe(true)
  })

  it('leaves blocked rooms out of what was for sale', async () => {
    const block = { roomNo: '702', kind: 'repair', reason: '空调' }
    await desk.post('/blocks', { ...block, start: iso('2026-05-12 20:00'), end: iso('2026-05-12 22:30') }, '2001')
    await desk.clock('2026-05-13 09:00')
    expect(row(await usage(), '22').cells.P).toMatchObject({ sellable: 90, openMinutes: 120, rate: 0 })
  })
})

describe('a closed day', () => {
  it('is closed half an hour after its end, and its figures stay as they are', async () => {
    await desk.letIn({ party: 3, roomNo: '301', minutes: 60 })
    await desk.clock('2026-05-13 08:29')
    expect((await entries()).state).toBe('running')
    await desk.clock('2026-05-13 08:30')
    expect(await entries()).toMatchObject({ state: 'closed', closedAt: iso('2026-05-13 08:30') })
    await desk.rest.call('PUT', '/venue/rooms', {
      staff: '3001',
      body: {
        rooms: (await read<{ rooms: { roomNo: string; floor: string }[] }>('/venue')).rooms
          .filter((room) => room.roomNo !== '702')
          .map((room) => (room.roomNo === '301' ? { ...room, floor: '9' } : room)),
      },
    })
    expect((await entries('date=2026-05-12&floor=3')).total.total?.entries).toBe(1)
    expect((await usage()).total.P?.sellableRooms).toBe(2)
  })

  it('shows a later correction as an adjustment with its own line, and nothing else changes', async () => {
    const stay = await desk.letIn({ party: 3, roomNo: '301', minutes: 60 })
    await desk.clock('2026-05-12 21:00')
    await leave(stay.id)
    await desk.clock('2026-05-13 10:00')
    const before = { entries: await entries(), usage: await usage() }
    const body = { party: 5, leftAt: iso('2026-05-12 20:30'), reason: '登记时少记两位' }
    const answer = await desk.post(`/stays/${stay.id}/correct`, body, '2001')
    expect(answer.status).toBe(200)
    await desk.clock('2026-05-13 10:01')
    const after = { entries: await entries(), usage: await usage() }
    expect(after.entries.rows).toEqual(before.entries.rows)
    expect(after.entries.total).toEqual(before.entries.total)
    expect(after.usage.total).toEqual(before.usage.total)
    expect(after.entries.adjustments).toMatchObject([
      {
        date: '2026-05-12',
        by: '2001',
        command: 'stay.correct',
        cells: { M: { entries: 0, guests: 2 }, total: { entries: 0, guests: 2 } },
      },
    ])
    expect(after.usage.adjustments).toMatchObject([
      { cells: { M: { minutes: -30 }, total: { minutes: -30, uses: 0 } } },
    ])
  })

  it('an adjustment says who corrected what and why, and what was taken back since; the paper says it too', async () => {
    const stay = await desk.letIn({ party: 3, roomNo: '301', minutes: 60 })
    const other = await desk.letIn({ party: 2, roomNo: '201', minutes: 60 })
    await desk.clock('2026-05-12 21:00')
    await leave(stay.id)
    await leave(other.id)
    const correct = async (id: string, party: number, reason: string) =>
      (await desk.post<{ journalSeq: number }>(`/stays/${id}/correct`, { party, reason }, '2001')).body.journalSeq
    // Before the close nothing is frozen, and this is no adjustment.
    await correct(stay.id, 4, '当晚补记')
    await desk.clock('2026-05-13 10:00')
    await correct(stay.id, 5, '登记时少记')
    const seq = await correct(other.id, 6, '看错一行')
    await desk.clock('2026-05-13 10:01')
    await desk.post('/undo', { seq }, '2001')
    await desk.clock('2026-05-13 10:02')
    const { adjustments } = await entries()
    expect(adjustments.map((one) => [one.cells.total?.guests, one.reasons.map(({ reason }) => reason)])).toEqual([
      [5, ['登记时少记', '看错一行']],
      [-4, ['撤销更正']],
    ])
    expect(adjustments[0]?.note).toMatch(/^.+：登记时少记；.+：看错一行$/)
    const paper = await read<Paper>('/reports/entries/paper?date=2026-05-12')
    expect(paper.facts.find((fact) => fact.label === '更正')?.value).toContain('登记时少记')
  })

  it('rows behind a figure tell what was corrected since the close, and what stood before', async () => {
    const stay = await desk.letIn({ party: 3, roomNo: '301', minutes: 60 })
    await desk.clock('2026-05-12 21:00')
    await leave(stay.id)
    const behind = async () =>
      (await read<Rows>('/reports/rows?table=entries&date=2026-05-12')).items.map(({ party, leftAt, corrected }) => ({
        party,
        leftAt,
        corrected,
      }))
    await desk.post(`/stays/${stay.id}/correct`, { party: 4, reason: '当晚补记' }, '2001')
    await desk.clock('2026-05-13 10:00')
    expect(await behind()).toEqual([{ party: 4, leftAt: iso('2026-05-12 21:00'), corrected: undefined }])
    const body = { party: 6, leftAt: iso('2026-05-12 20:30'), reason: '少记两位' }
    const { journalSeq: seq } = (await desk.post<{ journalSeq: number }>(`/stays/${stay.id}/correct`, body, '2001'))
      .body
    // At once, and still when the day has been looked at again.
    for (const now of ['2026-05-13 10:00', '2026-05-13 10:01']) {
      await desk.clock(now)
      expect(await behind()).toMatchObject([
        {
          party: 4,
          leftAt: iso('2026-05-12 20:30'),
          corrected: {
            party: { from: 4, to: 6 },
            leftAt: { from: iso('2026-05-12 21:00'), to: iso('2026-05-12 20:30') },
            reasons: [{ reason: '少记两位', by: { staffNo: '2001' } }],
          },
        },
      ])
    }
    await desk.post('/undo', { seq }, '2001')
    expect((await behind())[0]?.corrected).toBeUndefined()
  })

  it('the overview keeps its figures, and lists those of the day that are others now', async () => {
    const stay = await desk.letIn({ party: 3, roomNo: '301', minutes: 60 })
    await desk.clock('2026-05-12 20:00')
    await leave(stay.id)
    await desk.clock('2026-05-13 10:00')
    const overview = () => read<Operations>('/reports/operations?from=2026-05-01&to=2026-05-12')
    const before = await overview()
    expect(before.adjustments).toEqual([])
    const body = { party: 5, leftAt: iso('2026-05-12 19:30'), reason: '少记两位' }
    await desk.post(`/stays/${stay.id}/correct`, body, '2001')
    await desk.clock('2026-05-13 10:01')
    const after = await overview()
    expect({ ...after, adjustments: [], madeAt: before.madeAt }).toEqual(before)
    expect(after.adjustments).toMatchObject([{ date: '2026-05-12', by: '2001', reasons: [{ reason: '少记两位' }] }])
    expect(after.adjustments[0]?.figures).toEqual(
      expect.arrayContaining([
        { figure: 'guests', name: '进场人数', unit: 'count', before: 3, now: 5 },
        { figure: 'meanStay', name: '平均停留（分）', unit: 'mean', before: 60, now: 30 },
        { figure: 'used', name: '使用时（小时）', unit: 'hours', before: 1, now: 0.5 },
      ]),
    )
    expect(after.adjustments[0]?.figures.map(({ figure }) => figure)).not.toContain('parties')
    const paper = await read<Paper>('/reports/operations/paper?from=2026-05-01&to=2026-05-12')
    const table = paper.tables.find((one) => one.key === 'adjustments')
    expect(table?.rows.find((one) => one.cells.figure === '进场人数')?.cells).toMatchObject({
      before: 3,
      now: 5,
      difference: 2,
      note: expect.stringContaining('少记两位'),
    })
  })

  it('the list of entries shows what is right, and in a column of its own what stood before', async () => {
    const stay = await desk.letIn({ party: 5, roomNo: '301', minutes: 60 })
    await desk.letIn({ party: 2, roomNo: '201', minutes: 60 })
    await desk.clock('2026-05-12 20:00')
    await leave(stay.id)
    await desk.clock('2026-05-13 10:00')
    const body = { party: 7, leftAt: iso('2026-05-12 19:30'), reason: '少记两位' }
    await desk.post(`/stays/${stay.id}/correct`, body, '2001')
    const paper = await read<Paper>('/reports/list-stays/paper?from=2026-05-12&to=2026-05-12')
    const shown = paper.tables[0]?.rows.map((one) => [one.cells.party, one.cells.corrected])
    expect(shown).toEqual(
      expect.arrayContaining([
        [7, '5 → 7 人，离店 20:00 → 19:30'],
        [2, null],
      ]),
    )
  })

  it('is not touched by a party that stays over and leaves later', async () => {
    const stay = await desk.letIn({ party: 3, roomNo: '301', minutes: 60 })
    await desk.clock('2026-05-13 09:00')
    const before = await usage()
    expect(before.checks.every((check) => check.ok)).toBe(true)
    await leave(stay.id)
    await desk.clock('2026-05-13 12:00')
    expect(await usage()).toEqual({ ...before, madeAt: iso('2026-05-13 12:00') })
    expect((await usage('date=2026-05-13')).total.M).toMatchObject({ minutes: 60, opened: 0, uses: 0 })
    expect((await entries('date=2026-05-13')).checks.find((check) => check.name === 'inOut')).toMatchObject({
      ok: true,
      values: { before: 1, in: 0, out: 1, inside: 0 },
    })
  })

  it('a correction is for a supervisor, of a party that has gone, and within what was recorded', async () => {
    const stay = await desk.letIn({ party: 3, roomNo: '301', minutes: 60 })
    const correct = async (body: object, staff = '2001') =>
      (await desk.post(`/stays/${stay.id}/correct`, { reason: '更正', ...body }, staff)).status
    expect(await correct({ party: 4 })).toBe(409)
    await desk.clock('2026-05-12 20:00')
    await leave(stay.id)
    expect(await correct({ party: 4 }, '1001')).toBe(403)
    expect(await correct({ leftAt: iso('2026-05-12 20:01') })).toBe(400)
    expect(await correct({ leftAt: iso('2026-05-12 18:59') })).toBe(400)
    expect(await correct({})).toBe(400)
    expect(await correct({ party: 4 })).toBe(200)
    expect((await entries()).total.total?.guests).toBe(4)
  })

  it('many days at once are closed after the program was off', async () => {
    await desk.letIn({ party: 3, roomNo: '301', minutes: 60 })
    await desk.clock('2026-07-30 12:00')
    expect((await entries('date=2026-07-29')).state).toBe('closed')
    expect((await entries('period=month&date=2026-05-12')).state).toBe('closed')
    expect((await entries('date=2026-07-30')).state).toBe('running')
  })
})

describe('the rows behind a cell', () => {
  it('come to the cell, with where each party came from and what it had booked', async () => {
    const booking = await desk.book({ party: 4, start: '2026-05-12 19:15', typeCode: 'S' })
    await desk.clock('2026-05-12 19:15')
    await desk.arrive(booking.code)
    await desk.letIn({ party: 2, roomNo: '224', minutes: 60, name: '王女士' })
    await desk.letIn({ party: 6, roomNo: '301', minutes: 60 })
    const rows = await read<Rows>('/reports/rows?table=entries&date=2026-05-12&row=19&column=S')
    expect(rows).toMatchObject({ parties: 2, guests: 6 })
    expect(rows.items.map((one) => [one.roomNo, one.party, one.source, one.bookingCode ?? one.name])).toEqual(
      expect.arrayContaining([
        ['224', 2, 'walkIn', '王女士'],
        [expect.any(String), 4, 'phone', booking.code],
      ]),
    )
    expect(await read<Rows>('/reports/rows?table=entries&date=2026-05-12')).toMatchObject({ parties: 3, guests: 12 })
  })

  it('of use say how many minutes of each count', async () => {
    await desk.letIn({ party: 2, roomNo: '201', minutes: 120 })
    await desk.clock('2026-05-12 20:40')
    const rows = await read<Rows>('/reports/rows?table=usage&date=2026-05-12&row=20&column=S')
    expect(rows).toMatchObject({ parties: 1, minutes: 40, items: [{ minutes: 40, roomNo: '201', began: 'opened' }] })
  })

  it('of a base too', async () => {
    await desk.letIn({ party: 2, roomNo: '201', minutes: 60 })
    await desk.clock('2026-05-14 09:00')
    const rows = await read<Rows>('/reports/rows?table=entries&date=2026-05-13&row=19&base=previous')
    expect(rows).toMatchObject({ parties: 1, items: [{ businessDate: '2026-05-12' }] })
  })

  it('page after page', async () => {
    for (const roomNo of ['201', '202', '203']) await desk.letIn({ party: 2, roomNo, minutes: 60 })
    const first = await read<Rows>('/reports/rows?table=entries&date=2026-05-12&limit=2')
    expect([first.items.length, first.parties, first.next]).toEqual([2, 3, '2'])
    const second = await read<Rows>('/reports/rows?table=entries&date=2026-05-12&limit=2&cursor=2')
    expect([second.items.length, second.parties, second.next]).toEqual([1, 3, undefined])
  })
})

describe('operations', () => {
  it('tells where parties come from, who was due, how long they stay, who waited and who went without', async () => {
    const late = await desk.book({ party: 4, start: '2026-05-12 19:30' })
    const came = await desk.book({ party: 4, start: '2026-05-12 19:15' })
    await desk.clock('2026-05-12 19:15')
    const stay = await desk.arrive(came.code)
    await desk.post(`/stays/${stay.body.id}/extend`, { minutes: 30 })
    await desk.letIn({ party: 3, roomNo: '301', minutes: 60 })
    await desk.post('/refusals', {
      request: { party: 6, start: iso('2026-05-12 21:30') },
      kind: 'regret',
      reason: 'price',
    })
    await desk.clock('2026-05-12 20:45')
    expect((await desk.get<{ status: string }>(`/bookings/${late.code}`)).body.status).toBe('released')
    await leave(stay.body.id)
    const report = await read<Operations>('/reports/operations?from=2026-05-12&to=2026-05-12')
    expect(report.parties).toMatchObject({
      parties: 2,
      guests: 7,
      seatRate: 7 / 12,
      bySource: { phone: { parties: 1, share: 0.5 }, walkIn: { parties: 1, share: 0.5 } },
      cross: { S: { S: 1 }, M: { M: 1 } },
      larger: 1,
    })
    expect(report.due).toMatchObject({ due: 2, arrived: 1, released: 1, arrivedRate: 0.5, releasedRate: 0.5 })
    expect(report.stays).toEqual({ out: 1, mean: 90, median: 90, extended: 1, extendedRate: 1 })
    expect(report.refusals).toMatchObject({ denials: 0, regrets: 1, byHour: { 21: { regrets: 1 } } })
    expect(report.rooms).toMatchObject({ opened: 2, openRate: 2 / 60, turnover: 2 / 60 })
    expect(report.checks.map(({ ok, text }) => [ok, text])).toEqual([
      [true, '各来源合计 2 = 进场 2'],
      [true, '到场 1 + 未到 1 = 应到 2'],
      [true, '入座 0 + 离开 0 + 还在等 0 = 进候位 0'],
    ])
  })

  it('says of which figures a filter leaves the whole house', async () => {
    const titles = async (query: string) => {
      const { tables } = await read<z.output<typeof paper>>(`/reports/operations/paper?date=2026-05-12${query}`)
      return tables.flatMap(({ title }) => (title?.includes('全店') ? [title] : []))
    }
    expect(await titles('')).toEqual([])
    expect(await titles('&floor=3')).toContain('候位（全店，不随筛选）')
    expect(await titles('&floor=3')).toHaveLength(5)
  })
})

describe('what is asked for is checked', () => {
  it.each([
    ['period=year', 400],
    ['date=2026-02-30', 400],
    ['from=2026-05-02', 400],
    ['from=2026-05-02&to=2026-05-01', 400],
    ['from=2020-01-01&to=2026-01-01', 400],
    ['source=moon', 400],
    ['colour=red', 400],
    ['date=2030-01-01', 200],
  ])('%s: %i', async (query, status) => {
    expect((await desk.get(`/reports/entries?${query}`)).status).toBe(status)
  })

  it.each([
    '/reports/vip/paper?floor=3',
    '/reports/coupons/paper?vip=only',
    '/reports/list-stays/paper?source=phone',
    '/reports/comments/paper?source=phone',
    '/reports/calls.xlsx?floor=3',
    '/reports/day.xlsx?floor=3',
  ])('%s knows no such filter: it tells of the whole house, and says so', async (path) => {
    const { status, body } = await desk.get<{ error: { code: string; details: { fields: { path: string }[] } } }>(path)
    expect([status, body.error.code]).toEqual([400, 'INVALID'])
    expect(['floor', 'vip', 'source']).toContain(body.error.details.fields[0]?.path)
  })

  it.each([
    ['comments', '2026-05-01', '2026-05-31'],
    ['coupons', '2026-05-01', '2026-05-31'],
    ['vip', '2026-05-01', '2026-05-31'],
    ['calls', '2026-05-12', '2026-05-12'],
  ])('%s without dates is of %s to %s, as its paper is', async (name, from, to) => {
    expect(await desk.get(`/reports/${name}`)).toMatchObject({ status: 200, body: { from, to } })
    const { body } = await desk.get<{ facts: { value: string }[] }>(`/reports/${name}/paper`)
    expect(body.facts[0]?.value).toContain(to)
    expect((await desk.get(`/reports/${name}?from=2026-05-01`)).status).toBe(400)
  })

  it('a report there is none of: 404', async () => {
    expect((await desk.get('/reports/weather')).status).toBe(404)
    expect((await desk.get('/reports/weather/paper')).status).toBe(404)
  })
})

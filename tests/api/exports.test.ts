import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import type { z } from 'zod'
import type { exportJob } from '#shared/contract/export.ts'
import { DeskDriver, newPhone } from '#tests/builders/desk-driver.ts'
import { takeFile } from '#tests/builders/files.ts'

type Job = z.output<typeof exportJob>

let desk: DeskDriver
beforeAll(async () => {
  desk = await DeskDriver.start('2026-05-12 19:00')
  await desk.letIn({ party: 3, roomNo: '301', minutes: 120, name: '=SUM(A1)' })
  await desk.book({ party: 4, start: '2026-05-12 20:00' }, { customer: { name: '张伟', phone: newPhone() } })
})
afterAll(async () => {
  expect(desk.hub.defects).toEqual([])
  await desk.close()
})

const take = (path: string, staff: string | null = '1001', language = 'zh-CN') => takeFile(desk, path, staff, language)
const left = () => readdirSync(`${desk.hub.folder}/exports`)

async function ended(id: string, staff = '1001'): Promise<Job> {
  for (;;) {
    const { body } = await desk.get<Job>(`/exports/${id}`, staff)
    if (body.state !== 'running') return body
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('the file of a report', () => {
  it('stands under its name with .xlsx or .csv behind it', async () => {
    const xlsx = await take('/reports/entries.xlsx?period=day&date=2026-05-12')
    expect(xlsx.status).toBe(200)
    expect(xlsx.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK')
    const csv = await take('/reports/entries.csv?period=day&date=2026-05-12')
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(csv.bytes.toString()).toMatch(/^\ufeff时段,进场数（批） 小包/)
    expect(left()).toEqual([])
  })

  it('is saved under a Chinese name, and under a plain one by programs that read ASCII only', async () => {
    const { headers } = await take('/reports/usage.xlsx?period=day&date=2026-05-12')
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="ktv-desk 2026-05-12.xlsx"; filename*=UTF-8''${encodeURIComponent('包厢使用比较表（日表） 2026-05-12.xlsx')}`,
    )
  })

  it('is written in the reader’s language', async () => {
    const english = await take('/reports/list-stays.csv?from=2026-05-12&to=2026-05-12', '1001', 'en')
    expect(english.bytes.toString()).toContain('Business date,In,Out')
    const traditional = await take('/reports/list-stays.csv?from=2026-05-12&to=2026-05-12', '1001', 'zh-TW')
    expect(traditional.bytes.toString()).toContain('營業日,進場,離店')
  })

  it('never takes a report’s own address', async () => {
    expect((await desk.get('/reports/entries?date=2026-05-12')).body).toMatchObject({ name: 'entries' })
    expect((await desk.get('/reports/entries/paper?date=2026-05-12')).body).toMatchObject({ name: 'entries-day' })
  })

  it('of one figure has the very rows it was counted from, and their sum', async () => {
    const { bytes } = await take('/reports/behind.csv?table=entries&date=2026-05-12&row=19&column=M')
    const [, ...rows] = bytes.toString().trim().split('\r\n')
    expect(rows).toHaveLength(2)
    expect(rows[0]).toContain("'=SUM(A1)")
    expect(rows.at(-1)).toMatch(/^合计,.*1 行,.*,3,/)
    const elsewhere = await take('/reports/behind.csv?table=usage&date=2026-05-12&row=12')
    expect(elsewhere.bytes.toString().trim().split('\r\n')).toHaveLength(1)
    expect((await take('/reports/behind.xlsx?date=2026-05-12')).status).toBe(404)
  })

  it.each([
    ['/reports/nothing.xlsx', 404, 'NOT_FOUND'],
    ['/reports/entries.pdf', 404, 'NOT_FOUND'],
    ['/reports/nothing', 404, 'NOT_FOUND'],
    ['/reports/constructor.xlsx', 404, 'NOT_FOUND'],
    ['/reports/constructor/paper', 404, 'NOT_FOUND'],
    ['/reports/month.csv', 404, 'NOT_FOUND'],
    ['/reports/entries.xlsx?from=2026-05-12&to=2026-05-01', 400, 'INVALID'],
    ['/reports/entries.xlsx?colour=red', 400, 'INVALID'],
    ['/reports/list-stays.xlsx?date=2026-05-12&vip=only', 400, 'INVALID'],
    ['/reports/month.xlsx?date=2026-05-12&floor=3', 400, 'INVALID'],
  ])('%s is %d %s', async (path, status, code) => {
    const answer = await take(path)
    expect([answer.status, JSON.parse(answer.bytes.toString()).error.code]).toEqual([status, code])
  })

  it('is for people who are signed in', async () => {
    expect((await take('/reports/entries.xlsx', null)).status).toBe(401)
  })
})

describe('an export in the background', () => {
  it('is begun, watched, taken and put away', async () => {
    const { status, body } = await desk.post<Job>('/exports', {
      name: 'list-bookings',
      format: 'xlsx',
      from: '2026-05-12',
      to: '2026-05-12',
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({ name: 'list-bookings', format: 'xlsx', state: 'running' })
    const job = await ended(body.id)
    expect(job).toMatchObject({ state: 'done', done: 1, of: 1, unit: 'rows', fileName: '预约单 2026-05-12.xlsx' })
    const file = await take(`/exports/${body.id}/file`)
    expect(file.bytes).toHaveLength(job.bytes ?? 0)
    expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toContain('预约单 2026-05-12.xlsx')
    await desk.rest.call('DELETE', `/exports/${body.id}`)
    expect((await desk.get(`/exports/${body.id}`)).status).toBe(404)
    expect(left()).toEqual([])
  })

  it('is begun once under its key', async () => {
    const begin = () =>
      desk.rest.call<Job>('POST', '/exports', { body: { name: 'entries', format: 'csv' }, key: 'once' })
    const [first, second] = [await begin(), await begin()]
    expect(second.body.id).toBe(first.body.id)
    await ended(first.body.id)
    await desk.rest.call('DELETE', `/exports/${first.body.id}`)
  })

  it('is nobody else’s', async () => {
    const { body } = await desk.post<Job>('/exports', { name: 'entries', format: 'xlsx' })
    await ended(body.id)
    expect((await desk.get(`/exports/${body.id}`, '3001')).status).toBe(404)
    expect((await take(`/exports/${body.id}/file`, '9001')).status).toBe(404)
    expect((await desk.rest.call('DELETE', `/exports/${body.id}`, { staff: '3001' })).status).toBe(404)
    await desk.rest.call('DELETE', `/exports/${body.id}`)
  })

  it('can be cancelled under way; nothing is left of it', async () => {
    const { body } = await desk.post<Job>('/exports', { name: 'month', format: 'xlsx', date: '2026-05-12' })
    const { status, body: stopped } = await desk.rest.call<Job>('DELETE', `/exports/${body.id}`)
    expect([status, stopped.state]).toEqual([200, 'cancelled'])
    // The thread may have begun its file; it takes it away as it ends.
    while (left().length > 0) await new Promise((resolve) => setTimeout(resolve, 20))
    expect((await take(`/exports/${body.id}/file`)).status).toBe(404)
  })

  it.each([
    [{ name: 'nothing', format: 'xlsx' }, 404],
    [{ name: 'entries', format: 'pdf' }, 400],
    [{ name: 'entries' }, 400],
    [{ name: '../entries', format: 'xlsx' }, 400],
    [{ name: 'list-calls', format: 'csv', source: 'phone' }, 400],
  ])('%j is %d', async (body, status) => {
    expect((await desk.post('/exports', body)).status).toBe(status)
  })
})

describe('会员信息表 as a file', () => {
  const cellsOf = (bytes: Buffer) => {
    const book = read(bytes)
    return utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 }).flat()
  }

  it('is a customer’s, phones masked, of the day it is made on; the journal tells whose', async () => {
    const phone = newPhone()
    const { body } = await desk.post<{ id: string }>('/customers', { name: '白居安', phones: [phone] })
    const { status, headers, bytes } = await take(`/reports/member-form.xlsx?customerId=${body.id}&period=month`)
    expect(status).toBe(200)
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toContain('会员信息表 2026-05-12.xlsx')
    const cells = cellsOf(bytes)
    expect(cells).toContain('白居安')
    expect(cells).toContain(`${phone.slice(0, 3)}••••${phone.slice(-4)}`)
    expect(JSON.stringify(cells)).not.toContain(phone)
    const { body: audit } = await desk.get<{ items: { input: unknown }[] }>('/audit?limit=1')
    expect(audit.items[0]?.input).toMatchObject({
      name: 'member-form',
      from: '2026-05-12',
      only: { customerId: body.id },
    })
  })

  it('is blank without one, made in the background as any other', async () => {
    const { body } = await desk.post<Job>('/exports', { name: 'member-form', format: 'xlsx' })
    expect(await ended(body.id)).toMatchObject({ state: 'done', fileName: '会员信息表 2026-05-12.xlsx' })
    const cells = cellsOf((await take(`/exports/${body.id}/file`)).bytes)
    expect(cells).toContain('□ 金卡  □ 银卡')
    // A form has no heads, and asks each thing once.
    expect(cells).not.toContain('项目')
    expect(cells.filter((cell) => cell === '姓名')).toHaveLength(1)
    await desk.rest.call('DELETE', `/exports/${body.id}`)
  })

  it('of somebody who is not there is not made', async () => {
    expect((await take('/reports/member-form.xlsx?customerId=nobody')).status).toBe(404)
  })
})

describe('the journal', () => {
  it('tells who took what away, over which days, when', async () => {
    await take('/reports/list-uses.csv?from=2026-05-11&to=2026-05-12', '1101')
    await take('/reports/entries.csv?period=week&date=2026-05-12&vip=only', '2001')
    const { body } = await desk.get<{ items: { command: string; actor: string; input: unknown }[] }>('/audit?limit=20')
    const taken = body.items.filter((line) => line.command === 'export.start')
    expect(taken.slice(0, 2)).toMatchObject([
      {
        actor: '2001',
        input: { name: 'entries', format: 'csv', from: '2026-05-11', to: '2026-05-17', only: { vip: 'only' } },
      },
      { actor: '1101', input: { name: 'list-uses', format: 'csv', from: '2026-05-11', to: '2026-05-12' } },
    ])
    expect((await desk.get('/audit/verify')).body).toMatchObject({ ok: true })
  })
})

describe('a list on paper', () => {
  it('has the first rows, phones masked, and says how many there are', async () => {
    const { body } = await desk.get<{
      title: string
      facts: { label: string; value: string }[]
      tables: { rows: { cells: Record<string, unknown> }[] }[]
    }>('/reports/list-bookings/paper?from=2026-05-12&to=2026-05-12')
    expect(body.title).toBe('预约单')
    expect(body.facts).toContainEqual({ label: '行数', value: '共 1 行' })
    expect(body.tables[0]?.rows[0]?.cells).toMatchObject({
      businessDate: '2026-05-12',
      start: '2026-05-12T20:00',
      status: '已订',
      guest: '张伟',
      phone: expect.stringMatching(/^138•{4}\d{4}$/),
    })
  })

  it('is empty where nothing was', async () => {
    const { body } = await desk.get<{ tables: { rows: unknown[]; empty?: string }[] }>(
      '/reports/list-calls/paper?from=2026-05-12&to=2026-05-12',
    )
    expect(body.tables[0]).toMatchObject({ rows: [], empty: '这段时间没有记录。' })
  })
})

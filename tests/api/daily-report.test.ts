import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import type { z } from 'zod'
import type { reportRun } from '#shared/contract/report-settings.ts'
import { defaultReportSettings, type ReportSettings } from '#shared/domain/reports/report-settings.ts'
import { DeskDriver, iso } from '#tests/builders/desk-driver.ts'
import { startTestHub } from '#tests/builders/host.ts'
import { type MailServer, startMailServer } from '#tests/builders/mail-server.ts'

type Run = z.output<typeof reportRun>
interface Current {
  readonly settings: ReportSettings
  readonly hasPassword: boolean
  readonly folder: string
  readonly runs: readonly Run[]
}

let desk: DeskDriver
let mail: MailServer | undefined
beforeEach(async () => {
  desk = await DeskDriver.start('2026-05-12 19:00')
})
afterEach(async () => {
  await desk.close()
  await mail?.close()
  mail = undefined
})

const on: ReportSettings = { ...defaultReportSettings, daily: { on: true } }
const save = (settings: unknown, more: object = {}, staff = '3001') =>
  desk.rest.call<Current>('PUT', '/reports/settings', { body: { settings, ...more }, staff })
const current = async () => (await desk.get<Current>('/reports/settings', '3001')).body
const files = async () => readdirSync((await current()).folder).sort()
const idle = () => desk.hub.host.core.daily.idle()
const mailTo = (port: number, more: object = {}): ReportSettings => ({
  ...on,
  mail: { host: '127.0.0.1', port, security: 'none', from: 'desk@ktv.example', to: ['he.jing@ktv.example'], ...more },
})

async function anEvening(): Promise<string> {
  const { id } = await desk.letIn({ party: 4, roomNo: '301', minutes: 60 })
  await desk.clock('2026-05-12 20:00')
  await desk.post(`/stays/${id}/settle`, { amount: 20_000 }, '1101')
  await desk.post(`/stays/${id}/leave`, {}, '1101')
  return id
}

describe('the daily report', () => {
  it('lies in its folder once the day is closed, a sheet for every report', async () => {
    await save(on)
    await anEvening()
    await desk.clock('2026-05-13 08:29')
    await idle()
    expect(existsSync((await current()).folder)).toBe(false)
    await desk.clock('2026-05-13 08:30')
    await idle()
    expect(await files()).toEqual(['日报 2026-05-12.xlsx'])
    const { folder, runs } = await current()
    expect(runs[0]).toMatchObject({ businessDate: '2026-05-12', version: 1, madeAt: '2026-05-13T08:30:00+08:00' })
    expect(runs[0]?.file).toBe(join(folder, '日报 2026-05-12.xlsx'))
    const book = read(readFileSync(join(folder, '日报 2026-05-12.xlsx')))
    expect(book.SheetNames).toHaveLength(5)
    expect(book.SheetNames.at(-1)).toBe('说明')
    const [entries] = book.SheetNames.map((name) =>
      utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1 }),
    )
    expect(entries?.flat()).toContain('19:00')
    expect(desk.hub.defects).toEqual([])
  })

  it('is made again under a name of its own when a correction has changed the figures', async () => {
    await save(on)
    const id = await anEvening()
    await desk.clock('2026-05-13 08:30')
    await idle()
    await desk.clock('2026-05-13 09:00')
    await desk.post(`/stays/${id}/correct`, { party: 6, reason: '更正' }, '2001')
    await desk.clock('2026-05-13 09:01')
    await idle()
    expect(await files()).toEqual(['日报 2026-05-12 更正2.xlsx', '日报 2026-05-12.xlsx'])
    expect((await current()).runs.map(({ version }) => version)).toEqual([2, 1])
  })

  it('is made up for after an absence, day by day', async () => {
    await save(on)
    await anEvening()
    const { folder } = desk.hub
    await desk.hub.close()
    const again = await startTestHub({ folder, now: iso('2026-05-15 10:00') })
    await again.host.core.daily.idle()
    expect(readdirSync(join(folder, 'reports')).sort()).toEqual([
      '日报 2026-05-12.xlsx',
      '日报 2026-05-13.xlsx',
      '日报 2026-05-14.xlsx',
    ])
    desk = new DeskDriver(again, desk.tokens)
  })

  it('is not made up for when nobody wanted it', async () => {
    await anEvening()
    await desk.clock('2026-05-13 09:00')
    await save(on)
    await idle()
    expect(existsSync((await current()).folder)).toBe(false)
    await desk.clock('2026-05-14 09:00')
    await idle()
    expect(await files()).toEqual(['日报 2026-05-13.xlsx'])
  })

  it('that finds no folder says so, and is made as soon as there is one', async () => {
    const folder = join(desk.hub.folder, 'taken')
    writeFileSync(folder, 'a file where the folder should be')
    await save({ ...on, daily: { on: true, folder } })
    await desk.clock('2026-05-13 08:30')
    await idle()
    const { runs } = await current()
    expect(runs[0]).toMatchObject({ businessDate: '2026-05-12', failed: 'folder' })
    expect(runs[0]?.file).toBeUndefined()
    expect((await desk.get<{ warnings: string[] }>('/health')).body.warnings).toContain('dailyReport')
    const other = join(desk.hub.folder, '日报', '店一')
    await save({ ...on, daily: { on: true, folder: other } })
    await idle()
    expect(readdirSync(other)).toEqual(['日报 2026-05-12.xlsx'])
    expect((await current()).runs[0]?.failed).toBeUndefined()
    expect((await desk.get<{ warnings: string[] }>('/health')).body.warnings).not.toContain('dailyReport')
  })

  it('leaves nothing half-written, whatever lay there before', async () => {
    const folder = join(desk.hub.folder, 'reports')
    mkdirSync(folder)
    writeFileSync(join(folder, '.日报 2026-05-12.xlsx.part'), 'torn')
    writeFileSync(join(folder, '日报 2026-05-12.xlsx'), 'an older one')
    await save(on)
    await desk.clock('2026-05-13 08:30')
    await idle()
    expect(await files()).toEqual(['日报 2026-05-12.xlsx'])
    expect(readFileSync(join(folder, '日报 2026-05-12.xlsx')).subarray(0, 2).toString()).toBe('PK')
  })

  it('can be asked for at any time once its day is closed', async () => {
    expect((await desk.post('/reports/daily', { date: '2026-05-12' }, '3001')).status).toBe(409)
    await desk.clock('2026-05-13 08:30')
    const made = await desk.post<{ file: string }>('/reports/daily', { date: '2026-05-12' }, '3001')
    expect(made.body).toMatchObject({ date: '2026-05-12', version: 1, mailed: false })
    expect(existsSync(made.body.file)).toBe(true)
  })

  it('is written in the language that was chosen', async () => {
    await save({ ...on, daily: { on: true, language: 'en' } })
    await desk.clock('2026-05-13 08:30')
    await idle()
    expect(await files()).toEqual(['Daily report 2026-05-12.xlsx'])
  })
})

describe('by mail', () => {
  it('goes out with the day’s figures and the workbook', async () => {
    mail = await startMailServer({ user: 'desk', pass: 'letmein-7' })
    await save(mailTo(mail.port, { user: 'desk' }), { password: 'letmein-7' })
    await anEvening()
    await desk.clock('2026-05-13 08:30')
    await idle()
    const [letter, ...others] = mail.letters
    expect(others).toEqual([])
    expect(letter).toMatchObject({ from: 'desk@ktv.example', to: ['he.jing@ktv.example'] })
    expect(letter?.subject).toBe('示范门店 2026-05-12 日报')
    expect(letter?.text.split('\n')).toEqual([
      '进场 1 组，4 人。',
      expect.stringMatching(/^上周同日/),
      expect.stringMatching(/^使用 1\.0 小时，使用率 \d+\.\d %。$/),
      '',
      '附件：日报 2026-05-12.xlsx',
    ])
    expect(letter?.files.map(({ name }) => name)).toEqual(['日报 2026-05-12.xlsx'])
    expect(read(letter?.files[0]?.body).SheetNames.at(-1)).toBe('说明')
    expect((await current()).runs[0]).toMatchObject({ mailedAt: '2026-05-13T08:30:00+08:00' })
  })

  it('that is not taken stays owed; the file is there all the same', async () => {
    const gone = await startMailServer()
    await gone.close()
    await save(mailTo(gone.port))
    await desk.clock('2026-05-13 08:30')
    await idle()
    expect((await current()).runs[0]).toMatchObject({ failed: 'mail', file: expect.stringContaining('日报') })
    mail = await startMailServer()
    await save(mailTo(mail.port))
    await idle()
    expect(mail.letters).toHaveLength(1)
    expect((await current()).runs[0]?.failed).toBeUndefined()
  })

  it('can be tried first; what the server says is told, without the password', async () => {
    mail = await startMailServer({ user: 'desk', pass: 'letmein-7' })
    const { mail: settings } = mailTo(mail.port, { user: 'desk' })
    const bad = await desk.post('/reports/settings/try-mail', { mail: settings, password: 'wrong-9' }, '3001')
    expect(bad.body).toMatchObject({ sent: false, said: expect.stringContaining('no such user') })
    expect(JSON.stringify(bad.body)).not.toContain('wrong-9')
    const good = await desk.post('/reports/settings/try-mail', { mail: settings, password: 'letmein-7' }, '3001')
    expect(good.body).toEqual({ sent: true })
    expect(mail.letters[0]?.subject).toBe('示范门店 日报试发')
  })
})

describe('its settings', () => {
  it('are a manager’s', async () => {
    expect((await save(on, {}, '2001')).status).toBe(403)
    expect((await desk.get('/reports/settings', '1001')).status).toBe(403)
  })

  it('keep the password where nothing else reads it', async () => {
    await save(mailTo(25, { user: 'desk' }), { password: 'letmein-7' })
    const { hasPassword, settings } = await current()
    expect(hasPassword).toBe(true)
    expect(JSON.stringify(settings)).not.toContain('letmein-7')
    const { folder } = desk.hub
    const holding = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes('letmein-7'))
    expect(holding.map(({ name }) => name)).toEqual(['mail.secret'])
    if (process.platform !== 'win32') expect(statSync(join(folder, 'mail.secret')).mode & 0o777).toBe(0o600)
    await save(on, { password: '' })
    expect((await current()).hasPassword).toBe(false)
  })

  it('give the kept password to the server it was given for, and to no other', async () => {
    mail = await startMailServer({ user: 'desk', pass: 'letmein-7' })
    await save(mailTo(mail.port, { user: 'desk' }), { password: 'letmein-7' })
    const same = mailTo(mail.port, { user: 'desk' }).mail
    expect((await desk.post('/reports/settings/try-mail', { mail: same }, '3001')).body).toEqual({ sent: true })
    const other = { ...same, host: 'localhost' }
    expect((await desk.post('/reports/settings/try-mail', { mail: other }, '3001')).body).toMatchObject({ sent: false })
  })

  it.each([
    [
      'shifts out of order',
      {
        ...on,
        shifts: [
          { name: '晚班', from: 1080 },
          { name: '日班', from: 480 },
        ],
      },
    ],
    ['a folder that is no whole path', { ...on, daily: { on: true, folder: '日报' } }],
    ['an address with two letters in it', mailTo(25, { to: ['a@b.example, c@d.example'] })],
    ['a port beyond the last', mailTo(70_000)],
    ['nobody to write to', mailTo(25, { to: [] })],
  ])('refuse %s', async (_, settings) => {
    const before = await current()
    const { status, body } = await save(settings)
    expect([status, (body as unknown as { error: { code: string } }).error.code]).toEqual([400, 'INVALID'])
    expect(await current()).toEqual(before)
  })
})

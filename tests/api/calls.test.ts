import { afterEach, beforeEach, expect, it } from 'vitest'
import type { z } from 'zod'
import type { call, callsReport } from '#shared/contract/call.ts'
import { DeskDriver, iso, newPhone } from '#tests/builders/desk-driver.ts'

type Call = z.output<typeof call>

let desk: DeskDriver
beforeEach(async () => {
  desk = await DeskDriver.start()
})
afterEach(() => desk.close())

const record = (body: object) => desk.post<Call>('/calls', { ...body })
const change = (id: string, body: object, staff = '1001') =>
  desk.rest.call<Call & { error: { code: string } }>('PATCH', `/calls/${id}`, { body: { ...body }, staff })

it('a call is noted by hand, with the caller’s file found by his number, and wrapped up with its kind', async () => {
  const phone = newPhone()
  await desk.post('/customers', { name: '张伟', phones: [phone] })
  const made = await record({ number: phone, state: 'ringing' })
  expect(made).toMatchObject({
    status: 201,
    body: { direction: 'in', state: 'ringing', name: '张伟', source: 'hand', version: 1 },
  })
  expect(made.body.number).not.toBe(phone)
  expect(made.body.number?.slice(-4)).toBe(phone.slice(-4))
  const answered = await change(made.body.id, { state: 'answered', version: 1 })
  expect(answered.body).toMatchObject({ state: 'answered', answeredBy: '1001', answeredAt: iso('2026-05-12 15:00') })
  const over = await change(made.body.id, { state: 'ended', kind: 'booking', flow: '04', outcome: 'booked', notes: '' })
  expect(over.body).toMatchObject({ state: 'ended', kind: 'booking', flow: '04', outcome: 'booked', version: 3 })
})

it('a withheld number is kept by nobody', async () => {
  const made = await record({ number: '13812345678', withheld: true })
  expect(made.body).toMatchObject({ withheld: true })
  expect(made.body.number).toBeUndefined()
  expect(JSON.stringify((await desk.get('/calls')).body)).not.toContain('5678')
})

it('goes forwards only, and not over somebody else’s change', async () => {
  const { id } = (await record({ state: 'missed' })).body
  expect((await change(id, { state: 'answered' })).body.error.code).toBe('STATE')
  expect((await change(id, { notes: '再打', version: 7 })).body.error.code).toBe('VERSION')
  expect((await change('nobody', { notes: 'x' })).status).toBe(404)
  expect((await record({ at: iso('2026-05-12 15:01') })).status).toBe(400)
  expect((await record({ kind: 'gossip' })).status).toBe(400)
})

it('the list is of a day, or of those still without an outcome, the latest first', async () => {
  await record({ at: iso('2026-05-11 20:00'), outcome: 'booked' })
  await record({ at: iso('2026-05-12 01:30') })
  await record({ at: iso('2026-05-12 14:00') })
  const times = async (query: string) =>
    (await desk.get<{ items: Call[] }>(`/calls${query}`)).body.items.map((one) => one.at)
  expect(await times('?date=2026-05-11')).toEqual([iso('2026-05-12 01:30'), iso('2026-05-11 20:00')])
  expect(await times('?open=true')).toEqual([iso('2026-05-12 14:00'), iso('2026-05-12 01:30')])
})

it('the report counts what came in, what was answered within two rings, by hour, kind and person', async () => {
  for (const seconds of [3, 9]) {
    const { id } = (await record({ state: 'ringing', kind: 'enquiry' })).body
    await desk.rest.call('PUT', '/training/clock', {
      body: { now: new Date(desk.hub.host.core.clock.now() + seconds * 1000).toISOString() },
      staff: '9001',
    })
    await change(id, { state: 'answered' }, seconds === 3 ? '1001' : '1002')
  }
  await record({ state: 'missed' })
  await record({ state: 'answered', direction: 'out' })
  await record({ kind: 'booking', state: 'ended' })
  const { body } = await desk.get<z.output<typeof callsReport>>('/reports/calls?from=2026-05-12&to=2026-05-12')
  expect(body.total).toEqual({
    offered: 4,
    answered: 3,
    missed: 1,
    withinTwoRings: 2,
    withinRate: 2 / 3,
    answeredRate: 0.75,
    median: 3,
    p90: 9,
  })
  expect(body.bookingsOfEnquiries).toBe(1 / 3)
  expect(body.byHour).toMatchObject([{ hour: '15', label: '15:00', offered: 4 }])
  expect(body.byKind).toEqual([
    { kind: 'enquiry', calls: 2 },
    { kind: 'booking', calls: 1 },
    { kind: 'open', calls: 1 },
  ])
  expect(body.byPerson.map((one) => [one.staffNo, one.answered])).toEqual([
    ['1001', 2],
    ['1002', 1],
  ])
  expect(body.byShift.map((one) => one.offered)).toEqual([4])
  expect(body.outbound).toEqual({ dialled: 1, reached: 1, reachedRate: 1 })
  expect(body.checks.map(({ ok, text }) => [ok, text])).toEqual([
    [true, '按时段 4 = 按班次 4 = 来电 4'],
    [true, '按接听人 3 = 接听 3'],
  ])
  expect(body.definitions.length).toBeGreaterThan(3)
  const paper = await desk.get<{ tables: { key: string }[] }>('/reports/calls/paper?date=2026-05-12')
  expect(paper.body.tables.map((table) => table.key)).toEqual(['hours', 'shifts', 'kinds', 'people', 'outbound'])
})

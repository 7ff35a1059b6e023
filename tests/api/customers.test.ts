import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DeskDriver, iso, newPhone } from '#tests/builders/desk-driver.ts'

let desk: DeskDriver
beforeAll(async () => {
  desk = await DeskDriver.start()
})
afterAll(async () => {
  expect(desk.hub.defects).toEqual([])
  await desk.close()
})

interface File {
  id: string
  name: string
  phones: string[]
  version: number
  vipTier: string | null
}

const create = (body: object, staff = '1001') => desk.post<File>('/customers', { ...body }, staff)
const change = (id: string, body: object, staff = '1001') =>
  desk.rest.call<File & { error: { code: string; details: Record<string, unknown> } }>('PATCH', `/customers/${id}`, {
    body,
    staff,
  })

describe('customers (流程27)', () => {
  it('are found by name in either script, pinyin, initials and digits', async () => {
    const made = await create({
      name: '曾麗君',
      phones: ['13611119999', '021-62345678'],
      title: '女士',
      tags: ['靠舞台'],
    })
    expect(made).toMatchObject({
      status: 201,
      body: { phones: ['136••••9999', '021••••5678'], version: 1, vipTier: null },
    })
    for (const word of ['曾', '麗君', '丽君', 'zenglijun', 'zlj', '9999', '62345678', '13611119999']) {
      const found = await desk.get<{ items: File[] }>(`/customers?q=${encodeURIComponent(word)}`)
      expect(
        found.body.items.map((file) => file.id),
        word,
      ).toEqual([made.body.id])
      expect(found.body.items[0]?.name).toBe('曾麗君')
    }
  })

  it('have one file to a number', async () => {
    const phone = newPhone()
    const made = await create({ name: '冯', phones: [phone] })
    const again = await create({ name: '冯先生', phones: [`+86 ${phone}`] })
    expect(again).toMatchObject({
      status: 409,
      body: { error: { code: 'STATE', details: { current: { id: made.body.id } } } },
    })
    expect((await create({ name: '冯', phones: ['13000000001', '130 0000 0001'] })).status).toBe(400)
  })

  it('get tier and flags from a supervisor only', async () => {
    const marked = { name: '秦', phones: [newPhone()], vipTier: 'gold' }
    expect((await create(marked)).status).toBe(403)
    const made = await create(marked, '2001')
    expect(made.body.vipTier).toBe('gold')
    expect((await change(made.body.id, { flags: ['blocked'] })).status).toBe(403)
    expect((await change(made.body.id, { flags: ['blocked'] }, '3001')).body).toMatchObject({
      flags: ['blocked'],
      version: 2,
    })
    expect((await change(made.body.id, { notes: '喜欢安静', version: 2 })).body).toMatchObject({
      version: 3,
      vipTier: 'gold',
    })
    expect((await change(made.body.id, { notes: '旧', version: 2 })).body.error).toMatchObject({
      code: 'VERSION',
      details: { current: { version: 3 } },
    })
  })

  it('show their whole number for a reason, which is written down', async () => {
    const phone = newPhone()
    const { body } = await create({ name: '蒋', phones: [phone] })
    expect((await desk.get<File>(`/customers/${body.id}`)).body.phones[0]).toContain('•')
    const shown = await desk.get<File>(`/customers/${body.id}?unmask=${encodeURIComponent('回电')}`)
    expect(shown.body.phones).toEqual([phone])
    const audit = await desk.get<{ items: { command: string; actor: string; input: unknown }[] }>('/audit', '3001')
    expect(audit.body.items.find((line) => line.command === 'customer.unmask')).toMatchObject({
      actor: '1001',
      input: { id: body.id, reason: '回电' },
    })
  })

  it('change their numbers, and are found by the new one', async () => {
    const [before, after] = [newPhone(), newPhone()]
    const { body } = await create({ name: '沈', phones: [before] })
    expect((await change(body.id, { phones: [after] })).status).toBe(200)
    const found = async (phone: string) =>
      (await desk.get<{ items: File[] }>(`/customers?phone=${phone}`)).body.items.map((file) => file.id)
    expect(await found(after)).toEqual([body.id])
    expect(await found(before)).toEqual([])
  })

  it('show visits and the last room', async () => {
    const phone = newPhone()
    const stay = await desk.letIn({ party: 3, roomNo: '201', name: '韩', phone })
    await desk.post(`/stays/${stay.id}/leave`)
    const found = await desk.get<{ items: object[] }>(`/customers?phone=${phone}`)
    expect(found.body.items).toMatchObject([
      { name: '韩', visits: 1, lastVisit: { date: '2026-05-12', roomNo: '201', typeCode: 'S' } },
    ])
  })
})

describe('refusals', () => {
  it('keep the engine’s reason when none is given, and the guest’s own no', async () => {
    const request = { party: 120, start: iso('2026-05-13 13:00') }
    const denial = await desk.post('/refusals', { request, kind: 'denial', name: '许', phone: '13655556666' })
    expect(denial).toMatchObject({
      status: 201,
      body: { reason: 'PARTY_TOO_BIG', flow: '05', typeCode: 'P', phone: '136••••6666', by: '1001' },
    })
    const regret = await desk.post('/refusals', { request: { ...request, party: 3 }, kind: 'regret', reason: 'price' })
    expect(regret.body).toMatchObject({ kind: 'regret', reason: 'price' })
    expect((await desk.get<{ items: unknown[] }>('/refusals')).body.items).toHaveLength(2)
  })
})

describe('settings', () => {
  const as = (staff: string, method: string, path: string, body: object) =>
    desk.rest.call(method, path, { staff, body })

  it('are a manager’s', async () => {
    const { body: venue } = await desk.get<{ types: object[]; rooms: object[]; policy: object }>('/venue')
    expect((await as('2001', 'PATCH', '/venue', { name: '新店' })).status).toBe(403)
    expect((await as('3001', 'PATCH', '/venue', { name: '新店' })).body).toMatchObject({ name: '新店' })
    expect((await as('3001', 'PUT', '/venue/types', { types: venue.types })).status).toBe(200)
    expect((await as('3001', 'PUT', '/venue/rooms', { rooms: venue.rooms })).status).toBe(200)
    const twice = await as('3001', 'PUT', '/venue/rooms', { rooms: [...venue.rooms, venue.rooms[0]] })
    expect(twice.status).toBe(400)
    expect((await as('3001', 'PUT', '/venue/types', { types: venue.types.slice(1) })).status).toBe(409)
  })

  it('take effect from a business date on', async () => {
    const { body: venue } = await desk.get<{ policy: { prime: object; walkInMinMinutes: number } }>('/venue')
    const policy = { ...venue.policy, bookingWindowDays: 3 }
    expect((await as('3001', 'POST', '/venue/policies', { effectiveFrom: '2026-05-11', policy })).status).toBe(400)
    const saved = await as('3001', 'POST', '/venue/policies', { effectiveFrom: '2026-05-16', policy })
    expect(saved).toMatchObject({ status: 201, body: { version: 2, effectiveFrom: '2026-05-16' } })
    expect((await desk.decide({ party: 3, start: '2026-05-17 20:00' })).reason).toBe('BEYOND_WINDOW')
    expect((await desk.decide({ party: 3, start: '2026-05-15 20:00' })).outcome).toBe('available')
  })

  it('enter staff, of whom one admin stays', async () => {
    const person = { name: '新人', role: 'desk', active: true }
    expect((await as('3001', 'PUT', '/staff/1003', person)).status).toBe(400)
    expect((await as('3001', 'PUT', '/staff/1003', { ...person, pin: '246810' })).status).toBe(200)
    const opened = await desk.rest.call('POST', '/sessions', { staff: null, body: { staffNo: '1003', pin: '246810' } })
    expect(opened.status).toBe(200)
    expect((await as('3001', 'PUT', '/staff/9001', { ...person, role: 'admin' })).status).toBe(403)
    expect((await as('9001', 'PUT', '/staff/9001', { ...person, active: false })).status).toBe(409)
  })
})

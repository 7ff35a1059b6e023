import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DeskDriver, type ErrorAnswer, iso } from '#tests/builders/desk-driver.ts'

let desk: DeskDriver
beforeAll(async () => {
  desk = await DeskDriver.start()
})
afterAll(async () => {
  expect(desk.hub.defects).toEqual([])
  await desk.close()
})

const request = { party: 5, start: iso('2026-05-12 20:00') }
const customer = { name: '张伟', phone: '13800001111' }

const wrongRequests: Record<string, [body: unknown, path: string]> = {
  'no party': [{ start: request.start }, 'party'],
  'a party of none': [{ ...request, party: 0 }, 'party'],
  'a party of 201': [{ ...request, party: 201 }, 'party'],
  'half a person': [{ ...request, party: 2.5 }, 'party'],
  'a party in words': [{ ...request, party: '五' }, 'party'],
  'no start': [{ party: 5 }, 'start'],
  'a start without an offset': [{ ...request, start: '2026-05-12T20:00:00' }, 'start'],
  'a day that is not in the calendar': [{ ...request, start: '2026-02-30T20:00:00+08:00' }, 'start'],
  'no minutes at all': [{ ...request, minutes: 0 }, 'minutes'],
  'more than a day': [{ ...request, minutes: 1441 }, 'minutes'],
  'a type nobody has': [{ ...request, typeCode: 'ZZ' }, 'typeCode'],
  'a type that is not the room’s': [{ ...request, typeCode: 'S', roomNo: '302' }, 'typeCode'],
  'a room with markup': [{ ...request, roomNo: '<b>302' }, 'roomNo'],
  'a channel nobody knows': [{ ...request, channel: 'fax' }, 'channel'],
  'a field nobody knows': [{ ...request, colour: 'red' }, ''],
  'an approval in the question': [{ ...request, asks: { supervisorApproval: true } }, 'asks'],
  'a list': [[request], ''],
}

describe('bad input', () => {
  for (const [what, [body, path]] of Object.entries(wrongRequests))
    it(`a request with ${what} is a clear 400`, async () => {
      const { status, body: answer } = await desk.rest.call<ErrorAnswer>('POST', '/decisions', { body })
      expect(status).toBe(400)
      expect(answer.error.code).toBe('INVALID')
      const fields = answer.error.details.fields as { path: string; reason: string }[]
      expect(fields.length).toBeGreaterThan(0)
      expect(fields.some((field) => field.path.startsWith(path) && field.reason !== '')).toBe(true)
    })

  it('a year nobody lives to see is not a crash', async () => {
    for (const start of ['9999-12-31T23:00:00+08:00', '0001-01-01T00:00:00Z']) {
      const { status } = await desk.rest.call('POST', '/decisions', { body: { ...request, start } })
      expect([200, 400]).toContain(status)
    }
  })

  it('broken JSON, and bodies that are none', async () => {
    for (const body of ['{"party":', 'party=5', '"text"', 'null', '[]']) {
      const { status, body: answer } = await desk.rest.call<ErrorAnswer>('POST', '/decisions', { body })
      expect(status, body).toBe(400)
      expect(answer.error.code).toBe('INVALID')
    }
  })

  it('a body of more than 64 kB is turned away', async () => {
    const body = { request, customer: { ...customer, name: 'x'.repeat(70_000) } }
    const { status, body: answer } = await desk.rest.call<ErrorAnswer>('POST', '/bookings', { body })
    expect(status).toBe(413)
    expect(answer.error.code).toBe('TOO_LARGE')
  })

  it('no token, a wrong token, a session that was closed', async () => {
    expect((await desk.rest.call('GET', '/venue', { staff: null })).status).toBe(401)
    const wrong = { authorization: 'Bearer abcdefghijklmnopqrstuvwxyz' }
    expect((await desk.rest.call('GET', '/venue', { staff: null, headers: wrong })).status).toBe(401)
    const opened = await desk.rest.call<{ token: string }>('POST', '/sessions', {
      staff: null,
      body: { staffNo: '1002', pin: '135790' },
    })
    const own = { authorization: `Bearer ${opened.body.token}` }
    expect((await desk.rest.call('GET', '/venue', { staff: null, headers: own })).status).toBe(200)
    await desk.rest.call('DELETE', '/sessions/current', { staff: null, headers: own })
    expect((await desk.rest.call('GET', '/venue', { staff: null, headers: own })).status).toBe(401)
  })

  const wrongCustomers: Record<string, object> = {
    'no name': { phone: '13800001111' },
    'an empty name': { ...customer, name: '   ' },
    'a name of 41 characters': { ...customer, name: '张'.repeat(41) },
    'a name that turns the line around': { ...customer, name: '张‮伟' },
    'a name with a bell in it': { ...customer, name: '张\u0007' },
    'a phone of letters': { ...customer, phone: 'call me' },
    'a phone without digits': { ...customer, phone: '-- -- --' },
  }
  for (const [what, wrong] of Object.entries(wrongCustomers))
    it(`a caller with ${what} is a clear 400, and nothing is stored`, async () => {
      const { status, body } = await desk.rest.call<ErrorAnswer>('POST', '/bookings', {
        body: { request, customer: wrong },
      })
      expect(status).toBe(400)
      expect(body.error.code).toBe('INVALID')
      expect((await desk.get<{ items: unknown[] }>('/customers')).body.items).toHaveLength(0)
    })

  it('markup, quotes, emoji and formulas in a name come back as they were', async () => {
    const names = ['<script>alert(1)</script>', "O'Hara; DROP TABLE booking", '👩‍🎤 王小明', '=1+1', '%_', '欧阳 Ruby']
    for (const [at, name] of names.entries()) {
      const phone = `1390000000${at}`
      const booking = await desk.book({ party: 2, start: '2026-05-12 18:00' }, { customer: { name, phone } })
      expect(booking.customer.name).toBe(name)
      const found = await desk.get<{ items: { code: string }[] }>(`/bookings?q=${encodeURIComponent(name)}`)
      expect(found.status).toBe(200)
      expect(found.body.items.map((item) => item.code)).toContain(booking.code)
    }
  })

  it('rooms and bookings nobody knows', async () => {
    expect((await desk.get('/bookings/K4-7302')).status).toBe(404)
    expect((await desk.get('/bookings/nonsense')).status).toBe(400)
    expect((await desk.post('/bookings/K4-7302/cancel', { reason: 'guest' })).status).toBe(404)
    expect((await desk.arrive('K4-7302')).status).toBe(404)
    expect((await desk.post('/stays/s99/leave')).status).toBe(404)
    expect((await desk.get('/customers/c99')).status).toBe(404)
    expect((await desk.get('/nowhere')).status).toBe(404)
    expect((await desk.walkIn({ party: 3, roomNo: '999' })).body.error.code).toBe('ROOM_UNKNOWN')
    expect((await desk.get('/board?date=2026-13-01')).status).toBe(400)
    expect((await desk.get('/bookings?limit=100000')).status).toBe(400)
  })

  it('says nothing of the inside', async () => {
    const { body } = await desk.rest.call<ErrorAnswer>('POST', '/decisions', { body: '{"party":' })
    expect(JSON.stringify(body)).not.toMatch(/ at |\.ts|node_modules|sqlite|select /i)
    expect(body.error.message).not.toBe('')
  })
})

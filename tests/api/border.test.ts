import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { startTestHub, type TestHub } from '#tests/builders/host.ts'
import { RestClient } from '#tests/builders/rest.ts'

let test: TestHub
let rest: RestClient
let port: number
beforeAll(async () => {
  test = await startTestHub()
  rest = new RestClient(test.url)
  port = Number(new URL(test.url).port)
})
afterAll(() => test.close())

/** A request with headers a browser would not let a page set. */
const raw = (path: string, headers: Record<string, string>, method = 'GET', body?: string) =>
  new Promise<{ status: number; body: string; headers: Record<string, unknown> }>((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = ''
      response.on('data', (part) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }))
    })
    sent.on('error', reject)
    sent.end(body)
  })

const here = () => `127.0.0.1:${port}`

describe('the border', () => {
  it.each([
    ['another host name (DNS rebinding)', { host: 'evil.example' }, 421, 'MISDIRECTED'],
    ['another port', { host: '127.0.0.1:1' }, 421, 'MISDIRECTED'],
    ['a page of another site', { origin: 'https://evil.example' }, 403, 'FORBIDDEN'],
    ['a page without origin', { origin: 'null' }, 403, 'FORBIDDEN'],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }, 403, 'FORBIDDEN'],
    [
      'a cross-site visit to the API',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
      403,
      'FORBIDDEN',
    ],
  ])('refuses %s', async (_who, headers, status, code) => {
    const answer = await raw('/api/v1/health', { host: here(), ...(headers as Record<string, string>) })
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code } })
  })

  it('lets its own page, localhost and other programs in', async () => {
    const welcome: Record<string, string>[] = [
      { host: `localhost:${port}` },
      { host: here(), origin: test.url },
      { host: here(), 'sec-fetch-site': 'same-origin' },
    ]
    for (const headers of welcome) expect((await raw('/api/v1/health', headers)).status).toBe(200)
  })

  it.each(['/rpc', '/live?token=x', '/api/v1/live?token=x'])(
    'refuses a WebSocket from a foreign page at %s',
    async (path) => {
      const socket = new WebSocket(`ws://${here()}${path}`, { origin: 'https://evil.example' })
      const status = await new Promise((resolve) =>
        socket.once('unexpected-response', (_request, response) => resolve(response.statusCode)),
      )
      expect(status).toBe(403)
    },
  )

  it('refuses a live stream without a token', async () => {
    const socket = new WebSocket(`ws://${here()}/live`)
    const status = await new Promise((resolve) =>
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode)),
    )
    expect(status).toBe(401)
  })
})

describe('bad requests', () => {
  it.each([
    ['broken JSON', '{"party":', 400, 'INVALID'],
    ['a list', '[]', 400, 'INVALID'],
    ['a number', '7', 400, 'INVALID'],
    ['an unknown field', '{"party":2,"start":"2026-05-13T20:00:00+08:00","colour":"red"}', 400, 'INVALID'],
    ['an instant without offset', '{"party":2,"start":"2026-05-13T20:00:00"}', 400, 'INVALID'],
    ['more than 64 KB', JSON.stringify({ party: 2, pad: 'x'.repeat(70_000) }), 413, 'TOO_LARGE'],
    ['a megabyte', 'x'.repeat(1_000_000), 413, 'TOO_LARGE'],
    ['a prototype', '{"__proto__":{"party":2},"party":2,"start":"2026-05-13T20:00:00+08:00"}', 400, 'INVALID'],
  ])('%s is a clear error', async (_what, body, status, code) => {
    const answer = await rest.call('POST', '/decisions', { body })
    expect(answer.status).toBe(status)
    expect(answer.body).toMatchObject({ error: { code, message: expect.any(String) } })
  })

  it('names the field and the reason', async () => {
    const { body } = await rest.call('POST', '/decisions', { body: { party: 0, start: 'x', colour: 1 } })
    const { fields } = (body as { error: { details: { fields: { path: string }[] } } }).error.details
    expect(fields.map((field) => field.path).sort()).toEqual(['colour', 'party', 'start'])
  })

  it('an unknown address is 404, a wrong method 405, both in the same shape', async () => {
    expect(await rest.call('GET', '/nothing')).toMatchObject({ status: 404, body: { error: { code: 'NOT_FOUND' } } })
    expect(await rest.call('PUT', '/bookings')).toMatchObject({
      status: 405,
      body: { error: { code: 'METHOD_NOT_ALLOWED' } },
    })
  })

  it.each([null, '', 'with space', 'x'.repeat(65), '键'])('a write under the key %j is refused', async (key) => {
    const body = { party: 2 }
    const headers: Record<string, string> = key === null ? {} : { 'idempotency-key': encodeURI(key) }
    const answer = await rest.call('POST', '/stays', { body, key: null, headers })
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID', details: { fields: [{ path: 'Idempotency-Key' }] } } },
    })
  })

  it('speaks English to who asks for it', async () => {
    const { body } = await rest.call('GET', '/bookings', { staff: null, headers: { 'accept-language': 'en-GB' } })
    expect(body).toMatchObject({ error: { code: 'UNAUTHORIZED', message: 'Please sign in.' } })
  })

  it('no answer tells of the inside', async () => {
    const answers = await Promise.all([
      rest.call('GET', '/bookings?cursor=%27%3B--'),
      rest.call('GET', '/bookings?limit=x'),
      rest.call('GET', '/customers/%00'),
      rest.call('GET', '/bookings/%ff'),
      rest.call('GET', '/audit?cursor=abc'),
    ])
    for (const { status, body } of answers) {
      expect(status).toBeLessThan(500)
      expect(JSON.stringify(body)).not.toMatch(/sqlite|select |node_modules|\.ts:|at Object/i)
    }
    expect(test.defects).toEqual([])
  })

  it('hangs up on who never finishes his headers', async () => {
    const socket = connect(port, '127.0.0.1')
    socket.resume()
    socket.write('GET / HTTP/1.1\r\nHost: ')
    await new Promise((resolve) => socket.once('close', resolve))
  })
})

describe('other answers', () => {
  it('the OpenAPI document describes every path, 3.1', async () => {
    const { body } = await rest.call<{ openapi: string; paths: object }>('GET', '/openapi.json', { staff: null })
    expect(body.openapi).toMatch(/^3\.1/)
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/decisions', '/bookings/{code}/cancel', '/waitlist/{id}/seat']),
    )
  })

  it.each(['/..%2f..%2fpackage.json', '/%2e%2e/package.json', '/.git/config', '//etc/passwd.txt'])(
    '%s is no file of the face',
    async (path) => {
      expect((await raw(path, { host: here() })).body).not.toContain('devDependencies')
    },
  )

  it('the docs page loads nothing from anywhere', async () => {
    const { body, headers, status } = await raw('/api/v1/docs', { host: here() })
    expect(status).toBe(200)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(body).not.toMatch(/src=|https?:\/\//)
  })
})

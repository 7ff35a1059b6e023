import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { createPortServer } from '#electron/core/serve.ts'
import type { contract } from '#shared/contract/contract.ts'
import { practicePin, startTestHub, type TestHub } from '#tests/builders/host.ts'

interface PerCall {
  token?: string
  key?: string
}

type Client = ContractRouterClient<typeof contract, PerCall>

const headers = ({ context }: { context: PerCall }) => ({
  ...(context.token !== undefined && { authorization: `Bearer ${context.token}` }),
  ...(context.key !== undefined && { 'idempotency-key': context.key }),
  'x-station': encodeURIComponent('前台'),
})

interface Line {
  readonly client: Client
  hangUp(): void
}

async function overPort(test: TestHub): Promise<Line> {
  const { port1, port2 } = new MessageChannel()
  createPortServer(test.host)(port2, 'desktop')
  const link = new PortLink<PerCall>({ port: port1, headers })
  port1.start()
  return { client: createORPCClient<Client>(link), hangUp: () => (port1 as MessagePort).close() }
}

async function overSocket(test: TestHub): Promise<Line> {
  const socket = new WebSocket(`${test.url.replace('http', 'ws')}/rpc`)
  await new Promise((resolve) => socket.once('open', resolve))
  const link = new SocketLink<PerCall>({ websocket: socket as unknown as globalThis.WebSocket, headers })
  return { client: createORPCClient<Client>(link), hangUp: () => socket.close() }
}

let test: TestHub
beforeAll(async () => {
  test = await startTestHub()
})
afterAll(() => test.close())

const request = { party: 6, start: '2026-05-13T20:00:00+08:00', minutes: 120 }
let phones = 0
const newPhone = (): string => {
  phones += 1
  return `1390000${String(phones).padStart(4, '0')}`
}
const form = () => ({ request, customer: { name: '张伟', phone: newPhone() } })

// The same contract over both pipes: what holds for the desktop holds for a desk on the network.
describe.each([
  ['a message port', overPort],
  ['a WebSocket', overSocket],
])('over %s', (pipe, connect) => {
  let line: Line
  let token: string
  const key = (name: string) => `${pipe.replaceAll(' ', '-')}-${name}`
  beforeAll(async () => {
    line = await connect(test)
    token = (await line.client.session.open({ staffNo: '1001', pin: practicePin })).token
  })
  afterAll(() => line.hangUp())

  it('health needs no session', async () => {
    expect(await line.client.health.check()).toMatchObject({ status: 'ok', mode: 'training', ready: true })
  })

  it('without a token everything else is refused', async () => {
    await expect(line.client.booking.decide(request)).rejects.toMatchObject({ code: 'UNAUTHORIZED', status: 401 })
  })

  it('knows the person and the station of each call', async () => {
    const me = await line.client.session.current(undefined, { context: { token } })
    expect(me).toMatchObject({ staff: { staffNo: '1001', role: 'desk' }, station: '前台' })
  })

  it('a write without its key is refused', async () => {
    await expect(line.client.booking.save(form(), { context: { token } })).rejects.toMatchObject({
      code: 'INVALID',
      data: { fields: [expect.objectContaining({ path: 'Idempotency-Key' })] },
    })
  })

  it('a booking is saved once under its key', async () => {
    const saved = form()
    const context = { token, key: key('once') }
    const first = await line.client.booking.save(saved, { context })
    expect(await line.client.booking.save(saved, { context })).toEqual(first)
    expect(first).toMatchObject({ status: 'confirmed', typeCode: 'M' })
  })

  it('bad input is INVALID with the fields, as a declared error', async () => {
    const call = line.client.booking.decide({ ...request, party: 0 }, { context: { token } })
    await expect(call).rejects.toMatchObject({
      code: 'INVALID',
      defined: true,
      data: { fields: [expect.objectContaining({ path: 'party' })] },
    })
  })

  it('a role that may not is FORBIDDEN', async () => {
    const block = {
      roomNo: '305',
      kind: 'repair',
      start: request.start,
      end: '2026-05-13T22:00:00+08:00',
      reason: '空调',
    }
    const call = line.client.board.addBlock(block as never, { context: { token, key: key('block') } })
    await expect(call).rejects.toMatchObject({ code: 'FORBIDDEN', status: 403 })
  })

  it('a refusal carries a fresh decision', async () => {
    const context = (name: string) => ({ token, key: key(name) })
    const held = {
      ...form(),
      request: { ...request, roomNo: pipe.includes('port') ? '310' : '311', start: '2026-05-12T18:00:00+08:00' },
    }
    await line.client.booking.save(held, { context: context('first') })
    const second = { ...held, customer: form().customer }
    await expect(line.client.booking.save(second, { context: context('second') })).rejects.toMatchObject({
      code: 'ROOM_TAKEN',
      data: { decision: { reason: 'ROOM_TAKEN', offers: expect.arrayContaining([expect.anything()]) } },
    })
  })

  it('a file comes whole and under its name', async () => {
    const dates = { from: '2026-05-12', to: '2026-05-12' }
    const context = { token, key: key('export') }
    const { id } = await line.client.export.start({ name: 'list-bookings', format: 'csv', ...dates }, { context })
    let job = await line.client.export.find({ id }, { context: { token } })
    while (job.state === 'running') job = await line.client.export.find({ id }, { context: { token } })
    const file = await line.client.export.file({ id }, { context: { token } })
    expect([file.name, file.size, file.type]).toEqual(['预约单 2026-05-12.csv', job.bytes, 'text/csv; charset=utf-8'])
    expect(await file.text()).toMatch(/^预约号,营业日,/)
    expect(await line.client.export.cancel({ id }, { context: { token } })).toMatchObject({ id, state: 'cancelled' })
  })

  it('tells of changes as they happen, and of those missed', async () => {
    const before = test.host.core.door.head().seq
    await line.client.booking.save(form(), { context: { token, key: key('event-1') } })
    const events = await line.client.journal.live({ after: before }, { context: { token } })
    const missed = await events.next()
    await line.client.booking.save(form(), { context: { token, key: key('event-2') } })
    const fresh = await events.next()
    await events.return?.()
    expect([missed.value, fresh.value]).toMatchObject([
      { seq: before + 1, type: 'booking.save' },
      { seq: before + 2, type: 'booking.save' },
    ])
  })
})

it('nothing that went wrong was a defect', () => {
  expect(test.defects).toEqual([])
})

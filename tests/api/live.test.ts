import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { DeskDriver, iso } from '#tests/builders/desk-driver.ts'
import { practicePin } from '#tests/builders/host.ts'

interface Heard {
  readonly seq: number
  readonly at: string
  readonly type: string
  readonly keys: readonly string[]
}

let desk: DeskDriver
beforeEach(async () => {
  desk = await DeskDriver.start()
})
afterEach(() => desk.close())

class Listener {
  readonly heard: Heard[] = []
  readonly socket: WebSocket

  constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (text) => this.heard.push(JSON.parse(String(text)) as Heard))
  }

  static async open(after?: number, path = '/live'): Promise<Listener> {
    const token = await desk.rest.token('1001')
    const query = after === undefined ? '' : `?after=${after}`
    const socket = new WebSocket(`${desk.hub.url.replace('http', 'ws')}${path}${query}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const listener = new Listener(socket)
    await new Promise((resolve) => socket.once('open', resolve))
    return listener
  }

  async until(count: number): Promise<readonly Heard[]> {
    while (this.heard.length < count) await new Promise((resolve) => this.socket.once('message', resolve))
    return this.heard
  }
}

const book = () => desk.book({ party: 2, start: '2026-05-13 13:00' })
const head = () => desk.hub.host.core.door.head().seq

describe('the live stream', () => {
  it('tells each committed change with its sequence, instant, command and keys', async () => {
    const listener = await Listener.open()
    const booking = await book()
    const [event] = await listener.until(1)
    expect(event).toMatchObject({ seq: booking.journalSeq, at: iso('2026-05-12 15:00'), type: 'booking.save' })
    expect(event?.keys).toEqual(
      expect.arrayContaining([`booking:${booking.code}`, `room:${booking.roomNo}`, 'date:2026-05-13']),
    )
    listener.socket.close()
  })

  it('resumes after any sequence without loss or repetition, while others go on booking', async () => {
    const from = head()
    for (let i = 0; i < 5; i += 1) await book()
    const going = Promise.all(Array.from({ length: 10 }, book))
    const listener = await Listener.open(from, '/api/v1/live')
    await going
    await book()
    const heard = await listener.until(16)
    expect(heard.map((event) => event.seq)).toEqual(Array.from({ length: 16 }, (_, i) => from + 1 + i))
    listener.socket.close()
  })

  it('says nothing of refusals and of soft holds', async () => {
    const listener = await Listener.open()
    await desk.post('/holds', { roomNo: '305', start: iso('2026-05-12 20:00'), minutes: 120 })
    await desk.save({ party: 2, start: '2026-05-12 03:00' })
    const booking = await book()
    expect((await listener.until(1)).map((event) => event.seq)).toEqual([booking.journalSeq])
    listener.socket.close()
  })

  it('takes the token in the address too, where a header cannot be set', async () => {
    const token = await desk.rest.token('1001')
    const socket = new WebSocket(`${desk.hub.url.replace('http', 'ws')}/live?token=${token}`)
    await new Promise((resolve) => socket.once('open', resolve))
    socket.close()
  })

  it('ends with the session, before the next change is told', async () => {
    const { body } = await desk.rest.call<{ token: string }>('POST', '/sessions', {
      body: { staffNo: '1002', pin: practicePin },
      staff: null,
    })
    const socket = new WebSocket(`${desk.hub.url.replace('http', 'ws')}/live?token=${body.token}`)
    const listener = new Listener(socket)
    await new Promise((resolve) => socket.once('open', resolve))
    const closed = new Promise<number>((resolve) => socket.once('close', resolve))
    await desk.rest.call('DELETE', '/sessions/current', {
      staff: null,
      headers: { authorization: `Bearer ${body.token}` },
    })
    await book()
    expect(await closed).toBe(4401)
    expect(listener.heard).toEqual([])
  })

  it.each(['x', '-1', '1.5', ''])('refuses to resume after %j', async (after) => {
    const token = await desk.rest.token('1001')
    const socket = new WebSocket(`${desk.hub.url.replace('http', 'ws')}/live?after=${after}&token=${token}`)
    const status = await new Promise((resolve) =>
      socket.once('unexpected-response', (_request, answer) => resolve(answer.statusCode)),
    )
    expect(status).toBe(400)
  })
})

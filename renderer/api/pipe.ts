import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { currentConnection, setConnection } from './connection.ts'
import { currentSession } from './session-store.ts'
import { stationName } from './station.ts'

/** What a call may carry besides its input. */
export interface CallContext extends ClientContext {
  /** Names one deed of a person; kept when the call is sent again. */
  idempotencyKey?: string
}

const headers = ({ context }: ClientOptions<CallContext>): Record<string, string> => {
  const token = currentSession()?.token
  return {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(context.idempotencyKey ? { 'idempotency-key': context.idempotencyKey } : {}),
    'x-station': stationName(),
    // The core writes the texts of reports in the reader's language.
    'accept-language': document.documentElement.lang,
  }
}

/** The connection to the core: a port that the desktop shell hands over, or a socket to the hub. */
interface Pipe {
  /** The link once the pipe is open. */
  readonly link: Promise<ClientLink<CallContext>>
  readonly closed: Promise<void>
}

const firstPauseMs = 300
const longestPauseMs = 5_000

// The desktop shell serves the face under a scheme of its own and passes a port on to the core.
const inShell = (): boolean => location.protocol === 'desk:'

function openPort(): Pipe {
  const { port1, port2 } = new MessageChannel()
  window.postMessage('desk:connect', location.origin, [port2])
  const link = new PortLink<CallContext>({ port: port1, headers })
  port1.start()
  return { link: Promise.resolve(link), closed: new Promise(() => undefined) }
}

function openSocket(): Pipe {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  const socket = new WebSocket(`${scheme}://${location.host}/rpc`)
  const link = new Promise<ClientLink<CallContext>>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(new SocketLink<CallContext>({ websocket: socket, headers })))
    socket.addEventListener('close', () => reject(new Error('socket closed')))
  })
  return { link, closed: new Promise((resolve) => socket.addEventListener('close', () => resolve())) }
}

let pipe: Pipe | undefined
let pauseMs = firstPauseMs

function open(): Pipe {
  const opened = inShell() ? openPort() : openSocket()
  pipe = opened
  opened.link.then(
    () => {
      pauseMs = firstPauseMs
      setConnection({ state: 'open' })
    },
    () => undefined,
  )
  opened.closed.then(() => {
    setConnection({ state: 'lost' })
    setTimeout(open, pauseMs)
    pauseMs = Math.min(pauseMs * 2, longestPauseMs)
  })
  return opened
}

const patienceMs = 8_000

async function openLink(): Promise<{ link: ClientLink<CallContext>; closed: Promise<void> }> {
  const until = Date.now() + patienceMs
  for (;;) {
    const current = pipe ?? open()
    try {
      return { link: await current.link, closed: current.closed }
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
  }
}

/** The pipe broke while a call was under way: nobody knows whether it was done. */
export class PipeBroken extends Error {
  override readonly name = 'PipeBroken'
}

/** Sends each call over whatever pipe is open, and again, under the same key, when the pipe broke under it. */
export const pipeLink: ClientLink<CallContext> = {
  async call(path, input, options) {
    for (let attempt = 1; ; attempt++) {
      const { link, closed } = await openLink().catch(() => {
        throw new PipeBroken('no connection')
      })
      let broken = false
      closed.then(() => {
        broken = true
      })
      try {
        return await link.call(path, input, options)
      } catch (error) {
        if (options.signal?.aborted) throw error
        await Promise.resolve()
        const lost = broken || currentConnection().state === 'lost'
        if (!lost) throw error
        if (attempt >= 3) throw new PipeBroken('connection lost')
      }
    }
  },
}

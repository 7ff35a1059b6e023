import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { messageOf } from '#electron/core/failure.ts'
import type { Host } from '#electron/core/host.ts'
import { createSocketServer, languageOf } from '#electron/core/serve.ts'
import { type ErrorCode, errorStatus } from '#shared/contract/errors.ts'
import { bodyLimit } from './body.ts'
import { type Border, deviceOf } from './border.ts'
import { liveQuery, serveLive } from './live-socket.ts'
import { errorBody } from './reply.ts'

const pingMs = 20_000

export interface Sockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

/** The hub's WebSockets: the contract for faces at /rpc, the live stream for other programs at /live. */
export function createSockets(host: Host, border: () => Border): Sockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: bodyLimit, perMessageDeflate: false })
  const serveRpc = createSocketServer(host)
  const alive = new WeakSet<WebSocket>()
  const ping = setInterval(() => {
    for (const socket of server.clients) {
      if (!alive.has(socket)) socket.terminate()
      alive.delete(socket)
      socket.ping()
    }
  }, pingMs)
  ping.unref()

  function accept(request: IncomingMessage, raw: Duplex, head: Buffer, serve: (socket: WebSocket) => void): void {
    server.handleUpgrade(request, raw, head, (socket) => {
      alive.add(socket)
      socket.on('pong', () => alive.add(socket))
      socket.on('error', () => socket.terminate())
      serve(socket)
    })
  }

  return {
    upgrade(request, raw, head) {
      const refuse = (code: ErrorCode) => refuseUpgrade(request, raw, code)
      const refused = border().check(request)
      if (refused) return refuse(refused)
      const path = (request.url ?? '').split('?', 1)[0]
      if (path === '/rpc') return accept(request, raw, head, (socket) => serveRpc(socket, deviceOf(request)))
      if (path !== '/live' && path !== '/api/v1/live') return refuse('NOT_FOUND')
      const query = liveQuery(request)
      if (query.token === undefined || !host.core.auth.resolve(query.token)) return refuse('UNAUTHORIZED')
      if (query.after === null) return refuse('INVALID')
      return accept(request, raw, head, (socket) => serveLive(host, socket, query))
    },
    close() {
      clearInterval(ping)
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}

function refuseUpgrade(request: IncomingMessage, raw: Duplex, code: ErrorCode): void {
  const status = errorStatus[code]
  const body = JSON.stringify(errorBody(code, messageOf(code, languageOf(request.headers['accept-language']))))
  raw.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Host } from '#electron/core/host.ts'
import { type Border, createBorder } from './border.ts'
import { createDocs } from './docs.ts'
import { builtFace, createFace } from './face.ts'
import { replyError } from './reply.ts'
import { createRest, restPrefix } from './rest.ts'
import { createSockets } from './sockets.ts'

export interface HubConfig {
  readonly port: number
  readonly bind: string
  /** Folder of the built face; found by itself when not given. */
  readonly face?: string
  /** Further pages that may call, for development. */
  readonly origins?: readonly string[]
}

export interface Hub {
  /** `http://127.0.0.1:7373` */
  readonly url: string
  close(): Promise<void>
}

const headerMs = 5_000

/** Serves the host over HTTP and WebSocket. The host stays the caller's to close. */
export async function startHub(host: Host, config: HubConfig): Promise<Hub> {
  const rest = createRest(host)
  const docs = createDocs(host.core.version)
  const face = createFace(config.face ?? builtFace())
  let border: Border | undefined

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'no-referrer')
    response.setHeader('cross-origin-resource-policy', 'same-origin')
    const refused = border ? border.check(request) : 'UNAVAILABLE'
    if (refused) {
      request.resume()
      return replyError(request, response, refused)
    }
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    if (path === restPrefix || path.startsWith(`${restPrefix}/`)) {
      if (await docs(path, request, response)) return
      return rest(request, response)
    }
    if (path.startsWith('/api/')) return replyError(request, response, 'NOT_FOUND')
    face(request, response)
  }

  const server = createServer({
    headersTimeout: headerMs,
    requestTimeout: 30_000,
    keepAliveTimeout: 75_000,
    // How often the server looks for those who take too long; its own default is half a minute.
    connectionsCheckingInterval: 1_000,
  })
  const sockets = createSockets(host, () => border ?? createBorder(0, config.bind))
  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      // Somebody who hangs up in the middle of a request is no defect.
      if (!request.destroyed || response.writable) host.core.report(error)
      if (!response.headersSent && response.writable) replyError(request, response, 'INTERNAL')
      else response.destroy()
    })
  })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    sockets.upgrade(request, socket, head)
  })
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
    else socket.destroy()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.bind, resolve)
  })
  const { port, address, family } = server.address() as AddressInfo
  border = createBorder(port, config.bind, config.origins)
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    async close() {
      sockets.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      // What is being answered may finish; who never ends is cut off.
      const cut = setTimeout(() => server.closeAllConnections(), 500)
      await closed
      clearTimeout(cut)
    },
  }
}

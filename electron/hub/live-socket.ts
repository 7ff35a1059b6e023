import type { IncomingMessage } from 'node:http'
import type { WebSocket } from 'ws'
import { liveEventView } from '#electron/core/api/live-events.ts'
import type { Host } from '#electron/core/host.ts'

/** A reader that falls this far behind is let go; it resumes with `after` when it can. */
const mostBuffered = 1024 * 1024

/** Close code of a stream whose session is over; the sign for the other side to sign in again. */
const sessionEnded = 4401

export interface LiveQuery {
  readonly token: string | undefined
  /** Undefined when not given; null when it is not a sequence. */
  readonly after: number | null | undefined
}

export function liveQuery(request: IncomingMessage): LiveQuery {
  const { searchParams } = new URL(request.url ?? '/', 'http://hub')
  const header = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  const after = searchParams.get('after')
  return {
    token: header ?? searchParams.get('token') ?? undefined,
    after: after === null ? undefined : /^\d{1,15}$/.test(after) ? Number(after) : null,
  }
}

/** WS /live of api.md: one message for each committed change, from `after` on without loss. */
export function serveLive(host: Host, socket: WebSocket, query: LiveQuery): void {
  const { auth, feed, model } = host.core
  const end = feed.subscribe((event) => {
    // Soft holds are talk between desks, not committed changes.
    if (event.type === 'holds') return
    if (query.token === undefined || !auth.resolve(query.token)) socket.close(sessionEnded, 'session ended')
    else if (socket.bufferedAmount > mostBuffered) socket.terminate()
    else socket.send(JSON.stringify(liveEventView(event, model.venue.timeZone)))
  }, query.after ?? undefined)
  socket.on('close', end)
  socket.on('error', () => socket.terminate())
  socket.on('message', () => undefined)
}

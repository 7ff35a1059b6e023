import { RPCHandler as PortHandler } from '@orpc/server/message-port'
import type { StandardHandlerOptions } from '@orpc/server/standard'
import { RPCHandler as SocketHandler } from '@orpc/server/ws'
import type { CallContext } from './api/procedures.ts'
import { type Language, toFailure } from './failure.ts'
import type { Host } from './host.ts'
import { readingOf } from './words.ts'

type Headers = Readonly<Record<string, string | string[] | undefined>>

const one = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header)

export const languageOf = (accept: string | undefined): Language => (accept?.startsWith('en') ? 'en' : 'zh')

/** Who calls and how, from the headers every transport carries. */
export function callContext(host: Host, headers: Headers, device: string): CallContext {
  const authorization = one(headers.authorization)
  const idempotencyKey = one(headers['idempotency-key'])
  const station = one(headers['x-station'])
  return {
    core: host.core,
    device,
    language: languageOf(one(headers['accept-language'])),
    reading: readingOf(one(headers['accept-language'])),
    ...(authorization !== undefined && { authorization }),
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    ...(station !== undefined && { station: decoded(station) }),
  }
}

/** Headers carry ASCII only; a station with a Chinese name comes percent-encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Turns whatever a procedure throws into one of the declared errors. */
export const declaredErrors: NonNullable<StandardHandlerOptions<CallContext>['clientInterceptors']>[number] = async ({
  context,
  next,
}) => {
  try {
    return await next()
  } catch (error) {
    throw toFailure(error, context.language, context.core.report)
  }
}

function rpcOptions(host: Host): StandardHandlerOptions<CallContext> {
  return {
    rootInterceptors: [
      // Each message of a socket or port is a call of its own, with its own headers.
      (options) =>
        options.next({
          ...options,
          context: callContext(host, options.request.headers, options.context.device),
        }),
    ],
    clientInterceptors: [declaredErrors],
  }
}

/** Something a window's port looks like, in Node and in Electron. */
export type AnyPort = Parameters<PortHandler<CallContext>['upgrade']>[0]
export type AnySocket = Parameters<SocketHandler<CallContext>['upgrade']>[0]

/** Answers the contract over a message port, as the desktop window speaks it. */
export function createPortServer(host: Host): (port: AnyPort, device: string) => void {
  const handler = new PortHandler<CallContext>(host.router, rpcOptions(host))
  return (port, device) => handler.upgrade(port, { context: callContext(host, {}, device) })
}

/** Answers the contract over a WebSocket, as browsers and other desks speak it. */
export function createSocketServer(host: Host): (socket: AnySocket, device: string) => void {
  const handler = new SocketHandler<CallContext>(host.router, rpcOptions(host))
  return (socket, device) => void handler.upgrade(socket, { context: callContext(host, {}, device) })
}

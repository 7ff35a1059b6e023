import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import type { ErrorCode } from '#shared/contract/errors.ts'

/** Who may speak to the hub, before anything is read: browsers of other sites must not reach it through their user. */
export interface Border {
  /** The code to refuse with, or undefined when the request may pass. */
  check(request: IncomingMessage): ErrorCode | undefined
}

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]']
const perSecond = 20
const burst = 60

const isLoopback = (address: string): boolean =>
  address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.')

export const deviceOf = (request: IncomingMessage): string => request.socket.remoteAddress ?? 'unknown'

/**
 * @param port what the server listens on
 * @param bind the interface it was told to listen on
 * @param origins further pages that may call, for development
 */
export function createBorder(port: number, bind: string, origins: readonly string[] = []): Border {
  const names = isLoopback(bind) ? loopbackNames : [...loopbackNames, isIPv6(bind) ? `[${bind}]` : bind]
  // The usual port is left out of an address.
  const hosts = new Set(names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])))
  const pages = new Set([...[...hosts].map((host) => `http://${host}`), ...origins])
  const buckets = new Map<string, { tokens: number; at: number }>()

  function tooMany(address: string): boolean {
    if (isLoopback(address)) return false
    const now = Date.now()
    if (buckets.size > 5_000) buckets.clear()
    const bucket = buckets.get(address) ?? { tokens: burst, at: now }
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1_000) * perSecond)
    bucket.at = now
    buckets.set(address, bucket)
    if (bucket.tokens < 1) return true
    bucket.tokens -= 1
    return false
  }

  return {
    check(request) {
      const { host, origin } = request.headers
      if (host === undefined || !hosts.has(host.toLowerCase())) return 'MISDIRECTED'
      if (origin !== undefined && !pages.has(origin.toLowerCase())) return 'FORBIDDEN'
      if (isForeign(request) && !(origin !== undefined && pages.has(origin))) return 'FORBIDDEN'
      if (tooMany(deviceOf(request))) return 'RATE_LIMITED'
      return undefined
    },
  }
}

/** A browser says where a request comes from; following a link to the face is all another site may do. */
function isForeign(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return false
  const isVisit = request.headers['sec-fetch-mode'] === 'navigate' && request.method === 'GET'
  return !(isVisit && !request.url?.startsWith('/api/'))
}

import type { IncomingMessage } from 'node:http'
import type { ErrorCode } from '#shared/contract/errors.ts'

export const bodyLimit = 64 * 1024
/** A body over the limit is still read up to here, so that its sender hears the answer rather than a broken line. */
const drainLimit = 8 * 1024 * 1024

export type Body =
  | { readonly ok: true; readonly value: object | undefined }
  | { readonly ok: false; readonly code: ErrorCode; readonly reason?: string; readonly hangUp?: boolean }

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Reads a JSON object, or nothing. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size <= bodyLimit) parts.push(part)
    if (size > drainLimit) return { ok: false, code: 'TOO_LARGE', hangUp: true }
  }
  if (size > bodyLimit) return { ok: false, code: 'TOO_LARGE' }
  if (size === 0) return { ok: true, value: undefined }
  const type = request.headers['content-type']
  if (type !== undefined && !/^application\/json\b/i.test(type))
    return { ok: false, code: 'INVALID', reason: 'content-type must be application/json' }
  try {
    const value: unknown = JSON.parse(utf8.decode(Buffer.concat(parts)))
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return { ok: true, value }
    return { ok: false, code: 'INVALID', reason: 'the body must be a JSON object' }
  } catch {
    return { ok: false, code: 'INVALID', reason: 'the body is not JSON' }
  }
}

import type { StandardHandlerOptions } from '@orpc/server/standard'
import type { Core } from '../core.ts'
import { type Language, toFailure } from '../failure.ts'
import type { CallContext } from './procedures.ts'

type Headers = Readonly<Record<string, string | string[] | undefined>>

const one = (headers: Headers, name: string): string | undefined => {
  const value = headers[name]
  return typeof value === 'string' ? value : value?.[0]
}

/** English when the caller puts it before Chinese; the desk's language otherwise. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh'
}

/** What a call says of itself in its headers, on whatever pipe it came. */
export function callContext(core: Core, device: string, headers: Headers): CallContext {
  const authorization = one(headers, 'authorization')
  const idempotencyKey = one(headers, 'idempotency-key')
  const station = one(headers, 'x-station')
  return {
    core,
    device,
    language: languageOf(one(headers, 'accept-language')),
    ...(authorization !== undefined && { authorization }),
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    ...(station !== undefined && { station }),
  }
}

/**
 * The same for the desktop's message port and the hub's socket: each call brings its own headers, and nothing but a
 * declared error goes back.
 */
export const peerOptions: StandardHandlerOptions<CallContext> = {
  interceptors: [
    ({ context, request, next, ...rest }) =>
      next({ ...rest, request, context: callContext(context.core, context.device, request.headers) }),
  ],
  clientInterceptors: [
    async ({ context, next }) => {
      try {
        return await next()
      } catch (error) {
        throw toFailure(error, context.language, context.core.report)
      }
    },
  ],
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { OpenAPIHandler } from '@orpc/openapi/node'
import type { CallContext } from '#electron/core/api/procedures.ts'
import { toFailure } from '#electron/core/failure.ts'
import type { Host } from '#electron/core/host.ts'
import { callContext, declaredErrors } from '#electron/core/serve.ts'
import { contract } from '#shared/contract/contract.ts'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { readBody } from './body.ts'
import { deviceOf } from './border.ts'
import { errorBody, replyError } from './reply.ts'

export const restPrefix = '/api/v1'

/** Methods by the shape of their path, to tell a wrong method from a wrong address. */
function methodsByPath(): readonly (readonly [RegExp, ReadonlySet<string>])[] {
  const found = new Map<string, Set<string>>()
  for (const area of Object.values(contract) as Record<
    string,
    { '~orpc': { route: { path?: string; method?: string } } }
  >[])
    for (const procedure of Object.values(area)) {
      const { path, method = 'POST' } = procedure['~orpc'].route
      if (path === undefined) continue
      const shape = `^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`
      found.set(shape, (found.get(shape) ?? new Set()).add(method))
    }
  return [...found].map(([shape, methods]) => [new RegExp(shape), methods])
}

/** The REST face of the contract (api.md). */
export function createRest(host: Host): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const known = methodsByPath()
  const { report } = host.core
  const handler = new OpenAPIHandler<CallContext>(host.router, {
    clientInterceptors: [declaredErrors],
    interceptors: [
      // A file is saved, not shown, under its own name; programs that read ASCII only get one that says as much.
      async ({ next }) => {
        const result = await next()
        const body = result.matched ? result.response.body : undefined
        if (result.matched && body instanceof File)
          result.response.headers['content-disposition'] = attachment(body.name)
        return result
      },
    ],
    customErrorResponseBodyEncoder(error) {
      // Anything that fails outside a procedure is the framework's; it speaks the venue's language.
      const failed = toFailure(error, 'zh', report)
      return errorBody(failed.code as ErrorCode, failed.message, failed.data)
    },
  })

  return async (request, response) => {
    const body = await readBody(request)
    if (!body.ok) {
      if (body.hangUp) response.shouldKeepAlive = false
      replyError(request, response, body.code, body.reason === undefined ? undefined : fieldsOf(body.reason))
      return
    }
    Object.assign(request, { body: body.value ?? null })
    response.setHeader('cache-control', 'no-store')
    const context = callContext(host, request.headers, deviceOf(request))
    const { matched } = await handler.handle(request, response, { prefix: restPrefix, context })
    if (matched) return
    const path = (request.url ?? '').slice(restPrefix.length).split('?', 1)[0]?.replace(/\/$/, '') ?? ''
    const methods = known.find(([shape]) => shape.test(path))?.[1]
    if (methods) response.setHeader('allow', [...methods].join(', '))
    replyError(request, response, methods ? 'METHOD_NOT_ALLOWED' : 'NOT_FOUND')
  }
}

// RFC 6266 with RFC 5987's way of writing what is not ASCII.
function attachment(name: string): string {
  const plain = name
    .replace(/[^\x20-\x7e]+/g, '')
    .replace(/["\\]/g, '')
    .trim()
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="ktv-desk ${plain}"; filename*=UTF-8''${encoded}`
}

const fieldsOf = (reason: string) => ({ fields: [{ path: '', reason }] })

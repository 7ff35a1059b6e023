import type { IncomingMessage, ServerResponse } from 'node:http'
import { contract } from '#shared/contract/contract.ts'
import { docsPage } from './docs-page.ts'
import { restPrefix } from './rest.ts'

/** OpenAPI 3.1 of the contract, and the same to read. Answers false when the path is another one. */
export function createDocs(
  version: string,
): (path: string, request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  // Made, and what makes it loaded, when first asked for: nobody waits for it at start.
  let made: Promise<{ readonly json: string; readonly page: string }> | undefined

  async function make() {
    const [{ OpenAPIGenerator }, { ZodToJsonSchemaConverter }] = await Promise.all([
      import('@orpc/openapi'),
      import('@orpc/zod/zod4'),
    ])
    const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
    const spec = await generator.generate(contract, {
      info: { title: 'KTV Desk', version, description: '预约台的公开接口 · the public API of the reservation desk' },
      servers: [{ url: restPrefix }],
      security: [{ bearer: [] }],
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    })
    return { json: JSON.stringify(spec), page: docsPage(spec) }
  }

  return async (path, request, response) => {
    const wanted = path === `${restPrefix}/openapi.json` ? 'json' : path === `${restPrefix}/docs` ? 'page' : undefined
    if (!wanted || (request.method !== 'GET' && request.method !== 'HEAD')) return false
    made ??= make()
    const body = (await made)[wanted]
    response.writeHead(200, {
      'content-type': wanted === 'json' ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-cache',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    })
    response.end(request.method === 'HEAD' ? undefined : body)
    return true
  }
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { messageOf } from '#electron/core/failure.ts'
import { languageOf } from '#electron/core/serve.ts'
import { type ErrorCode, errorStatus } from '#shared/contract/errors.ts'

export const errorBody = (code: ErrorCode, message: string, details?: unknown) => ({
  error: { code, message, ...(details !== undefined && { details }) },
})

/** Answers with one of the declared errors, in the shape of all errors. */
export function replyError(
  request: IncomingMessage,
  response: ServerResponse,
  code: ErrorCode,
  details?: Readonly<Record<string, unknown>>,
): void {
  const body = JSON.stringify(errorBody(code, messageOf(code, languageOf(request.headers['accept-language'])), details))
  response.writeHead(errorStatus[code], {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

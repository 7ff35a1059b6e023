import { ORPCError, ValidationError } from '@orpc/server'
import messages from '#resources/messages/errors.json' with { type: 'json' }
import needs from '#resources/messages/needs.json' with { type: 'json' }
import { type ErrorCode, errorStatus } from '#shared/contract/errors.ts'
import type { Need } from '#shared/domain/booking/decision.ts'
import type { Refusal } from './store/tx.ts'

export type Language = 'zh' | 'en'

export const messageOf = (code: ErrorCode, language: Language): string => messages[code][language]

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorStatus, code)

const isNeed = (need: unknown): need is Need => typeof need === 'string' && need in needs

/** What a caller reads: of needs that are missing, which ones. */
function textOf(code: ErrorCode, language: Language, details: Readonly<Record<string, unknown>> | undefined): string {
  const missing = Array.isArray(details?.needs) ? details.needs.filter(isNeed) : []
  if (code !== 'NEEDS_MISSING' || missing.length === 0) return messageOf(code, language)
  const names = missing.map((need) => needs[need][language]).join(needs.between[language])
  return needs.missing[language].replace('{needs}', names)
}

/** The error a caller meets: one of the declared codes, its text in his language, and what he may know. */
export const failure = (code: ErrorCode, language: Language, details?: Readonly<Record<string, unknown>>) =>
  new ORPCError(code, {
    status: errorStatus[code],
    message: textOf(code, language, details),
    data: details as Record<string, unknown> | undefined,
  })

export const failureOf = (refusal: Refusal, language: Language) => failure(refusal.code, language, refusal.details)

interface FieldFault {
  readonly path: string
  readonly reason: string
}

const named = (path: ValidationError['issues'][number]['path']): string[] =>
  (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part))

function faultsOf(issues: ValidationError['issues']): FieldFault[] {
  const faults = issues.slice(0, 40).flatMap((issue) => {
    const path = named(issue.path)
    // An unknown field is named itself, not the object it stands in.
    const unknown = (issue as { keys?: readonly string[] }).keys
    if (unknown) return unknown.slice(0, 20).map((key) => ({ path: [...path, key].join('.'), reason: 'unknown field' }))
    return [{ path: path.join('.'), reason: issue.message }]
  })
  // One reason for each field: the first says it, the others follow from it.
  return [...new Map(faults.reverse().map((fault) => [fault.path, fault])).values()].reverse().slice(0, 20)
}

/** Codes of the framework and of the network, as ours. */
const renamed: Readonly<Record<string, ErrorCode>> = {
  BAD_REQUEST: 'INVALID',
  METHOD_NOT_SUPPORTED: 'METHOD_NOT_ALLOWED',
  PAYLOAD_TOO_LARGE: 'TOO_LARGE',
  TOO_MANY_REQUESTS: 'RATE_LIMITED',
  MISDIRECTED_REQUEST: 'MISDIRECTED',
  SERVICE_UNAVAILABLE: 'UNAVAILABLE',
}

/**
 * Makes any thrown thing a declared error. What is not foreseen is a defect: it is reported, and the caller learns
 * nothing of the inside.
 */
export function toFailure(error: unknown, language: Language, report: (defect: unknown) => void) {
  if (error instanceof ORPCError) {
    if (error.cause instanceof ValidationError && error.code === 'BAD_REQUEST')
      return failure('INVALID', language, { fields: faultsOf(error.cause.issues) })
    if (isErrorCode(error.code)) return error
    const code = renamed[error.code]
    if (code) return failure(code, language)
  }
  report(error)
  return failure('INTERNAL', language)
}

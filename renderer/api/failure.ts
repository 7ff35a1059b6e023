import { ORPCError } from '@orpc/client'
import { useTranslation } from 'react-i18next'
import type { DecisionView } from '#shared/contract/decision.ts'
import { type ErrorCode, errorStatus } from '#shared/contract/errors.ts'
import type { Need } from '#shared/domain/booking/decision.ts'
import { PipeBroken } from './pipe.ts'

/** Why a call failed, by code; the texts are the catalogue's (`common:error.CODE`). */
export interface Failure {
  readonly code: ErrorCode | 'CONNECTION'
  readonly details: Readonly<Record<string, unknown>>
}

const isErrorCode = (code: unknown): code is ErrorCode => typeof code === 'string' && code in errorStatus

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

/** What went wrong, from anything thrown by a call. A defect on our own side reads as INTERNAL. */
export function failureOf(error: unknown): Failure {
  if (error instanceof PipeBroken) return { code: 'CONNECTION', details: {} }
  if (error instanceof ORPCError) {
    const details = record(error.data)
    if (isErrorCode(error.code)) return { code: error.code, details }
    if (error.status === 400) return { code: 'INVALID', details }
    if (error.status === 401) return { code: 'UNAUTHORIZED', details }
  }
  return { code: 'INTERNAL', details: {} }
}

/** The fresh decision that comes with a business refusal, if any. */
export function decisionIn(failure: Failure): DecisionView | undefined {
  const { decision } = failure.details
  return typeof decision === 'object' && decision !== null ? (decision as DecisionView) : undefined
}

const needNames = ['deposit', 'headCount', 'transferConsent', 'supervisor'] as const satisfies readonly Need[]

/** What a refusal for want of something names. */
const needsIn = ({ needs }: Failure['details']) =>
  needNames.filter((need) => Array.isArray(needs) && needs.includes(need))

/** What, why, what next, in the reader's language. */
export function useFailureText(): (error: unknown) => { what: string; why: string; next: string; line: string } {
  const { t } = useTranslation()
  return (error) => {
    const { code, details } = failureOf(error)
    const words = (part: 'what' | 'why' | 'next') => t(`error.${code}.${part}`)
    const missing = code === 'NEEDS_MISSING' ? needsIn(details).map((need) => t(`need.${need}`)) : []
    const why = missing.length > 0 ? t('needsMissing', { needs: missing.join(t('needsBetween')) }) : words('why')
    const [what, next] = [words('what'), words('next')]
    return { what, why, next, line: `${what} ${why} ${next}` }
  }
}

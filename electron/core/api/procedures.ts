import { implement } from '@orpc/server'
import { contract } from '#shared/contract/contract.ts'
import { keylessWrites, mayCall, permissions } from '../auth/permissions.ts'
import type { Core } from '../core.ts'
import { failure, failureOf, type Language } from '../failure.ts'
import type { Actor, Approver, Command, Outcome } from '../store/tx.ts'
import type { Reading } from '../words.ts'

/** What a transport knows of a call before anybody has looked at who is calling. */
export interface CallContext {
  readonly core: Core
  readonly language: Language
  /** The language reports are written in. */
  readonly reading: Reading
  /** The device the call comes from, as the transport sees it: wrong PINs are counted by it. */
  readonly device: string
  readonly authorization?: string
  readonly idempotencyKey?: string
  /** The station's own name for itself. */
  readonly station?: string
}

/** A call by somebody who is signed in. */
export interface StaffContext extends CallContext {
  readonly actor: Actor
  readonly station: string
  readonly token: string
  readonly expiresAt: number
  /** Runs a command in the write door; a refusal is thrown as a declared error. */
  readonly run: <Input extends object, Result extends object>(
    command: Command<Input, Result>,
    input: Input,
  ) => Promise<Result & { journalSeq: number }>
}

const keyShape = /^[A-Za-z0-9._-]{1,64}$/
const keyFault = { fields: [{ path: 'Idempotency-Key', reason: 'a header of 1–64 of A–Z a–z 0–9 . _ -' }] }
const stationShape = /^[\p{L}\p{N} ._-]{1,40}$/u

interface WithApproval {
  readonly approval?: { readonly staffNo: string; readonly pin: string; readonly reason: string }
}

function approvalCheck(input: object, context: CallContext): (() => Promise<Outcome<Approver>>) | undefined {
  const { approval } = input as WithApproval
  return approval && (() => context.core.auth.approve(approval, context.device))
}

const routeMethod = (path: readonly string[]): string => {
  const [area = '', name = ''] = path
  const group = (contract as Record<string, Record<string, { '~orpc': { route: { method?: string } } }>>)[area]
  return group?.[name]?.['~orpc'].route.method ?? 'POST'
}

/** Procedures anybody may call. A test keeps the list short. */
export const open = implement(contract).$context<CallContext>()

/** Procedures for people who are signed in and have the role; writes also need their Idempotency-Key. */
export const staffed = open.use(async ({ context, path, next }) => {
  const { core, language } = context
  const procedure = path.join('.')
  const token = /^Bearer ([\w-]{20,100})$/.exec(context.authorization ?? '')?.[1]
  const session = token === undefined ? undefined : core.auth.resolve(token)
  if (!token || !session) throw failure('UNAUTHORIZED', language)
  if (!permissions[procedure] || !mayCall(procedure, session.actor.role)) throw failure('FORBIDDEN', language)
  const key = context.idempotencyKey
  const isWrite = routeMethod(path) !== 'GET' && !keylessWrites.has(procedure)
  if (isWrite && (key === undefined || !keyShape.test(key))) throw failure('INVALID', language, keyFault)
  const named = context.station !== undefined && stationShape.test(context.station) ? context.station : undefined
  const station = named ?? session.station
  const run: StaffContext['run'] = async (command, input) => {
    const check = approvalCheck(input, context)
    const answer = await core.door.execute(command, {
      input,
      actor: session.actor,
      station,
      ...(key !== undefined && { idempotencyKey: key }),
      ...(check && { checkApproval: check }),
    })
    if (!answer.ok) throw failureOf(answer.refusal, language)
    return answer.result
  }
  const staff = { ...context, actor: session.actor, station, token, expiresAt: session.expiresAt, run }
  return next({ context: staff satisfies StaffContext })
})

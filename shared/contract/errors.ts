import type { Reason } from '#shared/domain/booking/decision.ts'

/** Business refusals: HTTP 409 with `details.decision`. Reasons of the decision engine (booking.md §3). */
export const refusalCodes = [
  'PAST',
  'CLOSED',
  'OFF_GRID',
  'BEYOND_WINDOW',
  'DURATION',
  'PARTY_TOO_BIG',
  'CUSTOMER_BLOCKED',
  'ROOM_UNKNOWN',
  'ROOM_BLOCKED',
  'ROOM_TOO_SMALL',
  'SPECIFIED_NOT_ALLOWED',
  'ROOM_TAKEN',
  'WALK_IN_RESERVE',
  'CLEANING_BUFFER',
  'NOT_CONTIGUOUS',
  'TYPE_FULL',
  'NO_SUCH_ROOMS',
] as const satisfies readonly Reason[]

/** Every error code an outside program may meet, with its HTTP status. The texts live in the catalogue, keyed by code. */
export const errorStatus = {
  INVALID: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  APPROVAL_REJECTED: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NEEDS_MISSING: 409,
  VERSION: 409,
  STATE: 409,
  KEY_REUSED: 409,
  UNDO_REFUSED: 409,
  VENUE_EXISTS: 409,
  CLOCK_BACKWARDS: 409,
  ...(Object.fromEntries(refusalCodes.map((code) => [code, 409])) as Record<Reason, 409>),
  TOO_LARGE: 413,
  MISDIRECTED: 421,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
} as const

export type ErrorCode = keyof typeof errorStatus

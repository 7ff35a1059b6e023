import type { Decision, Reason } from '#shared/domain/booking/decision.ts'
import type { Snapshot } from '#shared/domain/booking/snapshot.ts'
import { quote } from '#shared/domain/pricing/quote.ts'
import type { Claim } from '#shared/domain/room/claim.ts'
import { roomOf } from '#shared/domain/room/room-type.ts'
import { minutesOf, type Span } from '#shared/domain/time/span.ts'
import type { Outcome } from '../store/tx.ts'
import { refuseDecision } from './refuse-decision.ts'

/** Why a party inside, or a block, may not have a room for a span: the shape of a decision, without offers. */
export function refuseRoom(
  refused: {
    readonly reason: Reason
    readonly roomNo: string
    readonly span: Span
    readonly claim?: Claim
    readonly needs?: Decision['needs']
  },
  snapshot: Snapshot,
  more: Readonly<Record<string, unknown>> = {},
): Outcome<never> {
  const { reason, roomNo, span, claim, needs = [] } = refused
  const typeCode = roomOf(snapshot.venue, roomNo)?.typeCode ?? snapshot.venue.types[0]?.code ?? ''
  const decision: Decision = {
    outcome: 'refused',
    flow: '03',
    typeCode,
    start: span.start,
    end: span.end,
    reason,
    blockers: [
      {
        roomNo,
        code: reason,
        ...(claim && { until: claim.end }),
        ...(claim?.bookingCode !== undefined && { bookingCode: claim.bookingCode }),
      },
    ],
    offers: [],
    // A block has no price; a stay is never longer than a day.
    quote: minutesOf(span) <= 1440 ? quote(span, typeCode, snapshot.venue) : { lines: [], total: 0 },
    needs,
    script: '03.refused',
  }
  return refuseDecision(decision, snapshot, more)
}

import type { Decision, Need } from '#shared/domain/booking/decision.ts'
import type { Snapshot } from '#shared/domain/booking/snapshot.ts'
import { decisionView } from '../queries/decision-view.ts'
import { type Outcome, refuse } from '../store/tx.ts'

/** 409 with the decision's reason, and the decision itself with its offers (api.md, Errors). */
export const refuseDecision = (
  decision: Decision,
  snapshot: Snapshot,
  more: Readonly<Record<string, unknown>> = {},
): Outcome<never> => refuse(decision.reason ?? 'ROOM_TAKEN', { ...more, decision: decisionView(decision, snapshot) })

/** 409: what was decided is possible, once these needs are met. */
export const refuseNeeds = (needs: readonly Need[], decision: Decision, snapshot: Snapshot): Outcome<never> =>
  refuse('NEEDS_MISSING', { needs, decision: decisionView(decision, snapshot) })

import type { DecisionView, OfferView } from '#shared/contract/decision.ts'
import { type Flow, type SpokenStep, stepsFor } from '#shared/domain/flows/flow.ts'
import { flowByNo } from '#shared/domain/flows/flows.ts'

/** The flow the call is in, its steps during the call, and where the desk stands in it. */
export interface CallSteps {
  readonly flow: Flow
  readonly steps: readonly SpokenStep[]
  readonly current: number
}

/** Where a call stands: the engine's answer names the flow, saving brings it to its last step. */
export function callSteps(
  decision: DecisionView | undefined,
  taken: OfferView | undefined,
  progress: {
    readonly saved: boolean
    readonly savedFlow?: string
    readonly lineFilled: boolean
    readonly ahead: number
  },
): CallSteps | undefined {
  const flow = flowByNo(progress.savedFlow ?? taken?.flow ?? decision?.flow ?? '01')
  if (!flow) return undefined
  const steps = stepsFor(flow).filter((step) => !step.later)
  const last = steps.length - 1
  const at = (nodeId: string | undefined) => steps.findIndex((step) => step.nodeId === nodeId)
  const entry = decision ? at(flow.entry[decision.outcome]) : -1
  const start = progress.saved ? last : entry >= 0 ? entry : decision ? 0 : progress.lineFilled ? 1 : 0
  return { flow, steps, current: Math.max(0, Math.min(last, start + progress.ahead)) }
}

/** The offer a flow speaks of: the one taken, else the first that belongs to it, else the first. */
export function spokenOffer(
  decision: DecisionView | undefined,
  offers: readonly OfferView[],
  taken: OfferView | undefined,
): OfferView | undefined {
  if (taken) return taken
  if (!decision || decision.outcome === 'available') return undefined
  return offers.find((offer) => offer.flow === decision.flow && offer.roomNos.length > 0) ?? offers[0]
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '#renderer/api/client.ts'
import type { DecisionView, OfferView } from '#shared/contract/decision.ts'
import type { RequestInput } from '#shared/contract/request.ts'

const settleMs = 25
const againMs = 30_000

/** The value once typing has paused for a moment; a burst of keys asks once. */
function useSettled<T>(value: T, fingerprint: string): T {
  const [settled, setSettled] = useState({ value, fingerprint })
  useEffect(() => {
    if (settled.fingerprint === fingerprint) return
    const timer = setTimeout(() => setSettled({ value, fingerprint }), settleMs)
    return () => clearTimeout(timer)
  }, [value, fingerprint, settled.fingerprint])
  return settled.value
}

export interface LiveDecision {
  /** The request the answer belongs to. */
  readonly request?: RequestInput
  readonly decision?: DecisionView
  /** Offers under the answer: the decision's own, or the alternatives to an available one. */
  readonly offers: readonly OfferView[]
  /** True while the answer shown is that of the keys before. */
  readonly stale: boolean
  readonly error: unknown
}

/** The engine's answer to what is typed, again with each key; answers overtaken by typing are cancelled. */
export function useDecision(wanted: RequestInput | undefined): LiveDecision {
  const fingerprint = JSON.stringify(wanted ?? null)
  const request = useSettled(wanted, fingerprint)
  const input = request ?? { party: 1, start: '' }
  const asked = request !== undefined
  const answer = useQuery({
    ...api.booking.decide.queryOptions({ input }),
    enabled: asked,
    placeholderData: keepPreviousData,
    // What is free changes with the clock too.
    refetchInterval: againMs,
    gcTime: 60_000,
  })
  const decision = asked ? answer.data : undefined
  const free = decision?.outcome === 'available'
  const others = useQuery({
    ...api.booking.alternatives.queryOptions({ input }),
    enabled: asked && free && !answer.isPlaceholderData,
    placeholderData: keepPreviousData,
    refetchInterval: againMs,
    gcTime: 60_000,
  })
  return {
    request,
    decision,
    offers: decision === undefined ? [] : free ? (others.data?.offers ?? []).slice(0, 4) : decision.offers.slice(0, 6),
    stale: asked && (answer.isPlaceholderData || JSON.stringify(request) !== fingerprint),
    error: asked ? answer.error : null,
  }
}
